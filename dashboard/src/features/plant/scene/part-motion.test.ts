import { describe, expect, it } from "vitest";
import type { PartSpot } from "@/features/plant/parts";
import { PartMotion, type Point } from "@/features/plant/scene/part-motion";

const spot = (x: number, key = "L/1"): PartSpot => ({ key, lot: "L", product: "p", x, y: 0, z: 0, angle: 0, inside: false });

function places(motion: PartMotion, now: number): Point[] {
  const seen: Point[] = [];
  motion.forEach(now, (_, at) => seen.push(at));
  return seen;
}

describe("the motion of parts", () => {
  it("asks for no new picture while the twin tells the same", () => {
    const motion = new PartMotion();
    expect(motion.aim([spot(0)], 0)).toBe(true);
    expect(motion.aim([spot(0)], 1)).toBe(false);
    expect(motion.forEach(1, () => undefined)).toBe(false);
  });

  it("carries a part to its new spot, and then rests", () => {
    const motion = new PartMotion();
    motion.aim([spot(0)], 0);
    expect(motion.aim([spot(2)], 10)).toBe(true);
    const [halfway] = places(motion, 10.2);
    expect(halfway?.x).toBeGreaterThan(0);
    expect(halfway?.x).toBeLessThan(2);
    expect(motion.forEach(10.2, () => undefined)).toBe(true);
    expect(places(motion, 20)).toEqual([{ x: 2, y: 0, z: 0 }]);
    expect(motion.forEach(20, () => undefined)).toBe(false);
  });

  it("turns on the way without a jump", () => {
    const motion = new PartMotion();
    motion.aim([spot(0)], 0);
    motion.aim([spot(2)], 10);
    const before = places(motion, 10.2)[0]?.x ?? 0;
    motion.aim([spot(0)], 10.2);
    expect(places(motion, 10.2)[0]?.x).toBeCloseTo(before);
  });

  it("drops a part that is no longer told of, and stands still for who asked for no motion", () => {
    const motion = new PartMotion();
    motion.aim([spot(0), spot(1, "L/2")], 0);
    expect(motion.aim([spot(0)], 1)).toBe(true);
    expect(places(motion, 1)).toHaveLength(1);
    motion.aim([spot(5)], 2, true);
    expect(places(motion, 2)[0]?.x).toBe(5);
  });
});
