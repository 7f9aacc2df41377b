import type { Correction, Inspection } from "@/shared/api/types";

/** Stands for a camera where somebody told of a defect. */
const REPORTED = "reported";

type Judged = Pick<Inspection, "findings" | "corrections">;

/** What counts of a finding: the latest that somebody said of it, or null where nobody has. */
export function wordOn(inspection: Judged, finding: number): Correction | null {
  return inspection.corrections.findLast((correction) => correction.finding === finding && correction.verdict !== "MISSED") ?? null;
}

/** Defects that a person marked and the inspector had not found. */
export function missedOf(inspection: Judged): Correction[] {
  return inspection.corrections.filter((correction) => correction.verdict === "MISSED");
}

/** The findings nobody has judged yet, by number. */
export function unjudgedOf(inspection: Judged): number[] {
  return inspection.findings.map((finding) => finding.number).filter((finding) => wordOn(inspection, finding) === null);
}

/** Who gave the verdict: a trained model's version, rules, or a person who reported the defect. */
export function judgeOf({ model, camera }: Pick<Inspection, "model" | "camera">): string {
  return model ?? (camera === REPORTED ? "a person" : "rules");
}

/** Which finding asks for a verdict after this one: the next that nobody has judged, from the front again after the last. */
export function nextUnjudged(inspection: Judged, after: number): number | null {
  const open = unjudgedOf(inspection).filter((finding) => finding !== after);
  return open.find((finding) => finding > after) ?? open[0] ?? null;
}

/** What has become of an inspection in a word; null where there is nothing to judge. */
export function stateOf(inspection: Judged): { word: string; open: boolean } | null {
  const open = unjudgedOf(inspection).length;
  const missed = missedOf(inspection).length;
  if (inspection.findings.length === 0) {
    return missed === 0 ? null : { word: `${missed} missed`, open: false };
  }
  if (open > 0) {
    return { word: open === inspection.findings.length ? "To judge" : `${open} to judge`, open: true };
  }
  const confirmed = inspection.findings.filter((finding) => wordOn(inspection, finding.number)?.verdict === "CONFIRMED").length;
  const words = confirmed === 0 ? "False alarm" : confirmed === inspection.findings.length ? "Confirmed" : `${confirmed} of ${inspection.findings.length} confirmed`;
  return { word: missed === 0 ? words : `${words}, ${missed} missed`, open: false };
}

export const SHOWN = ["all", "failed", "open"] as const;
/** Which inspections a person looks through: all, those rejected, or those with something to judge. */
export type Shown = (typeof SHOWN)[number];

export function shownOf(text: string | null): Shown {
  return SHOWN.find((one) => one === text) ?? "all";
}

export function isShown(inspection: Inspection, shown: Shown): boolean {
  return shown === "all" || (inspection.verdict === "FAIL" && (shown === "failed" || unjudgedOf(inspection).length > 0));
}

/** Where an inspection is looked into; what a person looks through comes along. */
export function linkTo(inspection: Pick<Inspection, "id">, shown: Shown): string {
  return `/quality/inspections/${encodeURIComponent(inspection.id)}${shown === "all" ? "" : `?only=${shown}`}`;
}

/** The inspections before and after one in a list, the newest first; one that the list has let go stands at its end. */
export function beside(inspections: readonly Inspection[], id: string, shown: Shown): { newer: Inspection | null; older: Inspection | null } {
  const list = inspections.filter((one) => one.id === id || isShown(one, shown));
  const at = list.findIndex((one) => one.id === id);
  return at < 0 ? { newer: list.at(-1) ?? null, older: null } : { newer: list[at - 1] ?? null, older: list[at + 1] ?? null };
}
