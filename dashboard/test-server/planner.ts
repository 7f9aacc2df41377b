import type { DraftView, IncumbentView, Pin, PlanView } from "../src/shared/wire/planning";
import type { ServerMessage } from "../src/shared/wire/wire";
import type { Floor } from "./floor";
import { BY_DUE_DATE, changesBetween } from "./plan";

type Body = Record<string, unknown>;
export interface Said { status: number; body: object }

interface Draft { view: DraftView; startedAt: number; told: number; timer: ReturnType<typeof setInterval> }

const EVERY_MS = 150;
const SEARCHING_MS = 1500;

/** What planners ask of the stand-in: pins on trial and kept, searches that find better plans, and exports. */
export class Planner {
  private readonly drafts = new Map<string, Draft>();

  constructor(private readonly floor: Floor, private readonly say: (message: ServerMessage) => void) {}

  /** The answer, if the path is a planner's. */
  answer(method: string, path: string, body: Body): Said | null {
    const pin = /^\/operations\/(.+)\/pin$/.exec(path);
    const draft = /^\/plans\/([^/]+)(\/[a-z]+)?$/.exec(path);
    if (pin !== null) {
      return method === "PUT" ? this.pin(pin[1] ?? "", body) : this.unpin(pin[1] ?? "");
    }
    if (path === "/plans") {
      return method === "POST" ? this.search(body) : said(200, { items: [...this.drafts.values()].reverse().map((one) => ({ ...this.seen(one), plan: null })), next: null, total: this.drafts.size });
    }
    const known = this.drafts.get(draft?.[1] ?? "");
    return draft === null ? null : known === undefined ? refused(404, "There is no such plan.") : this.about(known, method, draft[2] ?? "", body);
  }

  close(): void {
    this.drafts.forEach((draft) => clearInterval(draft.timer));
  }

  private pin(operation: string, body: Body): Said {
    const pin: Pin = { ...(typeof body["machine"] === "string" ? { machine: body["machine"] } : {}), ...(typeof body["start"] === "string" ? { start: body["start"] } : {}) };
    const planned = this.floor.plan?.operations.find((op) => op.operation === operation);
    const able = pin.machine === undefined || this.floor.stations.get(pin.machine)?.capability === this.floor.stations.get(planned?.machine ?? "")?.capability;
    if (planned === undefined || planned.status === "RUNNING" || !able) {
      return refused(409, planned === undefined || !able ? `Operation ${operation} cannot be done there.` : `Operation ${operation} is running.`);
    }
    const trial = this.floor.planFor(`${operation} is pinned`, new Map([...this.floor.pins, [operation, pin]]));
    const placed = trial.operations.find((op) => op.operation === operation);
    if (placed !== undefined && pin.start !== undefined && placed.start > pin.start) {
      return refused(409, `${operation} cannot start at ${pin.start}: the soonest it could is ${placed.start}.`);
    }
    if (body["dryRun"] === true) {
      return said(200, trial);
    }
    this.floor.pins.set(operation, pin);
    const event = this.floor.tell("operation-pinned", placed?.machine ?? "", { operation, pin }, {});
    this.floor.adopt(trial, event);
    return said(202, { event });
  }

  private unpin(operation: string): Said {
    if (!this.floor.pins.delete(operation)) {
      return refused(409, `Operation ${operation} is not pinned.`);
    }
    const event = this.floor.tell("operation-unpinned", "", { operation }, {});
    this.floor.replan(`${operation} is unpinned`, event);
    return said(202, { event });
  }

  private search(body: Body): Said {
    const id = `D-${this.drafts.size + 1}`;
    const view: DraftView = { ...EMPTY, id, createdAt: this.floor.clock().plantTime, seconds: Number(body["seconds"] ?? 10) };
    const draft: Draft = { view, startedAt: Date.now(), told: 0, timer: setInterval(() => this.seen(draft), EVERY_MS) };
    this.drafts.set(id, draft);
    this.say({ type: "search", search: id, state: "searching", trigger: null });
    return said(202, view);
  }

  private about(draft: Draft, method: string, what: string, body: Body): Said {
    const { view } = draft;
    if (what === "/comparison") {
      return said(200, { left: figuresOf(this.floor.plan), right: figuresOf(view.plan), changes: view.plan?.changes ?? [] });
    }
    if (what === "/adopt" && view.plan !== null) {
      const plan = { ...view.plan, changes: changesBetween(this.floor.plan, view.plan.operations, "found by a search") };
      if (body["dryRun"] === true) {
        return said(200, { plan, changes: plan.changes, better: plan.tardinessSeconds < (this.floor.plan?.tardinessSeconds ?? 0), differenceObjective: plan.tardinessSeconds - (this.floor.plan?.tardinessSeconds ?? 0) });
      }
      this.floor.adopt(plan, null);
      return said(202, { event: this.floor.events.at(-1) });
    }
    if (method === "DELETE") {
      if (view.state === "searching") {
        this.end(draft, "cancelled");
      } else {
        this.drafts.delete(view.id);
      }
    }
    return said(200, this.seen(draft));
  }

  /** The search as it stands after so long: better plans at fixed parts of its time. */
  private seen(draft: Draft): DraftView {
    const { view } = draft;
    if (view.state !== "searching") {
      return view;
    }
    const lasted = Date.now() - draft.startedAt;
    view.elapsedSeconds = lasted / 1000;
    view.incumbents = BETTER.filter((one) => one.part * SEARCHING_MS <= lasted).map((one) => incumbent(one.part, one.objective));
    for (const found of view.incumbents.slice(draft.told)) {
      this.say({ type: "incumbent", search: view.id, trigger: null, ...found });
    }
    draft.told = view.incumbents.length;
    if (lasted >= SEARCHING_MS) {
      this.end(draft, "done");
    }
    return view;
  }

  private end(draft: Draft, state: "done" | "cancelled"): void {
    clearInterval(draft.timer);
    Object.assign(draft.view, { state, plan: this.floor.planFor("found by a search", this.floor.pins, BY_DUE_DATE) });
    this.say({ type: "search", search: draft.view.id, state, trigger: null });
  }
}

const BETTER = [{ part: 0.02, objective: 9.1e6 }, { part: 0.2, objective: 7.4e6 }, { part: 0.35, objective: 6.6e6 }, { part: 0.7, objective: 6.3e6 }];
const EMPTY: Omit<DraftView, "id" | "seconds" | "createdAt"> = { source: "plant", state: "searching", elapsedSeconds: 0, incumbents: [], optimal: false, conflicts: [], plan: null, schedule: null };

function incumbent(part: number, objective: number): IncumbentView {
  return { seconds: (part * SEARCHING_MS) / 1000, objective, bound: 4.8e6 + part * 4e5, makespanSeconds: Math.round(objective / 200), tardinessSeconds: Math.round(objective / 1000), lateOrders: Math.round(objective / 1e6), origin: "tabu" };
}

function figuresOf(plan: PlanView | null): object {
  const operations = plan?.operations ?? [];
  return {
    makespanSeconds: plan?.makespanSeconds ?? 0, tardinessSeconds: plan?.tardinessSeconds ?? 0, lateOrders: plan?.tardyOrders ?? 0, objective: 0,
    setupSeconds: operations.reduce((sum, op) => sum + op.setupSeconds, 0), flowSeconds: operations.length * 1800,
  };
}

function said(status: number, body: object): Said {
  return { status, body };
}

function refused(status: number, detail: string): Said {
  return said(status, { type: "about:blank", title: "Not possible", status, detail });
}
