import { describe, expect, it } from "vitest";
import { around, isWhole, scaleBar, scaleOf, sizeWords, sureWords } from "@/features/quality/inspection/measures";
import type { Finding } from "@/shared/api/types";

const bare: Finding = {
  number: 0, type: "open", severity: "MAJOR", box: { x: 100, y: 50, width: 20, height: 8 }, areaPixels: 1430, lengthPixels: 21.04, centroid: { x: 110.2, y: 54 },
  areaSquareMm: null, lengthMm: null, centroidMm: null, probability: 0.9, location: "centre", reason: "", outlines: [],
};
const measured: Finding = { ...bare, areaSquareMm: 0.0357, lengthMm: 1.052, centroidMm: { x: 5.51, y: 2.7 } };

describe("a finding's size", () => {
  it("is told in pixels, and in millimetres where the scale is known", () => {
    expect(sizeWords(bare).map((size) => size.mm)).toEqual([null, null, null]);
    expect(sizeWords(measured)).toEqual([
      { name: "Area", pixels: "1,430 px²", mm: "0.036 mm²" },
      { name: "Length", pixels: "21.0 px", mm: "1.05 mm" },
      { name: "Centre", pixels: "110, 54 px", mm: "5.51, 2.70 mm" },
    ]);
  });

  it("is not said to be certain while it is not", () => {
    expect([0.874, 0.998, 0.99995, 1].map(sureWords)).toEqual(["87 %", "99.8 %", "over 99.9 %", "100 %"]);
  });

  it("tells the scale of its picture", () => {
    expect(scaleOf([bare])).toBeNull();
    expect(scaleOf([bare, measured])).toBeCloseTo(0.05, 12);
  });

  it("is cut out with its surroundings", () => {
    expect(around(bare.box, false)).toEqual({ x: 88, y: 32, width: 44, height: 44 });
    expect(around({ x: 10, y: 10, width: 2, height: 2 }, false).width).toBe(40);
  });

  it("is not told of a finding about the whole part, which is cut out as it is", () => {
    const all: Finding = { ...measured, box: { x: 0, y: 0, width: 640, height: 480 }, location: "whole part" };
    expect([isWhole(bare), isWhole(all)]).toEqual([false, true]);
    expect(sizeWords(all)).toEqual([]);
    expect(around(all.box, isWhole(all))).toEqual(all.box);
  });
});

describe("a scale bar", () => {
  it("has a round length that fits, at any zoom", () => {
    expect(scaleBar(0.05).words).toBe("5 mm");
    expect(scaleBar(0.0021).words).toBe("200 µm");
    for (let zoom = 0.0001; zoom < 10; zoom *= 1.17) {
      const { width } = scaleBar(zoom);
      expect(width).toBeGreaterThan(40);
      expect(width).toBeLessThanOrEqual(110.0001);
    }
  });
});
