import { ActionIcon } from "@mantine/core";
import { IconArrowsMaximize, IconClockPlay, IconZoomIn, IconZoomOut } from "@tabler/icons-react";

interface GanttToolsProps { onZoom: (factor: number) => void; onFit: () => void; onNow: () => void }

export function GanttTools({ onZoom, onFit, onNow }: GanttToolsProps) {
  const tools = [
    { label: "Zoom in", Icon: IconZoomIn, act: () => onZoom(1.5) },
    { label: "Zoom out", Icon: IconZoomOut, act: () => onZoom(1 / 1.5) },
    { label: "Show all", Icon: IconArrowsMaximize, act: onFit },
    { label: "Go to now", Icon: IconClockPlay, act: onNow },
  ];
  return (
    <div className="gantt-tools">
      {tools.map(({ label, Icon, act }) => <ActionIcon key={label} variant="default" size="sm" aria-label={label} title={label} onClick={act}><Icon size={15} /></ActionIcon>)}
    </div>
  );
}
