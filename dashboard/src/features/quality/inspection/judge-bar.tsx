import { ActionIcon, Button } from "@mantine/core";
import { IconCheck, IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import type { Correction } from "@/shared/api/types";

interface JudgeBarProps {
  /** What it is about, such as 2 of 5; null where nothing is selected. */
  place: string | null;
  said: Correction | null;
  disabled: boolean;
  onStep: (by: 1 | -1) => void;
  onJudge: (verdict: "CONFIRMED" | "REJECTED") => void;
}

/** Goes from finding to finding and says what each is; large enough for thumbs. */
export function JudgeBar({ place, said, disabled, onStep, onJudge }: JudgeBarProps) {
  return (
    <div className="judge-bar" role="group" aria-label="Verdict">
      <ActionIcon size={38} variant="default" aria-label="Previous finding" onClick={() => onStep(-1)}><IconChevronLeft size={18} /></ActionIcon>
      <Button className="judge" variant={said?.verdict === "CONFIRMED" ? "filled" : "default"} color="red.9" disabled={disabled} aria-pressed={said?.verdict === "CONFIRMED"} leftSection={<IconCheck size={16} aria-hidden />} title="It is a defect (c)" onClick={() => onJudge("CONFIRMED")}>Confirm</Button>
      <span className="judge-place small dim numbers">{place ?? "–"}</span>
      <Button className="judge" variant={said?.verdict === "REJECTED" ? "filled" : "default"} color="teal.9" disabled={disabled} aria-pressed={said?.verdict === "REJECTED"} leftSection={<IconX size={16} aria-hidden />} title="It is no defect (r)" onClick={() => onJudge("REJECTED")}>Reject</Button>
      <ActionIcon size={38} variant="default" aria-label="Next finding" onClick={() => onStep(1)}><IconChevronRight size={18} /></ActionIcon>
    </div>
  );
}
