import { describe, expect, it } from "vitest";
import { Floor as Plant } from "@test-server/floor";
import { refusalsOf, unmovable } from "@/features/schedule/gantt/able";
import { type Bar, chartOf } from "@/features/schedule/gantt/bars";
import { gripped, movedTo, pinOf } from "@/features/schedule/gantt/drag";
import { ghostsOf, hasMoved } from "@/features/schedule/gantt/ghosts";
import { neighbour } from "@/features/schedule/gantt/walk";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";

const MINUTE = 60_000;
const twin = fold(EMPTY_TWIN, new Plant().snapshot());
const { plant, plan, lots, orders, machines } = twin;
if (plant === null || plan === null) {
  throw new Error("The stand-in gave no plan.");
}
const floor = { plant, plan, lots, orders, machines };
const chart = chartOf(floor, "machine", Infinity);
const view = { from: Date.parse(plan.createdAt), msPerPixel: 10_000 };
const clock = { soonest: Date.parse(plan.createdAt), midnight: 0 };

function planned(machine: RegExp): Bar {
  const bar = chart.bars.filter((one) => one.status === "planned" && machine.test(one.machine)).at(-1);
  if (bar === undefined) {
    throw new Error(`Nothing is planned on ${machine.source}.`);
  }
  return bar;
}

function middle(machine: string): number {
  const row = chart.rows.find((one) => one.id === machine);
  return (row?.top ?? 0) + (row?.height ?? 0) / 2;
}

describe("a bar that is dragged", () => {
  const bar = planned(/tester-1$/);
  const other = bar.machine.replace("tester-1", "tester-2");
  const drag = gripped(bar, bar.from + MINUTE, refusalsOf(floor, bar));

  it("asks for nothing where it is put back, or hardly moved", () => {
    const back = movedTo(drag, chart, view, { time: bar.from + MINUTE + 30_000, y: middle(bar.machine) }, clock);
    expect(pinOf(back, chart)).toBeNull();
  });

  it("asks for the other machine alone when only the row changed", () => {
    const moved = movedTo(drag, chart, view, { time: bar.from + MINUTE, y: middle(other) }, clock);
    expect(pinOf(moved, chart)).toEqual({ machine: other });
  });

  it("starts at a round time, held where the hand took it", () => {
    const moved = movedTo(drag, chart, view, { time: bar.from + 31 * MINUTE, y: middle(bar.machine) }, clock);
    expect(moved.start % MINUTE).toBe(0);
    expect(Math.abs(moved.start - bar.from - 30 * MINUTE)).toBeLessThanOrEqual(MINUTE / 2);
    expect(pinOf(moved, chart)).toEqual({ machine: bar.machine, start: new Date(moved.start).toISOString() });
  });

  it("never starts before it could be told", () => {
    const soonest = bar.from - 3 * MINUTE;
    expect(movedTo(drag, chart, view, { time: 0, y: middle(bar.machine) }, { ...clock, soonest }).start).toBe(soonest);
  });

  it("is refused, with the reason, by a machine that cannot do it, and between machines", () => {
    const oven = chart.rows.find((row) => row.label === "Reflow oven 1")?.id ?? "";
    const moved = movedTo(drag, chart, view, { time: bar.from, y: middle(oven) }, clock);
    expect(moved.refusal).toBe("Reflow oven 1 cannot test");
    expect(pinOf(moved, chart)).toBeNull();
    expect(movedTo(drag, chart, view, { time: bar.from, y: 2 }, clock).refusal).toBe("Drop it on a machine.");
  });

  it("keeps its lot's row in the order view, and the machine free", () => {
    const byOrder = chartOf(floor, "order", Infinity);
    const same = byOrder.byKey.get(bar.key);
    if (same === undefined) {
      throw new Error("The bar is missing by order.");
    }
    const moved = movedTo(gripped(same, same.from, new Map()), byOrder, view, { time: same.from + 20 * MINUTE, y: 0 }, clock);
    expect(moved.row).toBe(same.row);
    expect(pinOf(moved, byOrder)).toEqual({ start: new Date(moved.start).toISOString() });
  });

  it("is not lifted at all when it runs, is done or is maintenance", () => {
    expect(unmovable(bar)).toBeNull();
    expect(unmovable({ ...bar, status: "running" })).toMatch(/running/);
    expect(unmovable({ ...bar, status: "done" })).toMatch(/done/);
    expect(unmovable({ ...bar, kind: "maintenance" })).toMatch(/wish/);
  });
});

describe("refusalsOf", () => {
  it("names every machine without the step's capability, and no other", () => {
    const refusals = refusalsOf(floor, planned(/placer-1a$/));
    const able = plant.machines.filter((machine) => !refusals.has(machine.id)).map((machine) => machine.name);
    expect(able).toEqual(["Placer 1A", "Placer 2A"]);
  });
});

describe("ghostsOf", () => {
  const bar = planned(/tester-1$/);
  const other = bar.machine.replace("tester-1", "tester-2");
  const change = { operation: bar.key, lot: bar.lot, fromMachine: other, toMachine: bar.machine, fromStart: new Date(bar.from - 20 * MINUTE).toISOString(), toStart: new Date(bar.from).toISOString(), reason: "" };

  it("puts the old place on the old machine, for as long as it was there", () => {
    const before = plan.operations.filter((op) => op.operation === bar.key).map((op) => ({ ...op, start: "2026-03-02T10:00:00Z", end: "2026-03-02T10:07:00Z" }));
    const [ghost] = ghostsOf(chart, [change], before);
    expect(chart.rows[ghost?.row ?? 0]?.id).toBe(other);
    expect([ghost?.from, ghost?.to]).toEqual([bar.from - 20 * MINUTE, bar.from - 13 * MINUTE]);
  });

  it("knows no old place of what is new", () => {
    expect(ghostsOf(chart, [{ ...change, fromMachine: null, fromStart: null }], [])).toEqual([]);
    expect([change, { ...change, fromMachine: null, fromStart: null }].map(hasMoved)).toEqual([true, false]);
  });
});

describe("walking by arrows", () => {
  const lane = chart.lanes.find((one) => one.bars.length > 3)?.bars ?? [];
  const [first, second] = lane;

  it("goes along the row and stops at its ends", () => {
    expect(neighbour(chart, first ?? null, "ArrowRight", 0)).toBe(second);
    expect(neighbour(chart, second ?? null, "ArrowLeft", 0)).toBe(first);
    expect(neighbour(chart, first ?? null, "ArrowLeft", 0)).toBe(first);
    expect(neighbour(chart, first ?? null, "End", 0)).toBe(lane.at(-1));
  });

  it("goes to the bar nearest in time of the next row that has any", () => {
    const below = neighbour(chart, first ?? null, "ArrowDown", 0);
    expect(below?.row).toBeGreaterThan(first?.row ?? Infinity);
    const time = ((first?.from ?? 0) + (first?.to ?? 0)) / 2;
    const away = (bar: Bar): number => Math.max(bar.from - time, time - bar.to, 0);
    for (const bar of chart.lanes[below?.row ?? 0]?.bars ?? []) {
      expect(away(bar)).toBeGreaterThanOrEqual(below === null ? Infinity : away(below));
    }
  });

  it("begins at now, and leaves other keys alone", () => {
    expect(neighbour(chart, null, "ArrowDown", Date.parse(plan.createdAt))).not.toBeNull();
    expect(neighbour(chart, null, "x", 0)).toBeNull();
  });
});
