import { hours, number, percent } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import type { MachineView } from "@/shared/wire/wire";

/** ISO 22400 figures; each leads to the events it is counted from. */
export function KpiPanel({ machine }: { machine: MachineView }) {
  const { kpis } = machine;
  const to = (type: string): string => `/events?subject=${encodeURIComponent(machine.id)}&type=${type}`;
  return (
    <Panel title="Key figures, this shift" aside="each opens to its events" flush>
      <div className="stats stats-flush">
        <Stat label="OEE" value={percent(kpis.oee)} share={kpis.oee} to={to("machine-state-changed")} />
        <Stat label="Availability" value={percent(kpis.availability)} share={kpis.availability} to={to("machine-state-changed")} />
        <Stat label="Effectiveness" value={percent(kpis.effectiveness)} share={kpis.effectiveness} to={to("operation-completed")} />
        <Stat label="Quality" value={percent(kpis.qualityRatio)} share={kpis.qualityRatio} to={to("operation-completed")} />
        <Stat label="First pass" value={percent(kpis.fpy)} to={to("part-inspected")} />
        <Stat label="Utilisation" value={percent(kpis.utilization)} to={to("operation-started")} />
        <Stat label="NEE" value={percent(kpis.nee)} to={to("machine-state-changed")} />
        <Stat label="MTBF" value={hours(kpis.mtbfHours)} to={to("machine-state-changed")} />
        <Stat label="MTTR" value={hours(kpis.mttrHours)} to={to("machine-state-changed")} />
        <Stat label="Produced" value={number(kpis.produced)} note={`${number(kpis.good)} good`} to={to("operation-completed")} />
        <Stat label="Scrap" value={percent(kpis.scrapRatio)} note={`${number(machine.counters.scrap)} parts`} to={to("operation-completed")} />
        <Stat label="Setup" value={hours(kpis.setupHours)} note={`${hours(kpis.downHours)} down`} to={to("machine-mode-changed")} />
      </div>
    </Panel>
  );
}
