import type { PlacedBuffer } from "@/features/plant/layout";
import { Label } from "@/features/plant/scene/label";
import type { ScenePalette } from "@/features/plant/scene/palette";
import { useTwin } from "@/shared/live/told";

export function Buffers({ buffers, palette, labelSize }: { buffers: readonly PlacedBuffer[]; palette: ScenePalette; labelSize: number }) {
  return buffers.map((buffer) => <Rack key={buffer.id} buffer={buffer} palette={palette} labelSize={labelSize} />);
}

function Rack({ buffer, palette, labelSize }: { buffer: PlacedBuffer; palette: ScenePalette; labelSize: number }) {
  const held = useTwin((live) => Object.values(live.lots).filter((lot) => lot.location === buffer.id).length);
  const post = buffer.size / 2 - 0.04;
  return (
    <group position={[buffer.x, 0, buffer.z]} rotation-y={buffer.angle}>
      {[[-post, -post], [post, -post], [-post, post], [post, post]].map(([x = 0, z = 0]) => (
        <mesh key={`${x},${z}`} position={[x, 0.75, z]} castShadow>
          <boxGeometry args={[0.08, 1.5, 0.08]} />
          <meshStandardMaterial color="#3b6f96" roughness={0.5} metalness={0.3} />
        </mesh>
      ))}
      {[0.28, 0.78, 1.28].map((y) => (
        <mesh key={y} position-y={y} castShadow receiveShadow>
          <boxGeometry args={[buffer.size, 0.05, buffer.size]} />
          <meshStandardMaterial color={palette.rail} roughness={0.7} metalness={0.2} />
        </mesh>
      ))}
      <Label text={`${buffer.name} ${held}/${buffer.capacity}`} color={null} position={[0, 2, 0]} size={labelSize * 0.92} />
    </group>
  );
}
