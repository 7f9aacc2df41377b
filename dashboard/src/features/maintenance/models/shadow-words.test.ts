import { describe, expect, it } from "vitest";
import { caseWords, sideKey, truthWords } from "@/features/maintenance/models/shadow-words";
import type { ShadowCase, ShadowSide } from "@/shared/api/types";

const rejectedBySide: ShadowCase = {
  inspection: "i7", machine: "hall/aoi", serial: "O-1.1/3", time: "2026-03-02T06:00:00Z", counted: null, verdict: "FAIL", version: "2", otherwise: "PASS", findings: [], truth: null,
};
const missedBySide: ShadowCase = { ...rejectedBySide, counted: "1", verdict: "PASS", otherwise: "FAIL", findings: ["missing-part", "open", "open"] };

describe("a part on which a shadow differs", () => {
  it("says what was decided, by what, and what the shadow would have made of it", () => {
    expect(caseWords(rejectedBySide)).toEqual({ decided: "Rules rejected it", otherwise: "version 2 would let it pass" });
    expect(caseWords(missedBySide)).toEqual({ decided: "Version 1 let it pass", otherwise: "version 2 would reject it: missing part, open" });
    expect(caseWords({ ...missedBySide, findings: [] }).otherwise).toBe("version 2 would reject it");
  });

  it("says who is right once a person has judged the part", () => {
    expect(truthWords(rejectedBySide)).toBeNull();
    expect(truthWords({ ...rejectedBySide, truth: "PASS" })).toEqual({ said: "A person says it is good", right: "version 2 is right", shadow: true });
    expect(truthWords({ ...rejectedBySide, truth: "FAIL" })).toEqual({ said: "A person says it is bad", right: "rules are right", shadow: false });
    expect(truthWords({ ...missedBySide, truth: "PASS" })?.right).toBe("version 1 is right");
  });
});

describe("a side", () => {
  it("is told apart from the same version while it was a shadow", () => {
    const side = (version: string | null, counted: boolean): ShadowSide => ({ version, counted, parts: 1, rejected: 0, rejectedAlone: 0, passedAlone: 0, judged: 0, escapes: 0, falseRejects: 0, millis: 9 });
    expect(new Set([side("1", true), side("1", false), side(null, true)].map(sideKey)).size).toBe(3);
  });
});
