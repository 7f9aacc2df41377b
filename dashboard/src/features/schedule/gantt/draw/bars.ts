import type { Bar } from "@/features/schedule/gantt/bars";
import { hasMoved } from "@/features/schedule/gantt/ghosts";
import { barsWithin } from "@/features/schedule/gantt/lanes";
import { FONT, INK } from "@/features/schedule/gantt/draw/paint";
import { barBand, type Still, seenRows } from "@/features/schedule/gantt/draw/scene";
import { flag, hatched, pin, rounded, slantedLines } from "@/features/schedule/gantt/draw/shapes";
import { fitting } from "@/features/schedule/gantt/draw/text";
import { timeAt, xOf } from "@/features/schedule/gantt/view";

type Pen = CanvasRenderingContext2D;

/** Narrower bars are plain strips: nobody sees their corners. */
const STRIP = 4;
/** So wide a setup shows its slanted lines. */
const LINED = 5;
const ALPHA: Readonly<Record<Bar["status"], number>> = { done: 0.38, running: 0.5, planned: 0.82 };

/** The bars that are seen: rows scrolled away and times beyond the edges cost nothing. */
export function drawBars(pen: Pen, still: Still): void {
  const { chart, view, labels, width, scroll, paint } = still;
  const [first, last] = seenRows(still);
  const from = timeAt(view, 0);
  const to = timeAt(view, width - labels);
  pen.font = FONT;
  pen.textBaseline = "middle";
  for (let n = first; n < last; n++) {
    const row = chart.rows[n];
    const lane = chart.lanes[n];
    if (row === undefined || lane === undefined) {
      continue;
    }
    const { top, tall } = barBand(still, row);
    const seen = barsWithin(lane, from, to);
    // A lot may still be elsewhere while its next machine is set up: the work lies above the setup.
    drawSetups(pen, seen, still, top, tall);
    for (const bar of seen) {
      drawBar(pen, bar, still, top, tall);
    }
    if (row.due !== null) {
      flag(pen, labels + xOf(view, row.due), row.top - scroll, row.height, row.late ? paint.late : paint.dim);
    }
  }
}

/** All setups of a row at once; too narrow for lines, they are a shade. */
function drawSetups(pen: Pen, bars: readonly Bar[], { labels, view, paint }: Still, top: number, tall: number): void {
  const wideOf = (bar: Bar): number => (bar.setupSeconds * 1000) / view.msPerPixel;
  for (const lined of [false, true]) {
    pen.beginPath();
    for (const bar of bars) {
      const wide = wideOf(bar);
      if (wide > 0.8 && wide >= LINED === lined) {
        pen.rect(labels + xOf(view, bar.from) - wide, top, wide, tall);
      }
    }
    pen.globalAlpha = lined ? 0.6 : 0.25;
    pen.fillStyle = lined ? slantedLines(pen, paint.dim) : paint.dim;
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function drawBar(pen: Pen, bar: Bar, still: Still, top: number, tall: number): void {
  const left = still.labels + xOf(still.view, bar.from);
  const right = still.labels + xOf(still.view, bar.to);
  const wide = Math.max(1.5, right - left - 1);
  pen.globalAlpha = still.lifted?.key === bar.key ? 0.22 : ALPHA[bar.status];
  pen.fillStyle = bar.color;
  if (wide < STRIP) {
    pen.fillRect(left, top, wide, tall);
  } else {
    rounded(pen, left, top, wide, tall);
    pen.fill();
  }
  pen.globalAlpha = 1;
  if (bar.status === "running") {
    drawProgress(pen, bar, left, top, wide, tall);
  }
  if (bar.kind === "maintenance") {
    hatched(pen, left, top, wide, tall, "#ffffff");
  }
  drawMarks(pen, bar, still, { left, top, wide, tall });
  drawWords(pen, bar, still, { left, top, wide, tall });
}

function drawProgress(pen: Pen, bar: Bar, left: number, top: number, wide: number, tall: number): void {
  pen.save();
  rounded(pen, left, top, wide, tall);
  pen.clip();
  pen.fillStyle = bar.color;
  pen.fillRect(left, top, wide * bar.progress, tall);
  pen.restore();
}

interface Box { left: number; top: number; wide: number; tall: number }

/** Moved bars have an edge, late ones a red foot, pinned ones a needle. */
function drawMarks(pen: Pen, bar: Bar, { paint }: Still, { left, top, wide, tall }: Box): void {
  if (bar.change !== null && hasMoved(bar.change)) {
    if (wide < STRIP) {
      pen.fillStyle = paint.changed;
      pen.fillRect(left, top, wide, 3);
    } else {
      pen.strokeStyle = paint.changed;
      pen.lineWidth = 2;
      rounded(pen, left + 1, top + 1, wide - 2, tall - 2);
      pen.stroke();
    }
  }
  if (bar.late !== null && bar.status !== "done") {
    pen.fillStyle = paint.late;
    pen.fillRect(left, top + tall - 3, wide, 3);
  }
  if (bar.pinned !== null && wide > 6) {
    pin(pen, left + Math.min(wide / 2, 8), top + 4, "#ffffff", INK);
  }
}

function drawWords(pen: Pen, bar: Bar, { labels, width, paint }: Still, { left, top, wide, tall }: Box): void {
  const begin = Math.max(left, labels) + (bar.pinned !== null && left >= labels ? 16 : 6);
  const room = Math.min(left + wide, width) - begin - 3;
  if (room > 20) {
    pen.fillStyle = bar.status === "done" ? paint.dim : INK;
    pen.fillText(fitting(pen, bar.words, room), begin, top + tall / 2 + 0.5);
  }
}
