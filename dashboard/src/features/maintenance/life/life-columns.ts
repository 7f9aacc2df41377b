import type { LifeHistory } from "@/shared/api/types";

type Column = (number | null | undefined)[];

/** A life's history as a chart wants it: seconds, then the model's expected, low and high, then the monitor's expected. */
export interface LifeColumns { times: number[]; expected: Column; low: Column; high: Column; monitor: Column }

/**
 * Model and monitor speak at different times: where one is silent the other's line runs on (undefined). A line breaks
 * (null) where the life ended, where nothing is known, and, for the model's, where another version took over: until then
 * the one before stood.
 */
export function lifeColumns({ points, unknown, ends }: Pick<LifeHistory, "points" | "unknown" | "ends">): LifeColumns {
  const rows = new Map<number, { model?: LifeHistory["points"][number]; monitor?: number }>();
  const at = (time: string): number => Date.parse(time) / 1000;
  for (const point of points) {
    const time = at(point.time);
    const row = rows.get(time) ?? {};
    rows.set(time, point.version === null ? { ...row, monitor: point.expected } : { ...row, model: point });
  }
  const breaks = new Set([...unknown.map((gap) => at(gap.from)), ...ends.map((end) => at(end.time))]);
  const columns: LifeColumns = { times: [], expected: [], low: [], high: [], monitor: [] };
  let before: LifeHistory["points"][number] | null = null;
  for (const time of [...new Set([...rows.keys(), ...breaks])].sort((a, b) => a - b)) {
    const { model, monitor } = rows.get(time) ?? {};
    if (model !== undefined && before !== null && model.version !== before.version && !breaks.has(time)) {
      push(columns, time - 0.002, before, undefined);
      push(columns, time - 0.001, null, undefined);
    }
    before = breaks.has(time) ? null : (model ?? before);
    push(columns, time, model ?? (breaks.has(time) ? null : undefined), monitor ?? (breaks.has(time) ? null : undefined));
  }
  return { times: columns.times, expected: broken(columns.expected), low: broken(columns.low), high: broken(columns.high), monitor: broken(columns.monitor) };
}

/** A break reaches from the last value before it to the first one after. */
function broken(column: Column): Column {
  const out = [...column];
  for (let from = 0; from < out.length; from++) {
    const next = out.findIndex((value, n) => n >= from && typeof value === "number");
    const to = next < 0 ? out.length : next;
    if (out.slice(from, to).includes(null)) {
      out.fill(null, from, to);
    }
    from = to;
  }
  return out;
}

function push(columns: LifeColumns, time: number, model: LifeHistory["points"][number] | null | undefined, monitor: number | null | undefined): void {
  columns.times.push(time);
  columns.expected.push(model === null ? null : model?.expected);
  columns.low.push(model === null ? null : model?.low);
  columns.high.push(model === null ? null : model?.high);
  columns.monitor.push(monitor);
}

/** The points with the latest told once more at the end: what does not change is not told again, and stands until a life ends or nothing is known. */
export function carried({ points, unknown, ends }: Pick<LifeHistory, "points" | "unknown" | "ends">, to: string): LifeHistory["points"] {
  const last = points.filter((point) => point.version !== null).at(-1);
  const over = [...unknown.map((gap) => gap.from), ...ends.map((end) => end.time)];
  return last === undefined || Date.parse(last.time) >= Date.parse(to) || over.some((time) => Date.parse(time) > Date.parse(last.time)) ? points : [...points, { ...last, time: to }];
}

export interface Span { from: number; to: number }

/** The stretches in which the model's alarm stood: from an alarmed point to the next that is none, in seconds. */
export function alarmSpans(points: LifeHistory["points"]): Span[] {
  const spans: Span[] = [];
  let open: number | null = null;
  let last = 0;
  for (const point of points) {
    if (point.version === null) {
      continue;
    }
    last = Date.parse(point.time) / 1000;
    if (point.alarm) {
      open ??= last;
    } else if (open !== null) {
      spans.push({ from: open, to: last });
      open = null;
    }
  }
  return open === null ? spans : [...spans, { from: open, to: last }];
}
