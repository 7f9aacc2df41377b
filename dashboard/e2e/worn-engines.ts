import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bytes, floats, ints, message, number, text } from "./protobuf";

/** Engines on their test cells, and a model of their lives, both written by hand: while sensor 4 is below 1410 there are 90 cycles left, then so many. */
const SENSORS = 21;
const WORN = 4;
const SETTINGS = 3;
const USUAL = 1400;
const FEATURES = 16;

/** In C-MAPSS's form: unit, cycle, settings, sensors; sensor 4 leaps when the engine is worn. */
export async function record(folder: string, engines: readonly { cycles: number; well: number }[]): Promise<void> {
  const rows = engines.flatMap(({ cycles, well }, unit) => Array.from({ length: cycles }, (_, n) => {
    const sensors = Array.from({ length: SENSORS }, (__, sensor) => (sensor + 1 === WORN ? (n < well ? USUAL : USUAL + 20) + 3 * Math.sin(n) : 100 + sensor + 0.2 * Math.sin(n / (sensor + 1))));
    return `${unit + 1} ${n + 1} 0 0 100 ${sensors.map((value) => value.toFixed(2)).join(" ")}`;
  }));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "train_FD001.txt"), `${rows.join("\n")}\n`);
}

/** Puts a version of turbofan-life into a folder of models: so many cycles once an engine is worn. */
export async function putModel(folder: string, version: string, state: "ACTIVE" | "SHADOW", worn: number): Promise<void> {
  const onnx = model(worn);
  const file = `turbofan-life-${version}.onnx`;
  const card = {
    name: "turbofan-life", version, state, file, sha256: createHash("sha256").update(onnx).digest("hex"), licence: "made by hand",
    inputs: [{ name: "x", shape: [-1, FEATURES] }], outputs: [{ name: "y", shape: [-1, 1] }],
    metrics: { rmse: worn + 2.5 }, provenance: { data: "none", command: "written by hand for the screen's journey" },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), onnx);
  await writeFile(join(folder, file.replace(".onnx", ".json")), JSON.stringify(card));
}

/** One tree of one question in an ONNX file, with the notes Millwright reads beside it. */
function model(worn: number): Buffer {
  const attributes = [
    ints("nodes_treeids", [0, 0, 0]), ints("nodes_nodeids", [0, 1, 2]), ints("nodes_featureids", [0, 0, 0]), floats("nodes_values", [1, 0, 0]), floats("nodes_hitrates", [20, 10, 10]),
    message(text(1, "nodes_modes"), text(9, "BRANCH_LT"), text(9, "LEAF"), text(9, "LEAF"), number(20, 8)),
    ints("nodes_truenodeids", [1, 0, 0]), ints("nodes_falsenodeids", [2, 0, 0]), ints("nodes_missing_value_tracks_true", [1, 0, 0]),
    ints("target_treeids", [0, 0]), ints("target_nodeids", [1, 2]), ints("target_ids", [0, 0]), floats("target_weights", [90, worn]), floats("base_values", [0]),
    message(text(1, "n_targets"), number(3, 1), number(20, 2)),
  ];
  const node = message(text(1, "x"), text(2, "y"), text(4, "TreeEnsembleRegressor"), ...attributes.map((attribute) => bytes(5, attribute)), text(7, "ai.onnx.ml"));
  const graph = message(bytes(1, node), text(2, "life"), bytes(11, tensor("x", FEATURES)), bytes(12, tensor("y", 1)));
  const operators = [message(number(2, 13)), message(text(1, "ai.onnx.ml"), number(2, 3))];
  return message(number(1, 8), bytes(7, graph), ...operators.map((set) => bytes(8, set)), bytes(14, message(text(1, "millwright.life"), text(2, JSON.stringify(NOTES)))));
}

function tensor(name: string, width: number): Buffer {
  const shape = message(bytes(1, message(text(2, "rows"))), bytes(1, message(number(1, width))));
  return message(text(1, name), bytes(2, message(bytes(1, message(number(1, 1), bytes(2, shape))))));
}

const SIGNALS = [...Array.from({ length: SETTINGS }, (_, n) => `setting-${n + 1}`), ...Array.from({ length: SENSORS }, (_, n) => `sensor-${n + 1}`)];

const NOTES = {
  space: {
    signals: SIGNALS, settings: [], sensors: [SETTINGS + WORN - 1], regimes: { low: [], range: [], centres: [[]] },
    scale: { mean: [SIGNALS.map(() => USUAL)], deviation: [SIGNALS.map(() => 10)] }, fusion: { weights: [0], offset: 0 }, age: false, sequence: null,
  },
  band: { expected: [0], below: [5], above: [5] }, cap: 100, alarmBelow: 30, unitOfLife: "cycles", networkShare: 0, errors: null, reference: null,
};
