import { Modal } from "@mantine/core";
import { Link } from "react-router";
import { useZone } from "@/shared/live/clock";
import { dayTime, millis, number, percent, shortName, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import type { InspectionView } from "@/shared/wire/wire";

export function InspectionDialog({ inspection, onClose }: { inspection: InspectionView; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={`Inspection of ${inspection.serial}`} size="xl" centered>
      <InspectionDetail inspection={inspection} />
    </Modal>
  );
}

/** The picture large, and each finding with what was seen. */
export function InspectionDetail({ inspection }: { inspection: InspectionView }) {
  const zone = useZone();
  const failed = inspection.verdict === "FAIL";
  return (
    <div className="inspection-detail">
      {inspection.image !== null && <img src={inspection.image} alt={`Board ${inspection.serial}, ${inspection.findings.length} marks`} />}
      <div className="stack">
        <div className="row row-wrap">
          <Tag color={failed ? TONE_COLORS.down : TONE_COLORS.running}>{words(inspection.verdict)}</Tag>
          <span className="dim small">{dayTime(inspection.time, zone)} in {millis(inspection.inspectionMillis)}</span>
        </div>
        <p className="small">Camera {inspection.camera} at <Link to={`/machine/${inspection.machine}`}>{shortName(inspection.machine)}</Link></p>
        {inspection.findings.length === 0 && <p>Nothing differs from the template.</p>}
        <ul className="findings" tabIndex={0} aria-label="Findings">
          {inspection.findings.map((finding, n) => (
            <li key={n}>
              <div className="row spread"><strong>{words(finding.type)}</strong><Tag color={finding.severity === "CRITICAL" ? TONE_COLORS.down : TONE_COLORS.held}>{words(finding.severity)}</Tag></div>
              <p className="small">{finding.reason}</p>
              <p className="small dim">{words(finding.location)}, {number(finding.areaPixels)} pixels, {percent(finding.probability, 0)} sure</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
