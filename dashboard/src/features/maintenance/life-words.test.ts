import { describe, expect, it } from "vitest";
import { barEnd, barOf, expectedWords, horizon, intervalWords, inUnit, riskWords, runningHours } from "@/features/maintenance/life-words";
import type { FleetRow, Life } from "@/shared/api/types";

const life: Life = { expected: 31.4, low: 18, high: 44.9, unit: "cycle", hoursPerUnit: 0.1, cap: 125, capped: false };
const rows = (...highs: number[]): FleetRow[] => highs.map((high) => ({ life: { ...life, high } }) as FleetRow);

describe("the words of a life", () => {
  it.each([[31.4, "cycle", "31 cycles"], [1, "cycle", "1 cycle"], [4.07, "cycles", "4.1 cycles"], [4.1, "h", "4.1 h"], [72, "h", "3.0 d"], [120, "km", "120 km"], [null, "cycle", "–"]])("says %s %s as %s", (value, unit, said) => {
    expect(inUnit(value, unit)).toBe(said);
  });

  it("says that a life at the cap may last longer, and only then", () => {
    const capped = { ...life, expected: 125, high: 125, capped: true };
    expect(expectedWords(capped)).toBe("125 cycles or more");
    expect(intervalWords(capped)).toBe("18 or more");
    expect(expectedWords({ ...capped, expected: 101, capped: false })).toBe("101 cycles");
    expect(expectedWords(life)).toBe("31 cycles");
    expect(intervalWords(life)).toBe("18 to 45");
  });

  it("translates into hours of running, unless it is told in them", () => {
    expect(runningHours(life)).toBe("3.1 h of running");
    expect(runningHours({ ...life, unit: "h", hoursPerUnit: 1 })).toBeNull();
  });

  it("names horizons and risks", () => {
    expect([8, 24, 168].map((hours) => horizon({ hours }))).toEqual(["8 h", "24 h", "7 d"]);
    expect(riskWords({ probability: 0, atLeast: false })).toBe("0 %");
    expect(riskWords({ probability: 0.004, atLeast: false })).toBe("< 1 %");
    expect(riskWords({ probability: 0.997, atLeast: false })).toBe("> 99 %");
    expect(riskWords({ probability: 0.42, atLeast: true })).toBe("≥ 42 %");
  });
});

describe("the bar of a life", () => {
  it("keeps its order and stays on the bar", () => {
    for (const end of [1, 3, 4.49, 100]) {
      const bar = barOf(life, end);
      expect(bar.low).toBeLessThanOrEqual(bar.expected);
      expect(bar.expected).toBeLessThanOrEqual(bar.high);
      expect(bar.high).toBeLessThanOrEqual(100);
      expect(bar.open).toBe(end < 4.49);
    }
  });

  it("is long enough for the fleet, and not stretched by one that lasts for months", () => {
    expect(barEnd(rows(40, 50, 60))).toBeCloseTo(6);
    expect(barEnd(rows(40, 50, 100_000))).toBeCloseTo(15);
    expect(barEnd([])).toBe(24);
  });
});
