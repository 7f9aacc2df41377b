import type { ReactNode } from "react";
import { Link } from "react-router";
import { inUnit } from "@/features/maintenance/life-words";
import { figure, figureName } from "@/features/maintenance/models/model-words";
import type { ModelVersion } from "@/shared/api/types";
import { shortName, words } from "@/shared/ui/format";

/** What is written on a model's card: what it learned from, by which command, under which licence, and how well. */
export function Card({ model }: { model: ModelVersion }) {
  const { notes } = model;
  const { command, ...provenance } = model.provenance;
  return (
    <div className="card-facts">
      <dl className="facts">
        {Object.entries(provenance).map(([name, value]) => <Fact key={name} name={words(name)}>{value}</Fact>)}
        <Fact name="Licence">{model.licence === "" ? "not said" : model.licence}</Fact>
        {notes !== null && <Fact name="Asks for">{notes.signals.join(", ")}{notes.age ? ", and how long the machine has run" : ""}</Fact>}
        {notes !== null && <Fact name="Alarm">below {inUnit(notes.alarmBelow, notes.unit)}; lives beyond {inUnit(notes.cap, notes.unit)} count as that long</Fact>}
        {model.cameras.length > 0 && <Fact name="Cameras">{model.cameras.map((camera, n) => <span key={camera}>{n > 0 && ", "}<Link to="/quality/cameras">{camera}</Link></span>)}</Fact>}
        {(model.class !== null || model.machines.length > 0) && <Fact name="Machines">{model.machines.length === 0 ? "none of its class" : model.machines.map((machine, n) => <span key={machine}>{n > 0 && ", "}<Link to={`/maintenance/machine/${machine}`}>{shortName(machine)}</Link></span>)}</Fact>}
        <Fact name="File"><span className="mono">{model.file}</span> <span className="mono dim" title={model.sha256}>{model.sha256.slice(0, 12)}</span></Fact>
      </dl>
      {Object.keys(model.metrics).length > 0 && <dl className="figures">{Object.entries(model.metrics).map(([name, value]) => <div key={name}><dt>{figureName(name)}</dt><dd>{figure(value)}</dd></div>)}</dl>}
      {command !== undefined && <p className="command mono" tabIndex={0} role="region" aria-label={`Command that made version ${model.version}`}>{command}</p>}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
