import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useAlarmAction } from "@/shared/alarms/alarm-actions";
import { sortedAlarms } from "@/shared/alarms/sorted-alarms";
import { useStale, useZone } from "@/shared/live/clock";
import { clockTime, shortName, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { SEVERITY_COLORS } from "@/shared/ui/tone";
import type { AlarmView } from "@/shared/wire/wire";
import "@/shared/alarms/alarms.css";

interface AlarmListProps {
  alarms: readonly AlarmView[];
  withMachine?: boolean;
  /** Nothing can be done about alarms of the past. */
  readOnly?: boolean;
}

export function AlarmList({ alarms, withMachine = true, readOnly = false }: AlarmListProps) {
  const action = useAlarmAction();
  if (alarms.length === 0) {
    return <Notice kind="empty" title="No alarms">Everything that can raise one is quiet.</Notice>;
  }
  return (
    <>
      {action.isError && <p className="alarm-refused" role="alert">{action.error.message}</p>}
      <ul className="alarms">
        {sortedAlarms(alarms).map((alarm) => (
          <AlarmItem
            key={alarm.id}
            alarm={alarm}
            withMachine={withMachine}
            readOnly={readOnly}
            busy={action.isPending && action.variables.alarm.id === alarm.id}
            onAcknowledge={() => action.mutate({ alarm, action: "acknowledge" })}
            onShelve={() => action.mutate({ alarm, action: alarm.state === "shelved" ? "unshelve" : "shelve" })}
          />
        ))}
      </ul>
    </>
  );
}

interface AlarmItemProps { alarm: AlarmView; withMachine: boolean; readOnly: boolean; busy: boolean; onAcknowledge: () => void; onShelve: () => void }

function AlarmItem({ alarm, withMachine, readOnly, busy, onAcknowledge, onShelve }: AlarmItemProps) {
  const zone = useZone();
  const stale = useStale();
  const open = alarm.state.endsWith("unacknowledged");
  return (
    <li className="alarm" data-open={open || undefined} style={{ "--tone": SEVERITY_COLORS[alarm.severity] }}>
      <div className="alarm-text">
        <p className="alarm-message">
          {alarm.message}
          {alarm.count > 1 && <span className="dim"> ×{alarm.count}</span>}
        </p>
        <p className="alarm-note">
          <strong>{words(alarm.severity)}</strong>
          {withMachine && <Link to={`/machine/${alarm.machine}`}>{shortName(alarm.machine)}</Link>}
          <time dateTime={alarm.raisedAt}>{clockTime(alarm.raisedAt, zone)}</time>
          <span>{stateWords(alarm, zone)}</span>
        </p>
      </div>
      {!readOnly && (
        <div className="alarm-actions">
          {open && <Button size="compact-xs" variant="light" loading={busy} disabled={stale} onClick={onAcknowledge} aria-label={`Acknowledge: ${alarm.message}`}>Acknowledge</Button>}
          <Button size="compact-xs" variant="subtle" color="gray" disabled={stale || busy} onClick={onShelve} aria-label={`${alarm.state === "shelved" ? "Unshelve" : "Shelve 1 h"}: ${alarm.message}`}>
            {alarm.state === "shelved" ? "Unshelve" : "Shelve 1 h"}
          </Button>
        </div>
      )}
    </li>
  );
}

function stateWords(alarm: AlarmView, zone: string): string {
  switch (alarm.state) {
    case "active-unacknowledged": return "new";
    case "active-acknowledged": return `seen by ${alarm.acknowledgedBy ?? "someone"}`;
    case "cleared-unacknowledged": return `over since ${clockTime(alarm.clearedAt, zone)}, not seen yet`;
    case "shelved": return `shelved until ${clockTime(alarm.shelvedUntil, zone)}`;
    case "closed": return "closed";
  }
}
