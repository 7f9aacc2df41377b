import { finishedLastHour } from "@/features/plant/throughput";
import { useTwin } from "@/shared/live/told";
import { number, percent } from "@/shared/ui/format";
import { Stat } from "@/shared/ui/stat";

export function KpiStrip() {
  const site = useTwin((live) => live.lines[live.plant?.site ?? ""]);
  const wip = useTwin((live) => Object.values(live.lots).filter((lot) => !lot.done && lot.location !== null).length);
  const open = useTwin((live) => Object.values(live.alarms).filter((alarm) => alarm.state === "active-unacknowledged").length);
  const all = useTwin((live) => Object.keys(live.alarms).length);
  const subject = site?.id ?? "";
  const events = (type: string): string => `/events?subject=${encodeURIComponent(subject)}&type=${type}`;
  const kpis = site?.kpis;
  const finished = useTwin((live) => finishedLastHour(Object.values(live.lots), Date.parse(live.clock?.plantTime ?? "")));
  return (
    <div className="stats kpi-strip">
      <Stat label="OEE" value={percent(kpis?.oee)} share={kpis?.oee ?? null} to={events("machine-state-changed")} />
      <Stat label="Availability" value={percent(kpis?.availability)} share={kpis?.availability ?? null} to={events("machine-state-changed")} />
      <Stat label="Effectiveness" value={percent(kpis?.effectiveness)} share={kpis?.effectiveness ?? null} to={events("operation-completed")} />
      <Stat label="Quality" value={percent(kpis?.qualityRatio)} share={kpis?.qualityRatio ?? null} to={events("part-inspected")} />
      <Stat label="Throughput" value={number(finished)} note="parts/h" to={events("operation-completed")} />
      <Stat label="In process" value={number(wip)} note={wip === 1 ? "lot" : "lots"} />
      <Stat label="Machines" value={`${site?.running ?? 0} / ${site?.machines ?? 0}`} note={site !== undefined && site.down > 0 ? `${site.down} down` : "running"} />
      <Stat label="Alarms" value={number(open)} note={all === 0 ? "all quiet" : `new, ${all} in all`} {...(open > 0 ? { color: "var(--mw-bad)" } : {})} />
    </div>
  );
}
