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
