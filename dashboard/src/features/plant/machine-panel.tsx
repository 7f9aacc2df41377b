import { Button, CloseButton } from "@mantine/core";
import { Link } from "react-router";
import { useZone } from "@/shared/live/clock";
import { useTwin } from "@/shared/live/told";
import { clockTime, hours, percent, reading, words } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";
import { StateBadge, Tag } from "@/shared/ui/state-badge";
import { healthColor, RISK_COLORS, toneOf } from "@/shared/ui/tone";

/** What there is to know about the chosen machine at a glance. */
export function MachinePanel({ id, past, onClose }: { id: string; past: boolean; onClose: () => void }) {
  const machine = useTwin((live) => live.machines[id]);
  const zone = useZone();
  if (machine === undefined) {
    return null;
  }
  const { operation, health, prognosis, kpis } = machine;
  return (
    <Panel title={machine.name} aside={<CloseButton size="sm" aria-label="Close details" onClick={onClose} />} className="machine-panel">
      <div className={`stack live ${machine.staleSince === null ? "" : "stale"}`}>
        <div className="row row-wrap">
          <StateBadge tone={toneOf(machine)} />
          <span className="dim small">{words(machine.state)} since {clockTime(machine.stateSince, zone)}{machine.cause === null ? "" : `: ${machine.cause}`}</span>
        </div>
        {machine.staleSince !== null && <p className="small warn">No word from it since {clockTime(machine.staleSince, zone)}.</p>}
        <div>
          <div className="row spread small"><span className="dim">Health</span><strong>{percent(health.value, 0)}</strong></div>
          <span className="bar"><span style={{ width: percent(health.value, 1).replace(" ", ""), background: healthColor(health.value) }} /></span>
          {health.reasons.slice(0, 2).map((reason) => <p key={reason.factor} className="small dim">{reason.words}</p>)}
        </div>
        {prognosis !== null && (
          <div className="row row-wrap small">
            <Tag color={RISK_COLORS[prognosis.risk]}>{`${words(prognosis.risk)} risk`}</Tag>
            <span>{hours(prognosis.remainingLifeHours)} left <span className="dim">({hours(prognosis.low)} to {hours(prognosis.high)})</span></span>
          </div>
        )}
        {operation !== null && (
          <div>
            <div className="row spread small"><span className="clip">{operation.name}, lot {operation.lot}</span><strong>{operation.good + operation.scrap}/{operation.quantity}</strong></div>
            <span className="bar"><span style={{ width: `${operation.progress * 100}%` }} /></span>
          </div>
        )}
        <dl className="facts">
          {machine.signals.slice(0, 4).map((signal) => (
            <div key={signal.name} className={`fact ${signal.stale ? "stale" : ""}`}>
              <dt>{words(signal.name)}</dt>
              <dd>{reading(signal.value)} <span className="dim">{signal.unit}</span></dd>
            </div>
          ))}
          <div className="fact"><dt>OEE</dt><dd>{percent(kpis.oee)}</dd></div>
          <div className="fact"><dt>Good / scrap</dt><dd>{machine.counters.good} / {machine.counters.scrap}</dd></div>
        </dl>
        <Button component={Link} to={`/machine/${id}`} variant="light" size="xs" fullWidth>{past ? "Open machine as it is now" : "Open machine"}</Button>
      </div>
    </Panel>
  );
}
