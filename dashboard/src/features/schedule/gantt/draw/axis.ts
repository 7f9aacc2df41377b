import { FONT } from "@/features/schedule/gantt/draw/paint";
import type { Still } from "@/features/schedule/gantt/draw/scene";
import { widthOf } from "@/features/schedule/gantt/draw/text";
import { xOf } from "@/features/schedule/gantt/view";
import { clockTime, day } from "@/shared/ui/format";

export const AXIS = 38;

/** Hours along the top, with the day where it begins and at the left edge. */
export function drawAxis(pen: CanvasRenderingContext2D, { width, labels, view, ticks, zone, paint }: Still): void {
  pen.clearRect(0, 0, width, AXIS);
  pen.font = FONT;
  pen.textBaseline = "middle";
  let lastDay = "";
  let dayEnds = 0;
  for (const tick of ticks) {
    const x = labels + xOf(view, tick);
    if (x < labels) {
      continue;
    }
    const date = day(tick, zone);
    pen.fillStyle = paint.dim;
    pen.fillText(clockTime(tick, zone), x + 4, AXIS - 9);
    if (date !== lastDay && x > dayEnds) {
      pen.fillStyle = paint.text;
      pen.fillText(date, x + 4, 10);
      dayEnds = x + widthOf(pen, date) + 12;
      lastDay = date;
    }
    pen.fillStyle = paint.line;
    pen.fillRect(x, AXIS - 17, 1, 17);
  }
}
