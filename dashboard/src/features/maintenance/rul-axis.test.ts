import { expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { axisFor, byRisk, placeOn } from "@/features/maintenance/rul-axis";

const floor = new Floor();
const wishes = [...floor.wishes.values()];
const axis = axisFor(floor.machines(), wishes, floor.time);

it("shows every bookable window", () => {
  expect(wishes.length).toBeGreaterThan(0);
  for (const wish of wishes) {
    expect(Date.parse(wish.latest)).toBeLessThanOrEqual(axis.to);
  }
  expect(axis.ticks.length).toBeGreaterThan(3);
  expect(axis.ticks.length).toBeLessThan(11);
});

it("keeps places on the axis", () => {
  expect(placeOn(axis, axis.from)).toBe(0);
  expect(placeOn(axis, axis.to + 1e9)).toBe(100);
});

it("puts the most pressing machine first and those without an estimate last", () => {
  const sorted = byRisk(floor.machines());
  expect(sorted[0]?.prognosis?.risk).toBe("CRITICAL");
  expect(sorted.at(-1)?.prognosis).toBeNull();
});
