import { useReducedMotion } from "@mantine/hooks";
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef, useState } from "react";
import { BoxGeometry, Color, type InstancedMesh, MeshStandardMaterial, Object3D } from "three";
import type { Layout } from "@/features/plant/layout";
import { lotPlaces, partSpots } from "@/features/plant/parts";
import { PartMotion } from "@/features/plant/scene/part-motion";
import { useTwin, useTwinStore } from "@/shared/live/told";

const MOST = 4096;
const board = new BoxGeometry(0.22, 0.05, 0.2);
const material = new MeshStandardMaterial({ roughness: 0.45, metalness: 0.1 });

/** Every part where the twin says it is. Draws only while one of them moves. */
export function Parts({ layout }: { layout: Layout }) {
  const mesh = useRef<InstancedMesh>(null);
  const still = useReducedMotion();
  const invalidate = useThree((three) => three.invalidate);
  const [motion] = useState(() => new PartMotion());
  const store = useTwinStore();
  const products = useTwin((live) => live.plant?.products);
  const colors = useMemo(() => new Map((products ?? []).map((product) => [product.id, new Color(product.color)])), [products]);
  const other = useMemo(() => new Color("#9aa7b2"), []);
  const place = useMemo(() => new Object3D(), []);

  useEffect(() => {
    const aim = (): void => {
      const { lots, machines } = store.getState();
      if (motion.aim(partSpots(lotPlaces(Object.values(lots), machines), layout), performance.now() / 1000, still)) {
        invalidate();
      }
    };
    aim();
    return store.subscribe((live, before) => {
      if (live.lots !== before.lots || live.machines !== before.machines) {
        aim();
      }
    });
  }, [store, motion, layout, still, invalidate]);

  useFrame(() => {
    const instances = mesh.current;
    if (instances === null) {
      return;
    }
    let n = 0;
    const moving = motion.forEach(performance.now() / 1000, (spot, at) => {
      if (n >= MOST) {
        return;
      }
      place.position.set(at.x, at.y, at.z);
      place.rotation.y = spot.angle;
      place.updateMatrix();
      instances.setMatrixAt(n, place.matrix);
      instances.setColorAt(n, colors.get(spot.product) ?? other);
      n += 1;
    });
    instances.count = n;
    instances.instanceMatrix.needsUpdate = true;
    if (instances.instanceColor !== null) {
      instances.instanceColor.needsUpdate = true;
    }
    if (moving) {
      invalidate();
    }
  });
  return <instancedMesh ref={mesh} args={[board, material, MOST]} frustumCulled={false} />;
}
