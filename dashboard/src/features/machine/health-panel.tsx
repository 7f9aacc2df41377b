import { useZone } from "@/shared/live/clock";
import { dayTime, duration, hours, percent, words } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { healthColor, RISK_COLORS } from "@/shared/ui/tone";
import type { MachineView } from "@/shared/wire/wire";

export function HealthPanel({ machine }: { machine: MachineView }) {
  const zone = useZone();
  const { health, prognosis } = machine;
  return (
    <Panel title="Health and remaining life" aside={prognosis !== null && <Tag color={RISK_COLORS[prognosis.risk]}>{`${words(prognosis.risk)} risk`}</Tag>}>
      <div className="stack live">
        <div className="row">
          <HealthDial value={health.value} />
          <ul className="reasons">
            {health.reasons.length === 0 && <li className="dim">Nothing takes from its health.</li>}
            {health.reasons.map((reason) => (
              <li key={reason.factor}><span>{reason.words}</span><strong>−{percent(reason.loss, 0)}</strong></li>
            ))}
          </ul>
        </div>
        {prognosis === null ? <p className="dim small">No estimate of remaining life yet: too little has been seen.</p> : (
          <>
            <LifeBar low={prognosis.low} median={prognosis.remainingLifeHours} high={prognosis.high} color={RISK_COLORS[prognosis.risk] ?? ""} />
            <dl className="facts">
              <dt>Remaining life</dt><dd><strong>{hours(prognosis.remainingLifeHours)}</strong> <span className="dim">90 % between {hours(prognosis.low)} and {hours(prognosis.high)}</span></dd>
              <dt>Failure</dt><dd>{percent(prognosis.failureProbability, 0)} within {hours(prognosis.horizonHours)}, then {duration(prognosis.downtimeHours * 3600)} down</dd>
              <dt>Basis</dt><dd>{words(prognosis.basis)}{prognosis.drivers.length > 0 ? `: ${prognosis.drivers.join("; ")}` : ""}</dd>
              <dt>Advice</dt><dd>{prognosis.recommendedAction}</dd>
              {machine.lastMaintenance !== null && <><dt>Last serviced</dt><dd>{dayTime(machine.lastMaintenance, zone)}</dd></>}
            </dl>
          </>
        )}
      </div>
    </Panel>
  );
}

function HealthDial({ value }: { value: number }) {
  const round = 2 * Math.PI * 32;
  return (
    <svg viewBox="0 0 80 80" className="dial" role="img" aria-label={`Health ${percent(value, 0)}`}>
      <circle cx={40} cy={40} r={32} fill="none" stroke="var(--mw-line)" strokeWidth={7} />
      <circle cx={40} cy={40} r={32} fill="none" stroke={healthColor(value)} strokeWidth={7} strokeLinecap="round" strokeDasharray={`${round * value} ${round}`} transform="rotate(-90 40 40)" />
      <text x={40} y={46} textAnchor="middle">{Math.round(value * 100)}</text>
    </svg>
  );
}

/** The interval on a line that starts now. */
function LifeBar({ low, median, high, color }: { low: number; median: number; high: number; color: string }) {
  const end = high * 1.1;
  const at = (value: number): string => `${(value / end) * 100}%`;
  return (
    <div className="life" aria-hidden>
      <span className="life-range" style={{ left: at(low), width: at(high - low), background: color }} />
      <span className="life-median" style={{ left: at(median) }} />
      <span className="life-now">now</span>
      <span className="life-end">{hours(end)}</span>
    </div>
  );
}
