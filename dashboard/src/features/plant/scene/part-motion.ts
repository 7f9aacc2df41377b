import type { PartSpot } from "@/features/plant/parts";

export interface Point { x: number; y: number; z: number }

/** A part on its way: where from, where to, since when and how long. */
interface Way { from: Point; to: Point; startedAt: number; seconds: number; lift: number; seen: number; spot: PartSpot }

const SPEED = 5;
const SHORTEST = 0.25;
const LONGEST = 1.6;

/** Turns where parts are into how they got there. Times are seconds of the drawing clock. */
export class PartMotion {
  private readonly ways = new Map<string, Way>();
  private generation = 0;

  /** Takes new spots; parts that are no longer told of vanish. True if that changes the picture. */
  aim(spots: readonly PartSpot[], now: number, still = false): boolean {
    this.generation += 1;
    let changed = false;
    for (const [n, spot] of spots.entries()) {
      const way = this.ways.get(spot.key);
      const to = { x: spot.x, y: spot.y, z: spot.z };
      if (way === undefined) {
        this.ways.set(spot.key, { from: to, to, startedAt: now, seconds: 0, lift: 0, seen: this.generation, spot });
        changed = true;
        continue;
      }
      way.seen = this.generation;
      way.spot = spot;
      const distance = Math.hypot(to.x - way.to.x, to.y - way.to.y, to.z - way.to.z);
      if (distance > 0.01) {
        changed = true;
        way.from = positionOf(way, now);
        way.to = to;
        way.startedAt = now + (n % 8) * 0.03;
        way.seconds = still ? 0 : Math.min(LONGEST, Math.max(SHORTEST, distance / SPEED));
        way.lift = distance > 3.5 ? Math.min(2.2, distance * 0.14) : 0;
      }
    }
    for (const [key, way] of this.ways) {
      if (way.seen !== this.generation) {
        this.ways.delete(key);
        changed = true;
      }
    }
    return changed;
  }

  /** Visits each part where it is now; true while any is still on its way. */
  forEach(now: number, visit: (spot: PartSpot, at: Point) => void): boolean {
    let moving = false;
    for (const way of this.ways.values()) {
      visit(way.spot, positionOf(way, now));
      moving ||= now < way.startedAt + way.seconds;
    }
    return moving;
  }
}

function positionOf(way: Way, now: number): Point {
  const t = way.seconds === 0 ? 1 : Math.min(1, Math.max(0, (now - way.startedAt) / way.seconds));
  const eased = t * t * (3 - 2 * t);
  return {
    x: way.from.x + (way.to.x - way.from.x) * eased,
    y: way.from.y + (way.to.y - way.from.y) * eased + way.lift * Math.sin(Math.PI * eased),
    z: way.from.z + (way.to.z - way.from.z) * eased,
  };
}
