import { useCallback, useMemo, useState } from "react";
import type { Chart } from "@/features/schedule/gantt/bars";
import { fitted, revealing, type View } from "@/features/schedule/gantt/view";
import { plantNow } from "@/shared/live/clock";

const HOUR_MS = 3_600_000;
const FIRST_LOOK_MS = 36 * HOUR_MS;

/** What part of the plan is seen: the next hours, which follow the clock, until a hand chooses otherwise. */
export function useGanttView(chart: Chart, width: number, start: string | null) {
  const [chosen, setChosen] = useState<View | null>(null);
  const begin = useCallback(() => {
    const bar = start === null ? undefined : chart.byKey.get(start);
    const view = shownFrom(chart, width, FIRST_LOOK_MS);
    return bar === undefined ? view : revealing(view, bar.from, bar.to, width);
  }, [chart, width, start]);
  const first = useMemo(() => begin(), [begin]);
  const view = chosen ?? first;
  const change = useCallback((step: (view: View) => View) => setChosen((known) => step(known ?? begin())), [begin]);
  const fit = useCallback(() => setChosen(shownFrom(chart, width, Infinity)), [chart, width]);
  return { view, change, fit };
}

function shownFrom({ bars }: Chart, width: number, longest: number): View {
  const now = plantNow();
  const end = bars.reduce((latest, bar) => (bar.status === "done" ? latest : Math.max(latest, bar.to)), now + 2 * HOUR_MS);
  const to = Math.min(end, now + longest);
  return fitted(now - Math.min(0.75 * HOUR_MS, (to - now) * 0.05), to, width);
}
