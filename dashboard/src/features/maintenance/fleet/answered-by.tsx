import { useZone } from "@/shared/live/clock";
import type { FleetRow } from "@/shared/api/types";
import { dayTime } from "@/shared/ui/format";

/** Whose answer stands: a model's version, the health monitor's, or nobody's, since when and why. */
export function AnsweredBy({ row }: { row: FleetRow }) {
  const zone = useZone();
  return (
    <span className="answered">
      {row.model === null ? <span className="dim">Monitored, no model’s answer</span> : <span>{row.model.name} <strong>{row.model.version}</strong></span>}
      {row.unknown !== null && <span className="warn small">unknown{row.unknown.since === null ? "" : ` since ${dayTime(row.unknown.since, zone)}`}: {row.unknown.why}</span>}
    </span>
  );
}
