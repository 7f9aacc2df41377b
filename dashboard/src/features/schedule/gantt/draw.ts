import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import { type View, xOf } from "@/features/schedule/gantt/view";
import { clockTime, day } from "@/shared/ui/format";

export const ROW = 30;
const PAD = 4;

export interface Paint { text: string; dim: string; line: string; ground: string; stripe: string; now: string; changed: string; late: string }

export function paintOf(element: Element): Paint {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return { text: read("--mw-text"), dim: read("--mw-dim"), line: read("--mw-line"), ground: read("--mw-panel"), stripe: read("--mw-raised"), now: read("--mw-bad"), changed: read("--mw-warn"), late: read("--mw-bad") };
}

interface Frame { width: number; height: number; labels: number; view: View; ticks: readonly number[]; now: number; paint: Paint; hovered: string | null }

const FONT = "500 11px 'Inter Variable', system-ui, sans-serif";
const BOLD = "600 12px 'Inter Variable', system-ui, sans-serif";

export function drawAxis(pen: CanvasRenderingContext2D, frame: Frame, zone: string): void {
  const { width, height, labels, view, paint } = frame;
  pen.clearRect(0, 0, width, height);
  pen.font = FONT;
  pen.textBaseline = "middle";
  let lastDay = "";
  for (const tick of frame.ticks) {
    const x = labels + xOf(view, tick);
    if (x < labels) {
      continue;
    }
    const date = day(tick, zone);
    pen.fillStyle = paint.dim;
    pen.fillText(clockTime(tick, zone), x + 4, height - 9);
    if (date !== lastDay) {
      pen.fillStyle = paint.text;
      pen.fillText(date, x + 4, 9);
      lastDay = date;
    }
    pen.fillStyle = paint.line;
    pen.fillRect(x, height - 17, 1, 17);
  }
}

export function drawChart(pen: CanvasRenderingContext2D, chart: Chart, frame: Frame): void {
  const { width, height, labels, view, paint } = frame;
  pen.clearRect(0, 0, width, height);
  pen.textBaseline = "middle";
  chart.rows.forEach((row, n) => {
    const first = n === 0 || chart.rows[n - 1]?.group !== row.group;
    pen.fillStyle = n % 2 === 0 ? paint.ground : paint.stripe;
    pen.fillRect(0, n * ROW, width, ROW);
    if (first) {
      pen.fillStyle = paint.line;
      pen.fillRect(0, n * ROW, width, 1);
    }
  });
  pen.save();
  pen.beginPath();
  pen.rect(labels, 0, width - labels, height);
  pen.clip();
  pen.fillStyle = paint.line;
  frame.ticks.forEach((tick) => pen.fillRect(labels + xOf(view, tick), 0, 1, height));
  // A lot may still be elsewhere while its next machine is set up: the work lies above the setup.
  chart.bars.forEach((bar) => drawSetup(pen, bar, frame));
  chart.bars.forEach((bar) => drawBar(pen, bar, frame));
  chart.rows.forEach((row, n) => {
    if (row.due !== null) {
      drawDue(pen, labels + xOf(view, row.due), n * ROW, row.late ? paint.late : paint.dim);
    }
  });
  const x = labels + xOf(view, frame.now);
  pen.fillStyle = paint.now;
  pen.fillRect(x - 0.75, 0, 1.5, height);
  pen.restore();
  drawLabels(pen, chart, frame);
}

function drawLabels(pen: CanvasRenderingContext2D, chart: Chart, { labels, height, paint }: Frame): void {
  pen.font = BOLD;
  chart.rows.forEach((row, n) => {
    pen.fillStyle = row.late ? paint.late : paint.text;
    pen.fillText(clipped(pen, row.label, labels - 16), 10, n * ROW + ROW / 2 + 1);
  });
  pen.fillStyle = paint.line;
  pen.fillRect(labels - 1, 0, 1, height);
}

function drawSetup(pen: CanvasRenderingContext2D, bar: Bar, { labels, view, width, paint }: Frame): void {
  const left = labels + xOf(view, bar.from);
  const wide = (bar.setupSeconds * 1000) / view.msPerPixel;
  if (wide > 0.8 && left > labels && left - wide < width) {
    hatched(pen, left - wide, bar.row * ROW + PAD, wide, ROW - PAD * 2, paint.dim);
  }
}

function drawBar(pen: CanvasRenderingContext2D, bar: Bar, { labels, width, view, paint, hovered }: Frame): void {
  const left = labels + xOf(view, bar.from);
  const right = labels + xOf(view, bar.to);
  if (right < labels || left > width) {
    return;
  }
  const top = bar.row * ROW + PAD;
  const tall = ROW - PAD * 2;
  const wide = Math.max(2, right - left - 1);
  pen.globalAlpha = bar.status === "done" ? 0.38 : bar.status === "running" ? 0.5 : 0.8;
  pen.fillStyle = bar.color;
  rounded(pen, left, top, wide, tall);
  pen.fill();
  if (bar.status === "running") {
    pen.globalAlpha = 1;
    pen.save();
    rounded(pen, left, top, wide, tall);
    pen.clip();
    pen.fillRect(left, top, wide * bar.progress, tall);
    pen.restore();
  }
  pen.globalAlpha = 1;
  if (bar.kind === "maintenance") {
    hatched(pen, left, top, wide, tall, "#ffffff");
  }
  if (bar.change !== null || hovered === bar.key) {
    pen.lineWidth = 2;
    pen.strokeStyle = hovered === bar.key ? paint.text : paint.changed;
    rounded(pen, left + 1, top + 1, Math.max(1, wide - 2), tall - 2);
    pen.stroke();
  }
  const seen = Math.max(left, labels) + 6;
  if (right - seen > 26) {
    pen.font = FONT;
    pen.fillStyle = bar.status === "done" ? paint.dim : "#0b1115";
    const words = fitting(pen, bar.words, right - seen - 4);
    if (bar.kind === "maintenance") {
      pen.fillStyle = "#0b1115";
    }
    pen.fillText(words, seen, top + tall / 2 + 0.5);
  }
}

function drawDue(pen: CanvasRenderingContext2D, x: number, top: number, color: string): void {
  pen.fillStyle = color;
  pen.fillRect(x - 0.75, top + 2, 1.5, ROW - 4);
  pen.beginPath();
  pen.moveTo(x, top + 2);
  pen.lineTo(x + 7, top + 5.5);
  pen.lineTo(x, top + 9);
  pen.fill();
}

function rounded(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, Math.min(4, width / 2));
}

function hatched(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, color: string): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.globalAlpha = 0.35;
  pen.strokeStyle = color;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (let start = x - height; start < x + width; start += 5) {
    pen.moveTo(start, y + height);
    pen.lineTo(start + height, y);
  }
  pen.stroke();
  pen.restore();
}

/** The first of the texts that fits, if any. */
function fitting(pen: CanvasRenderingContext2D, texts: readonly string[], room: number): string {
  return texts.find((text) => pen.measureText(text).width <= room) ?? "";
}

/** The text, or as much of its beginning as fits. */
function clipped(pen: CanvasRenderingContext2D, text: string, room: number): string {
  if (pen.measureText(text).width <= room) {
    return text;
  }
  let end = text.length;
  while (end > 0 && pen.measureText(`${text.slice(0, end)}…`).width > room) {
    end -= 1;
  }
  return end < 2 ? "" : `${text.slice(0, end)}…`;
}
