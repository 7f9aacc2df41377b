import { describe, expect, it } from "vitest";
import { heard, type Searches } from "@/shared/live/searches";
import type { PlanningMessage } from "@/shared/wire/planning";

const begins: PlanningMessage = { type: "search", search: "loop", state: "searching", trigger: "printer-1 failed" };
const found = (seconds: number, objective: number): PlanningMessage => ({ type: "incumbent", search: "loop", seconds, objective, bound: 10, makespanSeconds: 0, tardinessSeconds: 0, lateOrders: 0, origin: "tabu", trigger: null });
const all = (messages: PlanningMessage[]): Searches => messages.reduce(heard, {});

describe("searches heard of", () => {
  it("gather what was found, in order, with what they answer", () => {
    const { loop } = all([begins, found(0.1, 90), found(0.4, 70), { ...begins, state: "done" }]);
    expect(loop?.incumbents.map((one) => one.objective)).toEqual([90, 70]);
    expect([loop?.state, loop?.trigger]).toEqual(["done", "printer-1 failed"]);
  });

  it("forget what an earlier search under the same id found", () => {
    expect(all([begins, found(0.1, 90), begins])["loop"]?.incumbents).toEqual([]);
  });

  it("are told apart, and begin with whatever is heard first", () => {
    const searches = all([found(1, 5), { ...found(2, 4), search: "D-1" }]);
    expect([searches["loop"]?.incumbents.length, searches["D-1"]?.incumbents.length]).toEqual([1, 1]);
  });
});
