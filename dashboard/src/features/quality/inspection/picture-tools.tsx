import { Button, Slider } from "@mantine/core";
import { IconPencilPlus } from "@tabler/icons-react";

interface PictureToolsProps {
  /** How much of the heat map is seen, from 0 to 1; null where there is none. */
  heat: number | null;
  onHeat: (heat: number) => void;
  /** Begins to mark what was missed; null while that is under way or there is nothing to mark it on. */
  onMissed: (() => void) | null;
  disabled: boolean;
}

/** What can be done with the picture: the heat map over it, and marking what was missed. */
export function PictureTools({ heat, onHeat, onMissed, disabled }: PictureToolsProps) {
  return (
    <div className="picture-tools">
      {heat === null ? <span className="small dim">No heat map was kept</span> : (
        <div className="heat row"><span className="small" aria-hidden>Heat map</span><Slider size="sm" min={0} max={1} step={0.01} value={heat} onChange={onHeat} label={(value) => `${Math.round(value * 100)} %`} thumbLabel="Opacity of the heat map" /></div>
      )}
      {onMissed !== null && <Button size="xs" variant="default" leftSection={<IconPencilPlus size={15} aria-hidden />} disabled={disabled} onClick={onMissed} title="Mark a defect that was not found (m)">Missed something?</Button>}
    </div>
  );
}
