import { describe, expect, it } from "vitest";
import { alarmSpans, carried, lifeColumns } from "@/features/maintenance/life/life-columns";
import type { LifeHistory } from "@/shared/api/types";

const minute = (n: number): string => new Date(n * 60_000).toISOString();
const model = (n: number, expected: number, version = "turbofan-life 1", alarm = false): LifeHistory["points"][number] => ({ time: minute(n), expected, low: expected - 5, high: expected + 5, version, alarm });
const monitor = (n: number, expected: number): LifeHistory["points"][number] => ({ ...model(n, expected), version: null });

describe("the history of a life", () => {
  it("keeps the lines of model and monitor apart, each running on where the other speaks", () => {
    const columns = lifeColumns({ points: [monitor(1, 60), model(2, 50), model(3, 49), monitor(3, 58)], unknown: [], ends: [] });
    expect(columns.times).toEqual([60, 120, 180]);
    expect(columns.expected).toEqual([undefined, 50, 49]);
    expect(columns.low).toEqual([undefined, 45, 44]);
    expect(columns.high).toEqual([undefined, 55, 54]);
    expect(columns.monitor).toEqual([60, undefined, 58]);
  });

  it("breaks where nothing was known and where a life ended, and nowhere else", () => {
    const columns = lifeColumns({ points: [model(1, 9), model(2, 8), model(5, 90)], unknown: [{ from: minute(3), to: minute(5), why: "nothing is heard of s04" }], ends: [{ time: minute(4), kind: "failure" }] });
    expect(columns.times).toEqual([60, 120, 180, 240, 300]);
    expect(columns.expected).toEqual([9, 8, null, null, 90]);
  });

  it("breaks a line from its own last value to its own next one", () => {
    const columns = lifeColumns({ points: [monitor(1, 9), model(2, 8), model(5, 90), monitor(6, 80)], unknown: [], ends: [{ time: minute(4), kind: "failure" }] });
    expect(columns.monitor).toEqual([9, null, null, null, 80]);
    expect(columns.expected).toEqual([undefined, 8, null, 90, undefined]);
  });

  it("does not join two versions by a line", () => {
    const columns = lifeColumns({ points: [model(1, 90), model(2, 20, "turbofan-life 2")], unknown: [], ends: [] });
    expect(columns.expected).toEqual([90, 90, null, 20]);
    expect([...columns.times].sort((a, b) => a - b)).toEqual(columns.times);
  });

  it("lets the latest answer stand until now, unless a life ended or nothing is known since", () => {
    const points = [model(1, 9), monitor(2, 8)];
    expect(carried({ points, unknown: [], ends: [] }, minute(5)).at(-1)).toEqual(model(5, 9));
    expect(carried({ points, unknown: [], ends: [{ time: minute(3), kind: "failure" }] }, minute(5))).toEqual(points);
    expect(carried({ points, unknown: [{ from: minute(4), to: null, why: "nothing is heard of s04" }], ends: [] }, minute(5))).toEqual(points);
    expect(carried({ points: [monitor(1, 8)], unknown: [], ends: [] }, minute(5))).toEqual([monitor(1, 8)]);
  });

  it("says when the model's alarm stood, whatever the monitor said between", () => {
    expect(alarmSpans([model(1, 40), model(2, 20, "m 1", true), monitor(3, 1), model(4, 19, "m 1", true), model(5, 90), model(6, 10, "m 1", true)]))
      .toEqual([{ from: 120, to: 300 }, { from: 360, to: 360 }]);
  });
});
