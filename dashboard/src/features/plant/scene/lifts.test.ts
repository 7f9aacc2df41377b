import { describe, expect, it } from "vitest";
import { type Box, lifts } from "@/features/plant/scene/lifts";

const box = (x: number, y: number, depth: number): Box => ({ x, y, depth, width: 80, height: 20 });

describe("labels in each other's way", () => {
  it("stay where they are when there is room", () => {
    expect(lifts([box(0, 0, 1), box(100, 0, 2), box(0, 40, 3)])).toEqual([0, 0, 0]);
  });

  it("rise above the nearer one", () => {
    expect(lifts([box(0, 0, 9), box(30, 5, 1)])).toEqual([17, 0]);
  });

  it("form a column when many share a spot, and never cover one another", () => {
    const boxes = Array.from({ length: 6 }, (_, n) => box(n * 5, 0, n));
    const tops = lifts(boxes).map((lift, n) => (boxes[n]?.y ?? 0) - lift).sort((a, b) => a - b);
    tops.slice(1).forEach((top, n) => expect(top - (tops[n] ?? 0)).toBeGreaterThanOrEqual(20));
  });

  it("copes with none", () => {
    expect(lifts([])).toEqual([]);
  });
});
