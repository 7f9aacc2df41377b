import type { Bar } from "@/features/schedule/gantt/bars";
import { clockTime, shortName } from "@/shared/ui/format";
import type { ChangeView, Pin, PlanView } from "@/shared/wire/planning";

/** What a planner would like to try: an operation in another place, or a plan that a search found. */
export type Wish = (
  | { kind: "pin"; bar: Bar; pin: Pin }
  | { kind: "draft"; id: string }
) & {
  /** The plan in force when it was asked; against a later one the answer is old. */
  against: string;
};

/** The plan there would be, adopted only when the planner says so. */
export interface Preview {
  plan: PlanView;
  changes: readonly ChangeView[];
  /** Whether it beats the plan in force by what plans are judged by; only drafts are compared. */
  better: boolean | null;
}

export function wishWords(wish: Wish, zone: string): string {
  if (wish.kind === "draft") {
    return `Plan found by search ${wish.id}`;
  }
  const { bar, pin } = wish;
  const machine = pin.machine !== undefined && pin.machine !== bar.machine ? ` on ${shortName(pin.machine)}` : "";
  return `${bar.label} of ${bar.lot}${machine}${pin.start === undefined ? "" : ` at ${clockTime(pin.start, zone)}`}`;
}

export interface Figure { label: string; before: number; after: number; unit: "time" | "seconds" | "count" }

/** What planners judge a plan by, of the plan in force and the one there would be. */
export function figuresOf(before: PlanView, after: PlanView): Figure[] {
  return [
    { label: "All done", before: endOf(before), after: endOf(after), unit: "time" },
    { label: "Tardiness", before: before.tardinessSeconds, after: after.tardinessSeconds, unit: "seconds" },
    { label: "Late orders", before: before.tardyOrders, after: after.tardyOrders, unit: "count" },
    { label: "Setup", before: setupOf(before), after: setupOf(after), unit: "seconds" },
  ];
}

function endOf({ operations, createdAt }: PlanView): number {
  return operations.reduce((latest, op) => Math.max(latest, Date.parse(op.end)), Date.parse(createdAt));
}

function setupOf({ operations }: PlanView): number {
  return operations.reduce((sum, op) => sum + op.setupSeconds, 0);
}
