import { IconPin } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { pinWords, stateOf, titleOf } from "@/features/schedule/gantt/bar-words";
import type { Bar } from "@/features/schedule/gantt/bars";
import { useZone } from "@/shared/live/clock";
import { clockTime, duration, shortName } from "@/shared/ui/format";

/** What a bar is, while it is pointed at. */
export function BarCard({ bar, style }: { bar: Bar; style: CSSProperties }) {
  return (
    <div className="bar-card" style={style} role="tooltip">
      <strong>{titleOf(bar)}</strong>
      <BarFacts bar={bar} />
    </div>
  );
}

export function BarFacts({ bar }: { bar: Bar }) {
  const zone = useZone();
  return (
    <>
      <span className="dim">{shortName(bar.machine)} · {stateOf(bar)}</span>
      <span className="numbers">{clockTime(bar.from, zone)} – {clockTime(bar.to, zone)} <span className="dim">({duration((bar.to - bar.from) / 1000)})</span></span>
      {bar.setupSeconds > 0 && <span className="dim">after {duration(bar.setupSeconds)} setup</span>}
      {bar.pinned !== null && <span className="row"><IconPin size={13} aria-hidden /> {pinWords(bar.pinned, zone)}</span>}
      {bar.late !== null && <span className="bad">Late by {duration(bar.late.lateSeconds)}: {bar.late.cause}</span>}
      {bar.change !== null && <span className="bar-card-change">{bar.change.reason}</span>}
    </>
  );
}
