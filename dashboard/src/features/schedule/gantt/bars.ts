import { begin, type Lane } from "@/features/schedule/gantt/lanes";
import { type Floor, type Grouping, heightOf, type Row, rowsOf } from "@/features/schedule/gantt/rows";
import type { ChangeView, ClosedView, LateView, PlannedView } from "@/shared/wire/planning";

export interface Bar {
  key: string;
  row: number;
  from: number;
  to: number;
  /** Setup right before it. */
  setupSeconds: number;
  kind: "work" | "maintenance";
  status: "planned" | "running" | "done";
  progress: number;
  color: string;
  label: string;
  /** What to write on it: the first that fits. */
  words: readonly string[];
  lot: string;
  order: string;
  machine: string;
  /** Why the last plan moved it, if it did. */
  change: ChangeView | null;
  /** What a planner said about its place. */
  pinned: PlannedView["pinned"];
  /** Why its lot will be late, if it will. */
  late: LateView | null;
}

/** A stretch in which a row's machine does not work. */
export interface Closed { from: number; to: number; kind: ClosedView["kind"] }

export interface Chart { grouping: Grouping; rows: readonly Row[]; bars: readonly Bar[]; byKey: ReadonlyMap<string, Bar>; lanes: readonly Lane[]; height: number }

const OTHER = "#8494a2";
const MAINTENANCE = "#3b8eea";

type Unplaced = Omit<Bar, "row" | "words">;

/** Plan and past as bars in rows: one row a machine, or one a lot under its order. */
export function chartOf(floor: Floor, grouping: Grouping, since: number): Chart {
  const rows = rowsOf(floor, grouping);
  const index = new Map(rows.map((row, n) => [row.id, n]));
  const inRows: Bar[][] = rows.map(() => []);
  const colors = new Map(floor.plant.products.map((product) => [product.id, product.color]));
  for (const bar of [...pastBars(floor, colors, since), ...plannedBars(floor, colors)]) {
    const row = index.get(grouping === "machine" ? bar.machine : bar.lot);
    if (row !== undefined) {
      inRows[row]?.push({ ...bar, row, words: wordsOf(bar, grouping) });
    }
  }
  const closed = grouping === "machine" ? closedBy(floor.plan?.closed ?? []) : new Map<string, Closed[]>();
  const lanes = inRows.map((bars, n): Lane => ({
    bars: bars.sort((a, b) => a.from - b.from),
    longest: bars.reduce((longest, bar) => Math.max(longest, bar.to - begin(bar)), 0),
    closed: closed.get(rows[n]?.id ?? "") ?? [],
  }));
  const bars = lanes.flatMap((lane) => lane.bars);
  return { grouping, rows, bars, byKey: new Map(bars.map((bar) => [bar.key, bar])), lanes, height: heightOf(rows) };
}

function closedBy(stretches: readonly ClosedView[]): Map<string, Closed[]> {
  const closed = new Map<string, Closed[]>();
  for (const { machine, from, to, kind } of stretches) {
    closed.set(machine, [...(closed.get(machine) ?? []), { from: Date.parse(from), to: Date.parse(to), kind }]);
  }
  return closed;
}

/** A machine's row tells what it works on, a lot's row what is done to it. */
function wordsOf({ kind, label, lot }: Unplaced, grouping: Grouping): string[] {
  if (kind === "maintenance") {
    return [label];
  }
  return grouping === "machine" ? [`${lot} ${label}`, lot, lot.replace(/^[A-Za-z]+-/, "")] : [label, label.split(" ")[0] ?? ""];
}

function plannedBars({ plan, lots, machines }: Floor, colors: ReadonlyMap<string, string>): Unplaced[] {
  if (plan === null) {
    return [];
  }
  const changes = new Map(plan.changes.map((change) => [change.operation, change]));
  const late = new Map(plan.late.map((one) => [one.lot, one]));
  const work = plan.operations.filter((op) => statusOf(lots, op) !== "DONE").map((op): Unplaced => {
    const running = machines[op.machine]?.operation?.operation === op.operation;
    return {
      key: op.operation, from: Date.parse(op.start), to: Date.parse(op.end), setupSeconds: op.setupSeconds, kind: "work",
      status: running ? "running" : "planned", progress: running ? (machines[op.machine]?.operation?.progress ?? 0) : 0,
      color: colors.get(lots[op.lot]?.product ?? "") ?? OTHER, label: op.name, lot: op.lot, order: op.order, machine: op.machine,
      change: changes.get(op.operation) ?? null, pinned: op.pinned, late: late.get(op.lot) ?? null,
    };
  });
  const services = plan.maintenance.map((service): Unplaced => ({
    key: service.wish, from: Date.parse(service.start), to: Date.parse(service.end), setupSeconds: 0, kind: "maintenance", status: "planned", progress: 0,
    color: MAINTENANCE, label: "Maintenance", lot: "", order: "", machine: service.machine, change: null, pinned: null, late: null,
  }));
  return [...work, ...services];
}

function statusOf(lots: Floor["lots"], op: { lot: string; operation: string; status: string }): string {
  return lots[op.lot]?.operations.find((known) => known.id === op.operation)?.status ?? op.status;
}

function pastBars({ lots }: Floor, colors: ReadonlyMap<string, string>, since: number): Unplaced[] {
  return Object.values(lots).flatMap((lot) => lot.operations.flatMap((op): Unplaced[] => {
    if (op.status !== "DONE" || op.started === null || op.ended === null || op.machine === null || Date.parse(op.ended) < since) {
      return [];
    }
    return [{
      key: op.id, from: Date.parse(op.started), to: Date.parse(op.ended), setupSeconds: 0, kind: "work", status: "done", progress: 1,
      color: colors.get(lot.product) ?? OTHER, label: op.name, lot: lot.id, order: lot.order, machine: op.machine, change: null, pinned: null, late: null,
    }];
  }));
}
