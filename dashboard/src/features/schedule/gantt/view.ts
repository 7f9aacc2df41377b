/** The stretch of time on the screen: from its left edge, so many milliseconds a pixel. */
export interface View { from: number; msPerPixel: number }

const SHORTEST_MS_PER_PIXEL = 200;
const LONGEST_MS_PER_PIXEL = 3_600_000;
const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080].map((minutes) => minutes * MINUTE);

export function xOf(view: View, time: number): number {
  return (time - view.from) / view.msPerPixel;
}

export function timeAt(view: View, x: number): number {
  return view.from + x * view.msPerPixel;
}

/** Zooms by a factor (above 1: nearer), the time under x staying where it is. */
export function zoomedAt(view: View, x: number, factor: number): View {
  const msPerPixel = Math.min(LONGEST_MS_PER_PIXEL, Math.max(SHORTEST_MS_PER_PIXEL, view.msPerPixel / factor));
  return { msPerPixel, from: timeAt(view, x) - x * msPerPixel };
}

export function panned(view: View, pixels: number): View {
  return { ...view, from: view.from + pixels * view.msPerPixel };
}

/** Shows from the one time to the other with a little air. */
export function fitted(from: number, to: number, width: number): View {
  const span = Math.max(10 * MINUTE, to - from);
  return { from: from - span * 0.02, msPerPixel: (span * 1.04) / Math.max(50, width) };
}

/** Round times at a readable distance, aligned to the plant's midnight. */
export function ticksOf(view: View, width: number, midnight: number, distance = 78): number[] {
  const step = STEPS.find((candidate) => candidate / view.msPerPixel >= distance) ?? STEPS.at(-1) ?? MINUTE;
  const first = midnight + Math.ceil((view.from - midnight) / step) * step;
  const ticks: number[] = [];
  for (let tick = first; tick <= timeAt(view, width); tick += step) {
    ticks.push(tick);
  }
  return ticks;
}

/** The same scale, with a time in the middle. */
export function centred(view: View, time: number, width: number): View {
  return { ...view, from: time - (width / 2) * view.msPerPixel };
}

/** Scrolls sideways until the stretch of time is seen with some air; a view that shows it already stays. */
export function revealing(view: View, from: number, to: number, width: number): View {
  const air = Math.min(60, width / 6);
  if (xOf(view, from) >= air && xOf(view, to) <= width - air) {
    return view;
  }
  const tight = to - from > (width - 2 * air) * view.msPerPixel ? { ...view, msPerPixel: Math.min(LONGEST_MS_PER_PIXEL, (to - from) / (width - 2 * air)) } : view;
  return centred(tight, (from + to) / 2, width);
}

/** A start that fits the scale: whole minutes when near, quarter hours from afar. */
export function snapped(view: View, time: number, midnight: number): number {
  const step = [1, 5, 15].map((minutes) => minutes * MINUTE).find((candidate) => candidate / view.msPerPixel >= 4) ?? 15 * MINUTE;
  return midnight + Math.round((time - midnight) / step) * step;
}
