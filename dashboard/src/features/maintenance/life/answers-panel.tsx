import { expectedWords, intervalWords, runningHours } from "@/features/maintenance/life-words";
import type { Life, Prediction } from "@/shared/api/types";
import { hours, NONE, percent, reading, words } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

/** Who says what: the active version, those in shadow, and the health monitor, which needs no model. */
export function AnswersPanel({ prediction }: { prediction: Prediction }) {
  const { row, shadows, baseline, mode } = prediction;
  const own = row.state === "predicted" ? row.life : null;
  return (
    <Panel title="Who says what" flush>
      <table className="plain-table live">
        <thead><tr><th scope="col">From</th><th scope="col">Life left</th><th scope="col">90 % interval</th></tr></thead>
        <tbody>
          {row.model !== null && <Answer from={`${row.model.name} ${row.model.version}`} tag="active" life={own} />}
          {shadows.map((shadow) => <Answer key={shadow.version} from={`Version ${shadow.version}`} tag="shadow" life={shadow.life} />)}
          <Answer from="Health monitor" tag={baseline === null ? "learning" : words(baseline.basis).toLowerCase()} life={baseline?.life ?? null} />
        </tbody>
      </table>
      {mode !== null && (
        <p className="answers-note small">Most likely failure: <strong>{mode.mode}</strong>, {percent(mode.probability, 0)} within {reading(mode.horizon)} {mode.unit} (any failure {percent(mode.failureProbability, 0)}) <span className="dim">by {mode.model} {mode.version}</span></p>
      )}
      {baseline !== null && (
        <p className="answers-note small dim">The health monitor sees {percent(baseline.failureProbability, 0)} risk of failure within {hours(baseline.horizonHours)}{baseline.reasons.length > 0 ? `: ${baseline.reasons.join("; ")}` : ""}.</p>
      )}
    </Panel>
  );
}

function Answer({ from, tag, life }: { from: string; tag: string; life: Life | null }) {
  const running = life === null ? null : runningHours(life);
  return (
    <tr>
      <td>{from} <Tag color={tag === "active" ? TONE_COLORS.running : TONE_COLORS.idle}>{tag}</Tag></td>
      <td>{life === null ? <span className="dim">{NONE}</span> : <><strong>{expectedWords(life)}</strong>{running !== null && <span className="dim small"><br />{running}</span>}</>}</td>
      <td className="dim">{life === null ? NONE : intervalWords(life)}</td>
    </tr>
  );
}
