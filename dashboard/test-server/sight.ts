import type { components } from "../src/shared/api/schema";
import type { InspectionView } from "../src/shared/wire/wire";
import { boardImage, heatImage } from "./board-image";
import { PLANT } from "./fixture";
import type { Floor } from "./floor";

type Schemas = components["schemas"];
type CorrectionForm = Schemas["CorrectionForm"];
interface Answer { status: number; body: unknown }

const MASK_CORNERS = 24;

/** What cameras saw and what people said of it: pictures, verdicts, masks, likely causes. */
export class Sight {
  constructor(private readonly floor: Floor) {}

  /** A picture's bytes, or null where the path names none. */
  picture(path: string): { type: string; bytes: Buffer | string } | null {
    const [, id = "", kind = ""] = /^\/inspections\/(i\d+)\/(image|picture|heat-map)$/.exec(path) ?? [];
    if (/^\/models\/[^/]+\/[^/]+\/pictures\/.+\.svg$/.test(path)) {
      return { type: "image/svg+xml", bytes: CONFUSION };
    }
    const findings = this.inspection(id)?.findings ?? [];
    const boxes = (kind === "heat-map" ? findings : findings.filter((finding) => finding.location !== "whole part")).map((finding) => finding.box);
    return kind === "" ? null : { type: "image/png", bytes: kind === "heat-map" ? heatImage(boxes) : boardImage(Number(id.slice(1)), boxes, kind === "image") };
  }

  /** The answer to a request about quality, or null where it is about something else. */
  answer(method: string, path: string, body: Record<string, unknown>, query: URLSearchParams): Answer | null {
    const [, id = "", what = ""] = /^\/inspections\/(i\d+)(?:\/(corrections|segment|similar))?$/.exec(path) ?? [];
    if (id !== "") {
      const inspection = this.inspection(id);
      return inspection === undefined ? { status: 404, body: { title: "Not found", detail: `There is no inspection '${id}'.` } } : this.about(inspection, what, body, query);
    }
    switch (method === "GET" ? path : "") {
      case "/inspections/pareto": return ok(this.pareto(query));
      case "/dashboard/charts/defect-trend": return ok(this.trend(Number(query.get("bucket") ?? 3600), query.get("within") ?? ""));
      case "/quality/causes": return ok(this.causes());
      case "/quality/confirmations": return ok(this.confirmations());
      case "/quality/cameras": return ok(this.cameras());
      case "/models/placer-life/1/pictures": return ok(["confusion.svg", "worst-cases.svg"].map((name) => ({ name, url: `/api/v1/models/placer-life/1/pictures/${name}` })));
      case "/models/placer-life/2/pictures": return ok([]);
      default: return null;
    }
  }

  private about(inspection: InspectionView, what: string, body: Record<string, unknown>, query: URLSearchParams): Answer {
    switch (what) {
      case "corrections": {
        const form = body as unknown as CorrectionForm;
        return { status: 201, body: this.floor.correct(inspection, { finding: form.finding ?? null, verdict: form.verdict, type: form.type ?? null, box: form.box ?? null, outline: form.outline ?? null, comment: form.comment ?? null, by: form.by ?? "api" }) };
      }
      case "segment": return ok(mask(Number(body["x"]), Number(body["y"])));
      case "similar": return ok(this.similar(inspection, Number(query.get("finding")), Number(query.get("limit") ?? 5)));
      default: return ok(inspection);
    }
  }

  private similar(inspection: InspectionView, finding: number, limit: number): Schemas["SimilarView"][] {
    const type = inspection.findings[finding]?.type;
    const cases = this.floor.inspections.filter((one) => one.time < inspection.time).flatMap((one) => one.findings.filter((other) => other.type === type).map((other) => ({ inspection: one, finding: other.number })));
    return cases.slice(-limit).map((one, n) => ({ ...one, distance: 0.11 + n * 0.07 }));
  }

  private pareto(query: URLSearchParams): Schemas["ParetoView"] {
    const by = query.get("by") ?? "type";
    const seen = this.within(query.get("within") ?? "");
    const counts = new Map<string, number>();
    for (const inspection of seen) {
      for (const finding of inspection.findings) {
        const key = by === "type" ? finding.type : by === "machine" ? inspection.machine : lineOf(inspection.machine);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    let running = 0;
    const items = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => ({ name, count, share: count / all, cumulative: (running += count) / all }));
    return { by, from: "", to: "", inspected: seen.length, rejected: seen.filter((one) => one.verdict === "FAIL").length, items };
  }

  private trend(bucket: number, within: string): Schemas["TrendView"] {
    const buckets = new Map<number, { inspected: number; rejected: number; defects: Record<string, number> }>();
    for (const inspection of this.within(within)) {
      const start = Math.floor(Date.parse(inspection.time) / 1000 / bucket) * bucket;
      const point = buckets.get(start) ?? { inspected: 0, rejected: 0, defects: {} };
      point.inspected += 1;
      point.rejected += inspection.verdict === "FAIL" ? 1 : 0;
      inspection.findings.forEach(({ type }) => (point.defects[type] = (point.defects[type] ?? 0) + 1));
      buckets.set(start, point);
    }
    return { bucketSeconds: bucket, points: [...buckets].map(([start, point]) => ({ time: new Date(start * 1000).toISOString(), ...point, rate: point.rejected / point.inspected })) };
  }

  private causes(): Schemas["CauseView"][] {
    const failed = this.floor.inspections.filter((one) => one.verdict === "FAIL");
    const evidence = failed.slice(-9).map((one) => one.id);
    const since = failed[0]?.time ?? this.floor.clock().plantTime;
    return [
      { type: "open", station: "hall/smt/line-2/place/placer-2b", lane: "every second part", position: "left of centre", count: 9, expected: 2.3, pValue: 0.0004, since, words: `9 opens left of centre from line 2 since ${since}, where 2.3 would come by chance; Placer 2B works there and its vibration rises.`, evidence },
      { type: "short", station: "hall/smt/line-1/print/printer-1", lane: null, position: null, count: 4, expected: 1.1, pValue: 0.008, since, words: "4 shorts after Printer 1 in a row, where 1.1 would come by chance.", evidence: evidence.slice(0, 4) },
    ];
  }

  private confirmations(): Schemas["ConfirmationsView"] {
    const rows = new Map<string, Schemas["ConfirmationView"]>();
    const row = (machine: string, type: string): Schemas["ConfirmationView"] => {
      const line = lineOf(machine);
      const known = rows.get(`${line} ${type}`) ?? { line, type, confirmed: 0, rejected: 0, missed: 0, unjudged: 0, rejectConfirmationRate: null, ever: { confirmed: 0, rejected: 0, missed: 0 } };
      rows.set(`${line} ${type}`, known);
      return known;
    };
    for (const inspection of this.floor.inspections) {
      for (const finding of inspection.findings) {
        const verdict = inspection.corrections.findLast((one) => one.finding === finding.number)?.verdict;
        row(inspection.machine, finding.type)[verdict === "CONFIRMED" ? "confirmed" : verdict === "REJECTED" ? "rejected" : "unjudged"] += 1;
      }
      inspection.corrections.filter((one) => one.verdict === "MISSED").forEach((one) => (row(inspection.machine, one.type ?? "").missed += 1));
    }
    const now = this.floor.clock().plantTime;
    return { from: now, to: now, items: [...rows.values()].map((one) => ({ ...one, rejectConfirmationRate: rateOf(one) })) };
  }

  private cameras(): Schemas["CameraPicturesView"][] {
    const since = new Date(this.floor.time - 3 * 3_600_000).toISOString();
    const size = { widthPixels: 640, heightPixels: 640 };
    return PLANT.cameras.map(({ id, machine }, n) => ({
      camera: id, machine, inspected: this.floor.inspections.filter((one) => one.camera === id).length, refusedInAll: n === 0 ? 4 : 0, refused: n === 0 ? { BLURRED: 3, UNDEREXPOSED: 1 } : {},
      drift: n === 0 ? [{ ...size, pictures: 143, learnedFrom: 60, needed: 60, stability: "LARGE" as const, measures: [measure("BRIGHTNESS", 0.31, "LARGE", since), measure("CONTRAST", 0.14, "MODERATE", since), measure("SHARPNESS", 0.02, "STABLE", null)] }]
        : [{ ...size, pictures: 41, learnedFrom: 38, needed: 60, stability: null, measures: [] }],
    }));
  }

  private within(path: string): InspectionView[] {
    return this.floor.inspections.filter((one) => one.machine.startsWith(path));
  }

  private inspection(id: string): InspectionView | undefined {
    return this.floor.inspections.find((one) => one.id === id);
  }
}

function lineOf(machine: string): string {
  return PLANT.lines.find((line) => machine.startsWith(line.id))?.id ?? machine;
}

function measure(name: string, stabilityIndex: number, verdict: Schemas["Stability"], since: string | null): Schemas["MeasureView"] {
  return { measure: name, stabilityIndex, pValue: since === null ? 0.4 : 0.001, verdict, since };
}

function rateOf({ confirmed, rejected }: { confirmed: number; rejected: number }): number | null {
  return confirmed + rejected === 0 ? null : confirmed / (confirmed + rejected);
}

/** A blob around a pixel. */
function mask(x: number, y: number): Schemas["ProposalView"] {
  const outline = Array.from({ length: MASK_CORNERS }, (_, n) => {
    const angle = (2 * Math.PI * n) / MASK_CORNERS;
    const reach = 8 + 1.6 * Math.sin(3 * angle);
    return [Math.round(x + 1.3 * reach * Math.cos(angle)), Math.round(y + reach * Math.sin(angle))];
  });
  return { box: { x: x - 12, y: y - 9, width: 24, height: 18 }, areaPixels: 262, outline, millis: 18.4 };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

const CONFUSION = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="20" y="26">Confusion matrix</text>${[42, 1, 0, 2, 38, 3, 0, 4, 51].map((count, n) => `<rect x="${70 + (n % 3) * 70}" y="${46 + Math.floor(n / 3) * 58}" width="66" height="54" fill="#3b8eea" fill-opacity="${0.05 + count / 60}"/><text x="${96 + (n % 3) * 70}" y="${78 + Math.floor(n / 3) * 58}">${count}</text>`).join("")}</svg>`;
