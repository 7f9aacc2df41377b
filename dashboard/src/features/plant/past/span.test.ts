import { describe, expect, it } from "vitest";
import { placeIn, stepped } from "@/features/plant/past/span";

const at = (clock: string): number => Date.parse(`2026-03-02T${clock}:00Z`);

describe("the span of the past", () => {
  it("steps to round times, each way", () => {
    const ten = 600_000;
    expect(stepped(at("14:03"), -ten)).toBe(at("14:00"));
    expect(stepped(at("14:00"), -ten)).toBe(at("13:50"));
    expect(stepped(at("14:03"), ten)).toBe(at("14:10"));
    expect(stepped(at("14:10"), ten)).toBe(at("14:20"));
  });

  it("keeps places on the track", () => {
    expect(placeIn(0, 200, 50)).toBe(25);
    expect(placeIn(0, 200, 500)).toBe(100);
    expect(placeIn(5, 5, 5)).toBe(100);
  });
});
