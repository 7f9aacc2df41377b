import type { LateView } from "@/shared/wire/planning";
import type { LotView, MachineView, OrderView, PlantView, PlanView } from "@/shared/wire/wire";

export type Grouping = "machine" | "order";

export const LANE = 30;
export const HEADING = 24;

/** A lane holds the bars of one machine or lot; a heading names the line or the order above its lanes. */
export interface Row {
  id: string;
  kind: "lane" | "heading";
  label: string;
  /** Said small beside a heading. */
  note: string;
  top: number;
  height: number;
  due: number | null;
  late: boolean;
}

export interface Floor {
  plant: PlantView;
  plan: PlanView | null;
  lots: Readonly<Record<string, LotView>>;
  orders: Readonly<Record<string, OrderView>>;
  machines: Readonly<Record<string, MachineView>>;
}

type Unplaced = Omit<Row, "top" | "height">;

/** One lane a machine under its line, or one a lot under its order. */
export function rowsOf(floor: Floor, grouping: Grouping): Row[] {
  let top = 0;
  return (grouping === "machine" ? machineRows(floor.plant) : lotRows(floor)).map((row) => {
    const placed = { ...row, top, height: row.kind === "lane" ? LANE : HEADING };
    top += placed.height;
    return placed;
  });
}

/** The index of the row at a height; the last one below all. */
export function rowAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.top ?? 0) <= y) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last === undefined ? 1 : last.top + last.height;
}

function machineRows({ lines, machines }: PlantView): Unplaced[] {
  let group = "";
  return machines.flatMap((machine) => {
    const line = lines.find((candidate) => machine.id.startsWith(`${candidate.id}/`));
    const lane: Unplaced = { id: machine.id, kind: "lane", label: machine.name, note: "", due: null, late: false };
    if (line === undefined || line.id === group) {
      return [lane];
    }
    group = line.id;
    return [{ ...lane, id: line.id, kind: "heading", label: line.name }, lane];
  });
}

function lotRows({ orders, plan }: Floor): Unplaced[] {
  const late = new Map((plan?.late ?? []).map((one): [string, LateView] => [one.lot, one]));
  return Object.values(orders)
    .filter((order) => order.status === "RUNNING" || order.status === "WAITING")
    .sort((a, b) => (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9") || a.id.localeCompare(b.id))
    .flatMap((order) => {
      const due = order.dueDate === null ? null : Date.parse(order.dueDate);
      const heading: Unplaced = { id: order.id, kind: "heading", label: order.id, note: order.customer ?? "", due, late: order.late };
      return [heading, ...order.lots.map((lot): Unplaced => ({ id: lot, kind: "lane", label: lot, note: "", due, late: late.has(lot) || (late.size === 0 && order.late) }))];
    });
}
