import { describe, expect, it } from "vitest";
import { fitted, panned, revealing, snapped, ticksOf, timeAt, xOf, zoomedAt } from "@/features/schedule/gantt/view";

const HOUR = 3_600_000;
const view = { from: 10 * HOUR, msPerPixel: 10_000 };

describe("the Gantt's view", () => {
  it("maps times to pixels and back", () => {
    expect(xOf(view, 11 * HOUR)).toBe(360);
    expect(timeAt(view, xOf(view, 12.5 * HOUR))).toBe(12.5 * HOUR);
  });

  it("keeps the time under the pointer where it is when zooming", () => {
    const nearer = zoomedAt(view, 200, 2);
    expect(nearer.msPerPixel).toBe(5_000);
    expect(timeAt(nearer, 200)).toBe(timeAt(view, 200));
  });

  it("zooms neither into nothing nor out of sight", () => {
    expect(zoomedAt(view, 0, 1e9).msPerPixel).toBe(200);
    expect(zoomedAt(view, 0, 1e-9).msPerPixel).toBe(HOUR);
  });

  it("pans by pixels", () => {
    expect(panned(view, 36).from).toBe(10 * HOUR + 360_000);
  });

  it("fits a stretch of time into a width", () => {
    const all = fitted(0, 10 * HOUR, 1000);
    expect(xOf(all, 0)).toBeGreaterThan(0);
    expect(xOf(all, 10 * HOUR)).toBeLessThan(1000);
  });

  it("puts ticks at round times of the plant's day, far enough apart to read", () => {
    const ticks = ticksOf({ from: 10.2 * HOUR, msPerPixel: 10_000 }, 720, 0);
    expect(ticks[0]).toBe(10.25 * HOUR);
    const apart = (ticks[1] ?? 0) - (ticks[0] ?? 0);
    expect(apart / 10_000).toBeGreaterThanOrEqual(78);
  });
});

describe("revealing a stretch of time", () => {
  it("stays where it is already seen", () => {
    expect(revealing(view, 11 * HOUR, 11.2 * HOUR, 1000)).toBe(view);
  });

  it("scrolls at the same scale to what is elsewhere, and zooms out for what is longer than the screen", () => {
    const there = revealing(view, 30 * HOUR, 30.1 * HOUR, 1000);
    expect(there.msPerPixel).toBe(view.msPerPixel);
    expect(xOf(there, 30.05 * HOUR)).toBeCloseTo(500);
    const long = revealing(view, 30 * HOUR, 60 * HOUR, 1000);
    expect(xOf(long, 30 * HOUR)).toBeGreaterThanOrEqual(59);
    expect(xOf(long, 60 * HOUR)).toBeLessThanOrEqual(941);
  });
});

describe("snapped", () => {
  it("goes to whole minutes when near and to quarter hours from afar", () => {
    const time = 10 * HOUR + 7.4 * 60_000;
    expect(snapped({ from: 0, msPerPixel: 10_000 }, time, 0)).toBe(10 * HOUR + 7 * 60_000);
    expect(snapped({ from: 0, msPerPixel: 200_000 }, time, 0)).toBe(10 * HOUR);
  });
});
