import { describe, expect, it } from "vitest";
import { clockTime, dayTime, duration, hours, inPlantTime, millis, NONE, number, percent, reading, shortName, words } from "@/shared/ui/format";

describe("format", () => {
  it("shows instants within the server's words by the plant's clock", () => {
    expect(inPlantTime("cannot start at 2026-03-02T08:01:00.000Z: the soonest is 2026-03-02T09:55Z.", "Europe/Berlin"))
      .toBe("cannot start at Mon 2 Mar 09:01: the soonest is Mon 2 Mar 10:55.");
  });

  it("shows what is not defined yet as a dash, never as zero", () => {
    for (const shown of [percent(null), number(null), reading(null), duration(null), hours(undefined), millis(null), clockTime(null, "UTC")]) {
      expect(shown).toBe(NONE);
    }
    expect(percent(Number.NaN)).toBe(NONE);
    expect(percent(0)).toBe("0.0 %");
  });

  it.each([[45, "45 s"], [150, "3 min"], [3_599, "1 h 00"], [4_980, "1 h 23"], [200_000, "2 d 7 h"]])("says %d seconds as %s", (seconds, said) => {
    expect(duration(seconds)).toBe(said);
  });

  it.each([[0, "0 ms"], [0.4, "0.4 ms"], [323, "323 ms"], [1_500, "1.50 s"]])("says %d milliseconds as %s", (value, said) => {
    expect(millis(value)).toBe(said);
  });

  it("gives a reading the digits its size deserves", () => {
    expect([1234.5, 61.62, 2.7, 0.0123].map(reading)).toEqual(["1,235", "61.6", "2.70", "0.012"]);
  });

  it("tells times in the plant's zone", () => {
    expect(clockTime("2026-03-02T08:05:00Z", "Europe/Berlin")).toBe("09:05");
    expect(dayTime("2026-03-02T23:30:00Z", "Europe/Berlin")).toBe("Tue 3 Mar 00:30");
  });

  it("turns codes and paths into words", () => {
    expect(words("remaining-life-estimated")).toBe("Remaining life estimated");
    expect(words("HELD")).toBe("Held");
    expect(shortName("hall/smt/line-1/print/printer-1")).toBe("printer-1");
  });
});
