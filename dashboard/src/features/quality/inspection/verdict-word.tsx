import type { Correction } from "@/shared/api/types";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

/** What somebody said of a finding, in a word. */
export function VerdictWord({ said }: { said: Correction | null }) {
  switch (said?.verdict) {
    case "CONFIRMED": return <Tag color={TONE_COLORS.down}>Confirmed</Tag>;
    case "REJECTED": return <Tag color={TONE_COLORS.running}>Rejected</Tag>;
    case "MISSED": return <Tag color={TONE_COLORS.setup}>Missed</Tag>;
    case undefined: return <span className="small dim">not judged</span>;
  }
}
