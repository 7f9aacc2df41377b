import type { CSSProperties } from "react";
import type { Bar } from "@/features/schedule/gantt/bars";
import { useZone } from "@/shared/live/clock";
import { clockTime, duration, percent, shortName, words } from "@/shared/ui/format";

export function BarCard({ bar, style }: { bar: Bar; style: CSSProperties }) {
  const zone = useZone();
  return (
    <div className="bar-card" style={style} role="tooltip">
      <strong>{bar.kind === "maintenance" ? `Maintenance ${bar.key}` : `${bar.label}, lot ${bar.lot}`}</strong>
      <span className="dim">{shortName(bar.machine)} · {words(bar.status)}{bar.status === "running" ? ` ${percent(bar.progress, 0)}` : ""}</span>
      <span className="numbers">{clockTime(bar.from, zone)} – {clockTime(bar.to, zone)} <span className="dim">({duration((bar.to - bar.from) / 1000)})</span></span>
      {bar.setupSeconds > 0 && <span className="dim">after {duration(bar.setupSeconds)} setup</span>}
      {bar.change !== null && <span className="bar-card-change">{bar.change.reason}</span>}
    </div>
  );
}
