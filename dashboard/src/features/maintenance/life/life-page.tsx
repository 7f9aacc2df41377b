import { Anchor, Breadcrumbs, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { AnswersPanel } from "@/features/maintenance/life/answers-panel";
import { DecisionPanel } from "@/features/maintenance/life/decision-panel";
import { Drivers } from "@/features/maintenance/life/drivers";
import { LifeChart } from "@/features/maintenance/life/life-chart";
import { SignalBands } from "@/features/maintenance/life/signal-bands";
import { usePrediction } from "@/features/maintenance/life/use-life";
import { expectedWords, horizon, intervalWords, inUnit, riskWords } from "@/features/maintenance/life-words";
import { WishList } from "@/features/maintenance/wish-list";
import { AlarmList } from "@/shared/alarms/alarm-list";
import type { FleetRow } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, percent, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import "@/features/maintenance/maintenance.css";
import "@/features/maintenance/life/life.css";

/** The colours of risks as words on the panel, where those of badges are too pale. */
const RISK_TEXT: Readonly<Record<NonNullable<FleetRow["risk"]>, string>> = { LOW: "var(--mw-good)", MEDIUM: "var(--mw-warn)", HIGH: "var(--mw-bad)", CRITICAL: "var(--mw-bad)" };

const RANGES = [{ value: "8", label: "8 h" }, { value: "24", label: "1 d" }, { value: "72", label: "3 d" }, { value: "168", label: "7 d" }];

/** How long one machine will last: over time, why, and what others say. */
export function LifePage() {
  const id = useParams()["*"] ?? "";
  const [range, setRange] = useState("24");
  const { data, isError, error, refetch } = usePrediction(id);
  if (isError) {
    return <Notice kind="error" title="Nothing is known of this machine" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message} <Link to="/maintenance">The fleet</Link></Notice>;
  }
  if (data === undefined) {
    return <Loading what="the machine" lines={8} />;
  }
  const { row, drivers, alarms, wishes } = data;
  const hours = Number(range);
  return (
    <Page
      title={row.name}
      lead={<Path row={row} />}
      aside={<>
        <Anchor component={Link} to={`/machine/${id}`} size="sm">Open machine</Anchor>
        <SegmentedControl size="xs" data={RANGES} value={range} onChange={setRange} aria-label="Time shown" />
      </>}
    >
      {row.unknown !== null && <Unknown unknown={row.unknown} />}
      <Figures row={row} age={data.age} rows={data.rows} />
      <div className="columns">
        <div style={{ "--span": 8 }} className="stack">
          <Panel title="Life left over time"><LifeChart machine={id} name={row.name} hours={hours} /></Panel>
          <Panel title="What moves the estimate" aside="against this machine's own usual values" flush><Drivers drivers={drivers} unit={row.life?.unit ?? "h"} /></Panel>
        </div>
        <div style={{ "--span": 4 }} className="stack">
          <DecisionPanel row={row} decision={data.decision} />
          <AnswersPanel prediction={data} />
          <Panel title="Alarms" aside={<span>{alarms.length}</span>} flush><AlarmList alarms={alarms} withMachine={false} /></Panel>
          {wishes.length > 0 && <WishList wishes={wishes} />}
        </div>
      </div>
      <Panel title="Signals and their usual bands" flush><SignalBands machine={id} hours={hours} /></Panel>
    </Page>
  );
}

function Path({ row }: { row: FleetRow }) {
  return (
    <Breadcrumbs separator="/" separatorMargin={4}>
      <Anchor component={Link} to="/maintenance" size="sm">Fleet</Anchor>
      <Anchor component={Link} to={`/maintenance?class=${encodeURIComponent(row.class)}`} size="sm">{row.class}</Anchor>
    </Breadcrumbs>
  );
}

function Unknown({ unknown }: { unknown: NonNullable<FleetRow["unknown"]> }) {
  const zone = useZone();
  return <p className="unknown" role="status"><strong>Unknown{unknown.since === null ? "" : ` since ${dayTime(unknown.since, zone)}`}:</strong> {unknown.why}. No number is told until the model can answer again.</p>;
}

function Figures({ row, age, rows }: { row: FleetRow; age: number | null; rows: number | null }) {
  const color = row.risk === null ? undefined : RISK_TEXT[row.risk];
  return (
    <div className="stats">
      <Stat
        label="Life left" value={row.life === null ? "–" : expectedWords(row.life)}
        note={row.life === null ? (row.state === "unknown" ? "unknown" : "no estimate yet") : `90 % in ${intervalWords(row.life)}`}
      />
      {row.risks.map((risk) => <Stat key={risk.hours} label={`Fails within ${horizon(risk)}`} value={riskWords(risk)} share={risk.probability} {...(color === undefined ? {} : { color })} />)}
      <Stat label="Risk" value={row.risk === null ? "–" : words(row.risk)} note={row.urgency === null || row.urgency === "NONE" ? "nothing to plan" : words(row.urgency).toLowerCase()} />
      <Stat label="Health" value={percent(row.health, 0)} share={row.health} />
      {age !== null && <Stat label="Age" value={inUnit(age, row.life?.unit ?? "h")} note={`${rows ?? 0} rows seen`} />}
    </div>
  );
}
