import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { isShown, type Shown, shownOf, unjudgedOf } from "@/features/quality/inspection/judging";
import { InspectionCard } from "@/features/quality/inspection-card";
import { QualitySections } from "@/features/quality/sections";
import { UploadForm } from "@/features/quality/upload-form";
import { useStale } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { millis, number, percent } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import "@/features/quality/quality.css";

const MOST = 60;

const EMPTY: Readonly<Record<Shown, { title: string; words: string }>> = {
  all: { title: "No inspections yet", words: "Pictures appear here as the cameras take them." },
  failed: { title: "Nothing rejected", words: "Every part of late looked as it should." },
  open: { title: "Nothing to judge", words: "Every finding of late has been confirmed or rejected." },
};

/** The latest inspections as they come, to be looked into and judged. */
export function QualityPage() {
  const { inspections, lines, plant } = useSampledLive();
  const site = lines[plant?.site ?? ""];
  const stale = useStale();
  const [search, setSearch] = useSearchParams();
  const only = shownOf(search.get("only"));
  const [uploading, setUploading] = useState(false);
  const shown = inspections.filter((inspection) => isShown(inspection, only));
  const failed = inspections.filter((inspection) => inspection.verdict === "FAIL");
  const open = failed.filter((inspection) => unjudgedOf(inspection).length > 0).length;
  const times = inspections.map((inspection) => inspection.inspectionMillis).sort((a, b) => a - b);
  return (
    <Page
      title="Quality" lead="What the cameras see, and what people say of it"
      aside={<><QualitySections /><Button size="xs" disabled={stale} onClick={() => setUploading(true)}>Inspect a picture</Button></>}
    >
      <div className="stats">
        <Stat label="Quality ratio" value={percent(site?.kpis.qualityRatio)} share={site?.kpis.qualityRatio ?? null} to="/events?type=operation-completed" />
        <Stat label="First pass" value={percent(site?.kpis.fpy)} share={site?.kpis.fpy ?? null} to="/events?type=part-inspected" />
        <Stat label="Rejected" value={inspections.length === 0 ? percent(null) : percent(failed.length / inspections.length)} note={`${failed.length} of the last ${inspections.length}`} />
        <Stat label="Scrap" value={percent(site?.kpis.scrapRatio)} />
        <Stat label="Rework" value={percent(site?.kpis.reworkRatio)} />
        <Stat label="Inspection time" value={millis(times[Math.floor(times.length / 2)])} note={`median of ${number(times.length)}`} />
      </div>
      <Panel title="Inspections" aside={<SegmentedControl size="xs" value={only} onChange={(value) => setSearch(value === "all" ? {} : { only: value }, { replace: true })} aria-label="Shown" data={[{ value: "all", label: "All" }, { value: "failed", label: "Rejected" }, { value: "open", label: open === 0 ? "To judge" : `To judge ${open}` }]} />}>
        {plant === null ? <Loading what="inspections" />
          : shown.length === 0 ? <Notice kind="empty" title={EMPTY[only].title}>{EMPTY[only].words}</Notice>
          : <div className="inspections live">{shown.slice(0, MOST).map((inspection) => <InspectionCard key={inspection.id} inspection={inspection} shown={only} />)}</div>}
      </Panel>
      {uploading && <UploadForm onClose={() => setUploading(false)} />}
    </Page>
  );
}
