import { OrbitControls } from "@react-three/drei";
import { useFrame, useThree } from "@react-three/fiber";
import { type ComponentRef, useEffect, useRef } from "react";
import { PerspectiveCamera, Vector3 } from "three";
import type { Layout } from "@/features/plant/layout";
import type { CameraName } from "@/features/plant/scene/cameras";


const FLIGHT_SECONDS = 0.7;

interface RigProps { layout: Layout; camera: CameraName; selected: string | null }

/** Orbit by hand, or fly to a preset. */
export function CameraRig({ layout, camera: name, selected }: RigProps) {
  const controls = useRef<ComponentRef<typeof OrbitControls>>(null);
  const { camera, size, invalidate } = useThree();
  const flight = useRef<{ position: Vector3; target: Vector3; left: number } | null>(null);
  const arrived = useRef(false);

  useEffect(() => {
    const view = viewOf(name, layout, selected, size.width / size.height, camera instanceof PerspectiveCamera ? camera.fov : 35);
    if (arrived.current) {
      flight.current = { ...view, left: FLIGHT_SECONDS };
    } else {
      camera.position.copy(view.position);
      controls.current?.target.copy(view.target);
      controls.current?.update();
      arrived.current = true;
    }
    invalidate();
  }, [name, layout, name === "Selected" ? selected : null, camera, Math.round((size.width / size.height) * 4), invalidate]);

  useFrame((_, delta) => {
    const goal = flight.current;
    if (goal === null || controls.current === null) {
      return;
    }
    const step = Math.min(delta, 0.1);
    const share = Math.min(1, (step / Math.max(goal.left, step)) * 1.8);
    camera.position.lerp(goal.position, share);
    controls.current.target.lerp(goal.target, share);
    controls.current.update();
    goal.left -= step;
    if (goal.left <= 0) {
      flight.current = null;
    }
    invalidate();
  });
  return <OrbitControls ref={controls} makeDefault enableDamping dampingFactor={0.12} maxPolarAngle={Math.PI / 2 - 0.06} minDistance={3} maxDistance={160} />;
}

function viewOf(name: CameraName, layout: Layout, selected: string | null, aspect: number, fov: number): { position: Vector3; target: Vector3 } {
  const centre = new Vector3(layout.centre.x, 0, layout.centre.z);
  const half = Math.tan((fov * Math.PI) / 360);
  const reach = Math.max(layout.width / (2 * half * aspect), layout.depth / (1.35 * half));
  const machine = layout.machines.find((candidate) => candidate.id === selected);
  switch (name) {
    case "Top":
      return { position: centre.clone().add(new Vector3(0, Math.max(layout.width / (2 * half * aspect), layout.depth / (2 * half)) * 1.02, 0.01)), target: centre };
    case "Aisle":
      return { position: centre.clone().add(new Vector3(-layout.width * 0.52, 5.2, layout.depth * 0.55)), target: centre.clone().add(new Vector3(layout.width * 0.08, 0, -1)) };
    case "Selected":
      if (machine !== undefined) {
        const target = new Vector3(machine.x, 0.8, machine.z);
        return { position: target.clone().add(new Vector3(2.6, 3.4, 6)), target };
      }
      return viewOf("Overview", layout, null, aspect, fov);
    case "Overview":
      return { position: centre.clone().add(new Vector3(-reach * 0.16, reach * 0.58, reach * 0.74)), target: centre.clone().add(new Vector3(0, 0, layout.depth * 0.04)) };
  }
}
