import { describe, expect, it } from "vitest";
import { COMMANDS, isAllowed } from "@/features/machine/pack-ml";
import { bandsWithin, shares } from "@/features/machine/timeline";
import { joined } from "@/features/machine/use-series";

describe("PackML commands", () => {
  it.each([["IDLE", ["START", "STOP", "ABORT"]], ["EXECUTE", ["HOLD", "SUSPEND", "COMPLETE", "STOP", "ABORT"]], ["ABORTED", ["CLEAR"]], ["STOPPED", ["RESET", "ABORT"]], ["HELD", ["UNHOLD", "STOP", "ABORT"]]] as const)("are allowed in %s as the standard has it", (state, allowed) => {
    expect(COMMANDS.filter((command) => isAllowed(command, state))).toEqual(allowed);
  });
});

describe("the state timeline", () => {
  const items = [
    { from: "1970-01-01T00:00:00Z", to: "1970-01-01T01:00:00Z", state: "EXECUTE", mode: "PRODUCTION", cause: "" },
    { from: "1970-01-01T01:00:00Z", to: "1970-01-01T01:30:00Z", state: "ABORTED", mode: "PRODUCTION", cause: "Jam" },
  ] as const;
  const HOUR = 3_600_000;

  it("clips to the window and lets the last state reach until now", () => {
    const bands = bandsWithin(items, 0.5 * HOUR, 2 * HOUR);
    expect(bands.map((band) => [band.from / HOUR, band.to / HOUR, band.tone])).toEqual([[0.5, 1, "running"], [1, 2, "down"]]);
  });

  it("shares add up to one", () => {
    const all = shares(bandsWithin(items, 0, 2 * HOUR));
    expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});

it("joins history and live readings without a repeat, and forgets what is older than the window", () => {
  const point = (second: number): { time: string; min: number; max: number; mean: number; last: number; count: number } => ({ time: new Date(second * 1000).toISOString(), min: 1, max: 3, mean: 2, last: 2, count: 1 });
  const [times, means] = joined([point(0), point(3600), point(7200)], { times: [7200, 7300], values: [9, 5] }, 1);
  expect(times).toEqual([7200, 7300]);
  expect(means).toEqual([2, 5]);
});
