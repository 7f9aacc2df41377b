import type { Layout, Spot } from "@/features/plant/layout";
import { beside } from "@/features/plant/layout";
import type { LotView, MachineView } from "@/shared/wire/wire";

/** Where a lot's parts are, as the twin says. */
export interface LotPlace {
  lot: string;
  product: string;
  at: string;
  kind: "machine" | "buffer";
  /** Parts waiting before the machine, in it, and behind it. */
  before: number;
  inside: number;
  behind: number;
  /** Of the running operation, from 0 to 1. */
  progress: number | null;
}

/** One visible part. */
export interface PartSpot { key: string; lot: string; product: string; x: number; y: number; z: number; angle: number; inside: boolean }

/** More parts than this of one lot on one side are drawn as this many. */
const DRAWN = 24;
const PITCH = { along: 0.27, across: 0.25, up: 0.075 };
/** This many lots stand in line on a belt; further ones beside it. */
const ABREAST = 3;
const BELT_HEIGHT = 0.78;

export function lotPlaces(lots: readonly LotView[], machines: Readonly<Record<string, MachineView>>): LotPlace[] {
  return lots.flatMap((lot): LotPlace[] => {
    if (lot.location === null) {
      return [];
    }
    const machine = machines[lot.location];
    const left = Math.max(0, lot.quantity - lot.scrapped);
    const common = { lot: lot.id, product: lot.product, at: lot.location };
    if (machine === undefined) {
      return [{ ...common, kind: "buffer", before: left, inside: 0, behind: 0, progress: null }];
    }
    const running = machine.operation?.lot === lot.id ? machine.operation : null;
    if (running !== null) {
      const behind = Math.min(running.quantity, running.good + running.rework);
      const done = Math.min(running.quantity, behind + running.scrap);
      const inside = done < running.quantity && machine.mode !== "SETUP" ? 1 : 0;
      return [{ ...common, kind: "machine", before: running.quantity - done - inside, inside, behind, progress: running.progress }];
    }
    const finished = lot.operations.filter((op) => op.status === "DONE").at(-1)?.machine === lot.location;
    return [{ ...common, kind: "machine", before: finished ? 0 : left, inside: 0, behind: finished ? left : 0, progress: null }];
  });
}

/** Each drawn part's spot. A part keeps its key on its way through the plant, so that it can be seen to move. */
export function partSpots(places: readonly LotPlace[], layout: Layout): PartSpot[] {
  const machines = new Map(layout.machines.map((machine) => [machine.id, machine]));
  const buffers = new Map(layout.buffers.map((buffer) => [buffer.id, buffer]));
  const stacked = new Map<string, number>();
  return places.flatMap((place) => {
    const machine = machines.get(place.at);
    if (machine !== undefined) {
      const input = spots(place, "in", place.before, place.behind + place.inside, machine, -(machine.length / 2 + 0.2), -1, BELT_HEIGHT, queue(stacked, `${place.at}<`));
      const output = spots(place, "out", place.behind, 0, machine, machine.length / 2 + 0.2, 1, BELT_HEIGHT, queue(stacked, `${place.at}>`));
      const inside: PartSpot[] = place.inside === 0 ? [] : [{ key: `${place.lot}/${place.behind + 1}`, lot: place.lot, product: place.product, ...beside(machine, 0), y: BELT_HEIGHT, angle: machine.angle, inside: true }];
      return [...output, ...inside, ...input];
    }
    const buffer = buffers.get(place.at);
    if (buffer === undefined) {
      return [];
    }
    const slot = queue(stacked, place.at);
    const row = slot % 4;
    const shelf = Math.floor(slot / 4);
    return spots(place, "buffer", place.before, 0, { ...buffer, ...beside(buffer, -0.55 + row * 0.36, -0.35 + (shelf % 3) * 0.36) }, 0, 1, 0.32 + Math.floor(shelf / 3) * 0.5, 0, 1);
  });
}

/** Lots that share a side stand in line: the n-th one further out. */
function queue(stacked: Map<string, number>, key: string): number {
  const position = stacked.get(key) ?? 0;
  stacked.set(key, position + 1);
  return position;
}

function spots(place: LotPlace, side: string, count: number, offset: number, spot: Spot, along: number, direction: 1 | -1, height: number, position: number, columns = 2): PartSpot[] {
  const drawn = Math.min(count, DRAWN);
  const perLayer = columns * (columns === 1 ? 1 : 2);
  return Array.from({ length: drawn }, (_, n) => {
    const layer = Math.floor(n / perLayer);
    const cell = n % perLayer;
    const out = along + direction * (Math.floor(cell / columns) * PITCH.along + (position % ABREAST) * 0.62);
    const across = (columns === 1 ? 0 : ((cell % columns) - 0.5) * PITCH.across) + Math.floor(position / ABREAST) * 0.62;
    return {
      key: `${place.lot}/${offset + n + 1}`, lot: place.lot, product: place.product, ...beside(spot, out, across),
      y: height + layer * PITCH.up, angle: spot.angle, inside: false, side,
    };
  });
}
