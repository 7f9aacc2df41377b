import { describe, expect, it } from "vitest";
import { PLANT } from "@test-server/fixture";
import { Floor } from "@test-server/floor";
import { layoutOf } from "@/features/plant/layout";
import { lotPlaces, partSpots } from "@/features/plant/parts";
import { PartMotion } from "@/features/plant/scene/part-motion";
import { EMPTY_TWIN, fold } from "@/shared/live/fold";

const floor = new Floor();
const twin = fold(EMPTY_TWIN, floor.snapshot());
const places = lotPlaces(Object.values(twin.lots), twin.machines);

describe("lotPlaces", () => {
  it("loses and invents no part of a running lot", () => {
    const running = places.filter((place) => place.progress !== null);
    expect(running.length).toBeGreaterThan(2);
    for (const place of running) {
      const operation = twin.machines[place.at]?.operation;
      expect(place.before + place.inside + place.behind + (operation?.scrap ?? 0)).toBe(operation?.quantity);
    }
  });

  it("leaves out what is nowhere", () => {
    const lot = Object.values(twin.lots)[0];
    expect(lot === undefined ? [] : lotPlaces([{ ...lot, location: null }], twin.machines)).toEqual([]);
  });
});

describe("partSpots", () => {
  it("gives each part a spot and a key of its own", () => {
    const spots = partSpots(places, layoutOf(PLANT));
    expect(new Set(spots.map((spot) => spot.key)).size).toBe(spots.length);
    expect(spots.every((spot) => Number.isFinite(spot.x + spot.y + spot.z))).toBe(true);
  });
});

describe("PartMotion", () => {
  const spot = { key: "a/1", lot: "a", product: "p", x: 0, y: 1, z: 0, angle: 0, inside: false };

  it("carries a part from where it was to where the twin says, then rests", () => {
    const motion = new PartMotion();
    motion.aim([spot], 0);
    motion.aim([{ ...spot, x: 2 }], 1);
    const xs: number[] = [];
    expect(motion.forEach(1.2, (_, at) => xs.push(at.x))).toBe(true);
    expect(motion.forEach(9, (_, at) => xs.push(at.x))).toBe(false);
    expect(xs[0]).toBeGreaterThan(0);
    expect(xs[0]).toBeLessThan(2);
    expect(xs[1]).toBe(2);
  });

  it("lets go of parts that left the plant", () => {
    const motion = new PartMotion();
    motion.aim([spot], 0);
    motion.aim([], 1);
    let seen = 0;
    motion.forEach(2, () => (seen += 1));
    expect(seen).toBe(0);
  });
});
