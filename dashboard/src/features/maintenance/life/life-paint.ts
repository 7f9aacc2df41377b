import type uPlot from "uplot";
import { alarmSpans } from "@/features/maintenance/life/life-columns";
import type { LifeHistory } from "@/shared/api/types";
import { TONE_COLORS } from "@/shared/ui/tone";

const END_COLORS: Readonly<Record<LifeHistory["ends"][number]["kind"], string>> = { failure: TONE_COLORS.down, maintenance: TONE_COLORS.maintenance };

/** Under the lines: hatched where nothing was known, a red foot where the model's alarm stood, and a mark where a life ended. */
export function paintLife(plot: uPlot, { points, unknown, ends }: LifeHistory, dim: string): void {
  const { ctx, bbox } = plot;
  const x = (seconds: number): number => Math.min(bbox.left + bbox.width, Math.max(bbox.left, plot.valToPos(seconds, "x", true)));
  const last = plot.scales["x"]?.max ?? 0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const gap of unknown) {
    hatch(ctx, x(Date.parse(gap.from) / 1000), bbox.top, x(gap.to === null ? last : Date.parse(gap.to) / 1000), bbox.top + bbox.height, dim);
  }
  ctx.fillStyle = TONE_COLORS.down;
  const foot = 4 * devicePixelRatio;
  for (const span of alarmSpans(points)) {
    ctx.fillRect(x(span.from), bbox.top + bbox.height - foot, Math.max(foot / 2, x(span.to) - x(span.from)), foot);
  }
  ctx.lineWidth = 1.5 * devicePixelRatio;
  for (const end of ends) {
    const place = x(Date.parse(end.time) / 1000);
    ctx.strokeStyle = END_COLORS[end.kind];
    ctx.beginPath();
    ctx.moveTo(place, bbox.top);
    ctx.lineTo(place, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

function hatch(ctx: CanvasRenderingContext2D, left: number, top: number, right: number, bottom: number, color: string): void {
  const step = 8 * devicePixelRatio;
  const height = bottom - top;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.strokeStyle = color;
  ctx.globalAlpha = 0.35;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  for (let x = left - height; x < right; x += step) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
