import { useState } from "react";
import { Link } from "react-router";
import { sentenceOf, subjectOf } from "@/features/events/describe";
import { kindOf } from "@/features/events/story";
import { StoryEvidence } from "@/features/events/story-evidence";
import { useZone } from "@/shared/live/clock";
import { exactTime, words } from "@/shared/ui/format";
import type { EventView } from "@/shared/wire/wire";

/** Events one a line; a line opens to the event as it stands in the journal. */
export function EventFeed({ events }: { events: readonly EventView[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className="feed">
      {events.map((event) => (
        <FeedLine key={event.id} event={event} open={event.id === open} onToggle={() => setOpen(event.id === open ? null : event.id)} />
      ))}
    </ul>
  );
}

function FeedLine({ event, open, onToggle }: { event: EventView; open: boolean; onToggle: () => void }) {
  const zone = useZone();
  return (
    <li className="feed-item">
      <button type="button" className="feed-line" aria-expanded={open} onClick={onToggle}>
        <time className="numbers dim">{exactTime(event.time, zone)}</time>
        <span className="feed-kind">{words(kindOf(event))}</span>
        <span className="feed-subject clip">{subjectOf(event)}</span>
        <span className="feed-sentence">{sentenceOf(event)}</span>
      </button>
      {open && (
        <div className="feed-detail">
          {event.reason !== undefined && <p><strong>Because</strong> {event.reason}</p>}
          <StoryEvidence event={event} />
          <p className="row row-wrap">
            <Link to={`/events?tab=stories&story=${event.correlation ?? event.id}`}>Show its story</Link>
            <Link to={`/events?subject=${encodeURIComponent(event.subject)}`}>All about {subjectOf(event)}</Link>
          </p>
          <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
        </div>
      )}
    </li>
  );
}
