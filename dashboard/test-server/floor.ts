import type {
  AlarmView, Clock, EventView, InspectionView, Kpis, LineView, LotView, MachineView, OrderView, PackMl, PlanView, ServerMessage,
  WishView,
} from "../src/shared/wire/wire";
import type { components } from "../src/shared/api/schema";
import type { Pin } from "../src/shared/wire/planning";
import { PLANT } from "./fixture";
import { anomalyOf, isDisputed, LIDS, otherwiseOf } from "./lids";
import { outlineOf } from "./outline";
import { BY_PRIORITY, changesBetween, closedOf, placesOf, type Sequence } from "./plan";

/** The made-up plant in motion: just enough behaviour for the screens to have something true to show. */
const START = Date.parse("2026-03-02T05:00:00Z");
const WARM_UP_SECONDS = 3 * 3600;
const STEP_SECONDS = 5;
const REMEMBER_MS = 600_000;
const LOT_SIZE = 12;

interface Station {
  view: MachineView; type: string; capability: string;
  work: { lot: LotView; op: LotView["operations"][number]; secondsPerPart: number; done: number; setupLeft: number } | null;
  downUntil: number; accounts: { busy: number; setup: number; down: number; failures: number };
  timeline: { from: number; state: PackMl; mode: MachineView["mode"]; cause: string | null }[];
  family: string;
}

type PastState = components["schemas"]["StateView"];
type Delta = Extract<ServerMessage, { type: "delta" }>;
type Dirty = "machines" | "orders" | "lots" | "alarms" | "wishes";

export class Floor {
  time = START;
  seq = 1;
  plan: PlanView | null = null;
  /** Which version of the lids' model counts; with none, rules look. */
  judge: string | null = LIDS.versions[0];
  readonly stations = new Map<string, Station>();
  readonly orders = new Map<string, OrderView>();
  readonly lots = new Map<string, LotView>();
  readonly alarms = new Map<string, AlarmView>();
  readonly wishes = new Map<string, WishView>();
  /** Where planners want operations, by operation. */
  readonly pins = new Map<string, Pin>();
  readonly events: EventView[] = [];
  readonly inspections: InspectionView[] = [];
  private readonly past: PastState[] = [];
  private readonly judged = new Set<InspectionView>();
  private readonly dirty = new Map<Dirty, Set<string>>();
  private planChanged = false;
  private toldEvents = 0;
  private toldInspections = 0;
  private seed = 42;
  private plans = 0;

  constructor(readonly speed = 60, orders = 14, warmUpSeconds = WARM_UP_SECONDS) {
    for (const machine of PLANT.machines) {
      const line = PLANT.lines.find((candidate) => machine.id.startsWith(candidate.id))?.id ?? PLANT.site;
      this.stations.set(machine.id, {
        type: machine.type, capability: machine.capabilities[0] ?? "", work: null, downUntil: 0, family: "",
        accounts: { busy: 0, setup: 0, down: 0, failures: 0 },
        timeline: [{ from: START, state: "IDLE", mode: "PRODUCTION", cause: null }],
        view: {
          id: machine.id, name: machine.name, line, connected: true, staleSince: null, state: "IDLE", cause: null,
          stateSince: iso(START), mode: "PRODUCTION", signals: [], operation: null,
          counters: { good: 0, scrap: 0, rework: 0, defects: {} }, health: { value: 0.99, reasons: [] }, prognosis: null, lifeUnknown: null,
          kpis: NO_KPIS, lastMaintenance: iso(START - 86_400_000 * 9),
        },
      });
    }
    const products = PLANT.products.map((product) => product.id);
    for (let n = 0; n < orders; n++) {
      const product = products[n % products.length] ?? "";
      this.addOrder({ product, quantity: 24 + (n % 3) * 12, priority: 1 + (n % 4 === 3 ? 4 : 0), dueDate: iso(START + (2.4 + n * 0.42) * 3_600_000), customer: ["Nordwerk", "Helios Drives", "Kite Robotics"][n % 3] ?? null });
    }
    this.replan("start of shift", null);
    this.advance(warmUpSeconds);
    this.wear(id("oven-1"), 0.62, "Fan current rises 4 % an hour", "HIGH", 9);
    this.wear(id("placer-2b"), 0.44, "Vibration grows as before earlier bearing failures", "CRITICAL", 4);
    this.wear(id("tester-2"), 0.81, "Contact resistance drifts", "MEDIUM", 61);
    this.story();
    this.alarm(id("oven-1"), "fan-current-high", "WARNING", "Fan current 6.2 A is close to its limit of 7 A");
    this.disconnect(id("bench-1"));
    this.judgeLids();
    this.tell("picture-refused", id("aoi-1"), { camera: "cam-1", serial: "O-02.1/4", fault: "BLURRED", why: "the picture is blurred: it has 21 % of the usual sharpness, the least is 64 %", cure: "Focus and clean the lens; if parts move, shorten the exposure time." }, {});
    this.drain();
  }

  clock(): Clock {
    return { plantTime: iso(this.time), wallTime: new Date().toISOString(), speed: this.speed, offset: this.events.length };
  }

  machines(): MachineView[] {
    return [...this.stations.values()].map((station) => station.view);
  }

  snapshot(): ServerMessage {
    return {
      type: "snapshot", seq: this.seq, clock: this.clock(), plant: PLANT, machines: this.machines(), lines: this.lines(),
      orders: [...this.orders.values()], lots: [...this.lots.values()], alarms: [...this.alarms.values()],
      wishes: [...this.wishes.values()], plan: this.plan, recent: this.events.slice(-400), inspections: this.inspections.slice(-60),
    };
  }

  advance(seconds: number): void {
    for (let left = seconds; left > 0; left -= STEP_SECONDS) {
      const step = Math.min(STEP_SECONDS, left);
      this.time += step * 1000;
      for (const station of this.stations.values()) {
        this.work(station, step);
      }
      if (this.time - Date.parse(this.past.at(-1)?.clock.plantTime ?? "1970-01-01") >= REMEMBER_MS) {
        this.past.push(this.remembered());
      }
      if (this.chance() < step / 5400) {
        this.fail();
      }
    }
  }

  /** What changed since the last time, as a delta. */
  drain(): Delta {
    this.seq += 1;
    const delta: Delta = { type: "delta", seq: this.seq, clock: this.clock(), lines: this.lines() };
    const some = (kind: Dirty): Set<string> | undefined => this.dirty.get(kind);
    for (const station of this.stations.values()) {
      this.measure(station);
      this.mark("machines", station.view.id);
    }
    delta.machines = this.machines().filter((machine) => some("machines")?.has(machine.id));
    delta.lots = [...this.lots.values()].filter((lot) => some("lots")?.has(lot.id));
    delta.orders = [...this.orders.values()].filter((order) => some("orders")?.has(order.id));
    delta.alarms = [...this.alarms.values()].filter((alarm) => some("alarms")?.has(alarm.id));
    delta.wishes = [...this.wishes.values()].filter((wish) => some("wishes")?.has(wish.id));
    delta.events = this.events.slice(this.toldEvents);
    delta.inspections = [...new Set([...this.inspections.slice(this.toldInspections), ...this.judged])];
    this.judged.clear();
    if (this.planChanged && this.plan !== null) {
      delta.plan = this.plan;
    }
    this.toldEvents = this.events.length;
    this.toldInspections = this.inspections.length;
    this.planChanged = false;
    this.dirty.clear();
    return structuredClone(delta);
  }

  addOrder(wish: { product: string; quantity: number; priority: number; dueDate: string | null; customer: string | null; id?: string }): OrderView {
    const product = PLANT.products.find((candidate) => candidate.id === wish.product);
    if (product === undefined) {
      throw new Error(`Order is for product '${wish.product}', which is not made here.`);
    }
    const name = wish.id ?? `O-${String(this.orders.size + 1).padStart(2, "0")}`;
    const lots: string[] = [];
    for (let left = wish.quantity, n = 1; left > 0; left -= LOT_SIZE, n++) {
      const quantity = Math.min(left, LOT_SIZE);
      const lot: LotView = {
        id: `${name}.${n}`, order: name, product: product.id, quantity, location: null, hold: null, done: false, scrapped: 0,
        operations: product.route.map((step) => ({
          id: `${name}.${n}:${step.sequence}`, sequence: step.sequence, name: step.name, status: "WAITING", machine: null,
          started: null, ended: null, good: 0, scrap: 0, rework: 0, quantity,
        })),
      };
      this.lots.set(lot.id, lot);
      this.mark("lots", lot.id);
      lots.push(lot.id);
    }
    const order: OrderView = { id: name, product: product.id, quantity: wish.quantity, priority: wish.priority, releaseDate: null, dueDate: wish.dueDate, customer: wish.customer, status: "WAITING", done: 0, progress: 0, estimatedCompletion: null, late: false, lots };
    this.orders.set(name, order);
    this.mark("orders", name);
    const added = this.tell("order-added", PLANT.site, { order: { id: name, product: product.id, quantity: wish.quantity } }, {});
    if (this.plan !== null) {
      this.replan(`order ${name} added`, added);
    }
    return order;
  }

  changeOrder(order: OrderView, patch: { priority?: number; dueDate?: string }): void {
    Object.assign(order, patch);
    this.mark("orders", order.id);
    this.replan(`order ${order.id} changed`, this.tell("order-changed", PLANT.site, { order: order.id, ...patch }, {}));
  }

  cancelOrder(order: OrderView): void {
    order.status = "CANCELLED";
    order.late = false;
    this.mark("orders", order.id);
    this.replan(`order ${order.id} cancelled`, this.tell("order-cancelled", PLANT.site, { order: order.id, by: "api" }, {}));
  }

  /** The state at a time, as remembered: the latest one that is not after it. */
  stateAt(time: number): PastState {
    return this.past.findLast((state) => Date.parse(state.clock.plantTime) <= time) ?? this.past[0] ?? this.remembered();
  }

  siteKpis(): Kpis {
    return this.kpis([...this.stations.values()]);
  }

  command(machine: string, command: string): EventView {
    const station = this.station(machine);
    const issued = this.tell("command-issued", machine, { command, by: "operator" }, {});
    const target: Record<string, PackMl> = { RESET: "IDLE", START: "EXECUTE", STOP: "STOPPED", HOLD: "HELD", UNHOLD: "EXECUTE", SUSPEND: "SUSPENDED", UNSUSPEND: "EXECUTE", ABORT: "ABORTED", CLEAR: "STOPPED", COMPLETE: "COMPLETE" };
    this.enter(station, target[command] ?? "IDLE", station.view.mode, "operator", issued);
    return issued;
  }

  request(machine: string, seconds: number, earliest: string, latest: string, risk: WishView["risk"], cause: EventView | null, reason: string): WishView {
    const wish: WishView = { id: `W-${this.wishes.size + 1}`, machine, durationSeconds: seconds, earliest, latest, risk, status: "OPEN", plannedStart: null, plannedEnd: null, reason };
    this.wishes.set(wish.id, wish);
    const requested = this.tell("maintenance-requested", machine, { wish: { id: wish.id, durationSeconds: seconds, earliest, latest, risk } }, because(cause, reason));
    this.replan(`maintenance wish ${wish.id}`, requested);
    return wish;
  }

  touch(kind: Dirty, key: string): void {
    this.mark(kind, key);
  }

  tell(kind: string, subject: string, data: object, cause: { correlation?: string; causation?: string; reason?: string }, lagMs = 0): EventView {
    const offset = this.events.length + 1;
    const event: EventView = {
      specversion: "1.0", id: `e${offset}`, source: cause.causation === undefined ? "sparkplug" : "loop", type: `dev.millwright.${kind}.v1`,
      time: iso(this.time), subject, datacontenttype: "application/json", offset, wallrecorded: new Date(Date.now() + lagMs).toISOString(),
      data: { type: kind, ...data }, ...cause,
    };
    this.events.push(event);
    return event;
  }

  /** The whole way from a finding to a new plan. */
  story(): void {
    const camera = PLANT.cameras[this.inspections.length % PLANT.cameras.length];
    const suspect = this.station(id("placer-2b"));
    if (camera === undefined) {
      return;
    }
    const finding = this.inspect(camera.id, "O-03.1/7", true, suspect.view.id);
    const health = this.tell("health-assessed", suspect.view.id, { health: suspect.view.health.value, reasons: suspect.view.health.reasons }, because(finding, "3 placement defects in 20 boards point to the placer"), 21);
    const life = this.tell("remaining-life-estimated", suspect.view.id, { prognosis: suspect.view.prognosis }, because(health, "Vibration trend and defects together: 90 % interval 2 to 7 h"), 38);
    this.time += 1000;
    this.request(suspect.view.id, 2400, iso(this.time), iso(this.time + 4 * 3_600_000), "CRITICAL", life, "Failure likely within the shift; 40 minutes now save 3 hours of downtime");
    this.alarm(suspect.view.id, "failure-likely", "CRITICAL", "Failure likely within 4 h: bearing wear on head 2");
  }

  inspect(camera: string, serial: string, fail: boolean, suspect: string): EventView {
    const n = this.inspections.length;
    const kinds = ["open", "short", "mousebite", "spur", "missing-part"];
    const type = kinds[Math.floor(this.chance() ** 1.7 * kinds.length)] ?? "open";
    const lid = camera === LIDS.camera;
    const model = lid && this.judge !== null ? `${LIDS.model} ${this.judge}` : null;
    const view: InspectionView = {
      id: `i${n + 1}`, machine: PLANT.cameras.find((one) => one.id === camera)?.machine ?? "", camera, serial, time: iso(this.time), verdict: fail ? "FAIL" : "PASS",
      findings: !fail ? [] : model !== null ? [anomalyOf(n)] : Array.from({ length: 1 + (n % 3) }, (_, k) => findingOf(n, k, k === 0 ? type : (kinds[(n + k) % kinds.length] ?? type))), model,
      image: `/api/v1/inspections/i${n + 1}/image`, picture: `/api/v1/inspections/i${n + 1}/picture`, heatMap: fail || model !== null ? `/api/v1/inspections/i${n + 1}/heat-map` : null,
      corrections: [], inspectionMillis: 6.4 + this.chance() * 4,
    };
    this.inspections.push(view);
    if (fail) {
      const station = this.stations.get(suspect);
      if (station !== undefined) {
        station.view.counters.defects[type] = (station.view.counters.defects[type] ?? 0) + 1;
      }
    }
    const told = this.tell("part-inspected", suspect, { inspection: view.id, camera: view.camera, serial, verdict: view.verdict, findings: view.findings, model, image: view.image, inspectionMillis: view.inspectionMillis }, fail ? { reason: `${view.findings[0]?.type ?? type} on ${serial}` } : {});
    for (const version of lid ? LIDS.versions.filter((one) => one !== this.judge) : []) {
      this.tell("shadow-inspected", suspect, { inspection: view.id, serial, model: LIDS.model, version, ...otherwiseOf(n, view), inspectionMillis: 11.2 + (n % 4) }, because(told, `${LIDS.model} ${version} in shadow looked at ${serial}`));
    }
    return told;
  }

  /** What somebody says of an inspection's finding, or of what it missed. */
  correct(inspection: InspectionView, correction: Omit<InspectionView["corrections"][number], "id" | "time">): InspectionView["corrections"][number] {
    const said = { ...correction, id: `${inspection.id}.c${inspection.corrections.length + 1}`, time: iso(this.time) };
    inspection.corrections.push(said);
    this.judged.add(inspection);
    this.tell("finding-corrected", inspection.machine, { inspection: inspection.id, serial: inspection.serial, found: inspection.findings[said.finding ?? -1]?.type ?? null, before: null, correction: said }, {});
    return said;
  }

  /** What people say of the latest lids on which a shadow differs. */
  private judgeLids(): void {
    const disputed = this.inspections.filter((one, n) => isDisputed(n, one));
    const said = { type: null, box: null, outline: null, comment: null, by: "anna" };
    for (const [n, one] of disputed.slice(-5, -1).entries()) {
      if (one.verdict === "FAIL") {
        this.correct(one, { ...said, finding: 0, verdict: n === 0 ? "CONFIRMED" : "REJECTED" });
      } else {
        this.correct(one, { ...said, finding: null, verdict: "MISSED", type: "scratch", box: { x: 40, y: 50, width: 30, height: 9 } });
      }
    }
  }

  replan(trigger: string, cause: EventView | null): void {
    this.adopt(this.planFor(trigger), cause);
  }

  /** The plan there would be now, of which nothing is kept. */
  planFor(trigger: string, pins: ReadonlyMap<string, Pin> = this.pins, sequence: Sequence = BY_PRIORITY): PlanView {
    const { operations, maintenance, ends, late } = placesOf(this, pins, sequence);
    const tardy = [...new Set(late.map((one) => one.order))];
    const tardiness = (key: string): number => {
      const order = this.orders.get(key);
      return order?.dueDate == null ? 0 : (order.priority * ((ends.get(key) ?? 0) - Date.parse(order.dueDate))) / 1000;
    };
    return {
      id: `P-${this.plans + 1}`, createdAt: iso(this.time), origin: this.plans % 2 === 0 ? "repair" : "cp-sat", makespanSeconds: (Math.max(this.time, ...ends.values()) - this.time) / 1000,
      tardinessSeconds: Math.round(tardy.reduce((sum, key) => sum + tardiness(key), 0)), tardyOrders: tardy.length, solveMillis: 120 + this.chance() * 300, reactionMillis: 180 + this.chance() * 240,
      operations, maintenance, changes: changesBetween(this.plan, operations, trigger).slice(0, 40), trigger, late, closed: closedOf(this),
    };
  }

  adopt(plan: PlanView, cause: EventView | null): void {
    this.plans += 1;
    this.plan = { ...plan, id: `P-${this.plans}`, createdAt: iso(this.time) };
    for (const { wish, start, end } of plan.maintenance) {
      Object.assign(this.wishes.get(wish) ?? {}, { status: "PLANNED", plannedStart: start, plannedEnd: end });
      this.mark("wishes", wish);
    }
    for (const order of this.orders.values()) {
      const ends = plan.operations.filter((op) => op.order === order.id).map((op) => op.end);
      order.estimatedCompletion = ends.length > 0 ? ends.reduce((last, end) => (end > last ? end : last)) : order.estimatedCompletion;
      order.late = plan.late.some((one) => one.order === order.id);
      this.mark("orders", order.id);
    }
    this.planChanged = true;
    const trigger = plan.trigger ?? "asked for by a person";
    const requested = this.tell("plan-requested", cause?.subject ?? PLANT.site, { trigger, about: cause?.subject ?? PLANT.site }, because(cause, trigger), 52);
    this.tell("plan-adopted", PLANT.site, { plan: { id: this.plan.id, origin: plan.origin, makespanSeconds: plan.makespanSeconds, tardyOrders: plan.tardyOrders, solveMillis: plan.solveMillis }, changes: plan.changes, reactionMillis: plan.reactionMillis }, because(requested, `${plan.changes.length} operations moved, ${plan.tardyOrders} orders late`), 52 + plan.reactionMillis);
  }

  timeline(machine: string): { from: string; to: string; state: PackMl; mode: string; cause: string | null }[] {
    const bands = this.station(machine).timeline;
    return bands.map((band, n) => ({ from: iso(band.from), to: iso(bands[n + 1]?.from ?? this.time), state: band.state, mode: band.mode, cause: band.cause }));
  }

  private remembered(): PastState {
    return structuredClone({
      clock: this.clock(), machines: this.machines(), orders: [...this.orders.values()], lots: [...this.lots.values()],
      alarms: [...this.alarms.values()], wishes: [...this.wishes.values()], plan: null, hash: `h${this.events.length}`,
    });
  }

  private work(station: Station, seconds: number): void {
    const { view, accounts } = station;
    if (view.state === "ABORTED") {
      accounts.down += seconds;
      if (this.time >= station.downUntil) {
        this.enter(station, "IDLE", "PRODUCTION", null, null);
        for (const alarm of this.alarms.values()) {
          if (alarm.machine === view.id && alarm.code === "breakdown") {
            alarm.state = alarm.state === "active-acknowledged" ? "closed" : "cleared-unacknowledged";
            alarm.clearedAt = iso(this.time);
            this.mark("alarms", alarm.id);
          }
        }
      }
      return;
    }
    if (!view.connected || view.state === "HELD" || view.state === "STOPPED" || view.state === "SUSPENDED") {
      return;
    }
    if (station.work === null) {
      this.takeUp(station);
      return;
    }
    const job = station.work;
    if (job.setupLeft > 0) {
      accounts.setup += seconds;
      job.setupLeft -= seconds;
      if (job.setupLeft <= 0) {
        this.enter(station, "EXECUTE", "PRODUCTION", null, null);
      }
      return;
    }
    accounts.busy += seconds;
    job.done += seconds / job.secondsPerPart;
    const parts = Math.min(job.op.quantity, Math.floor(job.done));
    while (job.op.good + job.op.scrap < parts) {
      const bad = this.chance() < 0.02;
      job.op[bad ? "scrap" : "good"] += 1;
      view.counters[bad ? "scrap" : "good"] += 1;
      const camera = PLANT.cameras.find((one) => one.machine === view.id);
      if (camera !== undefined && job.op.good % 3 === 0) {
        this.inspect(camera.id, `${job.lot.id}/${parts}`, this.chance() < 0.12, view.id.replace(/inspect\/aoi-(\d)/, "place/placer-$1b"));
      }
    }
    this.mark("lots", job.lot.id);
    view.operation = operationView(job);
    if (parts >= job.op.quantity) {
      this.finish(station);
    }
  }

  private takeUp(station: Station): void {
    const next = this.plan?.operations.find((op) => {
      const lot = this.lots.get(op.lot);
      const mine = lot?.operations.find((candidate) => candidate.id === op.operation);
      const before = lot?.operations.filter((candidate) => candidate.sequence < (mine?.sequence ?? 0)) ?? [];
      return op.machine === station.view.id && mine?.status === "WAITING" && before.every((candidate) => candidate.status === "DONE");
    });
    const lot = this.lots.get(next?.lot ?? "");
    const op = lot?.operations.find((candidate) => candidate.id === next?.operation);
    const heaped = [...this.lots.values()].filter((other) => other.location === station.view.id).length >= 3;
    if (lot === undefined || op === undefined || heaped) {
      return;
    }
    const step = PLANT.products.find((product) => product.id === lot.product)?.route.find((one) => one.sequence === op.sequence);
    const setup = step?.family === station.family ? 0 : 150;
    station.family = step?.family ?? "";
    Object.assign(op, { status: "RUNNING", machine: station.view.id, started: iso(this.time) });
    lot.location = station.view.id;
    station.work = { lot, op, secondsPerPart: step?.secondsPerPart ?? 10, done: 0, setupLeft: setup };
    station.view.operation = operationView(station.work);
    this.tell("operation-started", station.view.id, { lot: lot.id, operation: op.id }, {});
    this.enter(station, "EXECUTE", setup > 0 ? "SETUP" : "PRODUCTION", null, null);
    const order = this.orders.get(lot.order);
    if (order?.status === "WAITING") {
      order.status = "RUNNING";
    }
  }

  private finish(station: Station): void {
    const job = station.work;
    if (job === null) {
      return;
    }
    Object.assign(job.op, { status: "DONE", ended: iso(this.time) });
    this.tell("operation-completed", station.view.id, { lot: job.lot.id, operation: job.op.id, good: job.op.good, scrap: job.op.scrap, rework: 0 }, {});
    station.work = null;
    station.view.operation = null;
    this.enter(station, "IDLE", "PRODUCTION", null, null);
    if (station.capability === "inspect") {
      job.lot.location = PLANT.buffers[0]?.id ?? null;
    }
    const order = this.orders.get(job.lot.order);
    if (order !== undefined && job.lot.operations.every((op) => op.status === "DONE")) {
      job.lot.done = true;
      job.lot.location = PLANT.buffers[1]?.id ?? null;
      order.done += job.op.good;
      order.progress = Math.min(1, order.done / order.quantity);
      if (order.lots.every((lot) => this.lots.get(lot)?.done)) {
        order.status = "DONE";
        order.progress = 1;
        if (this.orders.size < 60) {
          this.addOrder({ product: order.product, quantity: order.quantity, priority: 1, dueDate: iso(this.time + 7 * 3_600_000), customer: order.customer });
        }
      }
      this.mark("orders", order.id);
    }
  }

  private fail(): void {
    const running = [...this.stations.values()].filter((station) => station.view.state === "EXECUTE" && station.type !== "aoi");
    const station = running[Math.floor(this.chance() * running.length)];
    if (station === undefined) {
      return;
    }
    const cause = station.type === "placer" ? "Nozzle jam" : station.type === "oven" ? "Zone 5 heater fault" : "Drive fault";
    const changed = this.tell("machine-state-changed", station.view.id, { state: "ABORTED", cause }, {});
    station.downUntil = this.time + (900 + this.chance() * 1500) * 1000;
    station.accounts.failures += 1;
    this.enter(station, "ABORTED", "PRODUCTION", cause, changed);
    this.alarm(station.view.id, "breakdown", "ERROR", `${cause}: ${station.view.name} is down`);
    this.replan(`${station.view.name} failed: ${cause}`, changed);
  }

  private wear(machine: string, health: number, why: string, risk: "MEDIUM" | "HIGH" | "CRITICAL", life: number): void {
    const { view } = this.station(machine);
    view.health = { value: health, reasons: [{ factor: "trend", loss: (1 - health) * 0.7, words: why }, { factor: "defects", loss: (1 - health) * 0.3, words: "Defects found downstream of this machine" }] };
    view.prognosis = { remainingLifeHours: life, low: life * 0.5, high: life * 1.8, failureProbability: Math.min(0.95, 5 / life), horizonHours: 8, risk, basis: "trend", recommendedAction: "Replace the worn part in the next window", downtimeHours: 3, drivers: [why], risks: [8, 24, 168].map((hours) => ({ hours, probability: 1 - 0.5 ** (hours / life), atLeast: false })), prediction: null };
  }

  private alarm(machine: string, code: string, severity: AlarmView["severity"], message: string): void {
    const key = `${machine}#${code}`;
    const known = this.alarms.get(key);
    this.alarms.set(key, { id: key, machine, code, severity, message, state: "active-unacknowledged", raisedAt: iso(this.time), count: (known?.count ?? 0) + 1, acknowledgedBy: null, acknowledgedAt: null, clearedAt: null, shelvedUntil: null, comment: null });
    this.mark("alarms", key);
    this.tell("alarm-raised", machine, { alarm: key, code, severity, message }, {});
  }

  private disconnect(machine: string): void {
    const { view } = this.station(machine);
    Object.assign(view, { connected: false, staleSince: iso(this.time - 540_000) });
    this.tell("connection-lost", machine, { why: "death certificate" }, {});
  }

  private enter(station: Station, state: PackMl, mode: MachineView["mode"], cause: string | null, because: EventView | null): void {
    const { view } = station;
    if (view.state === state && view.mode === mode) {
      return;
    }
    Object.assign(view, { state, mode, cause, stateSince: iso(this.time) });
    station.timeline.push({ from: this.time, state, mode, cause });
    if (because === null) {
      this.tell("machine-state-changed", view.id, { state, cause }, {});
    }
    this.mark("machines", view.id);
  }

  private measure(station: Station): void {
    const machine = PLANT.machines.find((candidate) => candidate.id === station.view.id);
    const stale = !station.view.connected;
    station.view.signals = stale && station.view.signals.length > 0
      ? station.view.signals.map((signal) => ({ ...signal, stale: true }))
      : machine?.signals.map((signal) => ({ name: signal.name, value: signalAt(station.view.id, signal.name, signal.nominal, this.time), unit: signal.unit, time: iso(this.time), quality: "GOOD", stale })) ?? [];
    station.view.kpis = this.kpis([station]);
  }

  private lines(): LineView[] {
    return [...PLANT.lines, { id: PLANT.site, name: PLANT.title }].map((line) => {
      const own = [...this.stations.values()].filter((station) => station.view.id.startsWith(line.id));
      return { ...line, machines: own.length, running: own.filter((station) => station.view.state === "EXECUTE").length, down: own.filter((station) => station.view.state === "ABORTED").length, kpis: this.kpis(own) };
    });
  }

  private kpis(stations: Station[]): Kpis {
    const sum = (of: (station: Station) => number): number => stations.reduce((total, station) => total + of(station), 0);
    const planned = (stations.length * (this.time - START)) / 1000;
    const busy = sum((station) => station.accounts.busy);
    const down = sum((station) => station.accounts.down);
    const good = sum((station) => station.view.counters.good);
    const bad = sum((station) => station.view.counters.scrap);
    const failures = sum((station) => station.accounts.failures);
    if (busy === 0) {
      return { ...NO_KPIS, pbtHours: planned / 3600 };
    }
    const availability = (planned - down) / planned;
    const effectiveness = Math.min(1, 0.72 + (0.2 * busy) / planned);
    const quality = good / (good + bad || 1);
    return {
      availability, effectiveness, qualityRatio: quality, oee: availability * effectiveness * quality, nee: availability * effectiveness * 0.98, utilization: busy / planned,
      fpy: quality * 0.98, scrapRatio: bad / (good + bad || 1), reworkRatio: 0.012, mtbfHours: failures > 0 ? busy / failures / 3600 : null, mttrHours: failures > 0 ? down / failures / 3600 : null,
      pbtHours: planned / 3600, aptHours: busy / 3600, downHours: down / 3600, setupHours: sum((station) => station.accounts.setup) / 3600, produced: good + bad, good,
    };
  }

  private station(key: string): Station {
    const station = this.stations.get(key);
    if (station === undefined) {
      throw new Error(`No machine '${key}' here.`);
    }
    return station;
  }

  private mark(kind: Dirty, key: string): void {
    const set = this.dirty.get(kind) ?? new Set<string>();
    set.add(key);
    this.dirty.set(kind, set);
  }

  private chance(): number {
    this.seed = (this.seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return this.seed / 4_294_967_296;
  }
}

const NO_KPIS: Kpis = { availability: null, effectiveness: null, qualityRatio: null, oee: null, nee: null, utilization: null, fpy: null, scrapRatio: null, reworkRatio: null, mtbfHours: null, mttrHours: null, pbtHours: 0, aptHours: 0, downHours: 0, setupHours: 0, produced: 0, good: 0 };

/** A signal as a function of time, so that history needs no store. */
export function signalAt(machine: string, signal: string, nominal: number, time: number): number {
  const phase = Array.from(machine + signal).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const minutes = time / 60_000;
  const noise = Math.sin(minutes * 3.7 + phase) + Math.sin(minutes * 11.3 + phase * 3) * 0.6;
  const drift = machine.endsWith("placer-2b") && signal === "vibration" ? Math.max(0, (time - START) / 3_600_000) * 0.22 : 0;
  return nominal * (1 + 0.02 * noise + 0.03 * Math.sin(minutes / 40 + phase)) + drift;
}

/** Millimetres a pixel of the made-up cameras. */
const SCALE = 0.05;

function findingOf(n: number, k: number, type: string): InspectionView["findings"][number] {
  const box = { x: 14 + ((n * 37 + k * 61) % 112), y: 12 + ((n * 53 + k * 43) % 118), width: 20 + ((n + k) % 3) * 4, height: 14 + ((n * k) % 4) * 3 };
  const areaPixels = Math.round(box.width * box.height * 0.45);
  const lengthPixels = Math.hypot(box.width, box.height) * 0.76;
  const centroid = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    number: k, type, severity: n % 4 === 0 ? "CRITICAL" : k === 0 ? "MAJOR" : "MINOR", box, areaPixels, lengthPixels, centroid,
    areaSquareMm: areaPixels * SCALE ** 2, lengthMm: lengthPixels * SCALE, centroidMm: { x: centroid.x * SCALE, y: centroid.y * SCALE },
    probability: 0.97 - k * 0.16, location: box.x < 80 ? "left of centre" : "right of centre", reason: `Copper differs from the template over ${areaPixels} pixels (${type})`,
    outlines: [outlineOf(box)],
  };
}

function operationView(job: NonNullable<Station["work"]>): NonNullable<MachineView["operation"]> {
  const { op, lot } = job;
  return { lot: lot.id, operation: op.id, name: op.name, startedAt: op.started ?? "", good: op.good, scrap: op.scrap, rework: op.rework, quantity: op.quantity, progress: (op.good + op.scrap + op.rework) / op.quantity };
}

function because(cause: EventView | null, reason: string): { correlation?: string; causation?: string; reason?: string } {
  return cause === null ? { reason } : { correlation: cause.correlation ?? cause.id, causation: cause.id, reason };
}

function id(short: string): string {
  return PLANT.machines.find((machine) => machine.id.endsWith(`/${short}`))?.id ?? short;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
