import { Anchor, Breadcrumbs, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { CommandBar } from "@/features/machine/command-bar";
import { HealthPanel } from "@/features/machine/health-panel";
import { KpiPanel } from "@/features/machine/kpi-panel";
import { SignalChart } from "@/features/machine/signal-chart";
import { StateTimeline } from "@/features/machine/state-timeline";
import { WorkPanel } from "@/features/machine/work-panel";
import { AlarmList } from "@/shared/alarms/alarm-list";
import { useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { clockTime, duration, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { StateBadge } from "@/shared/ui/state-badge";
import { toneOf } from "@/shared/ui/tone";
import type { MachineView } from "@/shared/wire/wire";
import "@/features/machine/machine.css";

const RANGES = [{ value: "1", label: "1 h" }, { value: "4", label: "4 h" }, { value: "12", label: "12 h" }, { value: "48", label: "2 d" }];

export function MachinePage() {
  const id = useParams()["*"] ?? "";
  const machine = useLive((live) => live.machines[id]);
  const signals = useLive((live) => live.plant?.machines.find((candidate) => candidate.id === id)?.signals);
  const alarmsById = useLive((live) => live.alarms);
  const alarms = useMemo(() => Object.values(alarmsById).filter((alarm) => alarm.machine === id), [alarmsById, id]);
  const [range, setRange] = useState("4");
  if (machine === undefined) {
    return <Notice kind="empty" title="No such machine">The plant has no machine {id}. <Link to="/machine">All machines</Link></Notice>;
  }
  return (
    <Page
      title={machine.name}
      lead={<Path machine={machine} />}
      aside={<SegmentedControl size="xs" data={RANGES} value={range} onChange={setRange} aria-label="Time shown" />}
    >
      <Panel>
        <div className="stack">
          <Connection machine={machine} />
          <StateTimeline machine={id} hours={Number(range)} />
          <CommandBar machine={machine} />
        </div>
      </Panel>
      <div className="columns">
        <div style={{ "--span": 8 }} className="stack">
          <Panel title="Signals" flush>
            {signals === undefined || signals.length === 0
              ? <Notice kind="empty" title="It measures nothing">The plant file names no signals for this machine.</Notice>
              : <div className="signals">{signals.map((signal) => <SignalChart key={signal.name} machine={id} signal={signal} hours={Number(range)} />)}</div>}
          </Panel>
          <KpiPanel machine={machine} />
        </div>
        <div style={{ "--span": 4 }} className="stack">
          <HealthPanel machine={machine} />
          <Panel title="Alarms" aside={<span>{alarms.length}</span>} flush><AlarmList alarms={alarms} withMachine={false} /></Panel>
          <WorkPanel machine={machine} />
          <DefectsPanel machine={machine} />
        </div>
      </div>
    </Page>
  );
}

function Path({ machine }: { machine: MachineView }) {
  return (
    <Breadcrumbs separator="/" separatorMargin={4}>
      <Anchor component={Link} to="/machine" size="sm">Machines</Anchor>
      {machine.id.split("/").slice(0, -1).map((name, n) => <span key={n} className="small">{name}</span>)}
    </Breadcrumbs>
  );
}

function Connection({ machine }: { machine: MachineView }) {
  const zone = useZone();
  const now = useLive((live) => Date.parse(live.clock?.plantTime ?? ""));
  return (
    <div className="row row-wrap live">
      <StateBadge tone={toneOf(machine)} word={words(machine.state)} />
      <span>since {clockTime(machine.stateSince, zone)} <span className="dim">({duration((now - Date.parse(machine.stateSince)) / 1000)})</span></span>
      {machine.cause !== null && <span className="dim">{machine.cause}</span>}
      <span className="dim">Mode {words(machine.mode).toLowerCase()}</span>
      {machine.staleSince === null
        ? <span className="dim">Connected</span>
        : <strong className="warn">Stale since {clockTime(machine.staleSince, zone)}: {machine.connected ? "values stopped coming" : "connection lost"}</strong>}
    </div>
  );
}

function DefectsPanel({ machine }: { machine: MachineView }) {
  const defects = Object.entries(machine.counters.defects).sort(([, a], [, b]) => b - a);
  if (defects.length === 0) {
    return null;
  }
  return (
    <Panel title="Defects found" aside={<Link to="/quality">Quality</Link>}>
      <dl className="facts">
        {defects.map(([type, count]) => <div key={type} className="fact-row"><dt>{words(type)}</dt><dd>{count}</dd></div>)}
      </dl>
    </Panel>
  );
}
