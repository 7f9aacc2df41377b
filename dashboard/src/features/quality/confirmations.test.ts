import { describe, expect, it } from "vitest";
import { byType, totalOf } from "@/features/quality/confirmations";
import type { Confirmation } from "@/shared/api/types";

const said = (line: string, type: string, confirmed: number, rejected: number, missed: number, unjudged: number): Confirmation => ({
  line, type, confirmed, rejected, missed, unjudged, rejectConfirmationRate: null, ever: { confirmed: 9, rejected: 9, missed: 9 },
});
const items = [said("hall/line-1", "open", 3, 1, 0, 2), said("hall/line-10", "open", 0, 4, 1, 0), said("hall/line-1", "spur", 0, 0, 0, 9), said("hall/line-1", "short", 0, 0, 2, 0), said("hall/line-1", "copper", 0, 0, 0, 0)];

describe("what people said", () => {
  it("is summed over lines by type, the most frequent first, without types that only the past knew", () => {
    expect(byType(items, null)).toEqual([
      { type: "open", confirmed: 3, rejected: 5, missed: 1, unjudged: 2, rate: 3 / 8 },
      { type: "spur", confirmed: 0, rejected: 0, missed: 0, unjudged: 9, rate: null },
      { type: "short", confirmed: 0, rejected: 0, missed: 2, unjudged: 0, rate: null },
    ]);
  });

  it("is that of one line, or of the line a station stands on", () => {
    for (const within of ["hall/line-1", "hall/line-1/place/placer-1"]) {
      expect(byType(items, within)[1]).toMatchObject({ type: "open", confirmed: 3, rejected: 1, rate: 0.75 });
    }
    expect(byType(items, "hall/line-2")).toEqual([]);
    expect(totalOf(byType(items, "hall")).rate).toBe(3 / 8);
  });
});
