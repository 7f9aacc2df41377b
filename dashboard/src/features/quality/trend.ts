interface Stretch { time: string; inspected: number; rejected: number; defects: Record<string, number> }

interface Trend { times: number[]; percents: number[]; types: string[]; counted: number; inspected: number }

/** Rejected parts, or defects of one type, in percent of those inspected in each stretch of time. */
export function trendOf(points: readonly Stretch[], type: string | null): Trend {
  const count = (point: Stretch): number => (type === null ? point.rejected : (point.defects[type] ?? 0));
  const sum = (of: (point: Stretch) => number): number => points.reduce((total, point) => total + of(point), 0);
  return {
    times: points.map((point) => Date.parse(point.time) / 1000),
    percents: points.map((point) => (count(point) / point.inspected) * 100),
    types: [...new Set(points.flatMap((point) => Object.keys(point.defects)))].sort(),
    counted: sum(count),
    inspected: sum((point) => point.inspected),
  };
}
