import { Button, SegmentedControl } from "@mantine/core";
import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { IconHistory } from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";
import { HoverCard } from "@/features/plant/hover-card";
import type { Layout } from "@/features/plant/layout";
import { Legend } from "@/features/plant/legend";
import { PlanView } from "@/features/plant/plan/plan-view";
import { type CameraName, CAMERAS } from "@/features/plant/scene/cameras";
import { SceneBoundary } from "@/features/plant/scene-boundary";
import { type PlantSearch, VIEWS } from "@/features/plant/use-plant-search";

const Scene = lazy(() => import("@/features/plant/scene/scene"));

interface StageProps { layout: Layout; search: PlantSearch; onLookBack: () => void }

/** The hall itself, in three dimensions or as a plan, with what steers the view. */
export function PlantStage({ layout, search, onLookBack }: StageProps) {
  const { view, selected, at, setView, select } = search;
  const narrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const [camera, setCamera] = useState<CameraName>("Overview");
  const [hovered, setHovered] = useState<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  useHotkeys([
    ["v", () => setView(VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? "3d")],
    ["c", () => setCamera(CAMERAS[(CAMERAS.indexOf(camera) + 1) % CAMERAS.length] ?? "Overview")],
    ["Escape", () => select(null)],
  ]);
  const views = narrow ? VIEWS.slice(0, 2) : VIEWS;
  return (
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
        <SegmentedControl size="xs" value={view} onChange={(value) => setView(value)} aria-label="View" data={views.map((value) => ({ value, label: value === "split" ? "Split" : value.toUpperCase() }))} />
        {view !== "2d" && (
          <SegmentedControl size="xs" value={camera} onChange={(value) => setCamera(value)} aria-label="Camera" data={CAMERAS.filter((name) => name !== "Selected" || selected !== null).map((name) => ({ value: name, label: name }))} />
        )}
      </div>
      {at === null && <Button className="stage-back" size="xs" variant="default" leftSection={<IconHistory size={15} aria-hidden />} onClick={onLookBack}>Look back</Button>}
      <Legend />
      <HoverCard id={hovered} stage={stage} />
    </div>
  );
}
