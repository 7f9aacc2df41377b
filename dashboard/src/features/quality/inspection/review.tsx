import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { FindingList } from "@/features/quality/inspection/finding-list";
import { JudgeBar } from "@/features/quality/inspection/judge-bar";
import { beside, judgeOf, linkTo, missedOf, type Shown, unjudgedOf } from "@/features/quality/inspection/judging";
import { LabelPanel } from "@/features/quality/inspection/label-panel";
import { marksOf } from "@/features/quality/inspection/marks";
import { scaleOf } from "@/features/quality/inspection/measures";
import { PictureTools } from "@/features/quality/inspection/picture-tools";
import { SimilarStrip } from "@/features/quality/inspection/similar-strip";
import { Stage, type StageHandle } from "@/features/quality/inspection/stage";
import { useReview } from "@/features/quality/inspection/use-review";
import { useDefectTypes } from "@/features/quality/use-defect-types";
import type { Inspection } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { dayTime, millis, shortName, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

const HEAT_AT_FIRST = 0.55;
const STEP = 1.5;

/** The picture large, each finding with what was seen, and the verdicts of people. */
export function Review({ inspection, shown, first }: { inspection: Inspection; shown: Shown; first: string | null }) {
  const zone = useZone();
  const stage = useRef<StageHandle>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [heat, setHeat] = useState(0);
  const types = useDefectTypes();
  const missed = useMemo(() => missedOf(inspection), [inspection]);
  const marks = useMemo(() => marksOf(inspection), [inspection]);
  const { selected, finding, said, select, step, judge, label, correcting, stale } = useReview(inspection, marks, first);
  const selectedMark = marks.find((mark) => mark.key === selected);
  const picture = inspection.picture ?? inspection.image;
  const trouble = correcting.isError ? correcting.error.message : null;
  useHotkeys([
    ["h", () => setHeat(heat === 0 ? HEAT_AT_FIRST : 0)], ["+", () => stage.current?.zoom(STEP)], ["-", () => stage.current?.zoom(1 / STEP)], ["0", () => stage.current?.fit()],
    ["z", () => selectedMark !== undefined && stage.current?.show(selectedMark.box)],
  ]);
  const save = (type: string, comment: string): void => {
    if (label.proposal !== null) {
      const { box, outline } = label.proposal;
      correcting.mutate({ verdict: "MISSED", type, box, ...(outline === null ? {} : { outline }), ...(comment === "" ? {} : { comment }) }, { onSuccess: () => select(`missed ${missed.length}`) });
    }
  };
  return (
    <Page
      title={`Inspection of ${inspection.serial}`}
      lead={<>Camera {inspection.camera} at <Link to={`/machine/${inspection.machine}`}>{shortName(inspection.machine)}</Link>, {dayTime(inspection.time, zone)}, judged by <Judge inspection={inspection} /></>}
      aside={<><Tag color={inspection.verdict === "FAIL" ? TONE_COLORS.down : TONE_COLORS.running}>{words(inspection.verdict)}</Tag><Neighbours inspection={inspection} shown={shown} /></>}
    >
      <div className="review">
        <div className="review-picture">
          {picture === null ? <Panel><Notice kind="empty" title="No picture was kept">Only what was found is known of this part.</Notice></Panel> : (
            <Stage
              ref={stage} picture={picture} alt={`${inspection.serial}, ${inspection.findings.length} findings`} heatMap={inspection.heatMap} heat={heat}
              marks={label.mark === null ? marks : [...marks, label.mark]} selected={label.tool === null ? selected : "proposed"} hovered={hovered} onSelect={select} onHover={setHovered}
              tool={label.tool ?? "look"} onPoint={label.point} onBox={label.box} mmPerPixel={scaleOf(inspection.findings)}
            />
          )}
          <PictureTools heat={inspection.heatMap === null ? null : heat} onHeat={setHeat} onMissed={picture === null || label.tool !== null ? null : () => label.use("point")} disabled={stale} />
        </div>
        <div className="review-side stack">
          {label.tool !== null && (
            <Panel><LabelPanel tool={label.tool} onTool={label.use} proposal={label.proposal} asking={label.asking} trouble={label.trouble ?? trouble} types={types} saving={correcting.isPending} onSave={save} onClose={() => label.use(null)} /></Panel>
          )}
          <Panel title="Findings" flush aside={<span>{progressWords(inspection)}</span>}>
            {trouble !== null && label.tool === null && <p className="small bad finding-trouble" role="alert">Not taken: {trouble}</p>}
            {marks.length === 0
              ? <Notice kind="empty" title="Nothing found">If the part is bad all the same, mark what was missed.</Notice>
              : <FindingList inspection={inspection} missed={missed} selected={selected} hovered={hovered} onSelect={select} onHover={setHovered} />}
          </Panel>
        </div>
        {inspection.findings.length > 0 && label.tool === null && <JudgeBar place={finding === null ? null : `${inspection.findings.indexOf(finding) + 1} / ${inspection.findings.length}`} said={said} disabled={finding === null || stale} onStep={step} onJudge={judge} />}
      </div>
      {finding !== null && <SimilarStrip inspection={inspection} finding={finding.number} />}
    </Page>
  );
}

/** Who gave the verdict, and how long it took. */
function Judge({ inspection }: { inspection: Inspection }) {
  const judge = judgeOf(inspection);
  const name = inspection.model === null ? judge : <Link to="/maintenance/models">{judge}</Link>;
  return inspection.inspectionMillis > 0 ? <>{name} in {millis(inspection.inspectionMillis)}</> : name;
}

/** On to the newer and the older inspection of those a person looks through, and back to all of them. */
function Neighbours({ inspection, shown }: { inspection: Inspection; shown: Shown }) {
  const navigate = useNavigate();
  const { inspections } = useSampledLive(2000);
  const { newer, older } = beside(inspections, inspection.id, shown);
  const go = (to: Inspection | null): void => {
    if (to !== null) {
      void navigate(linkTo(to, shown));
    }
  };
  useHotkeys([["[", () => go(newer)], ["]", () => go(older)]]);
  return (
    <>
      <Button size="xs" variant="default" disabled={newer === null} onClick={() => go(newer)} title="Newer inspection ([)">Newer</Button>
      <Button size="xs" variant="default" disabled={older === null} onClick={() => go(older)} title="Older inspection (])">Older</Button>
      <Button size="xs" variant="default" component={Link} to={shown === "all" ? "/quality" : `/quality?only=${shown}`}>All inspections</Button>
    </>
  );
}

function progressWords(inspection: Inspection): string {
  const all = inspection.findings.length;
  const open = unjudgedOf(inspection).length;
  return all === 0 ? "" : open === 0 ? "all judged" : `${all - open} of ${all} judged`;
}
