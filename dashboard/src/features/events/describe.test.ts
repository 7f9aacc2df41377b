import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { sentenceOf } from "@/features/events/describe";
import { KINDS } from "@/features/events/kinds";
import { stageOf } from "@/features/events/story";
import type { EventView } from "@/shared/wire/wire";

const floor = new Floor();
const [any] = floor.events;

function event(kind: string, data: EventView["data"]): EventView {
  if (any === undefined) {
    throw new Error("The stand-in floor has told nothing.");
  }
  return { ...any, type: `dev.millwright.${kind}.v1`, data };
}

describe("events about trained models", () => {
  it("say which version does not know, and why", () => {
    const told = event("life-unknown", { unknown: { model: "pump-life", version: "2", since: "2026-11-25T14:06:00Z", why: "nothing is heard of vibration" } });
    expect(sentenceOf(told)).toBe("Life unknown to pump-life 2: nothing is heard of vibration");
    expect(stageOf(told)).toBe("life");
  });

  it("say how far off each version was over the whole of a life that ended", () => {
    const errors = (absolute: number): unknown => [{ leftAtMost: 125, estimates: 40, absolute, covered: 38 }, { leftAtMost: 62.5, estimates: 20, absolute: 60, covered: 20 }];
    const told = event("life-ended", { age: 206, errors: [{ model: "pump-life", version: "1", lives: 1, errors: errors(320) }, { model: "pump-life", version: "2", lives: 1, errors: errors(250) }] });
    expect(sentenceOf(told)).toBe("Failed at age 206: pump-life 1 was off by 8.0 on average, pump-life 2 was off by 6.3 on average");
    expect(stageOf(told)).toBe("life");
  });

  it("say nothing of versions that made no estimate of it", () => {
    expect(sentenceOf(event("life-ended", { age: 3.4, errors: [{ model: "pump-life", version: "1", lives: 1, errors: [{ leftAtMost: 125, estimates: 0, absolute: 0, covered: 0 }] }] }))).toBe("Failed at age 3");
  });

  it("say which version answers now, in place of which, and by whom", () => {
    expect(sentenceOf(event("model-promoted", { model: "pump-life", version: "2", before: "1", by: "anna" }))).toBe("Pump-life 2 answers from now on, in place of version 1, promoted by anna");
    expect(sentenceOf(event("model-promoted", { model: "pump-life", version: "1", before: null, by: "anna" }))).toBe("Pump-life 1 answers from now on, promoted by anna");
  });

  it("say which version counts no more, and by whom", () => {
    expect(sentenceOf(event("model-retired", { model: "lid-scratches", version: "2", by: "anna" }))).toBe("Lid-scratches 2 counts no more, and no other version does, retired by anna");
  });

  it("say what a version in shadow would have made of a part", () => {
    const looked = (verdict: string, ...types: string[]) => sentenceOf(event("shadow-inspected", { inspection: "I-1", serial: "O-1.1/3", model: "lid-scratches", version: "3", verdict, findings: types.map((type) => ({ type })), inspectionMillis: 31 }));
    expect(looked("PASS")).toBe("Lid-scratches 3 in shadow would let O-1.1/3 pass");
    expect(looked("FAIL", "anomaly", "missing-part")).toBe("Lid-scratches 3 in shadow would reject O-1.1/3 for anomaly, missing part");
    expect(looked("FAIL")).toBe("Lid-scratches 3 in shadow would reject O-1.1/3 for a defect");
  });

  it("say what a person holds of a finding", () => {
    const said = (verdict: string, found: string | null) => sentenceOf(event("finding-corrected", { inspection: "I-1", serial: "O-1.1/3", found, correction: { verdict, type: "spur", by: "anna" } }));
    expect(said("CONFIRMED", "open")).toBe("Anna confirmed open on O-1.1/3");
    expect(said("REJECTED", "open")).toBe("Anna holds open on O-1.1/3 for no defect");
    expect(said("MISSED", null)).toBe("Anna saw spur on O-1.1/3 that was not found");
  });

  it("are among the kinds one can look for", () => {
    expect(KINDS).toEqual(expect.arrayContaining(["finding-corrected", "life-ended", "life-unknown", "model-promoted", "model-retired", "shadow-inspected"]));
    expect([...KINDS]).toEqual([...KINDS].sort());
  });
});

describe("events about pictures", () => {
  it("tell a refused picture apart from a defect, with what was measured", () => {
    const told = event("picture-refused", { camera: "cam-1", serial: "O-17.2/5", fault: "UNDEREXPOSED", why: "the picture is dark: its mean grey is 21 of 255, good ones have at least 64", cure: "Look for a lamp that failed." });
    expect(sentenceOf(told)).toBe("Picture of O-17.2/5 refused: the picture is dark: its mean grey is 21 of 255, good ones have at least 64");
    expect(stageOf(told)).toBe("finding");
  });
});
