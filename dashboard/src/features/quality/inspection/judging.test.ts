import { describe, expect, it } from "vitest";
import { beside, isShown, judgeOf, missedOf, nextUnjudged, stateOf, unjudgedOf, wordOn } from "@/features/quality/inspection/judging";
import type { Correction, Inspection } from "@/shared/api/types";

const finding = (number: number): Inspection["findings"][number] => ({
  number, type: "open", severity: "MAJOR", box: { x: 10 * number, y: 5, width: 8, height: 6 }, areaPixels: 30, lengthPixels: 9, centroid: { x: 4, y: 4 },
  areaSquareMm: null, lengthMm: null, centroidMm: null, probability: 0.9, location: "centre", reason: "copper is gone", outlines: [],
});
const said = (of: number | null, verdict: Correction["verdict"]): Correction => ({ id: `${of}${verdict}`, finding: of, verdict, type: null, box: null, outline: null, comment: null, by: "anna", time: "2026-03-02T06:00:00Z" });
const seen = (id: string, findings: number, ...corrections: Correction[]): Inspection => ({
  id, machine: "hall/aoi", camera: "cam-1", serial: id, time: "2026-03-02T06:00:00Z", verdict: findings === 0 ? "PASS" : "FAIL", findings: Array.from({ length: findings }, (_, n) => finding(n)),
  model: null, image: null, picture: null, heatMap: null, corrections, inspectionMillis: 6,
});

describe("a finding", () => {
  it("is what was said of it last", () => {
    const inspection = seen("i", 2, said(0, "REJECTED"), said(1, "CONFIRMED"), said(0, "CONFIRMED"), said(null, "MISSED"));
    expect(wordOn(inspection, 0)?.verdict).toBe("CONFIRMED");
    expect(missedOf(inspection)).toHaveLength(1);
    expect(unjudgedOf(inspection)).toEqual([]);
  });

  it("is followed by the next that nobody has judged, from the front again after the last", () => {
    const inspection = seen("i", 4, said(1, "CONFIRMED"));
    expect(nextUnjudged(inspection, 0)).toBe(2);
    expect(nextUnjudged(inspection, 3)).toBe(0);
    expect(nextUnjudged(seen("i", 1), 0)).toBeNull();
  });
});

describe("an inspection", () => {
  it("says what has become of it", () => {
    expect(stateOf(seen("i", 0))).toBeNull();
    expect(stateOf(seen("i", 0, said(null, "MISSED")))).toEqual({ word: "1 missed", open: false });
    expect(stateOf(seen("i", 2))).toEqual({ word: "To judge", open: true });
    expect(stateOf(seen("i", 2, said(0, "REJECTED")))).toEqual({ word: "1 to judge", open: true });
    expect(stateOf(seen("i", 1, said(0, "REJECTED")))).toEqual({ word: "False alarm", open: false });
    expect(stateOf(seen("i", 2, said(0, "REJECTED"), said(1, "CONFIRMED"), said(null, "MISSED")))).toEqual({ word: "1 of 2 confirmed, 1 missed", open: false });
  });

  it("says who judged: a version of a model, rules, or who reported the defect", () => {
    expect(judgeOf({ ...seen("i", 1), model: "lid-scratches 2" })).toBe("lid-scratches 2");
    expect(judgeOf(seen("i", 1))).toBe("rules");
    expect(judgeOf({ ...seen("i", 1), camera: "reported" })).toBe("a person");
  });

  it("stands between its neighbours of the list a person looks through, even once it has left that list", () => {
    const [a, b, c, d] = [seen("a", 1), seen("b", 0), seen("c", 1, said(0, "CONFIRMED")), seen("d", 1)];
    const list = [a, b, c, d];
    expect(list.filter((one) => isShown(one, "open"))).toEqual([a, d]);
    expect(beside(list, "b", "all")).toEqual({ newer: a, older: c });
    expect(beside(list, "c", "open")).toEqual({ newer: a, older: d });
    expect(beside(list, "gone", "failed")).toEqual({ newer: d, older: null });
  });
});
