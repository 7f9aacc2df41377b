import { describe, expect, it } from "vitest";
import { roundTicks } from "@/shared/ui/ticks";

const at = (clock: string): number => Date.parse(`2026-03-02T${clock}:00Z`);

describe("round ticks", () => {
  it("are a few round times, none at the edges", () => {
    expect(roundTicks(at("06:00"), at("12:00"), "UTC")).toEqual(["07:00", "08:00", "09:00", "10:00", "11:00"].map(at));
    expect(roundTicks(at("06:00"), at("06:20"), "UTC").length).toBeGreaterThan(0);
    expect(roundTicks(0, 7 * 86_400_000, "UTC").length).toBeLessThanOrEqual(7);
  });

  it("are round by the plant's clock, not by UTC's", () => {
    expect(roundTicks(at("06:00"), at("09:00"), "Asia/Kolkata", 3)).toEqual(["06:30", "07:30", "08:30"].map(at));
  });
});
