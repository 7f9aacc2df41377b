import type { PlanningMessage } from "@/shared/wire/planning";
import type { components } from "@/shared/api/schema";

/** What goes over the socket: snapshot, deltas and the views in them, which are REST's too. Instants are ISO 8601 in plant time unless named wall*. */
type Schemas = components["schemas"];

export type Topic = string; // "all" | "equipment:<path prefix>" (site, line, machine) | "kind:<event type>" | "events" | "plan" | "alarms" | "orders" | "planning"
export type ClientMessage =
  | { type: "subscribe"; topics: Topic[] }           // replaces the subscription; default after connect: ["all"]
  | { type: "unsubscribe"; topics: Topic[] }
  | { type: "ping"; id?: string }
  | { type: "resume"; seq: number };                  // first message after a reconnect (or /ws?since=SEQ): deltas after seq if still held, else a snapshot
export type ServerMessage =
  | { type: "snapshot"; seq: number; clock: Clock; plant: PlantView; machines: MachineView[]; lines: LineView[]; orders: OrderView[]; lots: LotView[]; alarms: AlarmView[]; wishes: WishView[]; plan: PlanView | null; recent: EventView[]; inspections: InspectionView[] }
  | { type: "delta"; seq: number; clock: Clock; machines?: MachineView[]; lines?: LineView[]; orders?: OrderView[]; lots?: LotView[]; alarms?: AlarmView[]; wishes?: WishView[]; plan?: PlanView; events?: EventView[]; inspections?: InspectionView[] } // entities replace by id; alarms removed when state "closed"
  | { type: "subscribed"; topics: Topic[] }
  | { type: "pong"; id?: string; wallTime: string }
  | { type: "error"; title: string; detail: string }
  | PlanningMessage;
export type Clock = Schemas["Clock"];
export type PlantView = Schemas["PlantView"];
export type PlantMachine = Schemas["PlantMachineView"];
export type PackMl = Schemas["PackMlState"];
export type MachineView = Schemas["MachineView"];
export type Kpis = Schemas["KpisView"];
export type OrderView = Schemas["OrderView"];
export type LotView = Schemas["LotView"];
export type AlarmView = Schemas["AlarmView"];
export type WishView = Schemas["WishView"];
export type PlanView = Schemas["PlanView"];
/** The data is the fact itself, of a form that its type tells. */
export type EventView = Omit<Schemas["EventView"], "data"> & { data: unknown };
export type InspectionView = Schemas["InspectionView"];
/** A line, or the whole site; only the socket tells of it. */
export interface LineView { id: string; name: string; machines: number; running: number; down: number; kpis: Kpis }
