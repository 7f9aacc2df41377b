import { type RefObject, useEffect, useRef } from "react";
import { Gestures, type Hands } from "@/features/schedule/gantt/gestures";
import { useEscape } from "@/features/schedule/gantt/use-carrying";

/** Lets hands act on the chart: they always act on the chart as it is now, though they listen only once. */
export function useHands(target: RefObject<HTMLElement | null>, labels: number, carrying: boolean, acts: Hands): void {
  const latest = useRef({ labels, acts });
  useEffect(() => {
    latest.current = { labels, acts };
  });
  const gestures = useRef<Gestures | null>(null);
  useEffect(() => {
    if (target.current === null) {
      return;
    }
    const made = new Gestures(target.current, () => latest.current.labels, () => latest.current.acts);
    gestures.current = made;
    return () => made.close();
  }, [target]);
  useEscape(carrying, () => gestures.current?.abandon());
}
