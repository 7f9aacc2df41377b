import { describe, expect, it } from "vitest";
import { seriesOf } from "@/features/schedule/planning/search-chart";

describe("seriesOf", () => {
  const incumbents = [{ seconds: 0.2, objective: 90, bound: null }, { seconds: 1, objective: 70, bound: 40 }];

  it("holds the best until now", () => {
    expect(seriesOf(incumbents, 3)).toEqual([[0.2, 1, 3], [90, 70, 70], [null, 40, 40]]);
  });

  it("adds nothing while the last one is the newest, or there is none", () => {
    expect(seriesOf(incumbents, 1)[0]).toEqual([0.2, 1]);
    expect(seriesOf([], 5)).toEqual([[], [], []]);
  });
});
