import type { Refusals } from "@/features/schedule/gantt/able";
import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import type { Drag } from "@/features/schedule/gantt/drag";
import type { Ghost } from "@/features/schedule/gantt/ghosts";
import type { Paint } from "@/features/schedule/gantt/draw/paint";
import type { Row } from "@/features/schedule/gantt/rows";
import type { View } from "@/features/schedule/gantt/view";

/** What changes rarely: rows, shading, bars. Drawn anew only when it does. */
export interface Still {
  width: number;
  height: number;
  /** Width of the column of names at the left. */
  labels: number;
  /** How far the rows are scrolled. */
  scroll: number;
  view: View;
  ticks: readonly number[];
  zone: string;
  paint: Paint;
  chart: Chart;
  ghosts: readonly Ghost[];
  /** What a hand has lifted: its place pales, and so do machines that cannot do it. */
  lifted: Lifted | null;
}

export interface Lifted { key: string; refusals: Refusals }

/** What moves all the time, on a layer of its own: now, what is pointed at, what is dragged. */
export interface Moving { now: number; hovered: Bar | null; focused: Bar | null; drag: Drag | null }

const PAD = 4;
/** How much of a lane is left to the old places, below the bars. */
const BASELINE = 8;

/** Where the bars of a row lie; with old places shown, they make room for them below. */
export function barBand({ ghosts, scroll }: Pick<Still, "ghosts" | "scroll">, row: Row): { top: number; tall: number } {
  return { top: row.top - scroll + PAD, tall: row.height - PAD * 2 - (ghosts.length > 0 ? BASELINE : 0) };
}

/** Where a row's old places lie. */
export function ghostBand({ scroll }: Pick<Still, "scroll">, row: Row): { top: number; tall: number } {
  return { top: row.top - scroll + row.height - PAD - BASELINE + 2, tall: BASELINE - 2 };
}

/** The rows that are seen, from the first to before the last. */
export function seenRows({ chart, scroll, height }: Pick<Still, "chart" | "scroll" | "height">): [number, number] {
  let first = 0;
  while (first < chart.rows.length - 1 && (chart.rows[first + 1]?.top ?? 0) <= scroll) {
    first += 1;
  }
  let last = first;
  while (last < chart.rows.length && (chart.rows[last]?.top ?? 0) < scroll + height) {
    last += 1;
  }
  return [first, last];
}
