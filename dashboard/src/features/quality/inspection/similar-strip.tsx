import { Skeleton } from "@mantine/core";
import { Link } from "react-router";
import { Crop } from "@/features/quality/inspection/crop";
import { wordOn } from "@/features/quality/inspection/judging";
import { isWhole } from "@/features/quality/inspection/measures";
import { useSimilar } from "@/features/quality/inspection/use-inspection";
import { VerdictWord } from "@/features/quality/inspection/verdict-word";
import type { Inspection, Similar } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, number, words } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";

const PLACES = 6;

/** Past cases that look like a finding, and what people said of them. */
export function SimilarStrip({ inspection, finding }: { inspection: Inspection; finding: number }) {
  const { data, isError, error } = useSimilar(inspection.id, finding);
  const judged = (data ?? []).map((one) => wordOn(one.inspection, one.finding)?.verdict);
  const confirmed = judged.filter((verdict) => verdict === "CONFIRMED").length;
  const rejected = judged.filter((verdict) => verdict === "REJECTED").length;
  return (
    <Panel title={`Past cases like finding ${finding + 1}`} aside={confirmed + rejected > 0 && <span>{number(confirmed)} confirmed, {number(rejected)} rejected</span>}>
      {isError ? <p className="small bad" role="alert">{error.message}</p>
        : data === undefined ? <div className="similar" role="status" aria-label="Looking for past cases">{Array.from({ length: PLACES }, (_, n) => <Skeleton key={n} height={168} />)}</div>
        : data.length === 0 ? <p className="small dim">Nothing like it was found before.</p>
        : <ul className="similar plain">{data.map((one) => <Case key={`${one.inspection.id} ${one.finding}`} similar={one} />)}</ul>}
    </Panel>
  );
}

function Case({ similar }: { similar: Similar }) {
  const zone = useZone();
  const { inspection } = similar;
  const finding = inspection.findings.find((one) => one.number === similar.finding);
  const picture = inspection.picture ?? inspection.image;
  if (finding === undefined) {
    return null;
  }
  return (
    <li>
      <Link className="case" to={`/quality/inspections/${inspection.id}?finding=${similar.finding}`}>
        {picture === null ? <span className="crop crop-gone small dim">no picture kept</span> : <Crop picture={picture} box={finding.box} whole={isWhole(finding)} label={`${words(finding.type)} on ${inspection.serial}`} />}
        <span className="case-text">
          <span className="row spread"><strong className="clip">{words(finding.type)}</strong><VerdictWord said={wordOn(inspection, finding.number)} /></span>
          <span className="small dim clip"><span className="mono">{inspection.serial}</span>, {dayTime(inspection.time, zone)}</span>
          <span className="small dim">distance {number(similar.distance, 2)}</span>
        </span>
      </Link>
    </li>
  );
}
