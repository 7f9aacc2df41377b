import { Link } from "react-router";
import { WithdrawWish } from "@/features/maintenance/withdraw-wish";
import { useZone } from "@/shared/live/clock";
import { clockTime, duration, shortName, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { RISK_COLORS, TONE_COLORS } from "@/shared/ui/tone";
import type { WishView } from "@/shared/wire/wire";

const STATUS_COLORS: Readonly<Record<WishView["status"], string>> = {
  OPEN: TONE_COLORS.waiting, PLANNED: TONE_COLORS.maintenance, RUNNING: TONE_COLORS.running, DONE: TONE_COLORS.idle, WITHDRAWN: TONE_COLORS.stopped,
};
const ORDER: readonly WishView["status"][] = ["RUNNING", "OPEN", "PLANNED", "DONE", "WITHDRAWN"];

export function WishList({ wishes }: { wishes: readonly WishView[] }) {
  const zone = useZone();
  const sorted = [...wishes].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.earliest.localeCompare(a.earliest)).slice(0, 40);
  return (
    <Panel title="Maintenance wishes" aside={<span>{wishes.length}</span>} flush>
      {sorted.length === 0 ? <Notice kind="empty" title="No wishes">When a machine's risk grows, or a person asks, a wish appears here with its window and the time the plan gives it.</Notice> : (
        <ul className="list plain live">
          {sorted.map((wish) => (
            <li key={wish.id}>
              <div className="row spread">
                <span className="row"><Link to={`/machine/${wish.machine}`}><strong>{shortName(wish.machine)}</strong></Link><span className="dim small">{wish.id}</span></span>
                <span className="row"><Tag color={RISK_COLORS[wish.risk]}>{words(wish.risk)}</Tag><Tag color={STATUS_COLORS[wish.status]}>{words(wish.status)}</Tag></span>
              </div>
              <p className="small">{duration(wish.durationSeconds)} between {clockTime(wish.earliest, zone)} and {clockTime(wish.latest, zone)}{wish.plannedStart === null ? "" : <>, <strong>planned {clockTime(wish.plannedStart, zone)} – {clockTime(wish.plannedEnd, zone)}</strong></>}</p>
              <div className="row spread">
                <p className="small dim">{wish.reason}</p>
                {(wish.status === "OPEN" || wish.status === "PLANNED") && <WithdrawWish wish={wish} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
