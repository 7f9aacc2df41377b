import { useEffect, useState } from "react";
import { useLive } from "@/shared/live/store";
import type { Clock } from "@/shared/wire/wire";

/** The longest the clock runs on without word from the twin. */
const LONGEST_GUESS_MS = 5_000;

/** Plant time in milliseconds: what the twin said last, carried on at the plant's speed for a short while. */
export function plantTimeAt(clock: Clock, heardAt: number, now: number): number {
  const since = Math.min(Math.max(0, now - heardAt), LONGEST_GUESS_MS);
  return Date.parse(clock.plantTime) + since * clock.speed;
}

export function plantNow(): number {
  const { clock, heardAt } = useLive.getState();
  return clock === null ? Date.now() : plantTimeAt(clock, heardAt, Date.now());
}

/** Plant time, drawn anew every so often. */
export function usePlantNow(everyMs = 1000): number {
  const [now, setNow] = useState(plantNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(plantNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

export function useZone(): string {
  return useLive((live) => live.plant?.zone ?? "UTC");
}

/** True while values on screen may be old because the line to the twin is down. */
export function useStale(): boolean {
  return useLive((live) => live.link.phase === "reconnecting");
}
