import type { components } from "../src/shared/api/schema";
import type { MachineView } from "../src/shared/wire/wire";
import { PLANT } from "./fixture";
import { type Floor, signalAt } from "./floor";

type Schemas = components["schemas"];
type Row = Schemas["FleetRowView"];
type Model = Schemas["ModelView"];
interface Answer { status: number; body: unknown }

/** What placers' model would say, what an oven's cannot, and the health monitor's word on the rest. */
export class Lives {
  private active: string | null = "1";

  constructor(private readonly floor: Floor) {}

  /** The answer to a request about lives or models, or null where it is about something else. */
  answer(method: string, path: string, body: Record<string, unknown>, query: URLSearchParams): Answer | null {
    const machine = /^\/maintenance\/(.+)\/(prediction|life|signals)$/.exec(path);
    const model = /^\/models\/([^/]+)(\/promote|\/retire)?$/.exec(path);
    if (path === "/maintenance/fleet") {
      const asked = query.get("class");
      const items = this.rows().filter((row) => asked === null || row.class === asked);
      return ok({ items: items.slice(0, Number(query.get("limit") ?? 50)), next: null, total: items.length });
    }
    if (machine !== null) {
      const view = this.floor.machines().find((one) => one.id === machine[1]);
      if (view === undefined) {
        return { status: 404, body: { title: "Not found", detail: `There is no machine '${machine[1] ?? ""}'.` } };
      }
      const hours = (Date.parse(query.get("to") ?? "") - Date.parse(query.get("from") ?? "")) / 3_600_000;
      return ok(machine[2] === "prediction" ? this.prediction(view) : machine[2] === "life" ? this.life(view, hours) : this.signals(view, hours));
    }
    if (model !== null) {
      if (method === "POST") {
        this.active = model[2] === "/retire" ? null : String(body["version"]);
      }
      return ok(this.models(false));
    }
    return null;
  }

  private rows(): Row[] {
    const ranks = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
    const rank = (row: Row): number => (row.risk === null ? -1 : ranks.indexOf(row.risk));
    return this.floor.machines().map((view) => this.row(view)).sort((a, b) => rank(b) - rank(a) || a.machine.localeCompare(b.machine));
  }

  private row(view: MachineView): Row {
    const assetClass = classOf(view);
    const { prognosis } = view;
    const predicted = assetClass === "placer" && this.active !== null;
    const unknown = view.name === "Reflow oven 2";
    const left = prognosis?.remainingLifeHours ?? 200;
    return {
      machine: view.id, name: view.name, class: assetClass, health: view.health.value, state: unknown ? "unknown" : predicted ? "predicted" : "monitored",
      life: predicted ? lifeOf(left) : unknown || prognosis === null ? null : { expected: left, low: prognosis.low, high: prognosis.high, unit: "h", hoursPerUnit: 1, cap: null, capped: false },
      risks: predicted ? [8, 24, 168].map((hours) => ({ hours, probability: left > 100 ? (hours > 100 ? 0.31 : 0) : 1 - 0.5 ** (hours / left), atLeast: left > 100 && hours > 100 })) : (prognosis?.risks ?? []),
      risk: prognosis?.risk ?? (predicted ? "LOW" : null), urgency: predicted && prognosis !== null ? "NOW" : prognosis === null ? null : "PLAN",
      action: prognosis?.recommendedAction ?? null, reasons: predicted && prognosis !== null ? DRIVERS.map((driver) => driver.words) : (prognosis?.drivers ?? []),
      model: predicted ? { name: "placer-life", version: this.active ?? "" } : unknown ? { name: "oven-life", version: "1" } : null, at: predicted ? this.floor.clock().plantTime : null,
      unknown: unknown ? { since: this.at(-0.7), why: "nothing is heard of fan-current" } : null, alarm: predicted && prognosis !== null,
    };
  }

  private prediction(view: MachineView): Schemas["PredictionView"] {
    const row = this.row(view);
    const { prognosis } = view;
    const predicted = row.state === "predicted";
    return {
      row, drivers: predicted ? DRIVERS : [], shadows: predicted ? [{ version: this.active === "1" ? "2" : "1", life: lifeOf((prognosis?.remainingLifeHours ?? 200) * 1.3) }] : [],
      baseline: prognosis === null ? null : { life: { expected: prognosis.remainingLifeHours * 1.4, low: prognosis.low, high: prognosis.high * 2, unit: "h", hoursPerUnit: 1, cap: null, capped: false }, basis: prognosis.basis, failureProbability: prognosis.failureProbability, horizonHours: prognosis.horizonHours, reasons: prognosis.drivers },
      decision: predicted && prognosis !== null ? {
        action: "Maintain it in the break before the late shift", urgency: "NOW", best: this.at(2.5), earliest: this.at(2), latest: this.at(3.2), expectedCost: 280, costNow: 410, currency: "EUR",
        curve: [{ start: this.at(0), cost: 130 }, { start: this.at(2.5), cost: 0 }, { start: this.at(3.2), cost: 20 }, { start: this.at(8), cost: 1900 }], reasons: ["a failure costs 4,120, is 75 % likely within 8 h of running", "a stop in the break costs 280"],
      } : null,
      mode: predicted ? { model: "turbofan-failure-mode", version: "1", mode: "high-pressure compressor", probability: 0.62, failureProbability: 0.75, horizon: 30, unit: "cycles" } : null,
      age: predicted ? 1641 : null, rows: predicted ? 1641 : null, lateReadings: predicted ? 2 : null,
      alarms: [...this.floor.alarms.values()].filter((alarm) => alarm.machine === view.id && alarm.state !== "closed"), wishes: [...this.floor.wishes.values()].filter((wish) => wish.machine === view.id),
    };
  }

  private life(view: MachineView, hours: number): Schemas["LifeHistory"] {
    const left = (view.prognosis?.remainingLifeHours ?? 200) * 10;
    const steps = 240;
    const points = Array.from({ length: steps }, (_, n): Schemas["PointView"] => {
      const ago = hours * (1 - n / (steps - 1));
      const expected = Math.min(CAP, ago > hours * 0.7 ? (ago - hours * 0.7) * 10 : left + ago * 10) * (1 + 0.06 * Math.sin(n * 1.7));
      return { time: this.at(-ago), expected, low: expected * 0.7, high: Math.min(CAP, expected * 1.35), version: n % 6 === 0 || this.active === null ? null : `placer-life ${this.active}`, alarm: expected < 60 };
    });
    if (classOf(view) !== "placer") {
      return { unit: "h", hoursPerUnit: 1, points: view.prognosis === null ? [] : points.map((point) => ({ ...point, version: null, alarm: false })), unknown: [], ends: [] };
    }
    const gap = { from: this.at(-hours * 0.7), to: this.at(-hours * 0.64), why: "no row yet since maintenance" };
    return {
      unit: "board row", hoursPerUnit: 0.1, points: points.filter(({ time }) => time < gap.from || time > gap.to), unknown: [gap],
      ends: [{ time: gap.from, kind: "failure" }, { time: gap.to, kind: "maintenance" }],
    };
  }

  private signals(view: MachineView, hours: number): Schemas["SignalHistoryView"][] {
    const steps = 120;
    return (PLANT.machines.find((machine) => machine.id === view.id)?.signals ?? []).map((signal) => {
      const spread = Math.abs(signal.nominal) * 0.05;
      const points = Array.from({ length: steps }, (_, n) => {
        const time = this.floor.time - hours * 3_600_000 * (1 - n / (steps - 1));
        const mean = signalAt(view.id, signal.name, signal.nominal, time);
        return { time: new Date(time).toISOString(), min: mean - spread / 4, max: mean + spread / 4, mean, last: mean, count: 12 };
      });
      const heard = view.signals.find((one) => one.name === signal.name);
      return {
        signal: signal.name, unit: signal.unit, baseline: signal.name === "zone-5" ? null : { level: signal.nominal, low: signal.nominal - spread, high: signal.nominal + spread },
        limitLow: signal.low, limitHigh: signal.high, value: heard?.value ?? null, time: heard?.time ?? null, stale: heard?.stale ?? true, bucketSeconds: (hours * 3600) / steps, points,
      };
    });
  }

  models(list: boolean): Model[] {
    return ["1", "2"].map((version): Model => ({
      name: "placer-life", version, state: version === this.active ? "ACTIVE" : "SHADOW", class: "placer", licence: "Your own data: nothing is published", file: `placer-life-${version}.onnx`, sha256: "9f2b7c61d0a84e5f".repeat(4),
      metrics: version === "1" ? { rmse: 14.82, mae: 9.713, coverage90: 0.9021, mean_life_rmse: 41.3 } : { rmse: 12.4, mae: 8.02, coverage90: 0.913, mean_life_rmse: 41.3 },
      provenance: { data: "placers.csv, sha256 51d0…, 42 machines that failed", split: "by machine: 28 to learn, 7 to calibrate, 7 to judge", seed: "17", command: `./millwright train maintenance --data placers.csv --asset-class placer --unit-column head --time-column row --seed 17${version === "2" ? " --no-age" : ""}` },
      notes: { signals: ["vibration", "nozzle-vacuum", "head-temperature"], unit: "board row", cap: CAP, alarmBelow: 60, age: version === "1" },
      machines: this.floor.machines().filter((view) => classOf(view) === "placer").map((view) => view.id), cameras: [],
      running: { lives: 3, errors: [CAP, CAP / 2, CAP / 4].map((leftAtMost, n) => ({ leftAtMost, estimates: 412 >> n, meanAbsoluteError: (version === "1" ? 19.8 : 15.3) / (n + 1), coverage: 0.9 + n / 100 })) },
      drift: list ? null : { stability: "MODERATE", rows: 1200, signals: [drift("vibration", 0.14, "MODERATE", this.at(-5)), drift("nozzle-vacuum", 0.31, version === "1" ? "LARGE" : "MODERATE", this.at(-9)), drift("head-temperature", 0.03, "STABLE", null)], machines: [{ machine: "hall/smt/line-2/place/placer-2b", rows: 300, stability: "LARGE", since: this.at(-9), signals: [drift("nozzle-vacuum", 0.44, "LARGE", this.at(-9))] }] },
    })).sort((a, b) => a.state.localeCompare(b.state));
  }

  private at(hours: number): string {
    return new Date(this.floor.time + hours * 3_600_000).toISOString();
  }
}

const CAP = 1000;

const DRIVERS: Schemas["DriverView"][] = [
  { signal: "vibration", share: -420.1, value: 3.91, baseline: 1.8, unit: "mm/s", deviation: 4.6, words: "vibration takes 420 board rows off: 3.91 mm/s, usual 1.8 mm/s" },
  { signal: "head-temperature", share: -88.4, value: 44.2, baseline: 41, unit: "°C", deviation: 1.9, words: "head-temperature takes 88 board rows off: 44.2 °C, usual 41 °C" },
  { signal: "nozzle-vacuum", share: 31, value: -62.4, baseline: -62, unit: "kPa", deviation: -0.3, words: "nozzle-vacuum adds 31 board rows: -62.4 kPa, usual -62 kPa" },
  { signal: "wear", share: -22, value: null, baseline: null, unit: "", deviation: 0.8, words: "all signals together take 22 board rows off" },
];

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function classOf(view: MachineView): string {
  return PLANT.machines.find((machine) => machine.id === view.id)?.type ?? "";
}

function lifeOf(hours: number): Schemas["LifeView"] {
  const expected = Math.min(CAP, hours * 10);
  return { expected, low: expected * 0.6, high: Math.min(CAP, expected * 1.5), unit: "board row", hoursPerUnit: 0.1, cap: CAP, capped: expected >= CAP };
}

function drift(signal: string, psi: number, stability: Schemas["Stability"], since: string | null): Schemas["SignalDriftView"] {
  return { signal, psi, ks: psi / 2, pValue: stability === "STABLE" ? 0.41 : 0.0004, stability, since };
}
