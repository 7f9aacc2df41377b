import type { TimelineBand } from "@/shared/api/types";
import { type Tone, toneOfState } from "@/shared/ui/tone";

export interface Band { from: number; to: number; tone: Tone; word: string; cause: string | null }

/** The bands within a window, clipped to it; the last one reaches to its end. */
export function bandsWithin(items: readonly TimelineBand[], from: number, to: number): Band[] {
  return items.flatMap((item, n): Band[] => {
    const start = Math.max(from, Date.parse(item.from));
    const end = n === items.length - 1 ? to : Math.min(to, Date.parse(item.to));
    return end <= start ? [] : [{ from: start, to: end, tone: toneOfState(item.state, item.mode), word: item.state, cause: item.cause }];
  });
}

/** Which share of the bands' time each tone had, most first. */
export function shares(bands: readonly Band[]): { tone: Tone; share: number }[] {
  const total = bands.reduce((sum, band) => sum + band.to - band.from, 0);
  const byTone = new Map<Tone, number>();
  for (const band of bands) {
    byTone.set(band.tone, (byTone.get(band.tone) ?? 0) + band.to - band.from);
  }
  return [...byTone].map(([tone, time]) => ({ tone, share: total === 0 ? 0 : time / total })).sort((a, b) => b.share - a.share);
}
