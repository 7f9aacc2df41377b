import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import type { ChangeView, PlannedView } from "@/shared/wire/planning";

/** Where an operation was before it moved. */
export interface Ghost { key: string; row: number; from: number; to: number; color: string; bar: Bar }

/** Whether a change moves something; else it is new in the plan. */
export const hasMoved = (change: ChangeView): boolean => change.fromStart !== null;

/** The old places of what moved, as long as they were; of what is new there is none. */
export function ghostsOf(chart: Chart, changes: readonly ChangeView[], before: readonly PlannedView[]): Ghost[] {
  const rows = new Map(chart.rows.map((row, n) => [row.id, n]));
  const known = new Map(before.map((op) => [op.operation, op]));
  return changes.flatMap((change): Ghost[] => {
    const bar = chart.byKey.get(change.operation);
    if (bar === undefined || change.fromStart === null || change.fromMachine === null) {
      return [];
    }
    const row = chart.grouping === "machine" ? rows.get(change.fromMachine) : bar.row;
    const was = known.get(change.operation);
    const from = Date.parse(change.fromStart);
    const length = was === undefined ? bar.to - bar.from : Date.parse(was.end) - Date.parse(was.start);
    return row === undefined ? [] : [{ key: bar.key, row, from, to: from + length, color: bar.color, bar }];
  });
}
