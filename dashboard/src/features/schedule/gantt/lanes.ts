import type { Bar, Chart, Closed } from "@/features/schedule/gantt/bars";

/** The bars of one row by their beginning, and how long the longest is: what is seen of it is found without looking at all. */
export interface Lane { bars: readonly Bar[]; longest: number; closed: readonly Closed[] }

/** When a bar's machine is first taken up by it, by its setup or its work. */
export function begin(bar: Pick<Bar, "from" | "setupSeconds">): number {
  return bar.from - bar.setupSeconds * 1000;
}

/** The bars of a lane that reach into a stretch of time. */
export function barsWithin({ bars, longest }: Lane, from: number, to: number): Bar[] {
  const seen: Bar[] = [];
  for (let n = firstFrom(bars, from - longest); n < bars.length; n++) {
    const bar = bars[n];
    if (bar === undefined || bar.from - longest > to) {
      break;
    }
    if (begin(bar) <= to && bar.to >= from) {
      seen.push(bar);
    }
  }
  return seen;
}

/** The bar under a point, the last drawn first. */
export function barAt(chart: Chart, row: number, time: number, slackMs: number): Bar | null {
  const lane = chart.lanes[row];
  return lane === undefined ? null : (barsWithin(lane, time - slackMs, time + slackMs).at(-1) ?? null);
}

function firstFrom(bars: readonly Bar[], time: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.from ?? 0) < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
