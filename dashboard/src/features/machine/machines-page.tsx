import { useSampledLive } from "@/shared/live/sampled";
import { percent, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Link } from "react-router";
import { StateBadge } from "@/shared/ui/state-badge";
import { healthColor, TONE_COLORS, toneOf } from "@/shared/ui/tone";
import type { MachineView } from "@/shared/wire/wire";
import "@/features/machine/machine.css";

export function MachinesPage() {
  const { machines: views, plant } = useSampledLive();
  // In the order of the plant file, which follows the flow of the work.
  const machines = (plant?.machines ?? []).flatMap(({ id }) => views[id] ?? []);
  const lines = plant?.lines ?? [];
  const groups = [...lines, { id: "", name: "Elsewhere" }]
    .map((line) => ({ ...line, own: machines.filter((machine) => (line.id === "" ? !lines.some((one) => one.id === machine.line) : machine.line === line.id)) }))
    .filter((group) => group.own.length > 0);
  return (
    <Page title="Machines" lead={plant?.title}>
      {groups.length === 0 && <Notice kind="empty" title="No machines">The plant file names none.</Notice>}
      {groups.map((group) => (
        <section key={group.id} className="stack">
          <h2 className="group-title">{group.name}</h2>
          <div className="cards">{group.own.map((machine) => <MachineCard key={machine.id} machine={machine} />)}</div>
        </section>
      ))}
    </Page>
  );
}

function MachineCard({ machine }: { machine: MachineView }) {
  const tone = toneOf(machine);
  return (
    <Link to={`/machine/${machine.id}`} className={`card live ${machine.staleSince === null ? "" : "stale"}`} style={{ "--tone": TONE_COLORS[tone] }}>
      <div className="row spread"><strong className="clip">{machine.name}</strong><StateBadge tone={tone} /></div>
      <p className="small dim clip">{machine.operation === null ? (machine.cause ?? words(machine.mode)) : `${machine.operation.name}, ${machine.operation.lot}`}</p>
      <span className="bar"><span style={{ width: `${(machine.operation?.progress ?? 0) * 100}%` }} /></span>
      <div className="row spread small">
        <span><i className="dot" style={{ background: healthColor(machine.health.value) }} aria-hidden />Health {percent(machine.health.value, 0)}</span>
        <span className="dim">OEE {percent(machine.kpis.oee, 0)}</span>
      </div>
    </Link>
  );
}
