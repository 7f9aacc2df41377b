import { Link } from "react-router";
import { AnsweredBy } from "@/features/maintenance/fleet/answered-by";
import { LifeCell } from "@/features/maintenance/fleet/life-bar";
import { horizon, riskWords } from "@/features/maintenance/life-words";
import { URGENCY_COLORS } from "@/features/maintenance/urgency";
import type { FleetRow } from "@/shared/api/types";
import { NONE, percent, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { healthColor, RISK_COLORS, TONE_COLORS } from "@/shared/ui/tone";

export const HORIZONS = [8, 24, 168] as const;

/** One machine of the fleet; on a phone the cells stack up to a card and carry their own names. */
export function FleetLine({ row, end }: { row: FleetRow; end: number }) {
  return (
    <tr data-state={row.state}>
      <td className="fleet-machine">
        <Link to={`/maintenance/machine/${row.machine}`}><strong>{row.name}</strong></Link>
        <span className="dim small">{row.class}</span>
      </td>
      <td className="fleet-risk">{row.risk === null ? <span className="dim">{NONE}</span> : <Tag color={RISK_COLORS[row.risk]}>{words(row.risk)}</Tag>}{row.alarm && <Tag color={TONE_COLORS.down}>Alarm</Tag>}</td>
      <td className="fleet-health" data-name="Health"><span style={{ color: healthColor(row.health) }} aria-hidden>●</span> {percent(row.health, 0)}</td>
      <td className="fleet-life"><LifeCell row={row} end={end} /></td>
      {HORIZONS.map((hours) => <RiskCell key={hours} row={row} hours={hours} />)}
      <td className="fleet-action"><Advice row={row} /></td>
      <td className="fleet-model"><AnsweredBy row={row} /></td>
    </tr>
  );
}

function RiskCell({ row, hours }: { row: FleetRow; hours: number }) {
  const risk = row.risks.find((one) => one.hours === hours);
  return (
    <td className="fleet-horizon right" data-name={`Fails in ${horizon({ hours })}`} style={{ "--share": `${(risk?.probability ?? 0) * 100}%`, "--tone": RISK_COLORS[row.risk ?? "LOW"] }}>
      {risk === undefined ? <span className="dim">{NONE}</span> : riskWords(risk)}
    </td>
  );
}

function Advice({ row }: { row: FleetRow }) {
  const reason = row.reasons[0];
  return (
    <div className="advice">
      <span>{row.urgency !== null && row.urgency !== "NONE" && <Tag color={URGENCY_COLORS[row.urgency]}>{words(row.urgency)}</Tag>} {row.action ?? (row.state === "unknown" ? "" : "Nothing to do")}</span>
      {reason !== undefined && <span className="dim small" title={row.reasons.join("\n")}>{reason}{row.reasons.length > 1 && ` (and ${row.reasons.length - 1} more)`}</span>}
    </div>
  );
}
