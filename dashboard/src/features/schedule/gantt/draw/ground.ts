import { BOLD, SMALL } from "@/features/schedule/gantt/draw/paint";
import { type Still, seenRows } from "@/features/schedule/gantt/draw/scene";
import { hatched } from "@/features/schedule/gantt/draw/shapes";
import { clipped, widthOf } from "@/features/schedule/gantt/draw/text";
import type { Row } from "@/features/schedule/gantt/rows";
import { xOf } from "@/features/schedule/gantt/view";

type Pen = CanvasRenderingContext2D;

/** Rows, the hours in which nobody works, and lines at the ticks: what bars lie on. */
export function drawGround(pen: Pen, still: Still): void {
  const { width, height, labels, view, ticks, paint, chart, scroll } = still;
  const [first, last] = seenRows(still);
  pen.fillStyle = paint.ground;
  pen.fillRect(0, 0, width, height);
  for (let n = first; n < last; n++) {
    const row = chart.rows[n];
    if (row !== undefined) {
      pen.fillStyle = row.kind === "heading" ? paint.heading : n % 2 === 0 ? paint.ground : paint.stripe;
      pen.fillRect(0, row.top - scroll, width, row.height);
      drawClosed(pen, still, n, row);
    }
  }
  pen.fillStyle = paint.line;
  for (const tick of ticks) {
    const x = labels + xOf(view, tick);
    if (x >= labels) {
      pen.fillRect(x, 0, 1, height);
    }
  }
}

function drawClosed(pen: Pen, { chart, view, labels, width, paint, scroll, lifted }: Still, n: number, row: Row): void {
  for (const { from, to, kind } of chart.lanes[n]?.closed ?? []) {
    const left = Math.max(labels, labels + xOf(view, from));
    const right = Math.min(width, labels + xOf(view, to));
    if (right > left) {
      pen.globalAlpha = kind === "down" ? 0.14 : kind === "break" ? 0.5 : 1;
      pen.fillStyle = kind === "down" ? paint.late : paint.shade;
      pen.fillRect(left, row.top - scroll, right - left, row.height);
      pen.globalAlpha = 1;
      if (kind === "down") {
        hatched(pen, left, row.top - scroll, right - left, row.height, paint.late, 0.3);
      }
    }
  }
  if (lifted !== null && chart.grouping === "machine" && lifted.refusals.has(row.id)) {
    hatched(pen, labels, row.top - scroll, width - labels, row.height, paint.dim, 0.28);
  }
}

/** The names at the left, over everything that slides under them. */
export function drawLabels(pen: Pen, still: Still): void {
  const { labels, height, paint, chart, scroll, lifted } = still;
  const [first, last] = seenRows(still);
  pen.textBaseline = "middle";
  for (let n = first; n < last; n++) {
    const row = chart.rows[n];
    if (row === undefined) {
      continue;
    }
    const middle = row.top - scroll + row.height / 2 + 1;
    const heading = row.kind === "heading";
    pen.fillStyle = heading ? paint.heading : n % 2 === 0 ? paint.ground : paint.stripe;
    pen.fillRect(0, row.top - scroll, labels, row.height);
    pen.font = heading ? SMALL : BOLD;
    const unable = lifted?.refusals.has(row.id) === true;
    pen.fillStyle = row.late ? paint.late : heading || unable ? paint.dim : paint.text;
    pen.globalAlpha = unable ? 0.6 : 1;
    const words = clipped(pen, row.label, labels - (heading ? 16 : 26));
    pen.fillText(words, heading ? 10 : 18, middle);
    if (row.note !== "") {
      const used = widthOf(pen, words) + 18;
      pen.fillStyle = paint.dim;
      pen.fillText(clipped(pen, row.note, labels - used - 10), used, middle);
    }
    pen.globalAlpha = 1;
  }
  pen.fillStyle = paint.line;
  pen.fillRect(labels - 1, 0, 1, height);
}
