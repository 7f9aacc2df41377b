import type { Bar, Chart } from "@/features/schedule/gantt/bars";

const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

/** The bar that an arrow key leads to: the neighbour in its row, or the one nearest in time in the next row that has any. */
export function neighbour(chart: Chart, focused: Bar | null, key: string, now: number): Bar | null {
  if (!KEYS.has(key)) {
    return null;
  }
  if (focused === null) {
    const first = chart.lanes.findIndex((lane) => lane.bars.length > 0);
    return nearest(chart, first, now);
  }
  const lane = chart.lanes[focused.row]?.bars ?? [];
  const place = lane.findIndex((bar) => bar.key === focused.key);
  switch (key) {
    case "ArrowLeft": return lane[place - 1] ?? focused;
    case "ArrowRight": return lane[place + 1] ?? focused;
    case "Home": return lane[0] ?? focused;
    case "End": return lane.at(-1) ?? focused;
    case "ArrowUp": return inNextRow(chart, focused, -1) ?? focused;
    case "ArrowDown": return inNextRow(chart, focused, 1) ?? focused;
    default: return null;
  }
}

function inNextRow(chart: Chart, { row, from, to }: Bar, step: 1 | -1): Bar | null {
  for (let next = row + step; next >= 0 && next < chart.lanes.length; next += step) {
    const found = nearest(chart, next, (from + to) / 2);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function nearest(chart: Chart, row: number, time: number): Bar | null {
  let best: Bar | null = null;
  let least = Infinity;
  for (const bar of chart.lanes[row]?.bars ?? []) {
    const away = Math.max(bar.from - time, time - bar.to, 0);
    if (away < least) {
      best = bar;
      least = away;
    }
  }
  return best;
}
