import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { barAt, chartOf } from "@/features/schedule/gantt/bars";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";

const twin = fold(EMPTY_TWIN, new Floor().snapshot());
const plant = twin.plant;
if (plant === null) {
  throw new Error("The stand-in gave no plant.");
}
const floor = { plant, plan: twin.plan, lots: twin.lots, orders: twin.orders, machines: twin.machines };

describe("chartOf", () => {
  it("has one row a machine, and every planned operation on its own", () => {
    const { rows, bars } = chartOf(floor, "machine", Infinity);
    expect(rows).toHaveLength(14);
    for (const bar of bars) {
      expect(rows[bar.row]?.id).toBe(bar.machine);
    }
    const open = twin.plan?.operations.filter((op) => twin.lots[op.lot]?.operations.find((known) => known.id === op.operation)?.status !== "DONE") ?? [];
    expect(bars.filter((bar) => bar.kind === "work")).toHaveLength(open.length);
    expect(bars.filter((bar) => bar.kind === "maintenance").length).toBeGreaterThan(0);
  });

  it("adds what is done since the given time, once", () => {
    const { bars } = chartOf(floor, "machine", 0);
    const keys = bars.map((bar) => bar.key);
    expect(bars.some((bar) => bar.status === "done")).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("groups lots under their orders, with due dates", () => {
    const { rows } = chartOf(floor, "order", Infinity);
    expect(rows.every((row) => row.id.startsWith(row.group))).toBe(true);
    expect(rows[0]?.due).not.toBeNull();
  });

  it("shows the running operation's true progress", () => {
    const { bars } = chartOf(floor, "machine", 0);
    const running = bars.find((bar) => bar.status === "running");
    expect(running?.progress).toBe(twin.machines[running?.machine ?? ""]?.operation?.progress);
  });
});

describe("barAt", () => {
  it("finds the bar under a point, its setup included, and nothing in a gap", () => {
    const { bars } = chartOf(floor, "machine", 0);
    const bar = bars.find((candidate) => candidate.status === "planned" && candidate.setupSeconds > 0);
    expect(bar).toBeDefined();
    expect(barAt(bars, bar?.row ?? 0, ((bar?.from ?? 0) + (bar?.to ?? 0)) / 2, 0)?.key).toBe(bar?.key);
    expect(barAt(bars, 0, 0, 0)).toBeNull();
  });
});
