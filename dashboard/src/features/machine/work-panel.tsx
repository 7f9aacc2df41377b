import { useMemo } from "react";
import { Link } from "react-router";
import { useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { clockTime } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import type { MachineView } from "@/shared/wire/wire";

const SHOWN = 7;

/** What it works on and what the plan has for it next. */
export function WorkPanel({ machine }: { machine: MachineView }) {
  const zone = useZone();
  const plan = useLive((live) => live.plan);
  const next = useMemo(() => (plan?.operations ?? []).filter((op) => op.machine === machine.id && op.operation !== machine.operation?.operation && op.status !== "DONE").sort((a, b) => a.start.localeCompare(b.start)).slice(0, SHOWN), [plan, machine.id, machine.operation?.operation]);
  const { operation } = machine;
  return (
    <Panel title="Orders on it" aside={<Link to="/schedule">Schedule</Link>} flush>
      {operation === null && next.length === 0
        ? <Notice kind="empty" title="No work planned">The plan has nothing for this machine.</Notice>
        : (
          <div className="list live">
            {operation !== null && (
              <div>
                <div className="row spread"><strong className="clip">{operation.name}, lot {operation.lot}</strong><span className="numbers">{operation.good + operation.scrap + operation.rework} of {operation.quantity}</span></div>
                <span className="bar"><span style={{ width: `${operation.progress * 100}%` }} /></span>
                <span className="small dim">since {clockTime(operation.startedAt, zone)}, {operation.scrap} scrap, {operation.rework} to rework</span>
              </div>
            )}
            {next.map((op) => (
              <div key={op.operation} className="row spread">
                <span className="clip">{op.name} <span className="dim">lot {op.lot}</span></span>
                <span className="numbers dim">{clockTime(op.start, zone)} – {clockTime(op.end, zone)}</span>
              </div>
            ))}
          </div>
        )}
    </Panel>
  );
}
