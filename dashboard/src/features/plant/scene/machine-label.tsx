import type { PlacedMachine } from "@/features/plant/layout";
import { Label } from "@/features/plant/scene/label";
import { SHAPE_SIZES } from "@/features/plant/shape";
import { useTwin } from "@/shared/live/told";
import { TONE_COLORS, toneOf } from "@/shared/ui/tone";

export function MachineLabel({ machine, size }: { machine: PlacedMachine; size: number }) {
  const tone = useTwin((live) => {
    const view = live.machines[machine.id];
    return view === undefined ? "offline" : toneOf(view);
  });
  return <Label text={machine.name} color={TONE_COLORS[tone]} position={[machine.x, SHAPE_SIZES[machine.shape].height + 0.75, machine.z]} size={size} />;
}
