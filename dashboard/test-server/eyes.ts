import type { components } from "../src/shared/api/schema";
import type { InspectionView } from "../src/shared/wire/wire";
import type { Floor } from "./floor";
import { LIDS } from "./lids";
import type { Lives } from "./lives";

type Schemas = components["schemas"];
type Model = Schemas["ModelView"];
type Verdict = InspectionView["verdict"];
interface Answer { status: number; body: unknown }
interface Look { inspection: string; version: string; verdict: Verdict; findings: InspectionView["findings"]; inspectionMillis: number }

const CASES = 50;

/** Models that look at pictures: one with a shadow beside it, and one in shadow that has seen no part. */
export class Eyes {
  constructor(private readonly floor: Floor, private readonly lives: Lives) {}

  /** The answer to a request about such models, or about all, or null where it is about something else. */
  answer(method: string, path: string, body: Record<string, unknown>): Answer | null {
    const [, name = "", what = ""] = /^\/models\/(lid-scratches|board-judge)(?:\/(promote|retire|shadows|[^/]+\/pictures))?$/.exec(path) ?? [];
    if (method === "POST" && what === "retire" && this.models(name).every((model) => model.state === "SHADOW")) {
      return { status: 409, body: { title: "Refused", detail: `No version of ${name} counts.` } };
    }
    if (method === "POST" && what !== "") {
      const before = this.floor.judge;
      this.floor.judge = what === "retire" ? null : String(body["version"]);
      this.floor.tell(what === "retire" ? "model-retired" : "model-promoted", "hall", { model: name, version: this.floor.judge ?? before, before, by: body["by"] }, {});
    }
    return path === "/models" ? ok([...this.models("board-judge"), ...this.models(LIDS.model), ...this.lives.models(true)])
      : name === "" ? null
      : what === "shadows" ? ok(this.compared(name))
      : what.endsWith("/pictures") ? ok([])
      : ok(this.models(name));
  }

  private models(name: string): Model[] {
    const lids = name === LIDS.model;
    return (lids ? LIDS.versions : ["1"]).map((version): Model => ({
      name, version, state: lids && version === this.floor.judge ? "ACTIVE" : "SHADOW", class: null, licence: "Your own data: nothing is published", file: `${name}-${version}.onnx`, sha256: "41c2d7a09be6f358".repeat(4),
      metrics: lids ? { auroc: version === "1" ? 0.981 : 0.993, false_rejects: version === "1" ? 0.021 : 0.012, threshold: 0.48 } : { f1: 0.9712, false_rejects: 0.004 },
      provenance: { data: lids ? "lids, sha256 77b1…, 240 good pictures" : "generated boards, 12,000 pictures", task: lids ? "anomaly" : "differences", seed: "17", command: lids ? `./millwright train vision --data lids --name ${name} --seed 17` : "./millwright train public --set boards" },
      notes: null, machines: [], cameras: [lids ? LIDS.camera : "cam-1"], running: null, drift: null,
    })).sort((a, b) => a.state.localeCompare(b.state));
  }

  private compared(name: string): Schemas["ShadowView"] {
    const looks = this.floor.events.filter((event) => event.type.includes(".shadow-inspected.")).map((event) => event.data as Look & { model: string }).filter((look) => look.model === name).reverse();
    const sides = new Map<string, Look[]>();
    const add = (key: string, look: Look): unknown => sides.set(key, [...(sides.get(key) ?? []), look]);
    const parts = new Map(this.floor.inspections.map((one) => [one.id, one]));
    const seen = new Map<string, InspectionView>();
    const cases: Schemas["CaseView"][] = [];
    for (const look of looks) {
      const part = parts.get(look.inspection);
      if (part !== undefined) {
        const by = part.model?.split(" ").at(-1) ?? null;
        if (!seen.has(part.id)) {
          add(`counted ${by ?? ""}`, { inspection: part.id, version: by ?? "", verdict: part.verdict, findings: part.findings, inspectionMillis: part.inspectionMillis });
        }
        seen.set(part.id, part);
        add(`shadow ${look.version}`, look);
        if (look.verdict !== part.verdict && cases.length < CASES) {
          cases.push({ inspection: part.id, machine: part.machine, serial: part.serial, time: part.time, counted: by, verdict: part.verdict, version: look.version, otherwise: look.verdict, findings: look.findings.map((finding) => finding.type), truth: truthOf(part) });
        }
      }
    }
    return { parts: seen.size, since: [...seen.values()].at(-1)?.time ?? null, sides: [...sides].sort(([a], [b]) => a.localeCompare(b)).map(([key, said]) => sideOf(key.startsWith("counted"), said, seen)), cases };
  }
}

function sideOf(counted: boolean, said: readonly Look[], parts: ReadonlyMap<string, InspectionView>): Schemas["SideView"] {
  const of = (wanted: (verdict: Verdict, decided: Verdict | undefined, truth: Verdict | null) => boolean): number => said.filter(({ verdict, inspection }) => {
    const part = parts.get(inspection);
    return wanted(verdict, part?.verdict, part === undefined ? null : truthOf(part));
  }).length;
  return {
    version: said[0]?.version === "" ? null : (said[0]?.version ?? null), counted, parts: said.length, rejected: of((verdict) => verdict === "FAIL"),
    rejectedAlone: of((verdict, decided) => verdict === "FAIL" && decided === "PASS"), passedAlone: of((verdict, decided) => verdict === "PASS" && decided === "FAIL"),
    judged: of((_, __, truth) => truth !== null), escapes: of((verdict, _, truth) => truth === "FAIL" && verdict === "PASS"), falseRejects: of((verdict, _, truth) => truth === "PASS" && verdict === "FAIL"),
    millis: said.map((look) => look.inspectionMillis).sort((a, b) => a - b)[Math.floor(said.length / 2)] ?? 0,
  };
}

/** What people say of a part, or null where nobody has said anything. */
function truthOf({ findings, corrections }: InspectionView): Verdict | null {
  const stands = findings.some((finding) => corrections.findLast((one) => one.finding === finding.number)?.verdict !== "REJECTED");
  return corrections.length === 0 ? null : stands || corrections.some((one) => one.verdict === "MISSED") ? "FAIL" : "PASS";
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
