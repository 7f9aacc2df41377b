import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { QualitySections } from "@/features/quality/sections";
import { answer, api } from "@/shared/api/client";
import type { CameraState, Stability } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, number, percent, shortName, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import "@/features/quality/quality.css";

const HOURS = 24;
const EVERY_MS = 10_000;
const TONES: Readonly<Record<Stability, string>> = { STABLE: TONE_COLORS.running, MODERATE: TONE_COLORS.waiting, LARGE: TONE_COLORS.down };
/** A full bar: twice what counts as a large shift. */
const FULL_PSI = 0.5;

/** Whether each camera still sees as it did: refused pictures by fault, and drift by measure since when. */
export function CamerasPage() {
  const { data, isError, error, refetch } = useQuery({ queryKey: ["cameras"], queryFn: async () => answer(await api.GET("/api/v1/quality/cameras", { params: { query: { hours: HOURS } } })), refetchInterval: EVERY_MS });
  return (
    <Page title="Cameras" lead="Whether each still sees as it did when its pictures were good" aside={<QualitySections />}>
      {isError ? <Notice kind="error" title="The cameras cannot be told" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : data === undefined ? <Loading what="the cameras" />
        : data.length === 0 ? <Notice kind="empty" title="No camera">The plant file names none. Pictures can be inspected all the same: send them by hand or over REST.</Notice>
        : <div className="cameras">{data.map((camera) => <Camera key={camera.camera} camera={camera} />)}</div>}
    </Page>
  );
}

function Camera({ camera }: { camera: CameraState }) {
  const faults = Object.entries(camera.refused).sort(([, a], [, b]) => b - a);
  const all = camera.inspected + camera.refusedInAll;
  return (
    <Panel title={camera.camera} flush aside={camera.machine === null ? <span>not in the plant file</span> : <Link to={`/machine/${camera.machine}`}>{shortName(camera.machine)}</Link>}>
      <dl className="camera-figures">
        <div><dt>Pictures, {HOURS} h</dt><dd>{number(all)}</dd></div>
        <div><dt>Refused</dt><dd className={camera.refusedInAll > 0 ? "warn" : ""}>{number(camera.refusedInAll)}{all > 0 && <span className="small dim"> {percent(camera.refusedInAll / all)}</span>}</dd></div>
        <div className="camera-faults"><dt>Faults</dt><dd>{faults.length === 0 ? <span className="dim small">none</span> : faults.map(([fault, count]) => <Link key={fault} className="fault" to="/events?type=picture-refused">{words(fault)} <strong>{number(count)}</strong></Link>)}</dd></div>
      </dl>
      {camera.drift.length === 0
        ? <p className="small dim camera-learning">No picture since Millwright was started.</p>
        : camera.drift.map((drift) => <Drift key={`${drift.widthPixels} ${drift.heightPixels}`} drift={drift} />)}
    </Panel>
  );
}

/** How far the pictures of one size have moved from those the camera was learned from. */
function Drift({ drift }: { drift: CameraState["drift"][number] }) {
  const zone = useZone();
  const size = `${drift.widthPixels} × ${drift.heightPixels} px`;
  if (drift.stability === null) {
    return (
      <div className="camera-learning small">
        <p>Learning {size} from good pictures: {number(drift.learnedFrom)} of {number(drift.needed)}.</p>
        <span className="bar" aria-hidden><span style={{ width: `${(drift.learnedFrom / drift.needed) * 100}%` }} /></span>
      </div>
    );
  }
  return (
    <div className="camera-drift">
      <p className="small dim">{size}, held against {number(drift.learnedFrom)} good pictures{drift.measures.length === 0 ? "; too few have come since to say more." : "."}</p>
      {drift.measures.length > 0 && (
        <table className="plain-table">
          <thead><tr><th scope="col">Measure</th><th scope="col">PSI</th><th scope="col">State</th><th scope="col">Since</th></tr></thead>
          <tbody>{drift.measures.map((one) => (
            <tr key={one.measure}>
              <td>{words(one.measure)}</td>
              <td className="psi"><span style={{ "--share": `${Math.min(1, one.stabilityIndex / FULL_PSI) * 100}%`, "--tone": TONES[one.verdict] }}>{number(one.stabilityIndex, 3)}</span></td>
              <td><Tag color={TONES[one.verdict]}>{words(one.verdict)}</Tag></td>
              <td className="dim no-wrap">{dayTime(one.since, zone)}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </div>
  );
}
