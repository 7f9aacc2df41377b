import type { Finding } from "@/shared/api/types";
import { number, percent } from "@/shared/ui/format";

/** Whether a finding is about the picture as a whole, so that its box says nothing of where. */
export function isWhole({ location }: Pick<Finding, "location">): boolean {
  return location === "whole part";
}

/** How large a finding is, in pixels and, where the camera's scale is known, in millimetres. */
export function sizeWords(finding: Finding): { name: string; pixels: string; mm: string | null }[] {
  if (isWhole(finding)) {
    return [];
  }
  const { areaSquareMm, lengthMm, centroidMm } = finding;
  return [
    { name: "Area", pixels: `${number(finding.areaPixels)} px²`, mm: areaSquareMm === null ? null : `${short(areaSquareMm)} mm²` },
    { name: "Length", pixels: `${number(finding.lengthPixels, 1)} px`, mm: lengthMm === null ? null : `${short(lengthMm)} mm` },
    { name: "Centre", pixels: `${number(finding.centroid.x)}, ${number(finding.centroid.y)} px`, mm: centroidMm === null ? null : `${short(centroidMm.x)}, ${short(centroidMm.y)} mm` },
  ];
}

/** How sure a finding is; what is nearly certain is not rounded up to certain. */
export function sureWords(probability: number): string {
  return probability >= 1 || probability < 0.99 ? percent(probability, 0) : probability > 0.999 ? "over 99.9 %" : percent(probability);
}

/** As many digits as a size deserves: 0.034, 1.25, 34.2. */
function short(value: number): string {
  return number(value, value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

/** Millimetres a pixel of a picture stands for, as its findings were measured; null where no scale is known. */
export function scaleOf(findings: readonly Finding[]): number | null {
  const measured = findings.find((finding) => finding.lengthMm !== null && finding.lengthPixels > 0);
  return measured?.lengthMm == null ? null : measured.lengthMm / measured.lengthPixels;
}

const LONGEST_BAR = 110;

/** A bar of a round length of millimetres, no longer on the screen than suits. */
export function scaleBar(mmPerScreenPixel: number): { words: string; width: number } {
  const most = mmPerScreenPixel * LONGEST_BAR;
  const ten = 10 ** Math.floor(Math.log10(most));
  const length = ([5, 2].find((step) => step * ten <= most) ?? 1) * ten;
  return { words: length < 1 ? `${number(length * 1000)} µm` : `${number(length)} mm`, width: length / mmPerScreenPixel };
}

/** The part of a picture around a box that shows it and where it lies; a finding about all of it shows all of it. */
export function around(box: Finding["box"], whole: boolean): { x: number; y: number; width: number; height: number } {
  if (whole) {
    return box;
  }
  const side = Math.max(40, 2.2 * Math.max(box.width, box.height));
  return { x: box.x + box.width / 2 - side / 2, y: box.y + box.height / 2 - side / 2, width: side, height: side };
}
