import { useMemo } from "react";
import { DoubleSide, RingGeometry } from "three";
import type { PlacedMachine } from "@/features/plant/layout";
import { useTwin } from "@/shared/live/told";
import { healthColor, TONE_COLORS, toneOf } from "@/shared/ui/tone";

/** On the floor around a machine: a disc in its state's colour, and a ring closed as far as it is healthy. */
export function HealthRing({ machine, selected }: { machine: PlacedMachine; selected: boolean }) {
  const health = useTwin((live) => Math.round((live.machines[machine.id]?.health.value ?? 1) * 50) / 50);
  const tone = useTwin((live) => {
    const view = live.machines[machine.id];
    return view === undefined ? "offline" : toneOf(view);
  });
  const radius = Math.hypot(machine.length, machine.depth) / 2 + 0.1;
  const ring = useMemo(() => new RingGeometry(radius, radius + 0.1, 64, 1, -Math.PI / 2, -Math.PI * 2 * Math.max(0.01, health)), [radius, health]);
  const rest = useMemo(() => new RingGeometry(radius + 0.03, radius + 0.07, 64), [radius]);
  return (
    <group position={[machine.x, 0.03, machine.z]} rotation-x={-Math.PI / 2}>
      <mesh>
        <circleGeometry args={[radius - 0.06, 48]} />
        <meshBasicMaterial color={TONE_COLORS[tone]} transparent opacity={selected ? 0.5 : tone === "down" ? 0.42 : 0.2} depthWrite={false} />
      </mesh>
      <mesh geometry={rest} position-z={0.004}><meshBasicMaterial color="#7d8b97" transparent opacity={0.4} side={DoubleSide} depthWrite={false} /></mesh>
      <mesh geometry={ring} position-z={0.008}><meshBasicMaterial color={selected ? "#1e9bff" : healthColor(health)} side={DoubleSide} toneMapped={false} depthWrite={false} /></mesh>
    </group>
  );
}
