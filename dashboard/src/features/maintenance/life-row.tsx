import { Button } from "@mantine/core";
import { Link } from "react-router";
import { type Axis, isBookable, placeOn } from "@/features/maintenance/rul-axis";
import { useZone } from "@/shared/live/clock";
import { clockTime, hours, percent, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { healthColor, RISK_COLORS, TONE_COLORS } from "@/shared/ui/tone";
import type { MachineView, WishView } from "@/shared/wire/wire";

interface LifeRowProps { machine: MachineView; wishes: readonly WishView[]; axis: Axis; onRequest: () => void }

const HOUR_MS = 3_600_000;

/** A machine, how long it will last, and when it is to be seen to. */
export function LifeRow({ machine, wishes, axis, onRequest }: LifeRowProps) {
  const { prognosis } = machine;
  return (
    <li className={`life-row live ${machine.staleSince === null ? "" : "stale"}`}>
      <div className="life-who">
        <Link to={`/machine/${machine.id}`} className="clip"><strong>{machine.name}</strong></Link>
        <span className="row small">
          <span style={{ color: healthColor(machine.health.value) }} aria-hidden>●</span> Health {percent(machine.health.value, 0)}
          {prognosis !== null && <Tag color={RISK_COLORS[prognosis.risk]}>{words(prognosis.risk)}</Tag>}
        </span>
      </div>
      <div className="life-track">
        {axis.ticks.map((tick) => <span key={tick} className="life-tick" style={{ left: `${placeOn(axis, tick)}%` }} aria-hidden />)}
        {prognosis !== null && <Interval prognosis={prognosis} axis={axis} />}
        {wishes.filter(isBookable).map((wish) => <WishMark key={wish.id} wish={wish} axis={axis} />)}
      </div>
      <div className="life-words small">
        {prognosis === null
          ? <span className="dim">No estimate yet</span>
          : <><strong>{hours(prognosis.remainingLifeHours)}</strong> <span className="dim">({hours(prognosis.low)} – {hours(prognosis.high)})</span><br /><span className="dim">{prognosis.recommendedAction}</span></>}
      </div>
      <Button size="compact-xs" variant="subtle" onClick={onRequest} aria-label={`Request maintenance of ${machine.name}`}>Request</Button>
    </li>
  );
}

function Interval({ prognosis, axis }: { prognosis: NonNullable<MachineView["prognosis"]>; axis: Axis }) {
  const low = placeOn(axis, axis.from + prognosis.low * HOUR_MS);
  const high = placeOn(axis, axis.from + prognosis.high * HOUR_MS);
  const median = placeOn(axis, axis.from + prognosis.remainingLifeHours * HOUR_MS);
  const beyond = axis.from + prognosis.high * HOUR_MS > axis.to;
  if (low >= 100) {
    return <span className="life-beyond small dim">beyond {hours(prognosis.low)} ›</span>;
  }
  return (
    <>
      <span className="life-interval" data-beyond={beyond || undefined} style={{ left: `${low}%`, width: `${high - low}%`, "--tone": RISK_COLORS[prognosis.risk] }} title={`Fails between ${hours(prognosis.low)} and ${hours(prognosis.high)} from now, with 90 %`} />
      {median < 100 && <span className="life-middle" style={{ left: `${median}%` }} title={`Median ${hours(prognosis.remainingLifeHours)}`} />}
    </>
  );
}

function WishMark({ wish, axis }: { wish: WishView; axis: Axis }) {
  const zone = useZone();
  const left = placeOn(axis, Date.parse(wish.earliest));
  const right = placeOn(axis, Date.parse(wish.latest));
  const begin = wish.plannedStart === null ? null : placeOn(axis, Date.parse(wish.plannedStart));
  const end = wish.plannedEnd === null ? null : placeOn(axis, Date.parse(wish.plannedEnd));
  return (
    <>
      <span className="wish-window" style={{ left: `${left}%`, width: `${right - left}%` }} title={`Window ${clockTime(wish.earliest, zone)} to ${clockTime(wish.latest, zone)}`} />
      {begin !== null && end !== null && (
        <span className="wish-slot" style={{ left: `${begin}%`, width: `max(6px, ${end - begin}%)`, background: TONE_COLORS.maintenance }} title={`${words(wish.status)} ${clockTime(wish.plannedStart, zone)} to ${clockTime(wish.plannedEnd, zone)}`} />
      )}
    </>
  );
}
