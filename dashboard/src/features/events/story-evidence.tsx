import { Link } from "react-router";
import { fields } from "@/features/events/describe";
import { kindOf } from "@/features/events/story";
import { useZone } from "@/shared/live/clock";
import { clockTime, percent, shortName } from "@/shared/ui/format";
import type { EventView } from "@/shared/wire/wire";

const SHOWN = 5;

/** What belongs to an event and is worth seeing at once: the picture, the reasons, the moves. */
export function StoryEvidence({ event }: { event: EventView }) {
  const zone = useZone();
  const data = fields(event.data);
  switch (kindOf(event)) {
    case "part-inspected": {
      const id = data["inspection"];
      return typeof id === "string" && typeof data["image"] === "string"
        ? <Link className="story-picture" to={`/quality/inspections/${encodeURIComponent(id)}`}><img src={`/api/v1/inspections/${encodeURIComponent(id)}/image`} alt="The part with its marks" loading="lazy" /></Link>
        : null;
    }
    case "shadow-inspected":
    case "finding-corrected": {
      const id = data["inspection"];
      return typeof id === "string" ? <p className="small"><Link to={`/quality/inspections/${encodeURIComponent(id)}`}>Look at the inspection</Link></p> : null;
    }
    case "picture-refused":
      return <p className="small story-cure"><strong>No verdict on the part.</strong> {text(data["cure"])} <Link to="/quality/cameras">How the cameras do</Link></p>;
    case "health-assessed":
      return (
        <ul className="story-facts">
          {array(data["reasons"]).map((reason, n) => <li key={n}><span>{text(reason["words"])}</span><strong>−{percent(Number(reason["loss"]), 0)}</strong></li>)}
        </ul>
      );
    case "maintenance-requested": {
      const wish = fields(data["wish"]);
      return <p className="small dim">Window {clockTime(text(wish["earliest"]), zone)} to {clockTime(text(wish["latest"]), zone)}</p>;
    }
    case "plan-adopted": {
      const changes = array(data["changes"]);
      return changes.length === 0 ? null : (
        <ul className="story-facts">
          {changes.slice(0, SHOWN).map((change, n) => (
            <li key={n}>
              <span>
                <b className="mono">{text(change["operation"])}</b> {machinesOf(change)}{clockTime(text(change["fromStart"]), zone)} → {clockTime(text(change["toStart"]), zone)}
                <br /><span className="dim">{text(change["reason"])}</span>
              </span>
            </li>
          ))}
          {changes.length > SHOWN && <li className="dim">and {changes.length - SHOWN} more</li>}
        </ul>
      );
    }
    default:
      return null;
  }
}

function machinesOf(change: Readonly<Record<string, unknown>>): string {
  const from = text(change["fromMachine"]);
  const to = text(change["toMachine"]);
  return from === null || to === null || from === to ? "" : `${shortName(from)} → ${shortName(to)}, `;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function array(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(fields) : [];
}
