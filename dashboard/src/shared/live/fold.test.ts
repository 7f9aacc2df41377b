import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";
import type { AlarmView, EventView } from "@/shared/wire/wire";

const floor = new Floor();
const start = fold(EMPTY_TWIN, floor.snapshot());
const clock = floor.clock();

describe("fold", () => {
  it("takes a snapshot whole, leaving closed alarms out", () => {
    expect(Object.keys(start.machines)).toHaveLength(14);
    expect(start.plan?.operations.length).toBeGreaterThan(20);
    expect(start.events[0]?.offset).toBe(floor.events.length);
  });

  it("replaces by id and keeps the identity of what did not change", () => {
    const machine = { ...Object.values(start.machines)[0], state: "HELD" } as (typeof start.machines)[string];
    const next = fold(start, { type: "delta", seq: start.seq + 1, clock, machines: [machine] });
    expect(next.machines[machine.id]?.state).toBe("HELD");
    expect(next.lots).toBe(start.lots);
    expect(next.plan).toBe(start.plan);
  });

  it("ignores a delta it has already seen, so that a resume never counts twice", () => {
    const stale = fold(start, { type: "delta", seq: start.seq, clock, machines: [] });
    expect(stale).toBe(start);
  });

  it("starts anew from a snapshot with a lower number, as after a restart of the server", () => {
    expect(fold({ ...start, seq: 9_999 }, floor.snapshot()).seq).toBe(floor.seq);
  });

  it("drops an alarm when it is closed", () => {
    const closed = Object.values(start.alarms).slice(0, 1).map((alarm): AlarmView => ({ ...alarm, state: "closed" }));
    const next = fold(start, { type: "delta", seq: start.seq + 1, clock, alarms: closed });
    expect(next.alarms[closed[0]?.id ?? ""]).toBeUndefined();
    expect(Object.keys(next.alarms)).toHaveLength(Object.keys(start.alarms).length - 1);
  });

  it("keeps events newest first, without repeats", () => {
    const last = start.events.slice(0, 1);
    const more = last.map((event): EventView => ({ ...event, id: "x", offset: event.offset + 1 }));
    const next = fold(start, { type: "delta", seq: start.seq + 1, clock, events: [...last, ...more] });
    const newest = floor.events.length;
    expect(next.events.slice(0, 2).map((event) => event.offset)).toEqual([newest + 1, newest]);
  });
});
