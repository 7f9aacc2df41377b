import { missedOf, wordOn } from "@/features/quality/inspection/judging";
import { isWhole } from "@/features/quality/inspection/measures";
import type { Mark } from "@/features/quality/inspection/mark-layer";
import type { Inspection } from "@/shared/api/types";
import { words } from "@/shared/ui/format";

/** All that is drawn over the picture: what was found, and what people marked besides. */
export function marksOf(inspection: Inspection): Mark[] {
  const found = inspection.findings.map((finding): Mark => {
    const verdict = wordOn(inspection, finding.number)?.verdict;
    return { key: String(finding.number), box: finding.box, whole: isWhole(finding), outlines: finding.outlines, label: `${finding.number + 1} ${words(finding.type)}`, state: verdict === "CONFIRMED" ? "confirmed" : verdict === "REJECTED" ? "rejected" : "open" };
  });
  const missed = missedOf(inspection).flatMap((one, n): Mark[] => (one.box === null ? [] : [{ key: `missed ${n}`, box: one.box, whole: false, outlines: one.outline === null ? [] : [one.outline], label: `+ ${words(one.type ?? "defect")}`, state: "missed" }]));
  return [...found, ...missed];
}
