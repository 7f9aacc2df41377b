import type { ThreeEvent } from "@react-three/fiber";
import { useLayoutEffect, useMemo, useRef } from "react";
import { type InstancedMesh, MeshStandardMaterial, Object3D } from "three";
import type { PlacedMachine } from "@/features/plant/layout";
import { modelOf } from "@/features/plant/scene/models";
import type { Shape } from "@/features/plant/shape";

const material = new MeshStandardMaterial({ vertexColors: true, roughness: 0.55, metalness: 0.18 });

interface BodiesProps { machines: readonly PlacedMachine[]; onSelect: (id: string) => void; onHover: (id: string | null) => void }

/** All machines of one shape are one instanced mesh. */
export function MachineBodies({ machines, onSelect, onHover }: BodiesProps) {
  const groups = useMemo(() => {
    const byShape = new Map<Shape, PlacedMachine[]>();
    for (const machine of machines) {
      byShape.set(machine.shape, [...(byShape.get(machine.shape) ?? []), machine]);
    }
    return [...byShape];
  }, [machines]);
  return groups.map(([shape, group]) => <Bodies key={`${shape}${group.length}`} shape={shape} machines={group} onSelect={onSelect} onHover={onHover} />);
}

function Bodies({ shape, machines, onSelect, onHover }: BodiesProps & { shape: Shape }) {
  const mesh = useRef<InstancedMesh>(null);
  useLayoutEffect(() => {
    const instances = mesh.current;
    if (instances === null) {
      return;
    }
    const place = new Object3D();
    machines.forEach((machine, n) => {
      place.position.set(machine.x, 0, machine.z);
      place.rotation.y = machine.angle;
      place.updateMatrix();
      instances.setMatrixAt(n, place.matrix);
    });
    instances.instanceMatrix.needsUpdate = true;
    instances.computeBoundingSphere();
  }, [machines]);
  const idOf = (event: ThreeEvent<PointerEvent | MouseEvent>): string | undefined => machines[event.instanceId ?? -1]?.id;
  return (
    <instancedMesh
      ref={mesh}
      args={[modelOf(shape), material, machines.length]}
      castShadow
      receiveShadow
      onClick={(event) => {
        event.stopPropagation();
        const id = idOf(event);
        if (id !== undefined) {
          onSelect(id);
        }
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        onHover(idOf(event) ?? null);
      }}
      onPointerOut={() => onHover(null)}
    />
  );
}
