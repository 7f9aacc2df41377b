import { useFrame } from "@react-three/fiber";
import { useLayoutEffect, useMemo, useRef } from "react";
import { Color, CylinderGeometry, type InstancedMesh, MeshBasicMaterial, MeshStandardMaterial, Object3D } from "three";
import { beside, type PlacedMachine } from "@/features/plant/layout";
import { SHAPE_SIZES } from "@/features/plant/shape";
import { useLive } from "@/shared/live/store";
import { type Tone, TONE_COLORS, toneOf } from "@/shared/ui/tone";

const LAMPS: readonly (readonly Tone[])[] = [["running"], ["idle", "setup", "waiting", "maintenance", "held"], ["down", "stopped", "offline"]];
const OFF = new Color("#2c3640");
const lamp = new CylinderGeometry(0.085, 0.085, 0.13, 14);
const pole = new CylinderGeometry(0.025, 0.025, 0.4, 8);
const lit = new MeshBasicMaterial({ toneMapped: false });
const steel = new MeshStandardMaterial({ color: "#5c6973", roughness: 0.5, metalness: 0.5 });

/** The tower light of each machine: green works, the middle waits for something, red needs help (and blinks). */
export function StackLights({ machines }: { machines: readonly PlacedMachine[] }) {
  const lamps = useRef<InstancedMesh>(null);
  const poles = useRef<InstancedMesh>(null);
  const color = useMemo(() => new Color(), []);
  useLayoutEffect(() => {
    const place = new Object3D();
    machines.forEach((machine, n) => {
      const { x, z } = beside(machine, machine.length / 2 - 0.15, -machine.depth / 2 + 0.15);
      const top = SHAPE_SIZES[machine.shape].height + 0.25;
      place.position.set(x, top - 0.2, z);
      place.updateMatrix();
      poles.current?.setMatrixAt(n, place.matrix);
      LAMPS.forEach((_, level) => {
        place.position.set(x, top + level * 0.14, z);
        place.updateMatrix();
        lamps.current?.setMatrixAt(n * LAMPS.length + level, place.matrix);
        lamps.current?.setColorAt(n * LAMPS.length + level, OFF);
      });
    });
    for (const mesh of [lamps.current, poles.current]) {
      if (mesh !== null) {
        mesh.instanceMatrix.needsUpdate = true;
        mesh.computeBoundingSphere();
      }
    }
  }, [machines]);
  useFrame(({ clock }) => {
    const mesh = lamps.current;
    if (mesh === null) {
      return;
    }
    const views = useLive.getState().machines;
    const bright = 0.55 + 0.45 * Math.sin(clock.elapsedTime * 6);
    machines.forEach((machine, n) => {
      const view = views[machine.id];
      const tone = view === undefined ? "offline" : toneOf(view);
      LAMPS.forEach((tones, level) => {
        color.set(tones.includes(tone) && tone !== "offline" ? TONE_COLORS[tone] : OFF);
        if (tones.includes(tone) && tone === "down") {
          color.multiplyScalar(0.5 + bright);
        }
        mesh.setColorAt(n * LAMPS.length + level, color);
      });
    });
    if (mesh.instanceColor !== null) {
      mesh.instanceColor.needsUpdate = true;
    }
  });
  return (
    <>
      <instancedMesh key={`l${machines.length}`} ref={lamps} args={[lamp, lit, machines.length * LAMPS.length]} />
      <instancedMesh key={`p${machines.length}`} ref={poles} args={[pole, steel, machines.length]} />
    </>
  );
}
