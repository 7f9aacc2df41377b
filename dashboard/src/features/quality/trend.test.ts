import { describe, expect, it } from "vitest";
import { trendOf } from "@/features/quality/trend";

const points = [
  { time: "2026-03-02T06:00:00Z", inspected: 20, rejected: 2, defects: { open: 1, short: 3 } },
  { time: "2026-03-02T06:15:00Z", inspected: 10, rejected: 0, defects: {} },
  { time: "2026-03-02T06:30:00Z", inspected: 5, rejected: 1, defects: { short: 1 } },
];

describe("a trend of defects", () => {
  it("is the share of rejected parts where no type is asked for", () => {
    expect(trendOf(points, null)).toMatchObject({ percents: [10, 0, 20], types: ["open", "short"], counted: 3, inspected: 35 });
    expect(trendOf(points, null).times[1]).toBe(Date.parse("2026-03-02T06:15:00Z") / 1000);
  });

  it("counts defects of one type by part, which may be more than one", () => {
    expect(trendOf(points, "short")).toMatchObject({ percents: [15, 0, 20], counted: 4 });
    expect(trendOf([], "short")).toMatchObject({ times: [], counted: 0, inspected: 0 });
  });
});
