import type { ChangeView, LateView, Pin, PlanView } from "../src/shared/wire/planning";
import type { OrderView } from "../src/shared/wire/wire";
import { PLANT } from "./fixture";
import type { Floor } from "./floor";

type Operations = PlanView["operations"];

/** Places for all that is left to do, one order after the other on the machine that is free first. */
export interface Places { operations: Operations; maintenance: PlanView["maintenance"]; ends: Map<string, number>; late: LateView[] }

export type Sequence = (a: OrderView, b: OrderView) => number;

export const BY_PRIORITY: Sequence = (a, b) => b.priority - a.priority || a.id.localeCompare(b.id);
export const BY_DUE_DATE: Sequence = (a, b) => (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9") || a.id.localeCompare(b.id);

export function placesOf(floor: Floor, pins: ReadonlyMap<string, Pin>, sequence: Sequence): Places {
  const free = new Map<string, number>([...floor.stations].map(([key, station]) => [key, Math.max(floor.time, station.downUntil)]));
  const places: Places = { operations: [], maintenance: maintenanceOf(floor, free), ends: new Map(), late: [] };
  for (const order of [...floor.orders.values()].filter((one) => one.status !== "CANCELLED").sort(sequence)) {
    for (const lot of order.lots) {
      placeLot(floor, pins, order, lot, free, places);
    }
  }
  return places;
}

function maintenanceOf(floor: Floor, free: Map<string, number>): PlanView["maintenance"] {
  return [...floor.wishes.values()].filter((wish) => wish.status === "OPEN" || wish.status === "PLANNED").map((wish) => {
    const begin = Math.max(Date.parse(wish.earliest), (free.get(wish.machine) ?? floor.time) + 1_500_000);
    const end = begin + wish.durationSeconds * 1000;
    free.set(wish.machine, end);
    return { wish: wish.id, machine: wish.machine, start: iso(begin), end: iso(end) };
  });
}

function placeLot(floor: Floor, pins: ReadonlyMap<string, Pin>, order: OrderView, lot: string, free: Map<string, number>, places: Places): void {
  let ready = floor.time;
  let longest = { wait: 0, words: "its own work takes too long" };
  for (const op of floor.lots.get(lot)?.operations ?? []) {
    if (op.status === "DONE") {
      continue;
    }
    const step = PLANT.products.find((product) => product.id === order.product)?.route.find((one) => one.sequence === op.sequence);
    const running = op.status === "RUNNING" ? op.machine : null;
    const pin = running === null ? pins.get(op.id) : undefined;
    const able = [...floor.stations.values()].filter((station) => running !== null ? station.view.id === running : pin?.machine !== undefined ? station.view.id === pin.machine : station.capability === step?.capability);
    const best = able.sort((a, b) => (free.get(a.view.id) ?? 0) - (free.get(b.view.id) ?? 0))[0];
    if (best === undefined) {
      continue;
    }
    const setup = running === null && places.operations.length % 3 === 0 ? 180 : 0;
    const soonest = Math.max(ready, free.get(best.view.id) ?? 0) + setup * 1000;
    const begin = running !== null ? Date.parse(op.started ?? iso(floor.time)) : Math.max(soonest, pin?.start === undefined ? 0 : Date.parse(pin.start));
    const end = Math.max(begin + (step?.secondsPerPart ?? 10) * op.quantity * 1000, floor.time + 30_000);
    if (begin - ready > longest.wait) {
      longest = { wait: begin - ready, words: `waits ${Math.round((begin - ready) / 60_000)} min for ${best.view.name} before ${op.name}` };
    }
    free.set(best.view.id, Math.max(free.get(best.view.id) ?? 0, end));
    ready = end;
    places.ends.set(order.id, Math.max(places.ends.get(order.id) ?? 0, end));
    places.operations.push({
      operation: op.id, lot, order: order.id, name: op.name, machine: best.view.id, start: iso(begin), end: iso(end), setupSeconds: setup, status: op.status,
      pinned: pin === undefined ? null : { machine: pin.machine ?? null, start: pin.start ?? null },
    });
  }
  const due = order.dueDate === null ? Infinity : Date.parse(order.dueDate);
  if (ready > due && ready > floor.time) {
    places.late.push({ order: order.id, lot, due: iso(due), end: iso(ready), lateSeconds: Math.round((ready - due) / 1000), cause: longest.words });
  }
}

/** What lies elsewhere than before by more than ten minutes, and why. */
export function changesBetween(before: PlanView | null, operations: Operations, trigger: string): ChangeView[] {
  const known = new Map(before?.operations.map((op) => [op.operation, op]));
  return operations.flatMap((op): ChangeView[] => {
    const was = known.get(op.operation);
    const shift = was === undefined ? 0 : Date.parse(op.start) - Date.parse(was.start);
    return was === undefined || (was.machine === op.machine && Math.abs(shift) < 600_000) || op.status === "RUNNING" ? [] : [{
      operation: op.operation, lot: op.lot, fromMachine: was.machine, toMachine: op.machine, fromStart: was.start, toStart: op.start,
      reason: was.machine === op.machine ? `Moved by ${Math.round(shift / 60_000)} min: ${trigger}` : `Other machine is free earlier: ${trigger}`,
    }];
  });
}

/** Nights, and machines that are down. */
export function closedOf(floor: Floor): PlanView["closed"] {
  const midnight = Math.floor(floor.time / 86_400_000) * 86_400_000;
  const nights = PLANT.machines.map((machine) => ({ machine: machine.id, from: iso(midnight + 21 * 3_600_000), to: iso(midnight + 29 * 3_600_000), kind: "off-shift" as const }));
  const down = [...floor.stations.values()].filter((station) => station.downUntil > floor.time).map((station) => ({ machine: station.view.id, from: iso(floor.time), to: iso(station.downUntil), kind: "down" as const }));
  return [...nights, ...down];
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
