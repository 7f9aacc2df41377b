import { describe, expect, it } from "vitest";
import { boxAt, boxBetween, closeUp, fitted, panned, toPicture, toStage, type View, zoomed } from "@/features/quality/inspection/view";

const STAGE = { width: 800, height: 600 };
const PICTURE = { width: 640, height: 640 };

/** A made-up sequence of hands on the picture, the same in each run. */
function* hands(count: number): Generator<number> {
  for (let n = 1, seed = 7; n <= count; n++) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield seed / 2_147_483_647;
  }
}

describe("a view of a picture", () => {
  it("begins with all of it, in the middle", () => {
    expect(fitted(STAGE, PICTURE)).toEqual({ scale: 600 / 640, x: 100, y: 0 });
  });

  it("keeps what lies under the pointer there while zooming in", () => {
    let view = zoomed(fitted(STAGE, PICTURE), { x: 400, y: 300 }, 1.5, STAGE, PICTURE);
    const at = { x: 410, y: 250 };
    const before = toPicture(view, at);
    for (let n = 0; n < 10; n++) {
      view = zoomed(view, at, 1.3, STAGE, PICTURE);
    }
    expect(toPicture(view, at).x).toBeCloseTo(before.x, 9);
    expect(toPicture(view, at).y).toBeCloseTo(before.y, 9);
  });

  it("never shows ground beside the picture where picture could be, whatever hands do", () => {
    let view: View = fitted(STAGE, PICTURE);
    const least = view.scale;
    const chance = hands(3000);
    const next = (): number => chance.next().value as number;
    for (let n = 0; n < 700; n++) {
      view = next() < 0.5 ? zoomed(view, { x: next() * 800, y: next() * 600 }, 0.5 + next() * 1.5, STAGE, PICTURE) : panned(view, (next() - 0.5) * 900, (next() - 0.5) * 900, STAGE, PICTURE);
      expect(view.scale).toBeGreaterThanOrEqual(least);
      const [from, to] = [toStage(view, { x: 0, y: 0 }), toStage(view, { x: 640, y: 640 })];
      for (const [low, high, room] of [[from.x, to.x, 800], [from.y, to.y, 600]] as const) {
        expect(high - low <= room + 1e-6 ? Math.abs(low + high - room) : Math.max(low, room - high)).toBeLessThan(1e-6);
      }
    }
  });

  it("brings a finding near, in the middle or as near to it as the edge allows", () => {
    const view = closeUp({ x: 300, y: 310, width: 20, height: 10 }, STAGE, PICTURE);
    expect(toStage(view, { x: 310, y: 315 })).toEqual({ x: 400, y: 300 });
    expect(view.scale).toBeGreaterThan(2);
    expect(toStage(closeUp({ x: 0, y: 0, width: 20, height: 10 }, STAGE, PICTURE), { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
  });
});

describe("a box", () => {
  it("is drawn from any corner, and stays within the picture", () => {
    expect(boxBetween({ x: 30.6, y: 700 }, { x: 10.2, y: 600.5 }, PICTURE)).toEqual({ x: 10, y: 600, width: 21, height: 40 });
    expect(boxBetween({ x: 10, y: 10 }, { x: 11, y: 60 }, PICTURE)).toBeNull();
  });

  it("is the innermost under the pointer", () => {
    const boxes = [{ x: 0, y: 0, width: 100, height: 100 }, { x: 40, y: 40, width: 10, height: 10 }];
    expect(boxAt(boxes, { x: 45, y: 45 }, 0)).toBe(1);
    expect(boxAt(boxes, { x: 20, y: 20 }, 0)).toBe(0);
    expect(boxAt(boxes, { x: 104, y: 50 }, 0)).toBeNull();
    expect(boxAt(boxes, { x: 104, y: 50 }, 6)).toBe(0);
  });
});
