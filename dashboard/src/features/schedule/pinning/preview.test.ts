import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { chartOf } from "@/features/schedule/gantt/bars";
import { figuresOf, wishWords } from "@/features/schedule/pinning/preview";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";

const { plant, plan, lots, orders, machines } = fold(EMPTY_TWIN, new Floor().snapshot());
if (plant === null || plan === null) {
  throw new Error("The stand-in gave no plan.");
}
const bar = chartOf({ plant, plan, lots, orders, machines }, "machine", Infinity).bars.find((one) => one.status === "planned" && one.kind === "work");
if (bar === undefined) {
  throw new Error("Nothing is planned.");
}

describe("figuresOf", () => {
  it("compares by the clock when all is done, not by makespans counted from different times", () => {
    const later = { ...plan, createdAt: new Date(Date.parse(plan.createdAt) + 600_000).toISOString(), makespanSeconds: plan.makespanSeconds - 600 };
    const done = figuresOf(plan, later).find((figure) => figure.label === "All done");
    expect(done?.after).toBe(done?.before);
  });
});

describe("wishWords", () => {
  it("names what is asked for, and only that", () => {
    const start = "2026-03-02T13:05:00Z";
    expect(wishWords({ kind: "pin", bar, pin: { machine: bar.machine, start }, against: plan.id }, "Europe/Berlin")).toBe(`${bar.label} of ${bar.lot} at 14:05`);
    expect(wishWords({ kind: "pin", bar, pin: { machine: "hall/smt/line-9/printer-9" }, against: plan.id }, "UTC")).toBe(`${bar.label} of ${bar.lot} on printer-9`);
  });
});
