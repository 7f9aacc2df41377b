import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { LifeRow } from "@/features/maintenance/life-row";
import { RequestForm } from "@/features/maintenance/request-form";
import { axisFor, byRisk, placeOn } from "@/features/maintenance/rul-axis";
import { Sections } from "@/features/maintenance/sections";
import { WishList } from "@/features/maintenance/wish-list";
import { usePlantNow, useZone } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { clockTime, duration, number, percent } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import "@/features/maintenance/maintenance.css";

const URGENCIES = ["all", "critical", "high", "medium", "low"] as const;

export function WindowsPage() {
  const { machines: machinesById, wishes: wishesById } = useSampledLive();
  const machines = useMemo(() => byRisk(Object.values(machinesById)), [machinesById]);
  const wishes = useMemo(() => Object.values(wishesById), [wishesById]);
  const now = usePlantNow(5000);
  const zone = useZone();
  const [search, setSearch] = useSearchParams();
  const [asking, setAsking] = useState<string | null>(null);
  const urgency = URGENCIES.find((known) => known === search.get("urgency")) ?? "all";
  const shown = machines.filter((machine) => urgency === "all" || machine.prognosis?.risk.toLowerCase() === urgency);
  const axis = useMemo(() => axisFor(machines, wishes, now), [machines, wishes, now]);
  const pressing = machines.filter((machine) => machine.prognosis?.risk === "CRITICAL" || machine.prognosis?.risk === "HIGH");
  const next = wishes.filter((wish) => wish.status === "PLANNED" && wish.plannedStart !== null).sort((a, b) => (a.plannedStart ?? "").localeCompare(b.plannedStart ?? ""))[0];
  const worst = machines.reduce<number | null>((least, machine) => Math.min(least ?? 1, machine.health.value), null);
  return (
    <Page title="Maintenance windows" lead="How long each machine will last, and when it will be seen to" aside={<><Sections /><Button size="xs" onClick={() => setAsking(machines[0]?.id ?? "")}>Request maintenance</Button></>}>
      <div className="stats">
        <Stat label="Pressing" value={number(pressing.length)} note="critical or high risk" {...(pressing.length > 0 ? { color: "var(--mw-bad)" } : {})} />
        <Stat label="Open wishes" value={number(wishes.filter((wish) => wish.status === "OPEN").length)} note={`${wishes.filter((wish) => wish.status === "PLANNED").length} planned`} />
        <Stat label="Next slot" value={clockTime(next?.plannedStart, zone)} note={next === undefined ? "nothing booked" : `${duration(next.durationSeconds)} of work`} />
        <Stat label="Lowest health" value={percent(worst, 0)} share={worst} />
      </div>
      <div className="columns">
        <div style={{ "--span": 8 }}>
          <Panel
            title="Remaining life, 90 % intervals" flush
            aside={<SegmentedControl size="xs" value={urgency} onChange={(value) => setSearch(value === "all" ? {} : { urgency: value }, { replace: true })} aria-label="Urgency" data={URGENCIES.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))} />}
          >
            {shown.length === 0 ? <Notice kind="empty" title="None of this urgency">Choose another urgency above.</Notice> : (
              <ul className="life-rows">
                <li className="life-row life-head" aria-hidden>
                  <span />
                  <div className="life-track">{axis.ticks.slice(0, -1).map((tick, n) => <span key={tick} className="life-time" style={{ left: `${placeOn(axis, tick)}%` }}>{n === 0 ? "now" : `+${duration((tick - axis.from) / 1000).replace(" h 00", " h").replace(" d 0 h", " d")}`}</span>)}</div>
                  <span />
                  <span />
                </li>
                {shown.map((machine) => <LifeRow key={machine.id} machine={machine} axis={axis} wishes={wishes.filter((wish) => wish.machine === machine.id)} onRequest={() => setAsking(machine.id)} />)}
              </ul>
            )}
            <p className="life-legend small dim"><i className="key-interval" /> 90 % interval <i className="key-middle" /> median <i className="key-window" /> wished window <i className="key-slot" /> planned slot</p>
          </Panel>
        </div>
        <div style={{ "--span": 4 }}><WishList wishes={wishes} /></div>
      </div>
      {asking !== null && <RequestForm machines={machines} machine={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}
