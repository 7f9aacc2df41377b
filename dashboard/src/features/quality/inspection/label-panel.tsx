import { Button, Chip, Group, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Proposal } from "@/features/quality/inspection/use-label";
import { millis, number, words } from "@/shared/ui/format";

interface LabelPanelProps {
  tool: "point" | "box";
  onTool: (tool: "point" | "box") => void;
  proposal: Proposal | null;
  asking: boolean;
  trouble: string | null;
  types: readonly string[];
  saving: boolean;
  onSave: (type: string, comment: string) => void;
  onClose: () => void;
}

const TOOLS = [{ value: "point", label: "Click on it" }, { value: "box", label: "Drag a box" }] as const;

/** A defect the inspector missed: where it is, of which type, kept with the picture. */
export function LabelPanel({ tool, onTool, proposal, asking, trouble, types, saving, onSave, onClose }: LabelPanelProps) {
  const [type, setType] = useState<string | null>(null);
  const [other, setOther] = useState("");
  const [comment, setComment] = useState("");
  const chosen = other.trim() === "" ? type : other.trim();
  return (
    <form className="label-panel" aria-label="Missed defect" onSubmit={(event) => {
      event.preventDefault();
      if (chosen !== null && proposal !== null) {
        onSave(chosen, comment.trim());
      }
    }}>
      <div className="row spread row-wrap"><h3>Missed defect</h3><SegmentedControl size="xs" aria-label="How to mark it" value={tool} onChange={(value) => onTool(value)} data={[...TOOLS]} /></div>
      <p className="small" role="status">
        {asking ? "Looking for its outline …"
          : proposal === null ? <span className="dim">{tool === "point" ? "Click on the defect in the picture: its outline is proposed at once." : "Drag a box around the defect in the picture."}</span>
          : proposal.areaPixels === null ? `A box of ${number(proposal.box.width)} × ${number(proposal.box.height)} px. Drag another to change it.`
          : `${number(proposal.areaPixels)} px² outlined in ${millis(proposal.millis)}. Click elsewhere to change it.`}
      </p>
      {trouble !== null && <p className="small bad" role="alert">{trouble}</p>}
      <fieldset className="label-types">
        <legend className="small">Type</legend>
        <Chip.Group value={chosen === other.trim() ? null : type} onChange={(value) => {
          setType(value);
          setOther("");
        }}>
          <Group gap={6}>{types.map((one) => <Chip key={one} value={one} size="xs" radius="sm">{words(one)}</Chip>)}</Group>
        </Chip.Group>
        <TextInput size="xs" aria-label="Another type" placeholder="another type" maxLength={60} value={other} onChange={(event) => setOther(event.currentTarget.value)} />
      </fieldset>
      <TextInput size="xs" label="Comment" maxLength={200} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
      <Group gap={8} justify="flex-end">
        <Button size="xs" variant="default" onClick={onClose}>Cancel</Button>
        <Button size="xs" type="submit" loading={saving} disabled={chosen === null || proposal === null || asking}>Save as missed</Button>
      </Group>
    </form>
  );
}
