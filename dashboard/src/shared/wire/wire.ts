/** What goes over the socket: snapshot, deltas and the views in them. Instants are ISO 8601 in plant time unless named wall*. */
// ---------- WebSocket /ws ----------
export type Topic = string; // "all" | "equipment:<path prefix>" (site, line, machine) | "kind:<event type>" | "events" | "plan" | "alarms" | "orders"
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
  | { type: "error"; title: string; detail: string };
export interface Clock { plantTime: string; wallTime: string; speed: number; offset: number }   // offset = journal offset the view is at
// ---------- views (also REST bodies) ----------
export interface PlantView { name: string; title: string; zone: string; site: string; lines: { id: string; name: string }[]; machines: PlantMachine[]; buffers: { id: string; name: string; capacity: number; position: Pos }[]; products: { id: string; name: string; color: string; route: { sequence: number; name: string; capability: string; family: string; secondsPerPart: number }[] }[]; cameras: { id: string; machine: string }[]; shifts: { name: string; start: string; end: string }[] }
export interface Pos { x: number; y: number; degrees: number }
export interface PlantMachine { id: string; name: string; type: string; capabilities: string[]; position: Pos; signals: { name: string; unit: string; low: number | null; high: number | null; nominal: number }[] }
export type PackMl = "CLEARING"|"STOPPED"|"STARTING"|"IDLE"|"SUSPENDED"|"EXECUTE"|"STOPPING"|"ABORTING"|"ABORTED"|"HOLDING"|"HELD"|"UNHOLDING"|"SUSPENDING"|"UNSUSPENDING"|"RESETTING"|"COMPLETING"|"COMPLETE";
export interface MachineView { id: string; name: string; line: string; connected: boolean; staleSince: string | null; state: PackMl; cause: string | null; stateSince: string; mode: "PRODUCTION"|"MAINTENANCE"|"MANUAL"|"SETUP";
  signals: { name: string; value: number | null; unit: string; time: string; quality: "GOOD"|"UNCERTAIN"|"BAD"; stale: boolean }[];
  operation: { lot: string; operation: string; name: string; startedAt: string; good: number; scrap: number; rework: number; quantity: number; progress: number } | null;
  counters: { good: number; scrap: number; rework: number; defects: Record<string, number> };
  health: { value: number; reasons: { factor: string; loss: number; words: string }[] };
  prognosis: null | { remainingLifeHours: number; low: number; high: number; failureProbability: number; horizonHours: number; risk: "LOW"|"MEDIUM"|"HIGH"|"CRITICAL"; basis: string; recommendedAction: string; downtimeHours: number; drivers: string[] };
  kpis: Kpis; lastMaintenance: string | null }
export interface Kpis { availability: number|null; effectiveness: number|null; qualityRatio: number|null; oee: number|null; nee: number|null; utilization: number|null; fpy: number|null; scrapRatio: number|null; reworkRatio: number|null; mtbfHours: number|null; mttrHours: number|null; pbtHours: number; aptHours: number; downHours: number; setupHours: number; produced: number; good: number } // null = not defined yet (shown as "–")
export interface LineView { id: string; name: string; machines: number; running: number; down: number; kpis: Kpis }   // also one for the site (id = site)
export interface OrderView { id: string; product: string; quantity: number; priority: number; releaseDate: string|null; dueDate: string|null; customer: string|null; status: "WAITING"|"RUNNING"|"DONE"|"CANCELLED"; done: number; progress: number; estimatedCompletion: string|null; late: boolean; lots: string[] }
export interface LotView { id: string; order: string; product: string; quantity: number; location: string|null; done: boolean; scrapped: number; operations: { id: string; sequence: number; name: string; status: "WAITING"|"DISPATCHED"|"RUNNING"|"DONE"|"CANCELLED"; machine: string|null; started: string|null; ended: string|null; good: number; scrap: number; rework: number; quantity: number }[] }
export interface AlarmView { id: string; machine: string; code: string; severity: "INFO"|"WARNING"|"ERROR"|"CRITICAL"; message: string; state: "active-unacknowledged"|"active-acknowledged"|"cleared-unacknowledged"|"shelved"|"closed"; raisedAt: string; count: number; acknowledgedBy: string|null; acknowledgedAt: string|null; clearedAt: string|null; shelvedUntil: string|null; comment: string|null }
export interface WishView { id: string; machine: string; durationSeconds: number; earliest: string; latest: string; risk: string; status: "OPEN"|"PLANNED"|"RUNNING"|"DONE"|"WITHDRAWN"; plannedStart: string|null; plannedEnd: string|null; reason: string|null }
export interface PlanView { id: string; createdAt: string; origin: string; makespanSeconds: number; tardinessSeconds: number; tardyOrders: number; solveMillis: number; reactionMillis: number; operations: { operation: string; lot: string; order: string; name: string; machine: string; start: string; end: string; setupSeconds: number; status: string }[]; maintenance: { wish: string; machine: string; start: string; end: string }[]; changes: { operation: string; lot: string; fromMachine: string|null; toMachine: string; fromStart: string|null; toStart: string; reason: string }[]; trigger: string|null }
export interface EventView { specversion: "1.0"; id: string; source: string; type: string; time: string; subject: string; datacontenttype: "application/json"; correlation?: string; causation?: string; offset: number; reason?: string; wallrecorded: string; data: unknown } // CloudEvents 1.0; type = "dev.millwright." + fact kind + ".v1"
export interface InspectionView { id: string; machine: string; camera: string; serial: string; time: string; verdict: "PASS"|"FAIL"; findings: { type: string; severity: string; box: {x:number;y:number;width:number;height:number}; areaPixels: number; probability: number; location: string; reason: string }[]; image: string|null /* URL path of the marked PNG under /api/v1/inspections/{id}/image */; inspectionMillis: number }
