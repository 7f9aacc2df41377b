import { useEffect, useMemo } from "react";
import { CanvasTexture, SRGBColorSpace } from "three";

const SHARPNESS = 96;
const FONT = "650 0.62px 'Inter Variable', system-ui, sans-serif";
const HEIGHT = 0.8;

interface FloorWordProps { text: string; color: string; left: number; front: number }

/** A word painted on the floor, that machines stand on and lots pass over. */
export function FloorWord({ text, color, left, front }: FloorWordProps) {
  const { texture, width } = useMemo(() => painted(text, color), [text, color]);
  useEffect(() => () => texture.dispose(), [texture]);
  return (
    <mesh rotation-x={-Math.PI / 2} position={[left + width / 2, 0.006, front - HEIGHT / 2]}>
      <planeGeometry args={[width, HEIGHT]} />
      <meshBasicMaterial map={texture} transparent depthWrite={false} toneMapped={false} />
    </mesh>
  );
}

function painted(text: string, color: string): { texture: CanvasTexture; width: number } {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) {
    throw new Error("This browser cannot draw on a canvas.");
  }
  pen.font = FONT.replace("0.62px", `${0.62 * SHARPNESS}px`);
  const { font } = pen;
  canvas.width = Math.ceil(pen.measureText(text).width) + 4;
  canvas.height = HEIGHT * SHARPNESS;
  pen.font = font;
  pen.fillStyle = color;
  pen.textBaseline = "middle";
  pen.fillText(text, 2, canvas.height / 2);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 8;
  return { texture, width: canvas.width / SHARPNESS };
}
