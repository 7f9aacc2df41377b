import type { components } from "@/shared/api/schema";
import { EMPTY_TWIN, type Twin } from "@/shared/live/fold";
import type { Kpis, LineView, PlantView } from "@/shared/wire/wire";

export type PastState = components["schemas"]["StateView"];

/** The twin of a time that is over, made of what REST answers, in the shape that the live one has. */
export function pastTwin(plant: PlantView, state: PastState, siteKpis: Kpis | null): Twin {
  return {
    ...EMPTY_TWIN,
    seq: state.clock.offset,
    clock: { ...state.clock, speed: 0 },
    plant,
    machines: byId(state.machines),
    lines: siteKpis === null ? {} : byId([siteOf(plant, state, siteKpis)]),
    orders: byId(state.orders),
    lots: byId(state.lots),
    alarms: byId(state.alarms.filter((alarm) => alarm.state !== "closed")),
    wishes: byId(state.wishes),
    plan: state.plan,
  };
}

function siteOf(plant: PlantView, { machines }: PastState, kpis: Kpis): LineView {
  const connected = machines.filter((machine) => machine.connected);
  return {
    id: plant.site, name: plant.title, machines: machines.length, kpis,
    running: connected.filter((machine) => machine.state === "EXECUTE").length,
    down: connected.filter((machine) => machine.state === "ABORTED").length,
  };
}

function byId<T extends { id: string }>(all: readonly T[]): Record<string, T> {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}
