import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { type Bar, chartOf } from "@/features/schedule/gantt/bars";
import { barAt, barsWithin, begin } from "@/features/schedule/gantt/lanes";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";

const twin = fold(EMPTY_TWIN, new Floor().snapshot());
const { plant, plan } = twin;
if (plant === null || plan === null) {
  throw new Error("The stand-in gave no plan.");
}
const floor = { plant, plan, lots: twin.lots, orders: twin.orders, machines: twin.machines };

describe("chartOf", () => {
  it("has one lane a machine under its line, and every planned operation on its own", () => {
    const { rows, bars } = chartOf(floor, "machine", Infinity);
    expect(rows.filter((row) => row.kind === "lane")).toHaveLength(14);
    expect(rows.filter((row) => row.kind === "heading").map((row) => row.label)).toEqual(["SMT line 1", "SMT line 2", "Test and pack"]);
    for (const bar of bars) {
      expect(rows[bar.row]?.id).toBe(bar.machine);
    }
    const open = plan.operations.filter((op) => twin.lots[op.lot]?.operations.find((known) => known.id === op.operation)?.status !== "DONE");
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
    let order = "";
    for (const row of rows) {
      order = row.kind === "heading" ? row.id : order;
      expect(row.id.startsWith(order)).toBe(true);
      expect(row.due).toBe(Date.parse(twin.orders[order]?.dueDate ?? ""));
    }
  });

  it("shows the running operation's true progress", () => {
    const { bars } = chartOf(floor, "machine", 0);
    const running = bars.find((bar) => bar.status === "running");
    expect(running?.progress).toBe(twin.machines[running?.machine ?? ""]?.operation?.progress);
  });

  it("tells of each bar why its lot is late, and where a planner pinned it", () => {
    const [op] = plan.operations;
    const late = { order: op?.order ?? "", lot: op?.lot ?? "", due: plan.createdAt, end: plan.createdAt, lateSeconds: 900, cause: "waits for the oven" };
    const pinned = { machine: null, start: op?.start ?? "" };
    const told = chartOf({ ...floor, plan: { ...plan, late: [late], operations: plan.operations.map((one) => one === op ? { ...one, pinned } : one) } }, "machine", Infinity);
    expect(told.byKey.get(op?.operation ?? "")?.pinned).toEqual(pinned);
    expect(told.bars.filter((bar) => bar.late !== null).every((bar) => bar.lot === op?.lot)).toBe(true);
    expect(told.bars.some((bar) => bar.late?.cause === "waits for the oven")).toBe(true);
  });

  it("shades the hours in which a machine does not work, by machine only", () => {
    const machine = plant.machines[3]?.id ?? "";
    const shut = { ...floor, plan: { ...plan, closed: [{ machine, from: "2026-03-02T21:00:00Z", to: "2026-03-03T05:00:00Z", kind: "off-shift" as const }] } };
    const chart = chartOf(shut, "machine", Infinity);
    expect(chart.lanes.flatMap((lane, n) => lane.closed.map((one) => [chart.rows[n]?.id, one.kind]))).toEqual([[machine, "off-shift"]]);
    expect(chartOf(shut, "order", Infinity).lanes.every((lane) => lane.closed.length === 0)).toBe(true);
  });
});

describe("barsWithin", () => {
  it("finds exactly the bars that reach into a stretch, their setup included, for any stretch", () => {
    const chart = chartOf(floor, "machine", 0);
    const times = chart.bars.flatMap((bar) => [begin(bar), bar.from, bar.to]);
    const reaches = (bar: Bar, from: number, to: number): boolean => begin(bar) <= to && bar.to >= from;
    for (let n = 0; n < times.length; n += 17) {
      const from = times[n] ?? 0;
      const to = from + (n % 5) * 1_800_000;
      for (const lane of chart.lanes) {
        expect(barsWithin(lane, from, to)).toEqual(lane.bars.filter((bar) => reaches(bar, from, to)));
      }
    }
  });
});

describe("barAt", () => {
  it("finds the bar under a point, its setup included, and nothing in a gap", () => {
    const chart = chartOf(floor, "machine", 0);
    const bar = chart.bars.find((candidate) => candidate.status === "planned" && candidate.setupSeconds > 0);
    expect(bar).toBeDefined();
    expect(barAt(chart, bar?.row ?? 0, ((bar?.from ?? 0) + (bar?.to ?? 0)) / 2, 0)?.key).toBe(bar?.key);
    expect(barAt(chart, bar?.row ?? 0, (bar?.from ?? 0) - 1000, 0)).not.toBeNull();
    expect(barAt(chart, 1, 0, 0)).toBeNull();
  });
});
