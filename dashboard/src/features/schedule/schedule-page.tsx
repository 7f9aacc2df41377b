import { Button, SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { ChangeList } from "@/features/schedule/change-list";
import { chartOf } from "@/features/schedule/gantt/bars";
import { Gantt } from "@/features/schedule/gantt/gantt";
import { OrderDialog } from "@/features/schedule/order-dialog";
import { OrderForm } from "@/features/schedule/order-form";
import { OrderList } from "@/features/schedule/order-list";
import { api, taken } from "@/shared/api/client";
import { plantNow, useStale, useZone } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { clockTime, duration, millis, number } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import type { PlanView } from "@/shared/wire/wire";
import "@/features/schedule/schedule.css";

const PAST_MS = 8 * 3_600_000;

export function SchedulePage() {
  const { plant, plan, lots, orders, machines } = useSampledLive();
  const zone = useZone();
  const stale = useStale();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const grouping = search.get("by") === "order" ? "order" : "machine";
  const chart = useMemo(() => (plant === null ? null : chartOf({ plant, plan, lots, orders, machines }, grouping, plantNow() - PAST_MS)), [plant, plan, lots, orders, machines, grouping]);
  const replanning = useMutation({ mutationFn: async () => taken(await api.POST("/api/v1/schedule/replan")) });
  const orderList = useMemo(() => Object.values(orders), [orders]);
  const open = orderList.filter((order) => order.status === "RUNNING" || order.status === "WAITING").length;
  const left = chart?.bars.filter((bar) => bar.kind === "work" && bar.status !== "done").length ?? 0;
  return (
    <Page
      title="Schedule"
      lead={plan === null ? "No plan yet" : `Plan ${planName(plan)}, adopted ${clockTime(plan.createdAt, zone)}`}
      aside={<>
        <Button size="xs" variant="default" loading={replanning.isPending} disabled={stale} onClick={() => replanning.mutate()}>Plan anew</Button>
        <Button size="xs" disabled={stale} onClick={() => setAdding(true)}>Add order</Button>
      </>}
    >
      {replanning.isError && <p className="bad small" role="alert">{replanning.error.message}</p>}
      <div className="stats">
        <Stat label="Makespan" value={duration(open === 0 ? null : plan?.makespanSeconds)} note="until all is done" />
        <Stat label="Tardiness" value={duration(plan?.tardinessSeconds)} note="weighted by priority" {...((plan?.tardinessSeconds ?? 0) > 0 ? { color: "var(--mw-warn)" } : {})} />
        <Stat label="Late orders" value={number(plan?.tardyOrders)} note={`of ${open} open`} {...((plan?.tardyOrders ?? 0) > 0 ? { color: "var(--mw-bad)" } : {})} />
        <Stat label="Operations left" value={number(left)} note={`and ${plan?.maintenance.length ?? 0} maintenance`} />
        <Stat label="Solve time" value={millis(plan?.solveMillis)} note={plan === null ? "" : originWords(plan.origin)} />
        <Stat label="Reaction" value={millis(plan?.reactionMillis)} note="event to new plan" />
      </div>
      <Panel
        title={grouping === "machine" ? "By machine" : "By order"} flush
        aside={<SegmentedControl size="xs" value={grouping} onChange={(value) => setSearch(value === "machine" ? {} : { by: value }, { replace: true })} aria-label="Rows" data={[{ value: "machine", label: "Machines" }, { value: "order", label: "Orders" }]} />}
      >
        {plan === null || chart === null || chart.rows.length === 0
          ? <Notice kind="empty" title="Nothing to make">The plan appears here as soon as there is an open order.</Notice>
          : <Gantt key={grouping} chart={chart} label={`Plan with ${plan.operations.length} operations, ${plan.tardyOrders} orders late`} />}
        <p className="gantt-legend small dim"><i className="key-done" /> done <i className="key-running" /> running <i className="key-planned" /> planned <i className="key-setup" /> setup <i className="key-service" /> maintenance <i className="key-changed" /> moved by the last plan <i className="key-now" /> now</p>
      </Panel>
      <div className="columns">
        <div style={{ "--span": 7 }}><OrderList orders={orderList} onOpen={setOpened} /></div>
        <div style={{ "--span": 5 }}><ChangeList plan={plan} /></div>
      </div>
      {opened !== null && <OrderDialog id={opened} onClose={() => setOpened(null)} />}
      {adding && <OrderForm onClose={() => setAdding(false)} />}
    </Page>
  );
}

const ORIGINS: Readonly<Record<string, string>> = { "cp-sat": "the solver", "right-shift": "right-shift repair" };

/** P-42-right-shift by right-shift says it twice. */
function planName({ id, origin }: PlanView): string {
  return `${id.replace(`-${origin}`, "")} by ${originWords(origin)}`;
}

function originWords(origin: string): string {
  return ORIGINS[origin] ?? `the ${origin.toUpperCase()} rule`;
}
