import { inUnit } from "@/features/maintenance/life-words";
import { STABILITY_COLORS } from "@/features/maintenance/models/drift-panel";
import { errorRows, figure, figureName, leading } from "@/features/maintenance/models/model-words";
import { Promote } from "@/features/maintenance/models/promote";
import { Retire } from "@/features/maintenance/models/retire";
import type { ModelVersion } from "@/shared/api/types";
import { number, percent, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

const FIGURES_SHOWN = 3;

/** The versions of one name side by side: which one counts, how good each was in training, how far each was off here. */
export function VersionsTable({ versions }: { versions: readonly ModelVersion[] }) {
  const active = versions.find((model) => model.state === "ACTIVE")?.version;
  const rows = errorRows(versions);
  const ofLives = versions.some((model) => model.class !== null);
  const unit = versions.find((model) => model.notes !== null)?.notes?.unit ?? "h";
  return (
    <div className="versions">
      <table className="plain-table">
        <thead><tr><th scope="col">Version</th>{versions.map((model) => (
          <th key={model.version} scope="col"><strong className="version-name">{model.version}</strong> <Tag color={model.state === "ACTIVE" ? TONE_COLORS.running : TONE_COLORS.idle}>{words(model.state)}</Tag></th>
        ))}</tr></thead>
        <tbody>
          <tr><th scope="row">Held out in training</th>{versions.map((model) => <td key={model.version}><Figures metrics={model.metrics} /></td>)}</tr>
          {!ofLives ? null : rows.length === 0
            ? <tr><th scope="row">Off here, on average</th><td colSpan={versions.length} className="dim">No machine has failed before it yet: the first failure judges every estimate of that life.</td></tr>
            : rows.map((row, n) => (
              <tr key={row.leftAtMost}>
                <th scope="row">{n === 0 ? "Off here, on average" : `… with at most ${inUnit(row.leftAtMost, unit)} left`}</th>
                {versions.map((model) => {
                  const cell = row.cells.get(model.version);
                  return <td key={model.version}>{cell === undefined ? <span className="dim">–</span> : <>
                    <span className={cell.best ? "good" : ""}><strong>{inUnit(cell.meanAbsoluteError, unit)}</strong>{cell.best && <span className="unseen"> (best)</span>}</span>
                    <span className="dim small"> {percent(cell.coverage, 0)} within the interval, of {number(cell.estimates)} estimates</span>
                  </>}</td>;
                })}
              </tr>
            ))}
          {ofLives && <tr><th scope="row">Drift</th>{versions.map((model) => <td key={model.version}>{model.drift === null ? <span className="dim">not told</span> : <Tag color={STABILITY_COLORS[model.drift.stability]}>{words(model.drift.stability)}</Tag>}</td>)}</tr>}
          <tr><th scope="row">Counts</th>{versions.map((model) => <td key={model.version}>{model.state === "ACTIVE" ? <span className="row row-wrap"><span className="dim">now{ofLives && `, for ${number(model.machines.length)} ${model.machines.length === 1 ? "machine" : "machines"}`}</span><Retire model={model} /></span> : <Promote model={model} active={active} />}</td>)}</tr>
        </tbody>
      </table>
    </div>
  );
}

function Figures({ metrics }: { metrics: ModelVersion["metrics"] }) {
  const shown = leading(metrics, FIGURES_SHOWN);
  return shown.length === 0 ? <span className="dim">–</span> : <span className="small">{shown.map(([name, value]) => `${figureName(name)} ${figure(value)}`).join(", ")}</span>;
}
