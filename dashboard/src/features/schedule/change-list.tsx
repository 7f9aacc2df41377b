import { useZone } from "@/shared/live/clock";
import { clockTime, shortName } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import type { PlanView } from "@/shared/wire/wire";

const SHOWN = 60;

/** What the plan in force changed against the one before, and why. */
export function ChangeList({ plan }: { plan: PlanView | null }) {
  const zone = useZone();
  const changes = plan?.changes ?? [];
  return (
    <Panel title="What changed and why" aside={<span>{changes.length}</span>} flush>
      {plan?.trigger != null && <p className="trigger">Because of: <strong>{plan.trigger}</strong></p>}
      {changes.length === 0 ? <Notice kind="empty" title="Nothing moved">The plan in force kept every operation where it was.</Notice> : (
        <ul className="list plain changes live" tabIndex={0} aria-label="Changes of the plan">
          {changes.slice(0, SHOWN).map((change) => (
            <li key={change.operation}>
              <div className="row spread"><strong className="mono">{change.operation}</strong><span className="small numbers">{change.fromStart === null ? "new" : clockTime(change.fromStart, zone)} → {clockTime(change.toStart, zone)}</span></div>
              {change.fromMachine !== null && change.fromMachine !== change.toMachine && <p className="small">{shortName(change.fromMachine)} → {shortName(change.toMachine)}</p>}
              <p className="small dim">{change.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
