import { useZone } from "@/shared/live/clock";
import { dayTime, duration } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import type { LateView, PlanView } from "@/shared/wire/planning";

const SHOWN = 60;

interface LateListProps { plan: PlanView | null; onShow: (lot: string) => void }

/** The lots that the plan finishes too late, the latest first, and why. */
export function LateList({ plan, onShow }: LateListProps) {
  const zone = useZone();
  const late = [...(plan?.late ?? [])].sort((a, b) => b.lateSeconds - a.lateSeconds);
  return (
    <Panel title="Late, and why" aside={<span>{late.length === 0 ? "none" : `${late.length} ${late.length === 1 ? "lot" : "lots"}`}</span>} flush>
      {late.length === 0 ? <Notice kind="empty" title="Everything in time">The plan finishes every order by its due date.</Notice> : (
        <ul className="list plain changes live" tabIndex={0} aria-label="Late lots">
          {late.slice(0, SHOWN).map((one) => <li key={one.lot}><LateLot late={one} zone={zone} onShow={onShow} /></li>)}
          {late.length > SHOWN && <li className="small dim">and {late.length - SHOWN} more, marked in the chart</li>}
        </ul>
      )}
    </Panel>
  );
}

function LateLot({ late, zone, onShow }: { late: LateView; zone: string; onShow: (lot: string) => void }) {
  return (
    <button type="button" className="to-bars" onClick={() => onShow(late.lot)}>
      <span className="row spread"><span className="clip"><strong>{late.lot}</strong> <span className="dim small">of {late.order}</span></span><Tag color={TONE_COLORS.down}>{`+${duration(late.lateSeconds)}`}</Tag></span>
      <span className="small">{late.cause}</span>
      <span className="small dim numbers">due {dayTime(late.due, zone)} · ends {dayTime(late.end, zone)}</span>
      <span className="unseen">Show it in the chart</span>
    </button>
  );
}
