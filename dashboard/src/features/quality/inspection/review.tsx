import { Button, Slider } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconPencilPlus } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { FindingList } from "@/features/quality/inspection/finding-list";
import { JudgeBar } from "@/features/quality/inspection/judge-bar";
import { beside, linkTo, missedOf, nextUnjudged, type Shown, unjudgedOf, wordOn } from "@/features/quality/inspection/judging";
import { LabelPanel } from "@/features/quality/inspection/label-panel";
import type { Mark } from "@/features/quality/inspection/mark-layer";
import { scaleOf } from "@/features/quality/inspection/measures";
import { SimilarStrip } from "@/features/quality/inspection/similar-strip";
import { Stage, type StageHandle } from "@/features/quality/inspection/stage";
import { useCorrect } from "@/features/quality/inspection/use-inspection";
import { useLabel } from "@/features/quality/inspection/use-label";
import { useDefectTypes } from "@/features/quality/use-defect-types";
import type { Inspection } from "@/shared/api/types";
import { useStale, useZone } from "@/shared/live/clock";
import { useSampledLive } from "@/shared/live/sampled";
import { dayTime, millis, shortName, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

const HEAT_AT_FIRST = 0.55;

/** The picture large, each finding with what was seen, and the verdicts of people. */
export function Review({ inspection, shown, first }: { inspection: Inspection; shown: Shown; first: string | null }) {
  const zone = useZone();
  const stale = useStale();
  const navigate = useNavigate();
  const { inspections } = useSampledLive(2000);
  const neighbours = beside(inspections, inspection.id, shown);
  const stage = useRef<StageHandle>(null);
  const [selected, setSelected] = useState<string | null>(first ?? (unjudgedOf(inspection)[0] ?? inspection.findings[0]?.number)?.toString() ?? null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [heat, setHeat] = useState(0);
  const label = useLabel(inspection.id);
  const types = useDefectTypes();
  const correcting = useCorrect(inspection.id);
  const missed = useMemo(() => missedOf(inspection), [inspection]);
  const marks = useMemo(() => marksOf(inspection), [inspection]);
  const number = selected !== null && /^\d+$/.test(selected) ? Number(selected) : null;
  const said = number === null ? null : wordOn(inspection, number);
  const marked = marks.find((mark) => mark.key === selected);
  const picture = inspection.picture ?? inspection.image;
  const failed = inspection.verdict === "FAIL";

  const select = (key: string | null): void => {
    setSelected(key);
    label.use(null);
  };
  const step = (by: 1 | -1): void => {
    const keys = marks.map((mark) => mark.key);
    const at = selected === null ? (by === 1 ? -1 : 0) : keys.indexOf(selected);
    select(keys[(at + by + keys.length) % keys.length] ?? null);
  };
  const judge = (verdict: "CONFIRMED" | "REJECTED"): void => {
    if (number === null || stale) {
      return;
    }
    correcting.mutate({ verdict, finding: number });
    const next = said === null ? nextUnjudged(inspection, number) : null;
    if (next !== null) {
      setSelected(String(next));
    }
  };
  const go = (to: Inspection | null): void => {
    if (to !== null) {
      void navigate(linkTo(to, shown));
    }
  };
  const toggleHeat = (): void => setHeat(heat === 0 ? HEAT_AT_FIRST : 0);
  useHotkeys([
    ["ArrowRight", () => step(1)], ["ArrowLeft", () => step(-1)], ["j", () => step(1)], ["k", () => step(-1)],
    ["c", () => judge("CONFIRMED")], ["r", () => judge("REJECTED")], ["m", () => label.use(label.tool === null ? "point" : null)], ["Escape", () => label.use(null)],
    ["h", toggleHeat], ["+", () => stage.current?.zoom(1.5)], ["-", () => stage.current?.zoom(1 / 1.5)], ["0", () => stage.current?.fit()],
    ["z", () => marked !== undefined && stage.current?.show(marked.box)],
    ["[", () => go(neighbours.newer)], ["]", () => go(neighbours.older)],
  ]);
  return (
    <Page
      title={`Inspection of ${inspection.serial}`}
      lead={<>Camera {inspection.camera} at <Link to={`/machine/${inspection.machine}`}>{shortName(inspection.machine)}</Link>, {dayTime(inspection.time, zone)} in {millis(inspection.inspectionMillis)}</>}
      aside={<>
        <Tag color={failed ? TONE_COLORS.down : TONE_COLORS.running}>{words(inspection.verdict)}</Tag>
        <Button size="xs" variant="default" disabled={neighbours.newer === null} onClick={() => go(neighbours.newer)} title="Newer inspection ([)">Newer</Button>
        <Button size="xs" variant="default" disabled={neighbours.older === null} onClick={() => go(neighbours.older)} title="Older inspection (])">Older</Button>
        <Button size="xs" variant="default" component={Link} to={shown === "all" ? "/quality" : `/quality?only=${shown}`}>All inspections</Button>
      </>}
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
          <div className="picture-tools">
            {inspection.heatMap === null ? <span className="small dim">No heat map was kept</span> : (
              <label className="heat row"><span className="small">Heat map</span><Slider size="sm" min={0} max={1} step={0.01} value={heat} onChange={setHeat} label={(value) => `${Math.round(value * 100)} %`} thumbLabel="Opacity of the heat map" /></label>
            )}
            {picture !== null && label.tool === null && <Button size="xs" variant="default" leftSection={<IconPencilPlus size={15} aria-hidden />} disabled={stale} onClick={() => label.use("point")} title="Mark a defect that was not found (m)">Missed something?</Button>}
          </div>
        </div>
        <div className="review-side stack">
          {label.tool !== null && (
            <Panel>
              <LabelPanel
                tool={label.tool} onTool={label.use} proposal={label.proposal} asking={label.asking} trouble={label.trouble ?? (correcting.isError ? correcting.error.message : null)} types={types} saving={correcting.isPending} onClose={() => label.use(null)}
                onSave={(type, comment) => label.proposal !== null && correcting.mutate({ verdict: "MISSED", type, box: label.proposal.box, outline: label.proposal.outline, comment: comment === "" ? null : comment }, { onSuccess: () => select(`missed ${missed.length}`) })}
              />
            </Panel>
          )}
          <Panel title="Findings" flush aside={<span>{progressWords(inspection)}</span>}>
            {correcting.isError && label.tool === null && <p className="small bad finding-trouble" role="alert">Not taken: {correcting.error.message}</p>}
            {marks.length === 0
              ? <Notice kind="empty" title="Nothing differs from the template">If the part is bad all the same, mark what was missed.</Notice>
              : <FindingList inspection={inspection} missed={missed} selected={selected} hovered={hovered} onSelect={select} onHover={setHovered} />}
          </Panel>
        </div>
        {inspection.findings.length > 0 && label.tool === null && <JudgeBar place={number === null ? null : `${inspection.findings.findIndex((finding) => finding.number === number) + 1} / ${inspection.findings.length}`} said={said} disabled={number === null || stale} onStep={step} onJudge={judge} />}
      </div>
      {number !== null && inspection.findings.some((finding) => finding.number === number) && <SimilarStrip inspection={inspection} finding={number} />}
    </Page>
  );
}

function progressWords(inspection: Inspection): string {
  const all = inspection.findings.length;
  const open = unjudgedOf(inspection).length;
  return all === 0 ? "" : open === 0 ? "all judged" : `${all - open} of ${all} judged`;
}

/** All that is drawn over the picture: what was found, and what people marked besides. */
function marksOf(inspection: Inspection): Mark[] {
  const found = inspection.findings.map((finding): Mark => {
    const verdict = wordOn(inspection, finding.number)?.verdict;
    return { key: String(finding.number), box: finding.box, outline: null, label: `${finding.number + 1} ${words(finding.type)}`, state: verdict === "CONFIRMED" ? "confirmed" : verdict === "REJECTED" ? "rejected" : "open" };
  });
  const missed = missedOf(inspection).flatMap((one, n): Mark[] => (one.box === null ? [] : [{ key: `missed ${n}`, box: one.box, outline: one.outline, label: `+ ${words(one.type ?? "defect")}`, state: "missed" }]));
  return [...found, ...missed];
}
