import { expect, it } from "vitest";
import type { Bar } from "@/features/schedule/gantt/bars";
import { barsWithin } from "@/features/schedule/gantt/lanes";

it("finds a later bar whose long setup begins before that of the bar ahead of it", () => {
  const plain = { row: 0, kind: "work", status: "planned", progress: 0, color: "", label: "", words: [], lot: "", order: "", machine: "", change: null, pinned: null, late: null } as const;
  const bars: Bar[] = [{ ...plain, key: "a", from: 100_000, to: 110_000, setupSeconds: 0 }, { ...plain, key: "b", from: 120_000, to: 130_000, setupSeconds: 60 }];
  expect(barsWithin({ bars, longest: 70_000, closed: [] }, 50_000, 65_000).map((bar) => bar.key)).toEqual(["b"]);
});
