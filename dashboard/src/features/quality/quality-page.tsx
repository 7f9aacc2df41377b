import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { DefectTrend } from "@/features/quality/defect-trend";
import { InspectionCard } from "@/features/quality/inspection-card";
import { InspectionDialog } from "@/features/quality/inspection-dialog";
import { Pareto } from "@/features/quality/pareto";
import { UploadForm } from "@/features/quality/upload-form";
import { useStale } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { millis, number, percent } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Stat } from "@/shared/ui/stat";
import "@/features/quality/quality.css";

const SHOWN = 48;

export function QualityPage() {
  const { inspections, lines, plant } = useSampledLive();
  const site = lines[plant?.site ?? ""];
  const stale = useStale();
  const [only, setOnly] = useState("all");
  const [open, setOpen] = useState<string | null>(null);
  const [uploading, setUploading] = useState(false);
  const shown = inspections.filter((inspection) => only === "all" || inspection.verdict === "FAIL").slice(0, SHOWN);
  const failed = inspections.filter((inspection) => inspection.verdict === "FAIL").length;
  const times = inspections.map((inspection) => inspection.inspectionMillis).sort((a, b) => a - b);
  const opened = inspections.find((inspection) => inspection.id === open);
  return (
    <Page title="Quality" lead="What the cameras see, and what it says about the machines" aside={<Button size="xs" disabled={stale} onClick={() => setUploading(true)}>Inspect a picture</Button>}>
      <div className="stats">
        <Stat label="Quality ratio" value={percent(site?.kpis.qualityRatio)} share={site?.kpis.qualityRatio ?? null} to="/events?type=operation-completed" />
        <Stat label="First pass" value={percent(site?.kpis.fpy)} share={site?.kpis.fpy ?? null} to="/events?type=part-inspected" />
        <Stat label="Rejected" value={inspections.length === 0 ? percent(null) : percent(failed / inspections.length)} note={`${failed} of the last ${inspections.length}`} />
        <Stat label="Scrap" value={percent(site?.kpis.scrapRatio)} />
        <Stat label="Rework" value={percent(site?.kpis.reworkRatio)} />
        <Stat label="Inspection time" value={millis(times[Math.floor(times.length / 2)])} note={`median of ${number(times.length)}`} />
      </div>
      <div className="columns">
        <div style={{ "--span": 5 }}><Pareto /></div>
        <div style={{ "--span": 7 }}><DefectTrend /></div>
      </div>
      <Panel title="Inspections" aside={<SegmentedControl size="xs" value={only} onChange={setOnly} aria-label="Shown" data={[{ value: "all", label: "All" }, { value: "failed", label: "Rejected" }]} />}>
        {shown.length === 0
          ? <Notice kind="empty" title="No inspections yet">Pictures appear here as the cameras take them.</Notice>
          : <div className="inspections live">{shown.map((inspection) => <InspectionCard key={inspection.id} inspection={inspection} onOpen={() => setOpen(inspection.id)} />)}</div>}
      </Panel>
      {opened !== undefined && <InspectionDialog inspection={opened} onClose={() => setOpen(null)} />}
      {uploading && <UploadForm onClose={() => setUploading(false)} />}
    </Page>
  );
}
