import type { ReactNode } from "react";
import type { Bar } from "@/features/schedule/gantt/bars";

interface OpenedBarProps { bar: Bar; left: number; top: number; height: number; details: (bar: Bar, close: () => void) => ReactNode; onClose: () => void }

/** The place beside a bar at which its card opens. */
export function OpenedBar({ bar, left, top, height, details, onClose }: OpenedBarProps) {
  return <div className="gantt-anchor" style={{ left, top, height }}>{details(bar, onClose)}</div>;
}
