import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, api } from "@/shared/api/client";
import type { Cause } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, inPlantTime, number, shortName, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";

const HOURS = 8;
const EVERY_MS = 15_000;
const EVIDENCE_SHOWN = 6;

/** What a pattern of defects points to, strongest first, each with the pictures that speak for it. */
export function CausesPanel() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ["causes"],
    queryFn: async () => answer(await api.GET("/api/v1/quality/causes", { params: { query: { hours: HOURS } } })),
    refetchInterval: EVERY_MS,
  });
  return (
    <Panel title="Likely causes" flush aside={<span>last {HOURS} hours</span>}>
      {isError ? <Notice kind="error" title="No causes can be told" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : data === undefined ? <Loading what="likely causes" lines={3} />
        : data.length === 0 ? <Notice kind="empty" title="Nothing stands out">Defects come no oftener, and no more alike, than chance explains.</Notice>
        : <ol className="causes plain">{data.map((cause) => <Hypothesis key={`${cause.type} ${cause.station} ${cause.lane ?? ""} ${cause.position ?? ""}`} cause={cause} />)}</ol>}
    </Panel>
  );
}

function Hypothesis({ cause }: { cause: Cause }) {
  const zone = useZone();
  const most = Math.max(cause.count, cause.expected);
  return (
    <li className="cause">
      <div className="cause-words">
        <p><strong>{words(cause.type)}</strong> from <Link to={`/machine/${cause.station}`}>{shortName(cause.station)}</Link>{cause.lane === null ? "" : `, ${cause.lane}`}{cause.position === null ? "" : `, ${cause.position}`}</p>
        <p className="small dim">{inPlantTime(cause.words, zone)}</p>
      </div>
      <dl className="cause-counts numbers">
        <dt>seen</dt><dd><span className="cause-bar" data-kind="seen" style={{ width: `${(cause.count / most) * 100}%` }} /></dd><dd>{number(cause.count)}</dd>
        <dt>expected</dt><dd><span className="cause-bar" style={{ width: `${(cause.expected / most) * 100}%` }} /></dd><dd>{number(cause.expected, 1)}</dd>
      </dl>
      <div className="cause-evidence">
        <ul className="plain row" aria-label={`Pictures that speak for ${words(cause.type)} from ${shortName(cause.station)}`}>
          {cause.evidence.slice(0, EVIDENCE_SHOWN).map((id, n) => <li key={id}><Link to={`/quality/inspections/${encodeURIComponent(id)}`} aria-label={`Picture ${n + 1} of ${cause.evidence.length}, inspection ${id}`}><img src={`/api/v1/inspections/${encodeURIComponent(id)}/image`} alt="" loading="lazy" /></Link></li>)}
        </ul>
        <span className="small dim">{cause.evidence.length > EVIDENCE_SHOWN ? `and ${cause.evidence.length - EVIDENCE_SHOWN} more, ` : ""}since {dayTime(cause.since, zone)}</span>
      </div>
    </li>
  );
}
