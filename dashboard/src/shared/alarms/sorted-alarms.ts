import type { AlarmView } from "@/shared/wire/wire";

const STATES: readonly AlarmView["state"][] = ["active-unacknowledged", "cleared-unacknowledged", "active-acknowledged", "shelved", "closed"];
const SEVERITIES: readonly AlarmView["severity"][] = ["CRITICAL", "ERROR", "WARNING", "INFO"];

/** What needs a person first; within that the gravest, then the newest. */
export function sortedAlarms(alarms: readonly AlarmView[]): AlarmView[] {
  return [...alarms].sort((a, b) =>
    STATES.indexOf(a.state) - STATES.indexOf(b.state)
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || b.raisedAt.localeCompare(a.raisedAt));
}
