import { useMemo } from "react";
import { beside, type Layout, type PlacedBuffer, type PlacedMachine } from "@/features/plant/layout";
import { lotPlaces, type LotPlace } from "@/features/plant/parts";
import { MachineSymbol } from "@/features/plant/plan/machine-symbol";
import { useTwin } from "@/shared/live/told";
import "@/features/plant/plan/plan.css";

interface PlanProps { layout: Layout; selected: string | null; onSelect: (id: string | null) => void; onHover: (id: string | null) => void }

/** The plant from above, drawn crisp: machines by state, belts, buffers, and each lot where it is. */
export function PlanView({ layout, selected, onSelect, onHover }: PlanProps) {
  const lots = useTwin((live) => live.lots);
  const machines = useTwin((live) => live.machines);
  const places = useMemo(() => lotPlaces(Object.values(lots), machines), [lots, machines]);
  const { centre, width, depth } = layout;
  return (
    <svg
      className="plan live"
      viewBox={`${centre.x - width / 2 - 0.4} ${centre.z - depth / 2 - 0.4} ${width + 0.8} ${depth + 0.8}`}
      role="group"
      aria-label="Plan of the plant"
      onClick={() => onSelect(null)}
    >
      {layout.zones.map((zone) => (
        <g key={zone.id}>
          <rect className="plan-zone" x={zone.x - zone.width / 2} y={zone.z - zone.depth / 2} width={zone.width} height={zone.depth} rx={0.25} />
          <text className="plan-zone-name" x={zone.x - zone.width / 2 + 0.25} y={zone.z + zone.depth / 2 - 0.22}>{zone.name}</text>
        </g>
      ))}
      {layout.conveyors.map((belt) => (
        <g key={`${belt.from}>${belt.to}`}>
          <line className="plan-belt" x1={belt.x1} y1={belt.z1} x2={belt.x2} y2={belt.z2} />
          <line className="plan-belt-flow" x1={belt.x1} y1={belt.z1} x2={belt.x2} y2={belt.z2} />
        </g>
      ))}
      {layout.buffers.map((buffer) => <BufferSymbol key={buffer.id} buffer={buffer} held={places.filter((place) => place.at === buffer.id).length} />)}
      {layout.machines.map((machine) => (
        <MachineSymbol key={machine.id} machine={machine} selected={machine.id === selected} onSelect={onSelect} onHover={onHover} />
      ))}
      <LotTokens places={places} layout={layout} />
    </svg>
  );
}

function BufferSymbol({ buffer, held }: { buffer: PlacedBuffer; held: number }) {
  const half = buffer.size / 2;
  return (
    <g transform={`translate(${buffer.x} ${buffer.z})`}>
      <rect className="plan-buffer" x={-half} y={-half} width={buffer.size} height={buffer.size} rx={0.1} />
      <rect className="plan-buffer-fill" x={-half} y={half - buffer.size * Math.min(1, held / Math.max(1, buffer.capacity))} width={buffer.size} height={buffer.size * Math.min(1, held / Math.max(1, buffer.capacity))} rx={0.1} />
      <text className="plan-name" y={half + 0.42}>{buffer.name}</text>
      <text className="plan-note" y={half + 0.78}>{held} of {buffer.capacity} lots</text>
    </g>
  );
}

const TOKEN = { length: 1.06, depth: 0.38 };
const COLUMNS = 4;
const LONGEST_QUEUE = 5;

/** A lot is a bar in its product's colour that fills as its operation goes on. */
function LotTokens({ places, layout }: { places: readonly LotPlace[]; layout: Layout }) {
  const plant = useTwin((live) => live.plant);
  const colors = useMemo(() => new Map((plant?.products ?? []).map((product) => [product.id, product.color])), [plant]);
  const spots = useMemo(() => tokenSpots(places, layout), [places, layout]);
  return spots.map(({ place, x, z, small }) => (
    <g key={place.lot} className="plan-lot" style={{ transform: `translate(${x}px, ${z}px)`, "--lot": colors.get(place.product) ?? "#9aa7b2" }}>
      <title>{`Lot ${place.lot}: ${place.before} before, ${place.inside} in, ${place.behind} behind`}</title>
      <rect className="plan-lot-ground" x={small ? -0.15 : -TOKEN.length / 2} y={-TOKEN.depth / 2} width={small ? 0.3 : TOKEN.length} height={TOKEN.depth} rx={0.07} />
      <rect className="plan-lot-done" x={small ? -0.15 : -TOKEN.length / 2} y={-TOKEN.depth / 2} width={small ? 0.3 : TOKEN.length * (place.progress ?? (place.behind > 0 ? 1 : 0))} height={TOKEN.depth} rx={0.07} />
      {!small && <text className="plan-lot-name" y={0.11}>{place.lot.replace(/^O-?/, "")}</text>}
    </g>
  ));
}

interface Token { place: LotPlace; x: number; z: number; small: boolean }

function tokenSpots(places: readonly LotPlace[], layout: Layout): Token[] {
  const machines = new Map(layout.machines.map((machine): [string, PlacedMachine] => [machine.id, machine]));
  const buffers = new Map(layout.buffers.map((buffer): [string, PlacedBuffer] => [buffer.id, buffer]));
  const queued = new Map<string, number>();
  return places.flatMap((place): Token[] => {
    const machine = machines.get(place.at);
    if (machine !== undefined) {
      if (place.progress !== null) {
        return [{ place, x: machine.x, z: machine.z, small: false }];
      }
      const n = queued.get(place.at) ?? 0;
      queued.set(place.at, n + 1);
      const side = place.behind > 0 ? 1 : -1;
      return n >= LONGEST_QUEUE ? [] : [{ place, ...beside(machine, side * (machine.length / 2 + 0.6), 0.42 * n), small: false }];
    }
    const buffer = buffers.get(place.at);
    if (buffer === undefined) {
      return [];
    }
    const n = queued.get(place.at) ?? 0;
    queued.set(place.at, n + 1);
    const row = Math.floor(n / COLUMNS);
    return row > 3 ? [] : [{ place, x: buffer.x + ((n % COLUMNS) - (COLUMNS - 1) / 2) * 0.34, z: buffer.z - 0.51 + row * 0.34, small: true }];
  });
}
