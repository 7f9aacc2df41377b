import { expect, it } from "vitest";
import { plantTimeAt } from "@/shared/live/clock";

const clock = { plantTime: "2026-03-02T08:00:00Z", wallTime: "2026-11-22T10:00:00Z", speed: 60, offset: 1 };
const told = Date.parse(clock.plantTime);

it("carries plant time on at the plant's speed", () => {
  expect(plantTimeAt(clock, 1_000, 2_000)).toBe(told + 60_000);
});

it("stands still when the twin has been silent too long, for a guess is no news", () => {
  expect(plantTimeAt(clock, 1_000, 61_000)).toBe(told + 5_000 * 60);
});
