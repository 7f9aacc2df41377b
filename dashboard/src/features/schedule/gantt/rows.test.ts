import { describe, expect, it } from "vitest";
import { HEADING, heightOf, LANE, rowAt, type Row } from "@/features/schedule/gantt/rows";

const lane = { id: "", kind: "lane" as const, label: "", note: "", due: null, late: false };
const rows: Row[] = [
  { ...lane, kind: "heading", top: 0, height: HEADING },
  { ...lane, top: HEADING, height: LANE },
  { ...lane, top: HEADING + LANE, height: LANE },
];

describe("rowAt", () => {
  it("finds the row at any height, headings being lower than lanes", () => {
    expect([0, HEADING - 1, HEADING, HEADING + LANE - 1, HEADING + LANE].map((y) => rowAt(rows, y))).toEqual([0, 0, 1, 1, 2]);
  });

  it("takes the first above all and the last below all", () => {
    expect([rowAt(rows, -5), rowAt(rows, 10_000)]).toEqual([0, 2]);
    expect(heightOf(rows)).toBe(HEADING + 2 * LANE);
  });
});
