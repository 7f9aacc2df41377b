import { BoxGeometry, BufferAttribute, type BufferGeometry, Color, CylinderGeometry, Matrix4 } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import { type Shape, SHAPE_SIZES } from "@/features/plant/shape";

type Vec = readonly [number, number, number];

const BODY = "#cfd8df";
const PALE = "#e9eef1";
const DARK = "#2a343d";
const STEEL = "#8996a1";
const BLUE = "#3b6f96";
const GLASS = "#14232e";
const ORANGE = "#d9822b";
const WOOD = "#b58a5a";

const models = new Map<Shape, BufferGeometry>();

/** One geometry a shape, made once: parts merged, their colours in the vertices. The flow runs along +x. */
export function modelOf(shape: Shape): BufferGeometry {
  let model = models.get(shape);
  if (model === undefined) {
    model = mergeGeometries(PARTS[shape]());
    model.computeBoundingSphere();
    models.set(shape, model);
  }
  return model;
}

function painted(geometry: BufferGeometry, color: string, at: Vec): BufferGeometry {
  const paint = new Color(color);
  const count = geometry.getAttribute("position").count;
  const colors = new Float32Array(count * 3);
  for (let n = 0; n < count; n++) {
    paint.toArray(colors, n * 3);
  }
  geometry.setAttribute("color", new BufferAttribute(colors, 3));
  return geometry.applyMatrix4(new Matrix4().makeTranslation(...at));
}

function box(size: Vec, at: Vec, color: string): BufferGeometry {
  return painted(new BoxGeometry(...size), color, at);
}

function tube(radius: number, length: number, at: Vec, color: string, axis: "x" | "y" | "z" = "y"): BufferGeometry {
  const cylinder = new CylinderGeometry(radius, radius, length, 20);
  if (axis === "x") {
    cylinder.rotateZ(Math.PI / 2);
  } else if (axis === "z") {
    cylinder.rotateX(Math.PI / 2);
  }
  return painted(cylinder, color, at);
}

/** What most machines share: feet, a plinth, the belt through them and a screen at the front. */
function base(shape: Shape, bodyHeight: number, color = BODY): BufferGeometry[] {
  const { length, depth } = SHAPE_SIZES[shape];
  return [
    box([length * 0.94, 0.1, depth * 0.9], [0, 0.05, 0], DARK),
    box([length, bodyHeight, depth], [0, 0.1 + bodyHeight / 2, 0], color),
    box([length + 0.36, 0.05, 0.5], [0, 0.73, 0], DARK),
  ];
}

function screen(x: number, y: number, z: number): BufferGeometry[] {
  return [box([0.34, 0.26, 0.05], [x, y, z], DARK), box([0.29, 0.2, 0.02], [x, y, z + 0.03], "#4fa3d1")];
}

const PARTS: Readonly<Record<Shape, () => BufferGeometry[]>> = {
  printer: () => [
    ...base("printer", 0.68), box([1.46, 0.42, 1.26], [0, 1.06, 0], PALE), box([1.1, 0.28, 0.04], [0, 1.06, 0.64], GLASS),
    box([1.5, 0.06, 1.3], [0, 1.3, 0], BLUE), ...screen(0.5, 0.56, 0.66),
  ],
  placer: () => [
    ...base("placer", 0.68), box([1.92, 0.5, 1.0], [0, 1.1, -0.2], PALE), box([1.5, 0.34, 0.04], [0, 1.1, 0.32], GLASS),
    box([2, 0.08, 1.1], [0, 1.38, -0.18], BLUE), box([0.2, 0.12, 1.1], [0.3, 1.47, -0.18], STEEL),
    ...[-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75].map((x) => box([0.14, 0.3, 0.3], [x, 0.72, 0.72], x % 0.5 === 0 ? STEEL : DARK)),
    ...[-0.75, -0.25, 0.25, 0.75].map((x) => tube(0.13, 0.05, [x, 0.98, 0.8], ORANGE, "x")), ...screen(-0.78, 1.08, 0.36),
  ],
  oven: () => [
    ...base("oven", 0.62), box([2.2, 0.56, 1.08], [0, 1.0, 0], PALE), box([2.22, 0.1, 1.12], [0, 1.18, 0], ORANGE),
    box([0.22, 0.3, 0.7], [-1.18, 0.9, 0], DARK), box([0.22, 0.3, 0.7], [1.18, 0.9, 0], DARK),
    ...[-0.8, -0.4, 0, 0.4, 0.8].map((x) => box([0.28, 0.2, 0.03], [x, 0.98, 0.55], GLASS)),
    tube(0.12, 0.5, [-0.7, 1.5, -0.2], STEEL), tube(0.12, 0.5, [0.7, 1.5, -0.2], STEEL), ...screen(0.95, 0.5, 0.62),
  ],
  camera: () => [
    ...base("camera", 0.68), box([1.2, 0.7, 1.1], [0, 1.18, 0], PALE), box([0.86, 0.42, 0.04], [0, 1.16, 0.56], GLASS),
    tube(0.2, 0.22, [0, 1.62, 0], DARK), tube(0.12, 0.1, [0, 1.78, 0], BLUE), box([1.24, 0.05, 1.14], [0, 1.54, 0], BLUE), ...screen(0.74, 1.15, 0.5),
  ],
  tester: () => [
    ...base("tester", 0.68), box([1.2, 0.92, 0.6], [0, 1.28, -0.28], PALE), box([0.9, 0.1, 0.7], [0, 0.94, 0.2], BLUE),
    tube(0.05, 0.5, [-0.36, 1.14, 0.2], STEEL), tube(0.05, 0.5, [0.36, 1.14, 0.2], STEEL), box([0.96, 0.14, 0.62], [0, 1.42, 0.2], STEEL), ...screen(0, 1.6, 0.05),
  ],
  bench: () => [
    box([1.8, 0.08, 1], [0, 0.76, 0], WOOD), ...[[-0.8, -0.4], [0.8, -0.4], [-0.8, 0.4], [0.8, 0.4]].map(([x = 0, z = 0]) => box([0.08, 0.74, 0.08], [x, 0.37, z], STEEL)),
    box([1.8, 0.7, 0.06], [0, 1.15, -0.47], BODY), box([1.5, 0.06, 0.3], [0, 1.5, -0.3], PALE), box([0.5, 0.36, 0.4], [-0.5, 0.98, -0.2], BLUE),
    box([0.4, 0.5, 0.6], [0.6, 0.45, 0], DARK), tube(0.18, 0.06, [0.3, 0.42, 0.85], DARK), tube(0.04, 0.36, [0.3, 0.22, 0.85], STEEL),
  ],
  packer: () => [
    ...base("packer", 0.58), box([0.9, 0.8, 1.3], [-0.4, 1.06, 0], PALE), box([0.7, 0.44, 0.04], [-0.4, 1.12, 0.66], GLASS),
    box([0.5, 0.34, 0.5], [0.6, 0.94, 0], "#c59b6d"), box([0.52, 0.03, 0.1], [0.6, 1.12, 0], "#e8d5b5"), box([0.1, 1.0, 0.1], [0.95, 1.1, -0.5], BLUE), box([0.8, 0.1, 0.1], [0.6, 1.58, -0.5], BLUE), ...screen(-0.4, 0.5, 0.72),
  ],
  lathe: () => [
    ...base("lathe", 0.7), box([0.8, 0.7, 1.15], [-0.72, 1.12, 0], PALE), box([1.3, 0.62, 0.9], [0.4, 1.06, -0.1], BODY), box([1.1, 0.46, 0.04], [0.38, 1.08, 0.37], GLASS),
    tube(0.2, 0.12, [-0.28, 1.05, 0.2], STEEL, "x"), box([2.3, 0.06, 1.2], [0, 1.46, 0], BLUE), ...screen(-0.72, 1.15, 0.6),
  ],
  mill: () => [
    ...base("mill", 0.7), box([1.8, 1.1, 1.5], [0, 1.34, -0.05], PALE), box([1.0, 0.8, 0.04], [-0.15, 1.3, 0.72], GLASS), box([0.5, 0.3, 0.6], [0, 2.0, -0.3], STEEL),
    box([1.84, 0.08, 1.54], [0, 1.86, -0.05], BLUE), box([0.3, 0.5, 0.2], [0.85, 1.2, 0.8], DARK), ...screen(0.85, 1.3, 0.92),
  ],
  drill: () => [
    ...base("drill", 0.66), box([0.5, 1.3, 0.4], [0, 1.3, -0.36], BODY), box([0.5, 0.4, 0.8], [0, 1.74, 0], BLUE), tube(0.09, 0.5, [0, 1.32, 0.2], STEEL), tube(0.03, 0.3, [0, 1.0, 0.2], DARK), box([0.9, 0.06, 0.8], [0, 0.8, 0.1], STEEL), ...screen(0.45, 1.3, 0.1),
  ],
  grinder: () => [
    ...base("grinder", 0.66), box([0.7, 0.7, 1.0], [-0.4, 1.1, -0.1], PALE), tube(0.34, 0.2, [0.3, 1.14, 0.05], STEEL, "z"), box([1.4, 0.1, 0.5], [0.1, 0.8, 0.05], BLUE), box([0.6, 0.5, 0.5], [0.3, 1.3, -0.3], BODY), ...screen(-0.4, 1.2, 0.44),
  ],
  washer: () => [
    ...base("washer", 0.6), box([1.9, 0.6, 1.2], [0, 1.0, 0], PALE), box([1.4, 0.3, 0.04], [0, 1.0, 0.61], GLASS), tube(0.26, 0.3, [-0.5, 1.45, 0], STEEL), tube(0.16, 0.4, [0.5, 1.5, -0.2], BLUE), ...screen(0.7, 0.55, 0.68),
  ],
  robot: () => [
    ...base("robot", 0.5), tube(0.3, 0.3, [0, 0.75, -0.2], DARK), tube(0.18, 0.6, [0, 1.15, -0.2], ORANGE), box([0.2, 0.2, 0.9], [0, 1.5, 0.1], ORANGE), tube(0.1, 0.5, [0, 1.3, 0.5], ORANGE), tube(0.06, 0.16, [0, 1.0, 0.5], DARK),
    ...[[-0.85, -0.75], [0.85, -0.75]].map(([x = 0, z = 0]) => box([0.06, 1.7, 0.06], [x, 0.9, z], "#e0b53c")), box([1.7, 0.9, 0.03], [0, 1.1, -0.75], STEEL),
  ],
  engine: () => [
    ...base("engine", 0.4, DARK), tube(0.5, 1.1, [-0.1, 1.0, 0], STEEL, "x"), tube(0.58, 0.2, [-0.62, 1.0, 0], BLUE, "x"), tube(0.34, 0.5, [0.65, 1.0, 0], BODY, "x"), tube(0.2, 0.2, [1.0, 1.0, 0], DARK, "x"),
    box([0.1, 1.2, 0.1], [-0.9, 0.7, -0.7], "#e0b53c"), box([0.1, 1.2, 0.1], [0.9, 0.7, -0.7], "#e0b53c"), box([1.9, 0.1, 0.1], [0, 1.35, -0.7], "#e0b53c"), ...screen(0.8, 0.9, 0.76),
  ],
  cabinet: () => [...base("cabinet", 0.66), box([1.5, 0.8, 1.1], [0, 1.15, 0], PALE), box([1.0, 0.5, 0.04], [0, 1.15, 0.56], GLASS), box([1.54, 0.06, 1.14], [0, 1.58, 0], BLUE), ...screen(0.5, 0.55, 0.62)],
};
