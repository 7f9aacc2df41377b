import { useState } from "react";
import type { Mark } from "@/features/quality/inspection/mark-layer";
import { useSegment } from "@/features/quality/inspection/use-inspection";
import type { Spot } from "@/features/quality/inspection/view";
import type { Box, Segment } from "@/shared/api/types";

/** Where a missed defect is, before it is saved; without area where a person drew the box. */
export interface Proposal { box: Box; outline: Segment["outline"] | null; areaPixels: number | null; millis: number | null }

const ASKED_SIDE = 9;

/** Marking a missed defect: a click asks the server for an outline, a drag is the box itself. */
export function useLabel(id: string) {
  const [tool, setTool] = useState<"point" | "box" | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const segment = useSegment(id);
  const clear = (): void => {
    segment.reset();
    setProposal(null);
  };
  const asked = segment.isPending ? segment.variables : null;
  return {
    tool,
    proposal,
    asking: segment.isPending,
    trouble: segment.error?.message ?? null,
    /** Drawn at once where the click was, then in the shape the server proposes. */
    mark: asked !== null ? proposed({ x: asked.x - ASKED_SIDE / 2, y: asked.y - ASKED_SIDE / 2, width: ASKED_SIDE, height: ASKED_SIDE }, null) : proposal === null ? null : proposed(proposal.box, proposal.outline),
    use: (next: "point" | "box" | null) => {
      clear();
      setTool(next);
    },
    point: (at: Spot) => {
      setProposal(null);
      segment.mutate(at, { onSuccess: (found) => setProposal(found) });
    },
    box: (box: Box) => {
      segment.reset();
      setProposal({ box, outline: null, areaPixels: null, millis: null });
    },
  };
}

function proposed(box: Box, outline: Segment["outline"] | null): Mark {
  return { key: "proposed", box, whole: false, outlines: outline === null ? [] : [outline], label: null, state: "proposed" };
}
