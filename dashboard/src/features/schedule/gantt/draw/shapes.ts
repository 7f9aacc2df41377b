type Pen = CanvasRenderingContext2D;

export function rounded(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, Math.min(4, width / 2));
}

const TILE = 12;

/** Slanted lines over a rectangle; a tile drawn once is laid instead of single lines. */
export function hatched(pen: Pen, x: number, y: number, width: number, height: number, color: string, strength = 0.35): void {
  pen.globalAlpha = strength;
  pen.fillStyle = slantedLines(pen, color);
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 1;
}

const patterns = new Map<string, CanvasPattern>();

export function slantedLines(pen: Pen, color: string): CanvasPattern | string {
  const known = patterns.get(color);
  if (known !== undefined) {
    return known;
  }
  const made = pen.createPattern(tileOf(color), "repeat");
  if (made !== null) {
    patterns.set(color, made);
  }
  return made ?? color;
}

function tileOf(color: string): HTMLCanvasElement {
  const tile = document.createElement("canvas");
  tile.width = TILE;
  tile.height = TILE;
  const pen = tile.getContext("2d");
  if (pen !== null) {
    pen.strokeStyle = color;
    pen.lineWidth = 1.3;
    for (let start = -TILE; start <= TILE; start += TILE / 2) {
      pen.moveTo(start, TILE);
      pen.lineTo(start + TILE, 0);
    }
    pen.stroke();
  }
  return tile;
}

/** A needle: where a planner put the bar, it stays. */
export function pin(pen: Pen, x: number, y: number, head: string, edge: string): void {
  pen.lineWidth = 1.5;
  pen.strokeStyle = edge;
  pen.beginPath();
  pen.moveTo(x, y + 2);
  pen.lineTo(x, y + 10);
  pen.stroke();
  pen.beginPath();
  pen.arc(x, y, 3.6, 0, Math.PI * 2);
  pen.fillStyle = head;
  pen.fill();
  pen.stroke();
}

/** A flag at a due date. */
export function flag(pen: Pen, x: number, top: number, height: number, color: string): void {
  pen.fillStyle = color;
  pen.fillRect(x - 0.75, top + 2, 1.5, height - 4);
  pen.beginPath();
  pen.moveTo(x, top + 2);
  pen.lineTo(x + 7, top + 5.5);
  pen.lineTo(x, top + 9);
  pen.fill();
}
