import type { LotView } from "@/shared/wire/wire";

const HOUR_MS = 3_600_000;

/** Good parts that left their last operation within the hour before the given plant time. */
export function finishedLastHour(lots: readonly LotView[], now: number): number {
  let good = 0;
  for (const lot of lots) {
    const last = lot.operations.at(-1);
    if (last?.status === "DONE" && last.ended !== null && Date.parse(last.ended) > now - HOUR_MS) {
      good += last.good;
    }
  }
  return good;
}
