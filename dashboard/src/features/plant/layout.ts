import type { PlantMachine, PlantView } from "@/shared/wire/wire";
import { type Shape, shapeOf, SHAPE_SIZES } from "@/features/plant/shape";

/** A spot on the floor: x to the right, z towards the viewer, angle in radians, anticlockwise seen from above. */
export interface Spot { x: number; z: number; angle: number }

export interface PlacedMachine extends Spot { id: string; name: string; line: string; shape: Shape; length: number; depth: number }
export interface PlacedBuffer extends Spot { id: string; name: string; capacity: number; size: number }
export interface Conveyor { from: string; to: string; x1: number; z1: number; x2: number; z2: number }
export interface Zone { id: string; name: string; x: number; z: number; width: number; depth: number }
export interface Layout {
  /** How large one model unit is on this floor. */
  scale: number;
  machines: PlacedMachine[];
  buffers: PlacedBuffer[];
  conveyors: Conveyor[];
  zones: Zone[];
  centre: { x: number; z: number };
  width: number;
  depth: number;
}

const LONGEST_MODEL = 2.6;

/** Where everything stands, from the plant's own positions, whatever their unit. A plant file's y runs north, away from the viewer. */
export function layoutOf(plant: PlantView): Layout {
  const raw = plant.machines.map((machine) => ({ x: machine.position.x, z: -machine.position.y }));
  const scale = scaleFor(raw);
  const machines = plant.machines.map((machine): PlacedMachine => {
    const shape = shapeOf(machine);
    const size = SHAPE_SIZES[shape];
    return {
      id: machine.id, name: machine.name, shape, line: lineOf(plant, machine.id),
      x: machine.position.x / scale, z: -machine.position.y / scale, angle: (machine.position.degrees * Math.PI) / 180,
      length: size.length, depth: size.depth,
    };
  });
  const buffers = plant.buffers.map((buffer): PlacedBuffer => ({
    id: buffer.id, name: buffer.name, capacity: buffer.capacity, size: 1.5,
    x: buffer.position.x / scale, z: -buffer.position.y / scale, angle: (buffer.position.degrees * Math.PI) / 180,
  }));
  const all = [...machines, ...buffers];
  const [left, right] = extent(all.map((one) => one.x));
  const [back, front] = extent(all.map((one) => one.z));
  return {
    scale, machines, buffers, conveyors: conveyorsOf(plant, machines), zones: zonesOf(plant, machines),
    centre: { x: (left + right) / 2, z: (back + front) / 2 }, width: right - left + 4.6, depth: front - back + 4.6,
  };
}

/** The point at the given distance along the machine's flow axis (positive: output side) and across it. */
export function beside(spot: Spot, along: number, across = 0): { x: number; z: number } {
  const cos = Math.cos(spot.angle);
  const sin = Math.sin(spot.angle);
  return { x: spot.x + along * cos + across * sin, z: spot.z - along * sin + across * cos };
}

export function lineOf(plant: PlantView, machine: string): string {
  return plant.lines.find((line) => machine.startsWith(`${line.id}/`))?.id ?? plant.site;
}

/** Chosen so that models stand closest neighbours apart with an aisle between them. */
function scaleFor(points: readonly { x: number; z: number }[]): number {
  const nearest = points.map((a, i) => Math.min(...points.filter((_, j) => j !== i).map((b) => Math.hypot(a.x - b.x, a.z - b.z)))).filter((distance) => Number.isFinite(distance) && distance > 0).sort((a, b) => a - b);
  const typical = nearest[Math.floor(nearest.length / 4)];
  return typical === undefined ? 1 : typical / (LONGEST_MODEL + 1.3);
}

function extent(values: readonly number[]): [number, number] {
  return values.length === 0 ? [-5, 5] : [Math.min(...values), Math.max(...values)];
}

/** Belts between machines that follow each other in a route and stand close by on the same line. */
function conveyorsOf(plant: PlantView, machines: readonly PlacedMachine[]): Conveyor[] {
  const able = new Map(plant.machines.map((machine): [string, PlantMachine] => [machine.id, machine]));
  const links = new Map<string, Conveyor>();
  for (const product of plant.products) {
    const route = [...product.route].sort((a, b) => a.sequence - b.sequence);
    route.slice(1).forEach((step, index) => {
      const before = route[index]?.capability ?? "";
      const sources = machines.filter((machine) => able.get(machine.id)?.capabilities.includes(before));
      for (const target of machines.filter((machine) => able.get(machine.id)?.capabilities.includes(step.capability))) {
        const source = nearest(target, sources.filter((machine) => machine.line === target.line && machine.id !== target.id));
        if (source !== undefined && Math.hypot(source.x - target.x, source.z - target.z) < 3 * (LONGEST_MODEL + 1)) {
          const stops = [source, ...machinesBetween(source, target, machines), target];
          stops.slice(1).forEach((stop, n) => {
            const belt = beltBetween(stops[n] ?? source, stop);
            links.set(`${belt.from}>${belt.to}`, belt);
          });
        }
      }
    });
  }
  return [...links.values()];
}

function beltBetween(source: PlacedMachine, target: PlacedMachine): Conveyor {
  const from = beside(source, source.length / 2);
  const to = beside(target, -target.length / 2);
  return { from: source.id, to: target.id, x1: from.x, z1: from.z, x2: to.x, z2: to.z };
}

/** Machines that stand in the straight way from one to the other, nearest first. */
function machinesBetween(source: PlacedMachine, target: PlacedMachine, machines: readonly PlacedMachine[]): PlacedMachine[] {
  const length = Math.hypot(target.x - source.x, target.z - source.z);
  const along = (machine: Spot): number => ((machine.x - source.x) * (target.x - source.x) + (machine.z - source.z) * (target.z - source.z)) / length;
  const aside = (machine: Spot): number => Math.abs((machine.x - source.x) * (target.z - source.z) - (machine.z - source.z) * (target.x - source.x)) / length;
  return machines
    .filter((machine) => machine !== source && machine !== target && along(machine) > 0 && along(machine) < length && aside(machine) < machine.depth / 2)
    .sort((a, b) => along(a) - along(b));
}

function nearest(target: Spot, candidates: readonly PlacedMachine[]): PlacedMachine | undefined {
  return [...candidates].sort((a, b) => Math.hypot(a.x - target.x, a.z - target.z) - Math.hypot(b.x - target.x, b.z - target.z))[0];
}

function zonesOf(plant: PlantView, machines: readonly PlacedMachine[]): Zone[] {
  return plant.lines.flatMap((line) => {
    const own = machines.filter((machine) => machine.line === line.id);
    if (own.length === 0) {
      return [];
    }
    const [left, right] = extent(own.map((one) => one.x));
    const [back, front] = extent(own.map((one) => one.z));
    return [{ id: line.id, name: line.name, x: (left + right) / 2, z: (back + front) / 2, width: right - left + 4.4, depth: front - back + 3.6 }];
  });
}
