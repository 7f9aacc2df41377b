import { useZone } from "@/shared/live/clock";
import { clockTime, duration, shortName } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import type { ChangeView } from "@/shared/wire/planning";

const SHOWN = 60;

interface ChangeListProps { changes: readonly ChangeView[]; trigger: string | null; preview: boolean; onShow: (operation: string) => void }

/** What a plan changes against the one before, and why; each leads to its bar. */
export function ChangeList({ changes, trigger, preview, onShow }: ChangeListProps) {
  const zone = useZone();
  return (
    <Panel title={preview ? "What would change and why" : "What changed and why"} aside={<span>{changes.length}</span>} flush>
      {trigger !== null && <p className="trigger">Because of: <strong>{trigger}</strong></p>}
      {changes.length === 0 ? <Notice kind="empty" title="Nothing moved">{preview ? "Every operation would stay where it is." : "The plan in force kept every operation where it was."}</Notice> : (
        <ul className="list plain changes live" tabIndex={0} aria-label="Changes of the plan">
          {changes.slice(0, SHOWN).map((change) => <li key={change.operation}><Change change={change} zone={zone} onShow={onShow} /></li>)}
          {changes.length > SHOWN && <li className="small dim">and {changes.length - SHOWN} more, marked in the chart</li>}
        </ul>
      )}
    </Panel>
  );
}

function Change({ change, zone, onShow }: { change: ChangeView; zone: string; onShow: (operation: string) => void }) {
  const { operation, fromMachine, toMachine, fromStart, toStart, reason } = change;
  const shift = fromStart === null ? 0 : (Date.parse(toStart) - Date.parse(fromStart)) / 1000;
  return (
    <button type="button" className="to-bars" onClick={() => onShow(operation)}>
      <span className="row spread">
        <strong className="mono clip">{operation}</strong>
        <span className="small numbers">{fromStart === null ? "new" : clockTime(fromStart, zone)} → {clockTime(toStart, zone)}{Math.abs(shift) >= 60 && <span className="dim"> {shift > 0 ? "+" : "−"}{duration(Math.abs(shift))}</span>}</span>
      </span>
      {fromMachine !== null && fromMachine !== toMachine && <span className="small">{shortName(fromMachine)} → {shortName(toMachine)}</span>}
      <span className="small dim">{reason}</span>
      <span className="unseen">Show it in the chart</span>
    </button>
  );
}
