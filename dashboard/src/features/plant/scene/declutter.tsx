import { useFrame } from "@react-three/fiber";
import { type Object3D, type Sprite, Vector3 } from "three";
import { LABEL } from "@/features/plant/scene/label";
import { lifts } from "@/features/plant/scene/lifts";

/** Before each picture, lifts labels that would cover another one until both can be read. */
export function Declutter() {
  useFrame(({ scene, camera, size }) => {
    const labels: Sprite[] = [];
    scene.traverse((one) => {
      if (isLabel(one)) {
        labels.push(one);
      }
    });
    // Scaled by distance one, a label is as many pixels large as the lens makes of its size.
    const pixels = (camera.projectionMatrix.elements[5] * size.height) / 2;
    const boxes = labels.map((label) => {
      const at = label.getWorldPosition(place);
      const depth = at.distanceTo(camera.position);
      at.project(camera);
      return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height, width: label.scale.x * pixels, height: label.scale.y * pixels, depth };
    });
    lifts(boxes).forEach((lift, n) => labels[n]?.center.setY(0.5 - lift / (boxes[n]?.height ?? 1)));
  });
  return null;
}

function isLabel(one: Object3D): one is Sprite {
  return one.userData === LABEL;
}

const place = new Vector3();
