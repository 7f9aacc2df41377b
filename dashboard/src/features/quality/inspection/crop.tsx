import { around } from "@/features/quality/inspection/measures";
import type { Box } from "@/shared/api/types";

/** The part of a picture around a box, with the box; all of it where the finding is about all of it. */
export function Crop({ picture, box, whole, label }: { picture: string; box: Box; whole: boolean; label: string }) {
  const { x, y, width, height } = around(box, whole);
  return (
    <svg className="crop" viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={label}>
      <image href={picture} />
      {!whole && <rect x={box.x} y={box.y} width={box.width} height={box.height} />}
    </svg>
  );
}
