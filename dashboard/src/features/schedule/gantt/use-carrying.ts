import { useEffect, useMemo, useState } from "react";
import { type Refusals, unmovable } from "@/features/schedule/gantt/able";
import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import { type Drag, gripped, movedTo, pinOf } from "@/features/schedule/gantt/drag";
import type { View } from "@/features/schedule/gantt/view";
import { plantNow, useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { midnightBefore } from "@/shared/ui/zoned-time";
import type { Pin } from "@/shared/wire/planning";

/** A start must still lie ahead when the planner has looked at the preview. */
const DECIDING_MS = 20_000;

interface Carrying {
  chart: Chart;
  /** Which machines cannot do it; null where nothing may be moved at all. */
  refusals: ((bar: Bar) => Refusals) | null;
  onPin: (bar: Bar, pin: Pin) => void;
}

/** A bar in the hand of a planner, from lifting to dropping. */
export function useCarrying({ chart, refusals, onPin }: Carrying) {
  const zone = useZone();
  const speed = useLive((live) => live.clock?.speed ?? 1);
  const [drag, setDrag] = useState<Drag | null>(null);
  const movable = (bar: Bar | null): bar is Bar => bar !== null && refusals !== null && unmovable(bar) === null;
  const key = drag?.bar.key;
  const unable = drag?.refusals;
  const lifted = useMemo(() => (key === undefined || unable === undefined ? null : { key, refusals: unable }), [key, unable]);
  const lift = (bar: Bar | null, time: number): void => {
    if (movable(bar) && refusals !== null) {
      setDrag(gripped(bar, time, refusals(bar)));
    }
  };
  const carry = (view: View, time: number, y: number): void => {
    const now = plantNow();
    const soonest = now + DECIDING_MS * Math.max(1, speed);
    setDrag((known) => known === null ? null : movedTo(known, chart, view, { time, y }, { soonest, midnight: midnightBefore(now, zone) }));
  };
  const drop = (): void => {
    const pin = drag === null ? null : pinOf(drag, chart);
    setDrag(null);
    if (drag !== null && pin !== null) {
      onPin(drag.bar, pin);
    }
  };
  return { drag, lifted, movable, lift, carry, drop, abandon: () => setDrag(null) };
}

/** Escape lets go, wherever the focus is. */
export function useEscape(active: boolean, abandon: () => void): void {
  useEffect(() => {
    if (!active) {
      return;
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape") {
        event.stopPropagation();
        abandon();
      }
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [active, abandon]);
}
