import { useZone } from "@/shared/live/clock";
import { exactTime, shortName, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import type { InspectionView } from "@/shared/wire/wire";

export function InspectionCard({ inspection, onOpen }: { inspection: InspectionView; onOpen: () => void }) {
  const zone = useZone();
  const failed = inspection.verdict === "FAIL";
  return (
    <button type="button" className="inspection" data-failed={failed || undefined} onClick={onOpen}>
      <span className="inspection-picture">
        {inspection.image === null ? <span className="dim small">no picture kept</span> : <img src={inspection.image} alt={`Board ${inspection.serial} with its marks`} loading="lazy" />}
      </span>
      <span className="inspection-text">
        <span className="row spread"><strong className="mono clip">{inspection.serial}</strong><Tag color={failed ? TONE_COLORS.down : TONE_COLORS.running}>{words(inspection.verdict)}</Tag></span>
        <span className="small clip">{failed ? inspection.findings.map((finding) => words(finding.type)).join(", ") : "Nothing found"}</span>
        <span className="small dim clip">{shortName(inspection.machine)}, {exactTime(inspection.time, zone)}</span>
      </span>
    </button>
  );
}
