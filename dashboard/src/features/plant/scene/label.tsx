import { useEffect, useMemo } from "react";
import { CanvasTexture, LinearFilter, SRGBColorSpace } from "three";
import { useScenePalette } from "@/features/plant/scene/palette";

/** What declutter knows labels by. */
export const LABEL = { label: true } as const;
const SHARPNESS = 3;
const FONT = "600 13px 'Inter Variable', system-ui, sans-serif";

/** A word that always faces the viewer, in the same size near and far; drawn by the browser, so no font is fetched. The size is what one pixel measures at distance one. */
export function Label({ text, color, position, size }: { text: string; color: string | null; position: [number, number, number]; size: number }) {
  const palette = useScenePalette();
  const { texture, width, height } = useMemo(() => drawn(text, color, palette.label, palette.labelText), [text, color, palette]);
  useEffect(() => () => texture.dispose(), [texture]);
  return (
    <sprite position={position} scale={[width * size, height * size, 1]} renderOrder={10} userData={LABEL}>
      <spriteMaterial map={texture} sizeAttenuation={false} depthTest={false} depthWrite={false} toneMapped={false} transparent />
    </sprite>
  );
}

function drawn(text: string, dot: string | null, ground: string, ink: string): { texture: CanvasTexture; width: number; height: number } {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) {
    throw new Error("This browser cannot draw on a canvas.");
  }
  pen.font = FONT;
  const height = 22;
  const width = Math.ceil(pen.measureText(text).width) + (dot === null ? 16 : 30);
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = ground;
  pen.beginPath();
  pen.roundRect(0.5, 0.5, width - 1, height - 1, 5);
  pen.fill();
  if (dot !== null) {
    pen.fillStyle = dot;
    pen.beginPath();
    pen.arc(12, height / 2, 4.2, 0, Math.PI * 2);
    pen.fill();
  }
  pen.font = FONT;
  pen.fillStyle = ink;
  pen.textBaseline = "middle";
  pen.fillText(text, dot === null ? 8 : 22, height / 2 + 0.5);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  return { texture, width, height };
}
