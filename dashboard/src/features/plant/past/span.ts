/** A place on the span in percent, kept on it. */
export function placeIn(from: number, to: number, time: number): number {
  return to <= from ? 100 : Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100));
}

/** The next round time that way: ten minutes before 14:03 is 14:00, ten after it 14:10. */
export function stepped(time: number, step: number): number {
  const size = Math.abs(step);
  return step < 0 ? Math.ceil(time / size) * size - size : Math.floor(time / size) * size + size;
}
