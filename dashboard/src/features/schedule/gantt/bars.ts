import type { LotView, MachineView, OrderView, PlantView, PlanView } from "@/shared/wire/wire";

export type Grouping = "machine" | "order";

export interface Row { id: string; label: string; group: string; due: number | null; late: boolean }
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
  change: PlanView["changes"][number] | null;
}
export interface Chart { rows: Row[]; bars: Bar[] }

interface Floor {
  plant: PlantView;
  plan: PlanView | null;
  lots: Readonly<Record<string, LotView>>;
  orders: Readonly<Record<string, OrderView>>;
  machines: Readonly<Record<string, MachineView>>;
}

const OTHER = "#8494a2";
const MAINTENANCE = "#3b8eea";

/** Plan and past as bars in rows: one row a machine, or one a lot under its order. */
export function chartOf(floor: Floor, grouping: Grouping, since: number): Chart {
  const rows = grouping === "machine" ? machineRows(floor) : lotRows(floor);
  const index = new Map(rows.map((row, n) => [row.id, n]));
  const colors = new Map(floor.plant.products.map((product) => [product.id, product.color]));
  const bars: Bar[] = [];
  for (const bar of [...pastBars(floor, colors, since), ...plannedBars(floor, colors)]) {
    const row = index.get(grouping === "machine" ? bar.machine : bar.lot);
    if (row !== undefined) {
      bars.push({ ...bar, row, words: wordsOf(bar, grouping) });
    }
  }
  return { rows, bars };
}

function machineRows({ plant }: Floor): Row[] {
  return plant.machines.map((machine) => ({ id: machine.id, label: machine.name, group: plant.lines.find((line) => machine.id.startsWith(`${line.id}/`))?.name ?? "", due: null, late: false }));
}

function lotRows({ orders }: Floor): Row[] {
  return Object.values(orders)
    .filter((order) => order.status === "RUNNING" || order.status === "WAITING")
    .sort((a, b) => (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9") || a.id.localeCompare(b.id))
    .flatMap((order) => order.lots.map((lot): Row => ({ id: lot, label: lot, group: order.id, due: order.dueDate === null ? null : Date.parse(order.dueDate), late: order.late })));
}

type Unplaced = Omit<Bar, "row" | "words">;

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
  const work = plan.operations.filter((op) => statusOf(lots, op) !== "DONE").map((op): Unplaced => {
    const running = machines[op.machine]?.operation?.operation === op.operation;
    return {
      key: op.operation, from: Date.parse(op.start), to: Date.parse(op.end), setupSeconds: op.setupSeconds, kind: "work",
      status: running ? "running" : "planned", progress: running ? (machines[op.machine]?.operation?.progress ?? 0) : 0,
      color: colors.get(lots[op.lot]?.product ?? "") ?? OTHER, label: op.name, lot: op.lot, order: op.order, machine: op.machine, change: changes.get(op.operation) ?? null,
    };
  });
  const services = plan.maintenance.map((service): Unplaced => ({
    key: service.wish, from: Date.parse(service.start), to: Date.parse(service.end), setupSeconds: 0, kind: "maintenance", status: "planned", progress: 0,
    color: MAINTENANCE, label: "Maintenance", lot: "", order: "", machine: service.machine, change: null,
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
      color: colors.get(lot.product) ?? OTHER, label: op.name, lot: lot.id, order: lot.order, machine: op.machine, change: null,
    }];
  }));
}

/** The bar under a point, the last drawn first. */
export function barAt(bars: readonly Bar[], row: number, time: number, slackMs: number): Bar | null {
  return bars.findLast((bar) => bar.row === row && time >= bar.from - bar.setupSeconds * 1000 - slackMs && time <= bar.to + slackMs) ?? null;
}
