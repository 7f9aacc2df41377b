const KEYS = [
  ["done", "done"], ["running", "running"], ["planned", "planned"], ["setup", "setup"], ["service", "maintenance"], ["closed", "nobody works"],
  ["changed", "moved by the last plan"], ["late", "late"], ["pinned", "pinned"], ["due", "due"], ["now", "now"],
] as const;

export function GanttLegend() {
  return <p className="gantt-legend small dim">{KEYS.map(([key, words]) => <span key={key}><i className={`key-${key}`} /> {words}</span>)}</p>;
}
