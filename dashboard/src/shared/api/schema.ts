import type {
  AlarmView, EventView, InspectionView, MachineView, OrderView, PlanView, WishView,
} from "@/shared/wire/wire";

/** The REST paths the dashboard calls, in openapi-typescript's shape. */
interface Json<T> { content: { "application/json": T } }
export interface Problem { type?: string; title: string; status: number; detail?: string }
interface Page<T> { items: T[]; next: string | null; total?: number }
interface Get<R, Q = never> {
  get: { parameters: { query?: Q }; responses: { 200: Json<R>; default: { content: { "application/problem+json": Problem } } } };
}
interface Post<R, B, P = never> {
  post: {
    parameters: [P] extends [never] ? { path?: never } : { path: P };
    requestBody: { content: { "application/json": B } };
    responses: { 200: Json<R>; default: { content: { "application/problem+json": Problem } } };
  };
}
interface Got<R, P> {
  get: { parameters: { path: P }; responses: { 200: Json<R>; default: { content: { "application/problem+json": Problem } } } };
}

export interface TimelineBand { from: string; to: string; state: MachineView["state"]; mode: MachineView["mode"]; cause: string | null }
export interface SeriesPoint { time: string; min: number; max: number; mean: number; last: number; count: number }
export interface Series { machine: string; signal: string; unit: string; bucketSeconds: number; points: SeriesPoint[] }
export interface EventFilter { subject?: string; type?: string; from?: string; to?: string; correlation?: string; cursor?: string; limit?: number }
export interface NewOrder { id?: string; product: string; quantity: number; priority: number; dueDate: string | null; customer: string | null }
export interface NewWish { machine: string; durationSeconds: number; earliest: string; latest: string; reason: string; by: string }
export interface ParetoBar { name: string; count: number; share: number; cumulative: number }
export interface Pareto { by: string; from: string; to: string; inspected: number; rejected: number; items: ParetoBar[] }
export interface TrendPoint { time: string; inspected: number; rejected: number; rate: number; defects: Record<string, number> }
export interface Trend { bucketSeconds: number; points: TrendPoint[] }

export interface paths {
  "/api/v1/machine-timeline": Get<Page<TimelineBand>, { machine: string; from: string; to: string }>;
  "/api/v1/history/series": Get<Series, { machine: string; signal: string; from: string; to: string; points: number }>;
  "/api/v1/events": Get<Page<EventView>, EventFilter>;
  "/api/v1/events/{id}": Got<EventView, { id: string }>;
  "/api/v1/inspections/pareto": Get<Pareto, { by: "type" | "machine"; from?: string; to?: string }>;
  "/api/v1/dashboard/charts/defect-trend": Get<Trend, { bucket: number; from?: string; to?: string }>;
  "/api/v1/machines/{id}/commands": Post<{ event: EventView }, { command: string; by: string }, { id: string }>;
  "/api/v1/alarms/{id}/acknowledge": Post<AlarmView, { by: string; comment: string | null }, { id: string }>;
  "/api/v1/alarms/{id}/shelve": Post<AlarmView, { by: string; until: string; comment: string | null }, { id: string }>;
  "/api/v1/alarms/{id}/unshelve": Post<AlarmView, { by: string }, { id: string }>;
  "/api/v1/orders": Post<OrderView, NewOrder>;
  "/api/v1/schedule/replan": Post<PlanView, Record<string, never>>;
  "/api/v1/maintenance/wishes": Post<WishView, NewWish>;
  "/api/v1/inspections": Post<InspectionView, FormData>;
}
