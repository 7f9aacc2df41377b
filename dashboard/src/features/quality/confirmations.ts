import type { Confirmation } from "@/shared/api/types";

/** What people said of findings; the rate is the share of judged ones that are defects, null where none is judged. */
export interface Counts { confirmed: number; rejected: number; missed: number; unjudged: number; rate: number | null }

/** By type of defect, the most frequent first; of the lines that lie in a part of the plant or around it. */
export function byType(items: readonly Confirmation[], within: string | null): (Counts & { type: string })[] {
  const here = items.filter(({ line }) => within === null || holds(within, line) || holds(line, within));
  return [...new Set(here.map((item) => item.type))]
    .map((type) => ({ type, ...totalOf(here.filter((item) => item.type === type)) }))
    .filter((row) => found(row) + row.missed > 0)
    .sort((a, b) => found(b) - found(a) || a.type.localeCompare(b.type));
}

export function totalOf(items: readonly Omit<Counts, "rate">[]): Counts {
  const sum = (of: (item: Omit<Counts, "rate">) => number): number => items.reduce((total, item) => total + of(item), 0);
  const [confirmed, rejected] = [sum((item) => item.confirmed), sum((item) => item.rejected)];
  return { confirmed, rejected, missed: sum((item) => item.missed), unjudged: sum((item) => item.unjudged), rate: confirmed + rejected === 0 ? null : confirmed / (confirmed + rejected) };
}

function found(row: Counts): number {
  return row.confirmed + row.rejected + row.unjudged;
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
