import { SegmentedControl } from "@mantine/core";
import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { HoverCard } from "@/features/plant/hover-card";
import { KpiStrip } from "@/features/plant/kpi-strip";
import { layoutOf } from "@/features/plant/layout";
import { Legend } from "@/features/plant/legend";
import { MachinePanel } from "@/features/plant/machine-panel";
import { PlanView } from "@/features/plant/plan/plan-view";
import { type CameraName, CAMERAS } from "@/features/plant/scene/cameras";
import { SceneBoundary } from "@/features/plant/scene-boundary";
import { AlarmList } from "@/shared/alarms/alarm-list";
import { useLive } from "@/shared/live/store";
import { Panel } from "@/shared/ui/panel";
import "@/features/plant/plant.css";

const Scene = lazy(() => import("@/features/plant/scene/scene"));

const VIEWS = ["3d", "2d", "split"] as const;
type View = (typeof VIEWS)[number];

export function PlantPage() {
  const plant = useLive((live) => live.plant);
  const alarmsById = useLive((live) => live.alarms);
  const alarms = useMemo(() => Object.values(alarmsById), [alarmsById]);
  const layout = useMemo(() => (plant === null ? null : layoutOf(plant)), [plant]);
  const [search, setSearch] = useSearchParams();
  const narrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const [camera, setCamera] = useState<CameraName>("Overview");
  const [hovered, setHovered] = useState<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const asked = search.get("view");
  const view: View = VIEWS.find((known) => known === asked) ?? "3d";
  const selected = search.get("machine");

  const change = useCallback((key: string, value: string | null) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) {
        next.delete(key);
      } else {
        next.set(key, value);
      }
      return next;
    }, { replace: true });
  }, [setSearch]);
  const select = useCallback((id: string | null) => change("machine", id), [change]);
  const nextCamera = (): void => setCamera(CAMERAS[(CAMERAS.indexOf(camera) + 1) % CAMERAS.length] ?? "Overview");
  useHotkeys([
    ["v", () => change("view", VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? "3d")],
    ["c", nextCamera],
    ["Escape", () => select(null)],
  ]);
  useEffect(() => {
    document.title = "Plant · Millwright";
  }, []);
  if (layout === null) {
    return null;
  }
  const views = narrow ? VIEWS.slice(0, 2) : VIEWS;
  return (
    <div className="plant-page">
      <h1 className="unseen">{plant?.title}</h1>
      <KpiStrip />
      <div className="plant-columns">
        <div className="plant-stage" ref={stage} data-view={view}>
          {view !== "2d" && (
            <div className="stage-pane">
              <SceneBoundary>
                <Suspense fallback={<p className="stage-wait">Building the hall…</p>}>
                  <Scene layout={layout} camera={camera} selected={selected} onSelect={select} onHover={setHovered} />
                </Suspense>
              </SceneBoundary>
            </div>
          )}
          {view !== "3d" && <div className="stage-pane"><PlanView layout={layout} selected={selected} onSelect={select} onHover={setHovered} /></div>}
          <div className="stage-controls">
            <SegmentedControl size="xs" value={view} onChange={(value) => change("view", value)} aria-label="View" data={views.map((value) => ({ value, label: value === "split" ? "Split" : value.toUpperCase() }))} />
            {view !== "2d" && (
              <SegmentedControl size="xs" value={camera} onChange={(value) => setCamera(value)} aria-label="Camera" data={CAMERAS.filter((name) => name !== "Selected" || selected !== null).map((name) => ({ value: name, label: name }))} />
            )}
          </div>
          <Legend />
          <HoverCard id={hovered} stage={stage} />
        </div>
        <aside className="plant-side" aria-label="Details">
          {selected !== null && <MachinePanel id={selected} onClose={() => select(null)} />}
          <Panel title="Alarms" aside={<span>{alarms.length}</span>} flush className="plant-alarms">
            <AlarmList alarms={alarms} />
          </Panel>
        </aside>
      </div>
    </div>
  );
}
