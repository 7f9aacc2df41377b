import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { ChangeList } from "@/features/schedule/change-list";
import { ExportsMenu } from "@/features/schedule/exports-menu";
import type { GanttHandle } from "@/features/schedule/gantt/gantt";
import { LateList } from "@/features/schedule/late-list";
import { OrderDialog } from "@/features/schedule/order-dialog";
import { OrderForm } from "@/features/schedule/order-form";
import { OrderList } from "@/features/schedule/order-list";
import { usePreview } from "@/features/schedule/pinning/use-preview";
import { PlanFigures } from "@/features/schedule/plan-figures";
import { type Look, PlanPanel } from "@/features/schedule/plan-panel";
import { planName } from "@/features/schedule/plan-words";
import { DraftForm } from "@/features/schedule/planning/draft-form";
import { SearchPanel } from "@/features/schedule/planning/search-panel";
import { useDrafts } from "@/features/schedule/planning/use-drafts";
import { api, taken } from "@/shared/api/client";
import { useStale, useZone } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { clockTime } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Page } from "@/shared/ui/page";
import "@/features/schedule/schedule.css";

type Dialog = { kind: "add" } | { kind: "search" } | { kind: "order"; id: string };

export function SchedulePage() {
  const { plant, plan, lots, orders, machines } = useSampledLive();
  const zone = useZone();
  const stale = useStale();
  const [search, setSearch] = useSearchParams();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const gantt = useRef<GanttHandle>(null);
  const trial = usePreview();
  const newest = useDrafts().data?.[0]?.id ?? null;
  const draft = chosen === undefined ? newest : chosen;
  const replanning = useMutation({ mutationFn: async () => taken(await api.POST("/api/v1/schedule/replan")) });
  const orderList = useMemo(() => Object.values(orders), [orders]);
  const open = orderList.filter((order) => order.status === "RUNNING" || order.status === "WAITING").length;
  const left = useMemo(() => plan?.operations.filter((op) => lots[op.lot]?.operations.find((known) => known.id === op.operation)?.status !== "DONE").length ?? 0, [plan, lots]);
  const look: Look = { grouping: search.get("by") === "order" ? "order" : "machine", table: search.get("as") === "table" };
  const setLook = ({ grouping, table }: Look): void => setSearch({ ...(grouping === "order" ? { by: "order" } : {}), ...(table ? { as: "table" } : {}) }, { replace: true });
  const preview = trial.asking.data;
  const shown = preview?.plan ?? plan;
  const showLot = (lot: string): void => {
    const last = shown?.operations.filter((op) => op.lot === lot).at(-1);
    if (last !== undefined) {
      gantt.current?.reveal(last.operation);
    }
  };
  const close = (): void => setDialog(null);
  if (plant === null) {
    return <Loading what="the plan" />;
  }
  return (
    <Page
      title="Schedule"
      lead={plan === null ? "No plan yet" : `Plan ${planName(plan)}, adopted ${clockTime(plan.createdAt, zone)}`}
      aside={<>
        {plan !== null && <ExportsMenu />}
        <Button size="xs" variant="default" loading={replanning.isPending} disabled={stale} onClick={() => replanning.mutate()}>Plan anew</Button>
        <Button size="xs" variant="default" disabled={stale || open === 0} onClick={() => setDialog({ kind: "search" })}>Search for a better plan</Button>
        <Button size="xs" disabled={stale} onClick={() => setDialog({ kind: "add" })}>Add order</Button>
      </>}
    >
      {replanning.isError && <p className="bad small" role="alert">{replanning.error.message}</p>}
      <PlanFigures plan={plan} open={open} left={left} />
      <PlanPanel ref={gantt} floor={{ plant, plan, lots, orders, machines }} look={look} onLook={setLook} trial={trial} onOrder={(id) => setDialog({ kind: "order", id })} />
      <div className="columns">
        <div style={{ "--span": 4 }}><LateList plan={shown} onShow={showLot} /></div>
        <div style={{ "--span": 4 }}><ChangeList changes={preview?.changes ?? plan?.changes ?? []} trigger={preview === undefined ? (plan?.trigger ?? null) : null} preview={preview !== undefined} onShow={(key) => gantt.current?.reveal(key)} /></div>
        <div style={{ "--span": 4 }}><SearchPanel draft={draft} inForce={plan?.id ?? ""} busy={trial.asking.isPending} onTry={(id) => trial.asking.mutate({ kind: "draft", id, against: plan?.id ?? "" })} onForget={() => setChosen(null)} /></div>
        <div style={{ "--span": 12 }}><OrderList orders={orderList} onOpen={(id) => setDialog({ kind: "order", id })} /></div>
      </div>
      {dialog?.kind === "order" && <OrderDialog id={dialog.id} onClose={close} />}
      {dialog?.kind === "add" && <OrderForm onClose={close} />}
      {dialog?.kind === "search" && <DraftForm onClose={close} onStarted={setChosen} />}
    </Page>
  );
}
