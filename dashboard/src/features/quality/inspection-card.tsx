import { Link } from "react-router";
import { linkTo, type Shown, stateOf } from "@/features/quality/inspection/judging";
import { useZone } from "@/shared/live/clock";
import { exactTime, shortName, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import type { InspectionView } from "@/shared/wire/wire";

export function InspectionCard({ inspection, shown }: { inspection: InspectionView; shown: Shown }) {
  const zone = useZone();
  const failed = inspection.verdict === "FAIL";
  const state = stateOf(inspection);
  return (
    <Link className="inspection" data-failed={failed || undefined} to={linkTo(inspection, shown)}>
      <span className="inspection-picture">
        {inspection.image === null ? <span className="dim small">no picture kept</span> : <img src={inspection.image} alt={`${inspection.serial} with its marks`} loading="lazy" />}
        {state !== null && <span className="inspection-state" data-open={state.open || undefined}>{state.word}</span>}
      </span>
      <span className="inspection-text">
        <span className="row spread"><strong className="mono clip">{inspection.serial}</strong><Tag color={failed ? TONE_COLORS.down : TONE_COLORS.running}>{words(inspection.verdict)}</Tag></span>
        <span className="small clip">{failed ? inspection.findings.map((finding) => words(finding.type)).join(", ") : "Nothing found"}</span>
        <span className="small dim clip">{shortName(inspection.machine)}, {exactTime(inspection.time, zone)}</span>
      </span>
    </Link>
  );
}
