import type { Bar } from "@/features/schedule/gantt/bars";
import type { Drag } from "@/features/schedule/gantt/drag";
import { FONT, INK } from "@/features/schedule/gantt/draw/paint";
import { barBand, type Moving, type Still } from "@/features/schedule/gantt/draw/scene";
import { rounded } from "@/features/schedule/gantt/draw/shapes";
import { fitting, widthOf } from "@/features/schedule/gantt/draw/text";
import { xOf } from "@/features/schedule/gantt/view";
import { clockTime } from "@/shared/ui/format";

type Pen = CanvasRenderingContext2D;

/** The layer above the bars: the line of now, what is pointed at, and what the hand holds. */
export function drawMoving(pen: Pen, still: Still, { now, hovered, focused, drag }: Moving): void {
  const { width, height, labels, paint, view } = still;
  pen.clearRect(0, 0, width, height);
  pen.save();
  pen.beginPath();
  pen.rect(labels, 0, width - labels, height);
  pen.clip();
  const x = labels + xOf(view, now);
  pen.fillStyle = paint.now;
  pen.fillRect(x - 0.75, 0, 1.5, height);
  pen.beginPath();
  pen.moveTo(x - 5, 0);
  pen.lineTo(x + 5, 0);
  pen.lineTo(x, 6);
  pen.fill();
  if (hovered !== null && hovered.key !== focused?.key) {
    outline(pen, still, hovered, paint.text, 1.5);
  }
  if (focused !== null) {
    outline(pen, still, focused, paint.accent, 3);
    outline(pen, still, focused, paint.text, 1);
  }
  drawDragged(pen, still, drag);
  pen.restore();
}

function outline(pen: Pen, still: Still, bar: Bar, color: string, width: number): void {
  const { labels, view } = still;
  const row = still.chart.rows[bar.row];
  if (row !== undefined) {
    const { top, tall } = barBand(still, row);
    pen.strokeStyle = color;
    pen.lineWidth = width;
    rounded(pen, labels + xOf(view, bar.from) - 1, top - 1, Math.max(3, (bar.to - bar.from) / view.msPerPixel + 1), tall + 2);
    pen.stroke();
  }
}

function drawDragged(pen: Pen, still: Still, drag: Drag | null): void {
  const { labels, view, paint, zone, width } = still;
  const row = drag === null ? undefined : still.chart.rows[drag.row];
  if (drag === null || row === undefined) {
    return;
  }
  const left = labels + xOf(view, drag.start);
  const { top, tall } = barBand(still, row);
  const wide = Math.max(6, (drag.bar.to - drag.bar.from) / view.msPerPixel);
  pen.shadowColor = "rgba(0, 0, 0, 0.45)";
  pen.shadowBlur = 10;
  pen.fillStyle = drag.bar.color;
  rounded(pen, left, top, wide, tall);
  pen.fill();
  pen.shadowBlur = 0;
  pen.shadowColor = "transparent";
  pen.strokeStyle = drag.refusal === null ? paint.text : paint.late;
  pen.lineWidth = 2;
  pen.stroke();
  pen.font = FONT;
  pen.textBaseline = "middle";
  pen.fillStyle = INK;
  pen.fillText(fitting(pen, drag.bar.words, wide - 10), left + 6, top + tall / 2);
  const words = drag.refusal ?? clockTime(drag.start, zone);
  const room = widthOf(pen, words) + 12;
  const beside = Math.min(Math.max(labels + 2, left), width - room - 2);
  const above = top > 24 ? top - 23 : top + tall + 4;
  pen.fillStyle = drag.refusal === null ? paint.text : paint.late;
  rounded(pen, beside, above, room, 19);
  pen.fill();
  pen.fillStyle = paint.ground;
  pen.fillText(words, beside + 6, above + 10);
}
