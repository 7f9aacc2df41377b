import type { ReactNode } from "react";
import { sideKey, sideName } from "@/features/maintenance/models/shadow-words";
import type { ShadowSide } from "@/shared/api/types";
import { millis, number, percent } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

/** What counted and the shadows beside it, measure by measure. */
export function SidesTable({ sides }: { sides: readonly ShadowSide[] }) {
  return (
    <div className="sides" tabIndex={0} role="region" aria-label="Sides compared">
      <table className="plain-table">
        <thead><tr><th scope="col"><span className="unseen">Measure</span></th>{sides.map((side) => (
          <th key={sideKey(side)} scope="col"><strong className="version-name">{sideName(side.version)}</strong> <Tag color={side.counted ? TONE_COLORS.running : TONE_COLORS.idle}>{side.counted ? "Counted" : "Shadow"}</Tag></th>
        ))}</tr></thead>
        <tbody>
          <Measure name="Parts" sides={sides} of={(side) => number(side.parts)} />
          <Measure name="Rejected" sides={sides} of={(side) => <>{percent(side.parts === 0 ? null : side.rejected / side.parts)} <span className="small dim">{number(side.rejected)}</span></>} />
          <Measure name="Rejected alone" sides={sides} of={(side) => (side.counted ? null : number(side.rejectedAlone))} />
          <Measure name="Let pass alone" sides={sides} of={(side) => (side.counted ? null : number(side.passedAlone))} />
          <Measure name="Judged by people" sides={sides} of={(side) => number(side.judged)} />
          <Measure name="… of these, escapes" sides={sides} of={(side) => (side.judged === 0 ? null : <span className={side.escapes > 0 ? "bad" : ""}>{number(side.escapes)}</span>)} />
          <Measure name="… and false rejects" sides={sides} of={(side) => (side.judged === 0 ? null : <span className={side.falseRejects > 0 ? "warn" : ""}>{number(side.falseRejects)}</span>)} />
          <Measure name="Time, median" sides={sides} of={(side) => millis(side.millis)} />
        </tbody>
      </table>
    </div>
  );
}

/** One measure of all sides; a side of which it says nothing has a dash. */
function Measure({ name, sides, of }: { name: string; sides: readonly ShadowSide[]; of: (side: ShadowSide) => ReactNode }) {
  return <tr><th scope="row">{name}</th>{sides.map((side) => <td key={sideKey(side)}>{of(side) ?? <span className="dim">–</span>}</td>)}</tr>;
}
