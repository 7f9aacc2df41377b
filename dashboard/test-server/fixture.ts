import type { PlantMachine, PlantView } from "../src/shared/wire/wire";

/** A made-up plant for tests: two electronics lines and a shared end. */
const SITE = "hall";

interface Station { key: string; name: string; type: string; capability: string; x: number; z: number }

const signals: Record<string, PlantMachine["signals"]> = {
  printer: [
    { name: "squeegee-pressure", unit: "N", low: 40, high: 80, nominal: 60 },
    { name: "print-offset", unit: "µm", low: -40, high: 40, nominal: 4 },
  ],
  placer: [
    { name: "vibration", unit: "mm/s", low: null, high: 4.5, nominal: 1.8 },
    { name: "nozzle-vacuum", unit: "kPa", low: -75, high: -50, nominal: -62 },
    { name: "head-temperature", unit: "°C", low: 15, high: 60, nominal: 41 },
  ],
  oven: [
    { name: "zone-1", unit: "°C", low: 140, high: 170, nominal: 155 },
    { name: "zone-5", unit: "°C", low: 235, high: 255, nominal: 245 },
    { name: "fan-current", unit: "A", low: 2, high: 7, nominal: 4.4 },
  ],
  aoi: [{ name: "lamp-power", unit: "W", low: 30, high: 50, nominal: 42 }],
  tester: [{ name: "contact-resistance", unit: "mΩ", low: null, high: 90, nominal: 35 }],
  bench: [{ name: "iron-temperature", unit: "°C", low: 300, high: 380, nominal: 345 }],
  packer: [{ name: "motor-current", unit: "A", low: 1, high: 6, nominal: 2.9 }],
};

const stations: Station[] = [
  ...[1, 2].flatMap((line): Station[] => [
    { key: `smt/line-${line}/print/printer-${line}`, name: `Printer ${line}`, type: "printer", capability: "print", x: 0, z: (line - 1) * 8 },
    { key: `smt/line-${line}/place/placer-${line}a`, name: `Placer ${line}A`, type: "placer", capability: "place", x: 5, z: (line - 1) * 8 },
    { key: `smt/line-${line}/place/placer-${line}b`, name: `Placer ${line}B`, type: "placer", capability: "place-fine", x: 10, z: (line - 1) * 8 },
    { key: `smt/line-${line}/reflow/oven-${line}`, name: `Reflow oven ${line}`, type: "oven", capability: "reflow", x: 15, z: (line - 1) * 8 },
    { key: `smt/line-${line}/inspect/aoi-${line}`, name: `AOI ${line}`, type: "aoi", capability: "inspect", x: 20, z: (line - 1) * 8 },
  ]),
  { key: "finish/end/repair/bench-1", name: "Repair bench", type: "bench", capability: "repair", x: 27, z: 12 },
  { key: "finish/end/test/tester-1", name: "In-circuit tester 1", type: "tester", capability: "test", x: 28, z: 0 },
  { key: "finish/end/test/tester-2", name: "In-circuit tester 2", type: "tester", capability: "test", x: 28, z: 6 },
  { key: "finish/end/pack/packer-1", name: "Packing cell", type: "packer", capability: "pack", x: 33, z: 3 },
];

function route(family: string, pace: number): PlantView["products"][number]["route"] {
  const steps: [string, string, number][] = [
    ["Print paste", "print", 14], ["Place chips", "place", 22], ["Place fine pitch", "place-fine", 20],
    ["Reflow", "reflow", 18], ["Inspect", "inspect", 12], ["In-circuit test", "test", 26], ["Pack", "pack", 10],
  ];
  return steps.map(([name, capability, seconds], index) => ({
    sequence: (index + 1) * 10, name, capability, family, secondsPerPart: seconds * pace,
  }));
}

export const PLANT: PlantView = {
  name: "stand-in", title: "Stand-in board shop", zone: "Europe/Berlin", site: SITE,
  lines: [
    { id: `${SITE}/smt/line-1`, name: "SMT line 1" },
    { id: `${SITE}/smt/line-2`, name: "SMT line 2" },
    { id: `${SITE}/finish/end`, name: "Test and pack" },
  ],
  machines: stations.map((station) => ({
    id: `${SITE}/${station.key}`, name: station.name, type: station.type, capabilities: [station.capability],
    position: { x: station.x, y: station.z, degrees: 0 }, signals: signals[station.type] ?? [],
  })),
  buffers: [
    { id: `${SITE}/finish/wait-test`, name: "Before test", capacity: 12, position: { x: 23.5, y: 4, degrees: 0 } },
    { id: `${SITE}/finish/shipping`, name: "Shipping", capacity: 40, position: { x: 37, y: 3, degrees: 0 } },
  ],
  products: [
    { id: "motor-controller", name: "Motor controller", color: "#3fa7d6", route: route("mixed", 1) },
    { id: "sensor-node", name: "Sensor node", color: "#f2a541", route: route("small", 0.7) },
    { id: "power-stage", name: "Power stage", color: "#c96ad9", route: route("heavy", 1.25) },
  ],
  cameras: [
    { id: "cam-1", machine: `${SITE}/smt/line-1/inspect/aoi-1` },
    { id: "cam-2", machine: `${SITE}/smt/line-2/inspect/aoi-2` },
  ],
  shifts: [{ name: "early", start: "06:00", end: "14:00" }, { name: "late", start: "14:00", end: "22:00" }],
};
