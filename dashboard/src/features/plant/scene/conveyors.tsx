import type { Conveyor } from "@/features/plant/layout";
import type { ScenePalette } from "@/features/plant/scene/palette";

const HEIGHT = 0.72;

export function Conveyors({ conveyors, palette }: { conveyors: readonly Conveyor[]; palette: ScenePalette }) {
  return conveyors.map((belt) => {
    const length = Math.hypot(belt.x2 - belt.x1, belt.z2 - belt.z1);
    if (length < 0.05) {
      return null;
    }
    const angle = -Math.atan2(belt.z2 - belt.z1, belt.x2 - belt.x1);
    const legs = Math.max(2, Math.round(length / 1.6));
    return (
      <group key={`${belt.from}>${belt.to}`} position={[(belt.x1 + belt.x2) / 2, 0, (belt.z1 + belt.z2) / 2]} rotation-y={angle}>
        <mesh position-y={HEIGHT} castShadow receiveShadow>
          <boxGeometry args={[length, 0.05, 0.56]} />
          <meshStandardMaterial color={palette.belt} roughness={0.9} />
        </mesh>
        {[-0.3, 0.3].map((side) => (
          <mesh key={side} position={[0, HEIGHT + 0.02, side]}>
            <boxGeometry args={[length, 0.1, 0.05]} />
            <meshStandardMaterial color={palette.rail} roughness={0.4} metalness={0.5} />
          </mesh>
        ))}
        {Array.from({ length: legs }, (_, n) => (
          <mesh key={n} position={[-length / 2 + ((n + 0.5) * length) / legs, HEIGHT / 2, 0]}>
            <boxGeometry args={[0.07, HEIGHT, 0.48]} />
            <meshStandardMaterial color={palette.rail} roughness={0.5} metalness={0.4} />
          </mesh>
        ))}
      </group>
    );
  });
}
