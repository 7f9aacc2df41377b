import type { InspectionView } from "../src/shared/wire/wire";
import { outlineOf } from "./outline";

type Finding = InspectionView["findings"][number];

/** The model that looks at lids without a template, and the camera it looks at. */
export const LIDS = { model: "lid-scratches", camera: "cam-2", versions: ["1", "2"] } as const;

const SIDE = 160;
const WHOLE: Finding["box"] = { x: 0, y: 0, width: SIDE, height: SIDE };

/** What is unlike good lids: a spot, or the whole of it. */
export function anomalyOf(n: number): Finding {
  const whole = n % 4 === 3;
  const box = whole ? WHOLE : { x: 22 + ((n * 31) % 90), y: 18 + ((n * 47) % 96), width: 34, height: 18 };
  const areaPixels = whole ? SIDE * SIDE : 388;
  const scale = 0.05;
  const centroid = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    number: 0, type: "anomaly", severity: whole ? "CRITICAL" : "MAJOR", box, areaPixels, lengthPixels: box.width, centroid,
    areaSquareMm: areaPixels * scale ** 2, lengthMm: box.width * scale, centroidMm: { x: centroid.x * scale, y: centroid.y * scale },
    probability: 0.998, location: whole ? "whole part" : box.x < SIDE / 2 ? "left of centre" : "right of centre", reason: "score 0.612, limit 0.480; 0.2 % of good ones score as high",
    outlines: whole ? [] : [outlineOf(box)],
  };
}

/** Whether a version in shadow differs on a lid: it lets more pass, and seldom sees what nothing else did. */
export function isDisputed(n: number, { camera, verdict }: Pick<InspectionView, "camera" | "verdict">): boolean {
  return camera === LIDS.camera && (verdict === "FAIL" ? n % 3 === 0 : n % 25 === 0);
}

/** What a version in shadow makes of a lid. */
export function otherwiseOf(n: number, inspection: InspectionView): Pick<InspectionView, "verdict" | "findings"> {
  const fail = (inspection.verdict === "FAIL") !== isDisputed(n, inspection);
  return { verdict: fail ? "FAIL" : "PASS", findings: fail ? [anomalyOf(n)] : [] };
}
