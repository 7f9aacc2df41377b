import { barBand, ghostBand, type Still } from "@/features/schedule/gantt/draw/scene";
import { rounded } from "@/features/schedule/gantt/draw/shapes";
import type { Ghost } from "@/features/schedule/gantt/ghosts";
import { timeAt, xOf } from "@/features/schedule/gantt/view";

type Pen = CanvasRenderingContext2D;

const FEW = 24;

/** The old places of what moved, as strips at the foot of their rows; with few of them, a line to where each went. */
export function drawGhosts(pen: Pen, still: Still): void {
  const { view, labels, width, height, chart, ghosts, scroll } = still;
  const [from, to] = [timeAt(view, 0), timeAt(view, width - labels)];
  const seen = ghosts.filter((ghost) => {
    const row = chart.rows[ghost.row];
    return row !== undefined && ghost.to >= from && ghost.from <= to && row.top + row.height >= scroll && row.top <= scroll + height;
  });
  seen.forEach((ghost) => drawStrip(pen, still, ghost));
  if (seen.length <= FEW) {
    seen.forEach((ghost) => drawTrail(pen, still, ghost));
  }
}

function drawStrip(pen: Pen, still: Still, ghost: Ghost): void {
  const row = still.chart.rows[ghost.row];
  if (row === undefined) {
    return;
  }
  const { top, tall } = ghostBand(still, row);
  rounded(pen, still.labels + xOf(still.view, ghost.from) + 0.5, top + 0.5, Math.max(2, (ghost.to - ghost.from) / still.view.msPerPixel - 2), tall - 1);
  pen.globalAlpha = 0.45;
  pen.fillStyle = ghost.color;
  pen.fill();
  pen.globalAlpha = 1;
  pen.setLineDash([3, 2]);
  pen.lineWidth = 1;
  pen.strokeStyle = still.paint.dim;
  pen.stroke();
  pen.setLineDash([]);
}

function drawTrail(pen: Pen, still: Still, { row, from, to, bar }: Ghost): void {
  const { chart, labels, view, paint } = still;
  const [old, place] = [chart.rows[row], chart.rows[bar.row]];
  if (old === undefined || place === undefined) {
    return;
  }
  const x = labels + xOf(view, from) + Math.min((to - from) / view.msPerPixel / 2, 14);
  const y = ghostBand(still, old).top + 2;
  const toX = labels + xOf(view, bar.from) + Math.min(14, (bar.to - bar.from) / view.msPerPixel / 2);
  const toY = barBand(still, place).top + barBand(still, place).tall;
  const bend = (toX - x) / 2;
  pen.globalAlpha = 0.8;
  pen.strokeStyle = paint.changed;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.bezierCurveTo(x + bend, y, toX - bend, toY, toX, toY);
  pen.stroke();
  pen.beginPath();
  pen.arc(toX, toY, 2.6, 0, Math.PI * 2);
  pen.fillStyle = paint.changed;
  pen.fill();
  pen.globalAlpha = 1;
}
