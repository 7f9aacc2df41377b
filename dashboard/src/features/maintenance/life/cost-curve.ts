import type { Decision } from "@/shared/api/types";

export interface CurveShape { line: string; from: number; to: number; best: number; most: number }

/** The curve of what other times cost more as an SVG path of `width` by `height`, and where the window and its best time lie. */
export function curveShape({ curve, earliest, latest, best }: Pick<Decision, "curve" | "earliest" | "latest" | "best">, width: number, height: number): CurveShape | null {
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined || first.start === last.start) {
    return null;
  }
  const begin = Date.parse(first.start);
  const span = Date.parse(last.start) - begin;
  const most = Math.max(...curve.map((point) => point.cost));
  const x = (time: string): number => Math.min(width, Math.max(0, ((Date.parse(time) - begin) / span) * width));
  const y = (cost: number): number => height - (most === 0 ? 0 : (cost / most) * height);
  const line = curve.map((point, n) => `${n === 0 ? "M" : "L"}${x(point.start).toFixed(1)} ${y(point.cost).toFixed(1)}`).join("");
  return { line, from: x(earliest), to: x(latest), best: x(best), most };
}
