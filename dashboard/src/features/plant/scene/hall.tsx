import { Line } from "@react-three/drei";
import type { Layout } from "@/features/plant/layout";
import { FloorWord } from "@/features/plant/scene/floor-word";
import type { ScenePalette } from "@/features/plant/scene/palette";

/** The floor, and the areas of the lines on it. */
export function Hall({ layout, palette }: { layout: Layout; palette: ScenePalette }) {
  const { centre, width, depth } = layout;
  const cells = Math.ceil(Math.max(width, depth) / 2) * 2;
  return (
    <>
      <mesh rotation-x={-Math.PI / 2} position={[centre.x, -0.06, centre.z]}>
        <planeGeometry args={[width * 8, depth * 14]} />
        <meshBasicMaterial color={palette.ground} toneMapped={false} />
      </mesh>
      <mesh position={[centre.x, -0.05, centre.z]} receiveShadow>
        <boxGeometry args={[width + 2, 0.1, depth + 2]} />
        <meshStandardMaterial color={palette.slab} roughness={0.85} metalness={0.05} />
      </mesh>
      <gridHelper args={[cells + 2, (cells + 2) / 2, palette.grid, palette.grid]} position={[centre.x, 0.004, centre.z]} scale={[(width + 2) / (cells + 2), 1, (depth + 2) / (cells + 2)]} />
      {layout.zones.map((zone) => (
        <group key={zone.id} position={[zone.x, 0.012, zone.z]}>
          <mesh rotation-x={-Math.PI / 2} receiveShadow>
            <planeGeometry args={[zone.width, zone.depth]} />
            <meshStandardMaterial color={palette.zone} roughness={0.9} />
          </mesh>
          <Line points={outline(zone.width, zone.depth)} color={palette.zoneEdge} lineWidth={1.6} />
          <FloorWord text={zone.name} color={palette.floorText} left={-zone.width / 2} front={zone.depth / 2 + 0.85} />
        </group>
      ))}
    </>
  );
}

function outline(width: number, depth: number): [number, number, number][] {
  const x = width / 2;
  const z = depth / 2;
  return [[-x, 0.01, -z], [x, 0.01, -z], [x, 0.01, z], [-x, 0.01, z], [-x, 0.01, -z]];
}
