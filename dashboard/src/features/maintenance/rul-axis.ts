import type { MachineView, WishView } from "@/shared/wire/wire";

const HOUR_MS = 3_600_000;
const STEPS = [1, 2, 4, 6, 12, 24, 48, 96, 168, 336, 720];
const LONGEST_HOURS = 720;

export interface Axis { from: number; to: number; ticks: number[] }

/** One axis that shows all bookable windows and most intervals: from now, in round steps. */
export function axisFor(machines: readonly MachineView[], wishes: readonly WishView[], now: number): Axis {
  const medians = machines.flatMap((machine) => (machine.prognosis === null ? [] : [machine.prognosis.remainingLifeHours])).sort((a, b) => a - b);
  const soon = medians[Math.min(medians.length - 1, Math.floor(medians.length / 3))] ?? 24;
  const windows = wishes.filter(isBookable).map((wish) => (Date.parse(wish.latest) - now) / HOUR_MS);
  const hours = Math.min(LONGEST_HOURS, Math.max(8, soon * 1.6, ...windows));
  const step = STEPS.find((candidate) => hours / candidate <= 8) ?? LONGEST_HOURS;
  const to = now + Math.ceil(hours / step) * step * HOUR_MS;
  const ticks: number[] = [];
  for (let tick = now; tick <= to; tick += step * HOUR_MS) {
    ticks.push(tick);
  }
  return { from: now, to, ticks };
}

export function isBookable(wish: WishView): boolean {
  return wish.status === "OPEN" || wish.status === "PLANNED" || wish.status === "RUNNING";
}

/** A place on the axis in percent, kept on it. */
export function placeOn(axis: Axis, time: number): number {
  return Math.min(100, Math.max(0, ((time - axis.from) / (axis.to - axis.from)) * 100));
}

const RISKS = ["CRITICAL", "HIGH", "MEDIUM", "LOW"];

/** The most pressing first; what has no estimate comes last. */
export function byRisk(machines: readonly MachineView[]): MachineView[] {
  const rank = (machine: MachineView): number => (machine.prognosis === null ? RISKS.length : RISKS.indexOf(machine.prognosis.risk));
  return [...machines].sort((a, b) => rank(a) - rank(b) || (a.prognosis?.remainingLifeHours ?? Infinity) - (b.prognosis?.remainingLifeHours ?? Infinity) || a.health.value - b.health.value);
}
