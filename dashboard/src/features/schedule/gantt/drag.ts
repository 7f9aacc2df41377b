import { unmovable, type Refusals } from "@/features/schedule/gantt/able";
import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import { rowAt } from "@/features/schedule/gantt/rows";
import { snapped, type View } from "@/features/schedule/gantt/view";
import type { Pin } from "@/shared/wire/planning";

/** A bar on its way to another place. */
export interface Drag {
  bar: Bar;
  /** From the bar's beginning to the hand that holds it. */
  grip: number;
  row: number;
  start: number;
  /** Why it cannot be dropped here. */
  refusal: string | null;
  refusals: Refusals;
}

const NEAR_PIXELS = 5;

export function gripped(bar: Bar, time: number, refusals: Refusals): Drag {
  return { bar, grip: time - bar.from, row: bar.row, start: bar.from, refusal: unmovable(bar), refusals };
}

/** The drag with the hand elsewhere. In the order view a bar keeps its lot's row; nothing starts before it could be told. */
export function movedTo(drag: Drag, chart: Chart, view: View, at: { time: number; y: number }, clock: { soonest: number; midnight: number }): Drag {
  const wanted = at.time - drag.grip;
  const still = Math.abs(wanted - drag.bar.from) < NEAR_PIXELS * view.msPerPixel;
  const start = still ? drag.bar.from : Math.max(snapped(view, wanted, clock.midnight), clock.soonest);
  const row = chart.grouping === "machine" ? rowAt(chart.rows, at.y) : drag.bar.row;
  const target = chart.rows[row];
  const refusal = target?.kind === "heading" ? "Drop it on a machine." : chart.grouping === "machine" ? (drag.refusals.get(target?.id ?? "") ?? null) : null;
  return { ...drag, row, start, refusal };
}

/** What the drop asks for; null where nothing changed or it is refused. What was not moved is left free. */
export function pinOf({ bar, row, start, refusal }: Drag, chart: Chart): Pin | null {
  const machine = chart.grouping === "machine" ? chart.rows[row]?.id : undefined;
  const otherMachine = machine !== undefined && machine !== bar.machine;
  const otherStart = start !== bar.from;
  if (refusal !== null || (!otherMachine && !otherStart)) {
    return null;
  }
  return { ...(machine === undefined ? {} : { machine }), ...(otherStart ? { start: new Date(start).toISOString() } : {}) };
}
