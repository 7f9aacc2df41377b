import type { FleetRow, Life, Risk } from "@/shared/api/types";
import { hours, NONE, number, percent } from "@/shared/ui/format";

/** A length of life in the model's own unit: 31 cycles, 1 cycle, 4.1 h. */
export function inUnit(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return NONE;
  }
  return unit === "h" ? hours(value) : `${digits(value)} ${plural(unit, value)}`;
}

/** The bare number of it, for where the unit stands beside. */
export function digits(value: number): string {
  return number(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
}

/** Names of time take an s; signs such as h and km do not. */
function plural(unit: string, value: number): string {
  return unit.length <= 2 || unit.endsWith("s") || digits(value) === "1" ? unit : `${unit}s`;
}

/** What is expected; a life at the model's cap is that long or longer. */
export function expectedWords(life: Life): string {
  return life.capped && life.cap !== null ? `${inUnit(life.cap, life.unit)} or more` : inUnit(life.expected, life.unit);
}

/** Whether the interval reaches to where the model knows no more: that long or longer. */
function isOpen(life: Life): boolean {
  return life.cap !== null && life.high >= life.cap;
}

/** The interval that holds nine lives in ten. */
export function intervalWords(life: Life): string {
  if (isOpen(life)) {
    return `${life.unit === "h" ? hours(life.low) : digits(life.low)} or more`;
  }
  return life.unit === "h" ? `${hours(life.low)} to ${hours(life.high)}` : `${digits(life.low)} to ${digits(life.high)}`;
}

/** How many hours of running that is; nothing where the life is told in hours. */
export function runningHours(life: Life): string | null {
  return life.unit === "h" ? null : `${hours(life.expected * life.hoursPerUnit)} of running`;
}

/** 8 h, 24 h, 7 d. */
export function horizon(risk: Pick<Risk, "hours">): string {
  return risk.hours <= 48 ? `${number(risk.hours)} h` : `${number(risk.hours / 24)} d`;
}

/** Percent; at least so much where the model knows nothing of the time's end. */
export function riskWords(risk: Pick<Risk, "probability" | "atLeast">): string {
  const { probability } = risk;
  const shown = probability > 0 && probability < 0.01 ? "< 1 %" : probability > 0.99 && probability < 1 ? "> 99 %" : percent(probability, 0);
  return risk.atLeast ? `≥ ${shown.replace(/^[<>] /, "")}` : shown;
}

export interface Bar { low: number; expected: number; high: number; open: boolean }

/** A life on a bar from now to `end` hours of running, in percent; open where it reaches further. */
export function barOf(life: Life, end: number): Bar {
  const place = (value: number): number => Math.min(100, Math.max(0, (value * life.hoursPerUnit * 100) / end));
  return { low: place(life.low), expected: place(life.expected), high: place(life.high), open: isOpen(life) || life.high * life.hoursPerUnit > end };
}

/** Where the bars of a fleet end: in hours of running, so that the longest interval shows but one that lasts for months does not squeeze the rest. */
export function barEnd(rows: readonly FleetRow[]): number {
  const highs = rows.flatMap(({ life }) => (life === null ? [] : [life.high * life.hoursPerUnit])).sort((a, b) => a - b);
  const middle = highs[Math.floor(highs.length / 2)] ?? 24;
  return Math.max(1, Math.min(highs.at(-1) ?? 24, middle * 3));
}
