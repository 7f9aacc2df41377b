import { Canvas, useThree } from "@react-three/fiber";
import { useEffect } from "react";
import { NeutralToneMapping, PMREMGenerator } from "three";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";
import type { Layout } from "@/features/plant/layout";
import { Buffers } from "@/features/plant/scene/buffers";
import { CameraRig } from "@/features/plant/scene/camera-rig";
import type { CameraName } from "@/features/plant/scene/cameras";
import { Conveyors } from "@/features/plant/scene/conveyors";
import { Hall } from "@/features/plant/scene/hall";
import { Declutter } from "@/features/plant/scene/declutter";
import { HealthRing } from "@/features/plant/scene/health-ring";
import { MachineBodies } from "@/features/plant/scene/machine-bodies";
import { MachineLabel } from "@/features/plant/scene/machine-label";
import { useScenePalette } from "@/features/plant/scene/palette";
import { Parts } from "@/features/plant/scene/parts";
import { StackLights } from "@/features/plant/scene/stack-lights";

const FIELD_OF_VIEW = 32;

interface SceneProps { layout: Layout; camera: CameraName; selected: string | null; onSelect: (id: string | null) => void; onHover: (id: string | null) => void }

export default function Scene({ layout, camera, selected, onSelect, onHover }: SceneProps) {
  const palette = useScenePalette();
  const span = Math.max(layout.width, layout.depth);
  const { x, z } = layout.centre;
  return (
    <Canvas frameloop="demand" shadows="percentage" dpr={[1, 2]} gl={{ toneMapping: NeutralToneMapping, powerPreference: "high-performance" }} camera={{ fov: FIELD_OF_VIEW, near: 0.5, far: 400 }} onPointerMissed={() => onSelect(null)} aria-label="The plant in three dimensions" role="img">
      <color attach="background" args={[palette.sky]} />
      <fog attach="fog" args={[palette.sky, span * 2.6, span * 6]} />
      <hemisphereLight args={["#ffffff", palette.ground, palette.ambient]} />
      <directionalLight
        position={[x - span * 0.35, span * 0.8, z + span * 0.45]} intensity={palette.light} castShadow
        shadow-mapSize={[2048, 2048]} shadow-camera-left={-span * 0.7} shadow-camera-right={span * 0.7} shadow-camera-top={span * 0.7}
        shadow-camera-bottom={-span * 0.7} shadow-camera-far={span * 3} shadow-bias={-0.0008} shadow-normalBias={0.03}
      >
        <object3D attach="target" position={[x, 0, z]} />
      </directionalLight>
      <Reflections strength={0.35} />
      <ScenePieces layout={layout} selected={selected} onSelect={onSelect} onHover={onHover} />
      <CameraRig layout={layout} camera={camera} selected={selected} />
    </Canvas>
  );
}

function ScenePieces({ layout, selected, onSelect, onHover }: Omit<SceneProps, "camera">) {
  const palette = useScenePalette();
  const { size } = useThree();
  const onePixel = (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360)) / Math.max(1, size.height);
  const labelSize = onePixel * (size.width < 500 ? 0.7 : 0.9);
  return (
    <>
      <Hall layout={layout} palette={palette} />
      <Conveyors conveyors={layout.conveyors} palette={palette} />
      <Buffers buffers={layout.buffers} palette={palette} labelSize={labelSize} />
      <MachineBodies machines={layout.machines} onSelect={onSelect} onHover={onHover} />
      <StackLights machines={layout.machines} />
      {layout.machines.map((machine) => (
        <group key={machine.id}>
          <HealthRing machine={machine} selected={machine.id === selected} />
          <MachineLabel machine={machine} size={labelSize} />
        </group>
      ))}
      <Parts layout={layout} />
      <Declutter />
    </>
  );
}

/** Soft reflections from a room made by the program, so that no picture need be fetched. */
function Reflections({ strength }: { strength: number }) {
  const gl = useThree((three) => three.gl);
  const get = useThree((three) => three.get);
  useEffect(() => {
    const generator = new PMREMGenerator(gl);
    const map = generator.fromScene(new RoomEnvironment(), 0.04);
    generator.dispose();
    const { scene, invalidate } = get();
    scene.environment = map.texture;
    scene.environmentIntensity = strength;
    invalidate();
    return () => {
      scene.environment = null;
      map.dispose();
    };
  }, [gl, get, strength]);
  return null;
}
