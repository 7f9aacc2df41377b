import type {
  AlarmView, Clock, EventView, InspectionView, LineView, LotView, MachineView, OrderView, PlantView, PlanView,
  ServerMessage, WishView,
} from "@/shared/wire/wire";

export type ById<T> = Readonly<Record<string, T>>;

/** The plant as last told by the twin. */
export interface Twin {
  readonly seq: number;
  readonly clock: Clock | null;
  readonly plant: PlantView | null;
  readonly machines: ById<MachineView>;
  readonly lines: ById<LineView>;
  readonly orders: ById<OrderView>;
  readonly lots: ById<LotView>;
  readonly alarms: ById<AlarmView>;
  readonly wishes: ById<WishView>;
  readonly plan: PlanView | null;
  /** Newest first. */
  readonly events: readonly EventView[];
  /** Newest first. */
  readonly inspections: readonly InspectionView[];
}

export const EMPTY_TWIN: Twin = {
  seq: 0, clock: null, plant: null, machines: {}, lines: {}, orders: {}, lots: {}, alarms: {}, wishes: {}, plan: null,
  events: [], inspections: [],
};

const KEPT_EVENTS = 1000;
const KEPT_INSPECTIONS = 200;

/** One message more. What the message does not touch keeps its identity, so that nothing is drawn in vain. */
export function fold(twin: Twin, message: ServerMessage): Twin {
  switch (message.type) {
    case "snapshot":
      return {
        seq: message.seq,
        clock: message.clock,
        plant: message.plant,
        machines: byId(message.machines),
        lines: byId(message.lines),
        orders: byId(message.orders),
        lots: byId(message.lots),
        alarms: byId(message.alarms.filter(isOpen)),
        wishes: byId(message.wishes),
        plan: message.plan,
        events: newestFirst([], message.recent, KEPT_EVENTS),
        inspections: latest([], message.inspections),
      };
    case "delta":
      if (message.seq <= twin.seq) {
        return twin;
      }
      return {
        ...twin,
        seq: message.seq,
        clock: message.clock,
        machines: merged(twin.machines, message.machines),
        lines: merged(twin.lines, message.lines),
        orders: merged(twin.orders, message.orders),
        lots: merged(twin.lots, message.lots),
        alarms: withoutClosed(twin.alarms, message.alarms),
        wishes: merged(twin.wishes, message.wishes),
        plan: message.plan ?? twin.plan,
        events: newestFirst(twin.events, message.events, KEPT_EVENTS),
        inspections: latest(twin.inspections, message.inspections),
      };
    case "subscribed":
    case "pong":
    case "error":
    case "incumbent":
    case "search":
      return twin;
  }
}

function byId<T extends { id: string }>(entities: readonly T[]): ById<T> {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity]));
}

function merged<T extends { id: string }>(known: ById<T>, changed: readonly T[] | undefined): ById<T> {
  return changed === undefined || changed.length === 0 ? known : { ...known, ...byId(changed) };
}

function withoutClosed(known: ById<AlarmView>, changed: readonly AlarmView[] | undefined): ById<AlarmView> {
  if (changed === undefined || changed.length === 0) {
    return known;
  }
  return byId(Object.values(merged(known, changed)).filter(isOpen));
}

function isOpen(alarm: AlarmView): boolean {
  return alarm.state !== "closed";
}

function newestFirst(known: readonly EventView[], more: readonly EventView[] | undefined, kept: number): readonly EventView[] {
  if (more === undefined || more.length === 0) {
    return known;
  }
  const seen = new Map<number, EventView>();
  for (const event of [...known, ...more]) {
    seen.set(event.offset, event);
  }
  return [...seen.values()].sort((a, b) => b.offset - a.offset).slice(0, kept);
}

function latest(known: readonly InspectionView[], more: readonly InspectionView[] | undefined): readonly InspectionView[] {
  if (more === undefined || more.length === 0) {
    return known;
  }
  const seen = new Map<string, InspectionView>();
  for (const inspection of [...known, ...more]) {
    seen.set(inspection.id, inspection);
  }
  return [...seen.values()].sort((a, b) => Date.parse(b.time) - Date.parse(a.time)).slice(0, KEPT_INSPECTIONS);
}
