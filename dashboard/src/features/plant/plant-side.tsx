import { useMemo } from "react";
import { MachinePanel } from "@/features/plant/machine-panel";
import { AlarmList } from "@/shared/alarms/alarm-list";
import { useTwin } from "@/shared/live/told";
import { Panel } from "@/shared/ui/panel";

interface SideProps { selected: string | null; past: boolean; onClose: () => void }

/** Beside the hall: the chosen machine, and what needs a person. */
export function PlantSide({ selected, past, onClose }: SideProps) {
  const alarmsById = useTwin((twin) => twin.alarms);
  const alarms = useMemo(() => Object.values(alarmsById), [alarmsById]);
  return (
    <aside className="plant-side" aria-label="Details">
      {selected !== null && <MachinePanel id={selected} past={past} onClose={onClose} />}
      <Panel title={past ? "Alarms then" : "Alarms"} aside={<span>{alarms.length}</span>} flush className="plant-alarms">
        <AlarmList alarms={alarms} readOnly={past} />
      </Panel>
    </aside>
  );
}
