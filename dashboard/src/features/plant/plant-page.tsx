import { useHotkeys } from "@mantine/hooks";
import { useEffect, useMemo } from "react";
import { KpiStrip } from "@/features/plant/kpi-strip";
import { layoutOf } from "@/features/plant/layout";
import { PastBar } from "@/features/plant/past/past-bar";
import { usePast } from "@/features/plant/past/use-past";
import { PlantSide } from "@/features/plant/plant-side";
import { PlantStage } from "@/features/plant/plant-stage";
import { usePlantSearch } from "@/features/plant/use-plant-search";
import { plantNow } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { TwinTold } from "@/shared/live/told";
import { Notice } from "@/shared/ui/notice";
import "@/features/plant/plant.css";

const FIRST_LOOK_BACK_MS = 1_800_000;

/** The whole plant: live, or as it was at a time that the address names. */
export function PlantPage() {
  const plant = useLive((live) => live.plant);
  const layout = useMemo(() => (plant === null ? null : layoutOf(plant)), [plant]);
  const search = usePlantSearch();
  const { at, goTo } = search;
  const past = usePast(at);
  // What is on the screen is not of the time that the bar names: neither to be read nor touched.
  const untold = at !== null && (!past.known || past.error !== null);
  const lookBack = (): void => goTo(plantNow() - FIRST_LOOK_BACK_MS);
  useHotkeys([["t", () => (at === null ? lookBack() : goTo(null))]]);
  useEffect(() => {
    document.title = at === null ? "Plant · Millwright" : "Plant in the past · Millwright";
  }, [at]);
  if (layout === null) {
    return null;
  }
  return (
    <div className="plant-page" data-past={at !== null || undefined}>
      <h1 className="unseen">{plant?.title}</h1>
      {at !== null && <PastBar at={at} fetching={past.fetching} onGo={goTo} onLive={() => goTo(null)} />}
      {at !== null && past.error !== null && <Notice kind="error" title="The journal cannot tell of that time" action={{ label: "Try again", onClick: past.retry }}>{past.error.message}</Notice>}
      <TwinTold value={at === null || !past.known ? useLive : past.store}>
        <div className="plant-told" inert={untold} data-untold={untold || undefined} aria-busy={untold}>
          <KpiStrip />
          <div className="plant-columns">
            <PlantStage layout={layout} search={search} onLookBack={lookBack} />
            <PlantSide selected={search.selected} past={at !== null} onClose={() => search.select(null)} />
          </div>
        </div>
      </TwinTold>
    </div>
  );
}
