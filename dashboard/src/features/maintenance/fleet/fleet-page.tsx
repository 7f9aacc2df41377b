import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { FleetLine, HORIZONS } from "@/features/maintenance/fleet/fleet-row";
import { useFleet } from "@/features/maintenance/fleet/use-fleet";
import { barEnd, horizon } from "@/features/maintenance/life-words";
import { Sections } from "@/features/maintenance/sections";
import type { FleetRow } from "@/shared/api/types";
import { hours, number } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import "@/features/maintenance/maintenance.css";
import "@/features/maintenance/fleet/fleet.css";

const SHOWN_FIRST = 100;

/** How long each machine will last: the most pressing first. */
export function FleetPage() {
  const [search, setSearch] = useSearchParams();
  const [limit, setLimit] = useState(SHOWN_FIRST);
  const assetClass = search.get("class");
  const all = useFleet(null, limit);
  const some = useFleet(assetClass, limit);
  const classes = [...new Set([...(all.data?.items ?? []).map((row) => row.class), ...(assetClass === null ? [] : [assetClass])])].sort();
  const rows = some.data?.items ?? [];
  const total = some.data?.total ?? rows.length;
  return (
    <Page
      title="Maintenance"
      lead="How long each machine will last, the most pressing first"
      aside={<Sections />}
    >
      <Figures rows={rows} />
      <Panel
        title="Fleet by risk" flush
        aside={<Select size="xs" aria-label="Class" placeholder="All classes" clearable clearButtonProps={{ "aria-label": "All classes" }} data={classes} value={assetClass} onChange={(value) => setSearch(value === null ? {} : { class: value }, { replace: true })} />}
      >
        {some.isError ? <Notice kind="error" title="The fleet cannot be read" action={{ label: "Try again", onClick: () => void some.refetch() }}>{some.error.message}</Notice>
          : some.data === undefined ? <Loading what="the fleet" lines={7} />
          : rows.length === 0 ? <Notice kind="empty" title={assetClass === null ? "No machines" : `No machine of class ${assetClass}`}>{assetClass === null ? "The plant file names none." : "Choose another class above."}</Notice>
          : <FleetTable rows={rows} />}
        {total > rows.length && <p className="fleet-more small dim">The {number(rows.length)} most pressing of {number(total)}. <Button size="compact-xs" variant="light" onClick={() => setLimit(limit + SHOWN_FIRST)}>Show more</Button></p>}
      </Panel>
    </Page>
  );
}

function FleetTable({ rows }: { rows: readonly FleetRow[] }) {
  const end = barEnd(rows);
  return (
    <table className="plain-table fleet live">
      <thead>
        <tr>
          <th scope="col">Machine</th><th scope="col">Risk</th><th scope="col">Health</th>
          <th scope="col" title={`Bars reach from now to ${hours(end)} of running`}>Life left</th>
          {HORIZONS.map((within) => <th key={within} scope="col" className="right" title={`How likely it fails within ${horizon({ hours: within })} of running`}>{horizon({ hours: within })}</th>)}
          <th scope="col">What to do, and why</th><th scope="col">Answered by</th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <FleetLine key={row.machine} row={row} end={end} />)}</tbody>
    </table>
  );
}

function Figures({ rows }: { rows: readonly FleetRow[] }) {
  const count = (fits: (row: FleetRow) => boolean): number => rows.filter(fits).length;
  const pressing = count((row) => row.risk === "CRITICAL" || row.risk === "HIGH");
  const unknown = count((row) => row.state === "unknown");
  return (
    <div className="stats">
      <Stat label="Pressing" value={number(pressing)} note="critical or high risk" {...(pressing > 0 ? { color: "var(--mw-bad)" } : {})} />
      <Stat label="Predicted" value={number(count((row) => row.state === "predicted"))} note="by a trained model" />
      <Stat label="Unknown" value={number(unknown)} note="a model cannot answer" {...(unknown > 0 ? { color: "var(--mw-warn)" } : {})} />
      <Stat label="Monitored" value={number(count((row) => row.state === "monitored"))} note="no model answers" />
    </div>
  );
}
