import type { PlantMachine } from "@/shared/wire/wire";

export type Shape =
  | "printer" | "placer" | "oven" | "camera" | "tester" | "bench" | "packer" | "lathe" | "mill" | "drill" | "grinder"
  | "washer" | "robot" | "engine" | "cabinet";

/** Footprints in model units: length along the flow, depth across it. */
export const SHAPE_SIZES: Readonly<Record<Shape, { length: number; depth: number; height: number }>> = {
  printer: { length: 1.5, depth: 1.3, height: 1.35 },
  placer: { length: 2, depth: 1.5, height: 1.5 },
  oven: { length: 2.6, depth: 1.2, height: 1.3 },
  camera: { length: 1.3, depth: 1.2, height: 1.55 },
  tester: { length: 1.3, depth: 1.2, height: 1.7 },
  bench: { length: 1.8, depth: 1, height: 1.5 },
  packer: { length: 2, depth: 1.4, height: 1.5 },
  lathe: { length: 2.3, depth: 1.2, height: 1.4 },
  mill: { length: 1.9, depth: 1.7, height: 2 },
  drill: { length: 1.3, depth: 1.2, height: 2 },
  grinder: { length: 1.9, depth: 1.3, height: 1.5 },
  washer: { length: 2, depth: 1.3, height: 1.6 },
  robot: { length: 1.8, depth: 1.6, height: 1.9 },
  engine: { length: 2.2, depth: 1.6, height: 1.6 },
  cabinet: { length: 1.6, depth: 1.2, height: 1.6 },
};

const WORDS: readonly (readonly [RegExp, Shape])[] = [
  [/print|stencil/, "printer"],
  [/plac|mount|pick/, "placer"],
  [/oven|reflow|furnace|heat|harden|cure|anneal/, "oven"],
  [/aoi|spi|camera|inspect|vision|measur|cmm|gauge/, "camera"],
  [/ict|test|flash|burn/, "tester"],
  [/bench|repair|rework|manual|assembl|deburr/, "bench"],
  [/pack|ship|box|label/, "packer"],
  [/lathe|turn/, "lathe"],
  [/drill|bore|tap/, "drill"],
  [/mill|machining|cnc|router/, "mill"],
  [/grind|polish|hone|saw|cut/, "grinder"],
  [/wash|clean|coat|paint|wave|solder/, "washer"],
  [/robot|weld|gantry/, "robot"],
  [/engine|turbo|pump|motor|bearing|valve|cell/, "engine"],
];

/** The model that a machine is drawn as: by its type's name, else by what it can do. */
export function shapeOf(machine: Pick<PlantMachine, "type" | "capabilities">): Shape {
  for (const name of [machine.type, ...machine.capabilities]) {
    const found = WORDS.find(([pattern]) => pattern.test(name.toLowerCase()));
    if (found !== undefined) {
      return found[1];
    }
  }
  return "cabinet";
}
