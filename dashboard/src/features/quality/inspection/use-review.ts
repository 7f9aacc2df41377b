import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { nextUnjudged, unjudgedOf, wordOn } from "@/features/quality/inspection/judging";
import type { Mark } from "@/features/quality/inspection/mark-layer";
import { useCorrect } from "@/features/quality/inspection/use-inspection";
import { useLabel } from "@/features/quality/inspection/use-label";
import type { Inspection } from "@/shared/api/types";
import { useStale } from "@/shared/live/clock";

/** Which finding a person looks at, and what is said of it: by hand or by key, from one to the next. */
export function useReview(inspection: Inspection, marks: readonly Mark[], first: string | null) {
  const stale = useStale();
  const [selected, setSelected] = useState<string | null>(first ?? (unjudgedOf(inspection)[0] ?? inspection.findings[0]?.number)?.toString() ?? null);
  const label = useLabel(inspection.id);
  const correcting = useCorrect(inspection.id);
  const finding = inspection.findings.find((one) => String(one.number) === selected) ?? null;
  const said = finding === null ? null : wordOn(inspection, finding.number);

  const select = (key: string | null): void => {
    setSelected(key);
    label.use(null);
  };
  const step = (by: 1 | -1): void => {
    const keys = marks.map((mark) => mark.key);
    const at = selected === null ? (by === 1 ? -1 : 0) : keys.indexOf(selected);
    select(keys[(at + by + keys.length) % keys.length] ?? null);
  };
  /** A first verdict leads on to the next finding that has none; one that undoes another stays where it is. */
  const judge = (verdict: "CONFIRMED" | "REJECTED"): void => {
    if (finding === null || stale) {
      return;
    }
    correcting.mutate({ verdict, finding: finding.number });
    const next = said === null ? nextUnjudged(inspection, finding.number) : null;
    if (next !== null) {
      setSelected(String(next));
    }
  };
  useHotkeys([
    ["ArrowRight", () => step(1)], ["ArrowLeft", () => step(-1)], ["j", () => step(1)], ["k", () => step(-1)],
    ["c", () => judge("CONFIRMED")], ["r", () => judge("REJECTED")], ["m", () => label.use(label.tool === null ? "point" : null)], ["Escape", () => label.use(null)],
  ]);
  return { selected, finding, said, select, step, judge, label, correcting, stale };
}
