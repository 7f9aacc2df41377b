import { around } from "@/features/quality/inspection/measures";
import type { Box } from "@/shared/api/types";

/** The part of a picture around a box, with the box. */
export function Crop({ picture, box, label }: { picture: string; box: Box; label: string }) {
  const { x, y, side } = around(box);
  return (
    <svg className="crop" viewBox={`${x} ${y} ${side} ${side}`} role="img" aria-label={label}>
      <image href={picture} />
      <rect x={box.x} y={box.y} width={box.width} height={box.height} />
    </svg>
  );
}
