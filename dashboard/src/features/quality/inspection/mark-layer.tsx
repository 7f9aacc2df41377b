import { toStage, type View } from "@/features/quality/inspection/view";
import type { Box } from "@/shared/api/types";

type Polygon = readonly (readonly number[])[];

/** Something drawn over a picture. */
export interface Mark {
  key: string;
  box: Box;
  /** It is about the whole picture: framed from within, with no tint over what is to be seen. */
  whole: boolean;
  /** Around each of its pieces; none where only the box is known. */
  outlines: readonly Polygon[];
  label: string | null;
  state: "open" | "confirmed" | "rejected" | "missed" | "proposed";
}

/** Room between a box and what it is around, in pixels of the screen. */
const AIR = 3;
const LEAST = 10;

/** Boxes and outlines in pixels of the screen, so that lines and words keep their size at any zoom. */
export function MarkLayer({ view, marks, selected, hovered }: { view: View; marks: readonly Mark[]; selected: string | null; hovered: string | null }) {
  return (
    <svg className="marks" aria-hidden>
      {marks.map((mark) => {
        const corner = toStage(view, mark.box);
        const air = mark.whole ? -AIR : AIR;
        const width = Math.max(LEAST, mark.box.width * view.scale + 2 * air);
        const height = Math.max(LEAST, mark.box.height * view.scale + 2 * air);
        const x = corner.x + (mark.box.width * view.scale - width) / 2;
        const y = corner.y + (mark.box.height * view.scale - height) / 2;
        return (
          <g key={mark.key} className="mark" data-state={mark.state} data-whole={mark.whole || undefined} data-selected={mark.key === selected || undefined} data-hovered={mark.key === hovered || undefined}>
            <rect className="mark-halo" x={x} y={y} width={width} height={height} rx={2} />
            <rect className="mark-box" x={x} y={y} width={width} height={height} rx={2} />
            {mark.outlines.length > 0 && <path className="mark-outline" d={mark.outlines.map((outline) => pathOf(outline, view)).join("")} />}
            {mark.label !== null && <Label x={x} y={y} text={mark.label} />}
          </g>
        );
      })}
    </svg>
  );
}

function Label({ x, y, text }: { x: number; y: number; text: string }) {
  const width = 10 + text.length * 6.3;
  const top = y < 18 ? y : y - 17;
  return <g transform={`translate(${x - 1}, ${top})`}><rect className="mark-label" width={width} height={16} rx={2} /><text x={5} y={12}>{text}</text></g>;
}

function pathOf(outline: Polygon, view: View): string {
  const corners = outline.map(([x = 0, y = 0]) => toStage(view, { x, y })).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  return corners.length < 2 ? "" : `M${corners.join("L")}Z`;
}
