type Pen = CanvasRenderingContext2D;

const MOST_KNOWN = 20_000;
const widths = new Map<string, number>();

/** How wide a text is in the pen's font; measured once, for measuring costs more than drawing. */
export function widthOf(pen: Pen, text: string): number {
  const key = `${pen.font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MOST_KNOWN) {
      widths.clear();
    }
    width = pen.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** The first of the texts that fits, if any. */
export function fitting(pen: Pen, texts: readonly string[], room: number): string {
  return texts.find((text) => widthOf(pen, text) <= room) ?? "";
}

/** The text, or as much of its beginning as fits. */
export function clipped(pen: Pen, text: string, room: number): string {
  if (widthOf(pen, text) <= room) {
    return text;
  }
  let end = text.length;
  while (end > 0 && widthOf(pen, `${text.slice(0, end)}…`) > room) {
    end -= 1;
  }
  return end < 2 ? "" : `${text.slice(0, end)}…`;
}
