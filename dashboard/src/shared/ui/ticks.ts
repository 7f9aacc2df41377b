import { midnightBefore } from "@/shared/ui/zoned-time";

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * MINUTE);

/** Round times by the plant's clock, at most so many; none at the very edges, where its word would be cut off. */
export function roundTicks(from: number, to: number, zone: string, most = 6): number[] {
  const step = STEPS.find((candidate) => (to - from) / candidate <= most) ?? STEPS.at(-1) ?? MINUTE;
  const margin = (to - from) * 0.03;
  const midnight = midnightBefore(from, zone);
  const ticks: number[] = [];
  for (let tick = midnight + Math.ceil((from + margin - midnight) / step) * step; tick <= to - margin; tick += step) {
    ticks.push(tick);
  }
  return ticks;
}
