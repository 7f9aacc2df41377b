import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { caseWords, truthWords } from "@/features/maintenance/models/shadow-words";
import type { ShadowCase } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, shortName } from "@/shared/ui/format";

const SHOWN_FIRST = 6;

/** Parts on which a shadow would have decided otherwise, each with its picture; they are the ones worth a person's word. */
export function ShadowCases({ cases }: { cases: readonly ShadowCase[] }) {
  const [all, setAll] = useState(false);
  if (cases.length === 0) {
    return <p className="small dim">None: every part would have had the same verdict.</p>;
  }
  return (
    <>
      <ul className="shadow-cases plain">{(all ? cases : cases.slice(0, SHOWN_FIRST)).map((one) => <Case key={`${one.inspection} ${one.version}`} one={one} />)}</ul>
      {cases.length > SHOWN_FIRST && <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>{all ? "Only the latest" : `All ${cases.length} cases`}</Button>}
    </>
  );
}

function Case({ one }: { one: ShadowCase }) {
  const zone = useZone();
  const id = encodeURIComponent(one.inspection);
  const { decided, otherwise } = caseWords(one);
  const truth = truthWords(one);
  return (
    <li>
      <Link className="shadow-case" to={`/quality/inspections/${id}`}>
        <img src={`/api/v1/inspections/${id}/image`} alt="" loading="lazy" />
        <span className="shadow-case-text">
          <span className="small dim clip"><strong className="mono">{one.serial}</strong> {shortName(one.machine)}, {dayTime(one.time, zone)}</span>
          <span>{decided}, {otherwise}</span>
          {truth === null ? <span className="small dim">Not judged by a person yet</span> : <span className="small">{truth.said}: <strong className={truth.shadow ? "good" : ""}>{truth.right}</strong></span>}
        </span>
      </Link>
    </li>
  );
}
