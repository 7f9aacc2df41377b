import { SegmentedControl, Switch } from "@mantine/core";
import { type Ref, useCallback, useMemo, useState } from "react";
import { refusalsOf } from "@/features/schedule/gantt/able";
import { type Bar, chartOf } from "@/features/schedule/gantt/bars";
import { Gantt, type GanttHandle } from "@/features/schedule/gantt/gantt";
import { ghostsOf, hasMoved } from "@/features/schedule/gantt/ghosts";
import { GanttLegend } from "@/features/schedule/gantt/legend";
import type { Floor, Grouping } from "@/features/schedule/gantt/rows";
import { BarDetails } from "@/features/schedule/pinning/bar-details";
import { PreviewStrip } from "@/features/schedule/pinning/preview-strip";
import type { usePreview } from "@/features/schedule/pinning/use-preview";
import { PlanTable } from "@/features/schedule/plan-table";
import { plantNow, useStale } from "@/shared/live/clock";
import { number } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import type { Pin } from "@/shared/wire/planning";

const PAST_MS = 8 * 3_600_000;

export interface Look { grouping: Grouping; table: boolean }

interface PlanPanelProps {
  floor: Floor;
  look: Look;
  onLook: (look: Look) => void;
  trial: ReturnType<typeof usePreview>;
  onOrder: (order: string) => void;
  ref: Ref<GanttHandle>;
}

/** The plan to look at and to change by hand: as a chart or a table, by machine or by order, as it is or as it would be. */
export function PlanPanel({ floor, look, onLook, trial, onOrder, ref }: PlanPanelProps) {
  const { plant, plan: inForce, lots, orders, machines } = floor;
  const stale = useStale();
  const [moves, setMoves] = useState(false);
  const [first, setFirst] = useState<string | null>(null);
  const preview = trial.asking.data;
  const plan = preview?.plan ?? inForce;
  const chart = useMemo(() => chartOf({ plant, plan, lots, orders, machines }, look.grouping, plantNow() - PAST_MS), [plant, plan, lots, orders, machines, look.grouping]);
  const changes = preview?.changes ?? (moves ? inForce?.changes : undefined);
  const ghosts = useMemo(() => (changes === undefined ? [] : ghostsOf(chart, changes, preview === undefined ? [] : (inForce?.operations ?? []))), [chart, changes, preview, inForce]);
  const refusals = useCallback((bar: Bar) => refusalsOf({ plant, lots }, bar), [plant, lots]);
  const changeable = stale || !trial.asking.isIdle ? null : refusals;
  const attempt = (bar: Bar, pin: Pin): void => trial.asking.mutate({ kind: "pin", bar, pin, against: inForce?.id ?? "" });
  const moved = inForce?.changes.filter(hasMoved).length ?? 0;
  return (
    <Panel
      title={look.grouping === "machine" ? "By machine" : "By order"} flush
      aside={<>
        {!look.table && preview === undefined && moved > 0 && <Switch size="xs" label={`Before and after (${number(moved)} moved)`} checked={moves} onChange={(event) => setMoves(event.currentTarget.checked)} />}
        <SegmentedControl size="xs" value={look.table ? "table" : "chart"} onChange={(value) => {
          setFirst(null);
          onLook({ ...look, table: value === "table" });
        }} aria-label="Shown as" data={[{ value: "chart", label: "Chart" }, { value: "table", label: "Table" }]} />
        <SegmentedControl size="xs" value={look.grouping} onChange={(value) => onLook({ ...look, grouping: value === "order" ? "order" : "machine" })} aria-label="Rows" data={[{ value: "machine", label: "Machines" }, { value: "order", label: "Orders" }]} />
      </>}
    >
      {!trial.asking.isIdle && <PreviewStrip trial={trial} inForce={inForce} />}
      {plan === null || chart.rows.length === 0 ? <Notice kind="empty" title="Nothing to make">The plan appears here as soon as there is an open order.</Notice>
        : look.table ? <PlanTable chart={chart} onShow={(key) => {
          setFirst(key);
          onLook({ ...look, table: false });
        }} />
        : <Gantt
            key={look.grouping} ref={ref} chart={chart} ghosts={ghosts} first={first} refusals={changeable} onPin={attempt}
            label={`${preview === undefined ? "Plan" : "Preview"} with ${plan.operations.length} operations, ${plan.tardyOrders} orders late`}
            details={(bar, close) => <BarDetails key={bar.key} bar={bar} refusals={changeable} onClose={close} onOrder={onOrder} onTry={(pin) => attempt(bar, pin)} />}
          />}
      {!look.table && <GanttLegend />}
    </Panel>
  );
}
