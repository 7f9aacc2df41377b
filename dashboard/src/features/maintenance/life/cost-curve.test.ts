import { expect, it } from "vitest";
import { curveShape } from "@/features/maintenance/life/cost-curve";

const at = (hour: number): string => new Date(hour * 3_600_000).toISOString();
const decision = { best: at(6), earliest: at(5), latest: at(7), curve: [{ start: at(0), cost: 130 }, { start: at(6), cost: 0 }, { start: at(10), cost: 260 }] };

it("draws the dearest time on top and the best on the ground, where it lies in time", () => {
  expect(curveShape(decision, 100, 40)).toEqual({ line: "M0.0 20.0L60.0 40.0L100.0 0.0", from: 50, to: 70, best: 60, most: 260 });
});

it("keeps a window that began before the curve on it", () => {
  expect(curveShape({ ...decision, earliest: at(-5) }, 100, 40)?.from).toBe(0);
});

it("draws nothing of one point, and a flat line where every time costs the same", () => {
  expect(curveShape({ ...decision, curve: decision.curve.slice(0, 1) }, 100, 40)).toBeNull();
  expect(curveShape({ ...decision, curve: decision.curve.map((point) => ({ ...point, cost: 0 })) }, 100, 40)?.line).toBe("M0.0 40.0L60.0 40.0L100.0 40.0");
});
