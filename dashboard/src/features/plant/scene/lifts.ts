/** A label on the screen: its middle, its size, and how far away its thing is. */
export interface Box { x: number; y: number; width: number; height: number; depth: number }

const GAP = 2;

/** How far up to move each label so that none covers another; the nearest stay where they are. */
export function lifts(boxes: readonly Box[]): number[] {
  const result = boxes.map(() => 0);
  const placed: Box[] = [];
  const order = boxes.map((_, n) => n).sort((a, b) => (boxes[a]?.depth ?? 0) - (boxes[b]?.depth ?? 0));
  for (const n of order) {
    const wanted = boxes[n];
    if (wanted === undefined) {
      continue;
    }
    let y = wanted.y;
    // Each step goes up past one label, so it ends above them all at the latest.
    for (let hit = inTheWay(placed, wanted, y); hit !== undefined; hit = inTheWay(placed, wanted, y)) {
      y = hit.y - (hit.height + wanted.height) / 2 - GAP;
    }
    result[n] = wanted.y - y;
    placed.push({ ...wanted, y });
  }
  return result;
}

function inTheWay(placed: readonly Box[], wanted: Box, y: number): Box | undefined {
  return placed.find((other) => overlap(other, { ...wanted, y }));
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP - 0.01;
}
