import { useReducedMotion } from "@mantine/hooks";
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { Color, CylinderGeometry, type InstancedMesh, MeshBasicMaterial, MeshStandardMaterial, Object3D } from "three";
import { beside, type PlacedMachine } from "@/features/plant/layout";
import { SHAPE_SIZES } from "@/features/plant/shape";
import type { Live } from "@/shared/live/store";
import { useTwinStore } from "@/shared/live/told";
import { type Tone, TONE_COLORS, toneOf } from "@/shared/ui/tone";

const LAMPS: readonly (readonly Tone[])[] = [["running"], ["idle", "setup", "waiting", "maintenance", "held"], ["down", "stopped", "offline"]];
const BLINK_MS = 500;
const OFF = new Color("#2c3640");
const lamp = new CylinderGeometry(0.085, 0.085, 0.13, 14);
const pole = new CylinderGeometry(0.025, 0.025, 0.4, 8);
const lit = new MeshBasicMaterial({ toneMapped: false });
const steel = new MeshStandardMaterial({ color: "#5c6973", roughness: 0.5, metalness: 0.5 });

/** The tower light of each machine: green works, the middle waits for something, red needs help (and blinks). */
export function StackLights({ machines }: { machines: readonly PlacedMachine[] }) {
  const lamps = useRef<InstancedMesh>(null);
  const poles = useRef<InstancedMesh>(null);
  const store = useTwinStore();
  const invalidate = useThree((three) => three.invalidate);
  const still = useReducedMotion();
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
  // Drawn anew when a tone changes, and twice a second while a red lamp blinks.
  useEffect(() => {
    let shown = "";
    const look = (): void => {
      const tones = tonesOf(store.getState().machines, machines).join();
      if (tones !== shown) {
        shown = tones;
        invalidate();
      }
    };
    look();
    const blinking = still ? undefined : setInterval(() => shown.includes("down") && invalidate(), BLINK_MS);
    const leave = store.subscribe((twin, before) => {
      if (twin.machines !== before.machines) {
        look();
      }
    });
    return () => {
      clearInterval(blinking);
      leave();
    };
  }, [store, machines, invalidate, still]);
  useFrame(() => {
    const mesh = lamps.current;
    if (mesh === null) {
      return;
    }
    const dimmed = !still && Math.floor(performance.now() / BLINK_MS) % 2 === 1;
    tonesOf(store.getState().machines, machines).forEach((tone, n) => {
      LAMPS.forEach((tones, level) => {
        color.set(tones.includes(tone) && tone !== "offline" ? TONE_COLORS[tone] : OFF);
        if (tone === "down" && tones.includes(tone) && dimmed) {
          color.multiplyScalar(0.35);
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

function tonesOf(views: Live["machines"], machines: readonly PlacedMachine[]): Tone[] {
  return machines.map(({ id }) => {
    const view = views[id];
    return view === undefined ? "offline" : toneOf(view);
  });
}
