import type { InspectionView } from "../src/shared/wire/wire";

const CORNERS = 14;

/** The ellipse within a box, as the corners of a polygon. */
export function outlineOf({ x, y, width, height }: InspectionView["findings"][number]["box"]): number[][] {
  return Array.from({ length: CORNERS }, (_, n) => {
    const angle = (2 * Math.PI * n) / CORNERS;
    return [x + width / 2 + 0.45 * width * Math.cos(angle), y + height / 2 + 0.45 * height * Math.sin(angle)];
  });
}
