import { describe, expect, it } from "vitest";
import { fromZonedInput, zonedInput } from "@/shared/ui/zoned-time";

const SUMMER = Date.parse("2026-07-01T22:30:00Z");
const WINTER = Date.parse("2026-01-01T08:00:00Z");

describe("a time in the plant's zone", () => {
  it("is shown by the plant's clock, whatever the browser's zone", () => {
    expect(zonedInput(SUMMER, "Europe/Berlin")).toBe("2026-07-02T00:30");
    expect(zonedInput(WINTER, "America/New_York")).toBe("2026-01-01T03:00");
  });

  it.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])("comes back the same from an input in %s", (zone) => {
    for (const time of [SUMMER, WINTER]) {
      expect(fromZonedInput(zonedInput(time, zone), zone)).toBe(time);
    }
  });

  it("finds the right hour right after the clocks went forward", () => {
    expect(fromZonedInput("2026-03-29T03:15", "Europe/Berlin")).toBe(Date.parse("2026-03-29T01:15:00Z"));
  });

  it("is none while the input is not filled in", () => {
    expect(fromZonedInput("", "UTC")).toBeNull();
  });
});
