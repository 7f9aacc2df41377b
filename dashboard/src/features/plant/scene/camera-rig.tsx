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

  // Small changes of the window leave the view alone.
  const aspect = Math.max(0.25, Math.round((size.width / size.height) * 4) / 4);
  const watched = name === "Selected" ? selected : null;
  useEffect(() => {
    const view = viewOf(name, layout, watched, aspect, camera instanceof PerspectiveCamera ? camera.fov : 35);
    if (arrived.current) {
      flight.current = { ...view, left: FLIGHT_SECONDS };
    } else {
      camera.position.copy(view.position);
      controls.current?.target.copy(view.target);
      controls.current?.update();
      arrived.current = true;
    }
    invalidate();
  }, [name, layout, watched, camera, aspect, invalidate]);

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
  const machine = layout.machines.find((candidate) => candidate.id === selected);
  switch (name) {
    case "Top":
      return framed(layout, new Vector3(0, 1, 0.001), aspect, fov);
    case "Aisle":
      return { position: centre.clone().add(new Vector3(-layout.width * 0.5, 5.2, layout.depth * 0.5)), target: centre.clone().add(new Vector3(layout.width * 0.08, 0, -1)) };
    case "Selected":
      if (machine !== undefined) {
        const target = new Vector3(machine.x, 0.8, machine.z);
        return { position: target.clone().add(new Vector3(2.6, 3.4, 6)), target };
      }
      return framed(layout, overview(aspect), aspect, fov);
    case "Overview":
      return framed(layout, overview(aspect), aspect, fov);
  }
}

/** A tall screen looks along the lines, a wide one across them. */
function overview(aspect: number): Vector3 {
  return aspect < 0.9 ? new Vector3(-0.8, 0.85, 0.42) : new Vector3(-0.06, 0.95, 0.56);
}

/** As near as possible with the whole hall in sight. */
function framed(layout: Layout, towards: Vector3, aspect: number, fov: number): { position: Vector3; target: Vector3 } {
  const back = towards.clone().normalize();
  const right = new Vector3(0, 1, 0).cross(back).normalize();
  const up = back.clone().cross(right);
  const tall = Math.tan((fov * Math.PI) / 360) * 0.95;
  const target = new Vector3(layout.centre.x, 0.4, layout.centre.z);
  let distance = 6;
  for (const x of [-layout.width / 2 + 0.3, layout.width / 2 - 0.3]) {
    for (const z of [-layout.depth / 2, layout.depth / 2]) {
      for (const y of [0, 1.6]) {
        const corner = new Vector3(x, y, z);
        const near = corner.dot(back);
        distance = Math.max(distance, near + Math.abs(corner.dot(right)) / (tall * aspect), near + Math.abs(corner.dot(up)) / tall);
      }
    }
  }
  return { position: target.clone().addScaledVector(back, distance), target };
}
