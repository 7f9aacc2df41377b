import { originWords } from "@/features/schedule/plan-words";
import { duration, millis, number } from "@/shared/ui/format";
import { Stat } from "@/shared/ui/stat";
import type { PlanView } from "@/shared/wire/planning";

/** What a planner looks at first. */
export function PlanFigures({ plan, open, left }: { plan: PlanView | null; open: number; left: number }) {
  const late = plan?.tardyOrders ?? 0;
  return (
    <div className="stats">
      <Stat label="Makespan" value={duration(open === 0 ? null : plan?.makespanSeconds)} note="until all is done" />
      <Stat label="Tardiness" value={duration(plan?.tardinessSeconds)} note="weighted by priority" {...((plan?.tardinessSeconds ?? 0) > 0 ? { color: "var(--mw-warn)" } : {})} />
      <Stat label="Late orders" value={number(plan?.tardyOrders)} note={`of ${open} open`} {...(late > 0 ? { color: "var(--mw-bad)" } : {})} />
      <Stat label="Operations left" value={number(left)} note={`and ${plan?.maintenance.length ?? 0} maintenance`} />
      <Stat label="Solve time" value={millis(plan?.solveMillis)} note={plan === null ? "" : originWords(plan.origin)} />
      <Stat label="Reaction" value={millis(plan?.reactionMillis)} note="event to new plan" />
    </div>
  );
}
