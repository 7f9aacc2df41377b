import { Link } from "react-router";
import { sentenceOf, subjectOf } from "@/features/events/describe";
import { kindOf, latencyOf, STAGE_WORDS, STAGES, stageOf, type Story } from "@/features/events/story";
import { StoryEvidence } from "@/features/events/story-evidence";
import { describeStory } from "@/features/events/story-words";
import { useStory } from "@/features/events/use-events";
import { useZone } from "@/shared/live/clock";
import { dayTime, exactTime, millis, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";

/** One story from its first event to the plan that answered it. */
export function StoryView({ id, newest }: { id: string; newest: number }) {
  const query = useStory(id, newest);
  if (query.isError) {
    return <Notice kind="error" title="This story cannot be told" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>;
  }
  return query.data === undefined ? <Loading what="the story" /> : <Told story={query.data} />;
}

function Told({ story }: { story: Story }) {
  const zone = useZone();
  const { title, outcome } = describeStory(story);
  return (
    <article className="story" aria-label={title}>
      <header className="story-head">
        <div>
          <h2>{title}</h2>
          <p className="dim">{outcome} · {dayTime(story.root.time, zone)}</p>
        </div>
        {story.reactionMillis !== null && (
          <div className="story-total"><strong>{millis(story.reactionMillis)}</strong><span className="small dim">{story.adopted ? "from cause to new plan" : "so far"}</span></div>
        )}
      </header>
      <StageBar story={story} />
      <ol className="story-steps">
        {story.events.map((event, n) => {
          const latency = latencyOf(story, event);
          const stage = stageOf(event);
          return (
            <li key={event.id} className="story-step" data-stage={stage} data-adopted={kindOf(event) === "plan-adopted" || undefined}>
              <div className="story-when">
                <time className="numbers">{exactTime(event.time, zone)}</time>
                {latency !== null && <span className="story-latency" title="Wall time since its cause">+{millis(latency)}</span>}
              </div>
              <span className="story-dot" aria-hidden>{n + 1}</span>
              <div className="story-what">
                <p className="row row-wrap small dim"><span className="story-stage">{STAGE_WORDS[stage]}</span><span>{words(kindOf(event))}</span><Link to={`/machine/${event.subject}`}>{subjectOf(event)}</Link><span className="mono">{event.id}</span></p>
                <p className="story-sentence">{sentenceOf(event)}</p>
                {event.reason !== undefined && <p className="story-reason">Because {lowerFirst(event.reason)}</p>}
                <StoryEvidence event={event} />
              </div>
            </li>
          );
        })}
      </ol>
    </article>
  );
}

/** Which links of the loop this story went through, and how the time was spent. */
function StageBar({ story }: { story: Story }) {
  const times = new Map(STAGES.map((stage) => [stage, 0]));
  story.events.forEach((event) => times.set(stageOf(event), (times.get(stageOf(event)) ?? 0) + (latencyOf(story, event) ?? 0)));
  const passed = new Set(story.events.map(stageOf));
  return (
    <ol className="stages" aria-label="Links of the loop">
      {STAGES.filter((stage) => stage !== "action" || passed.has("action")).map((stage) => (
        <li key={stage} data-stage={stage} data-passed={passed.has(stage) || undefined}>
          <strong>{STAGE_WORDS[stage]}</strong>
          <span className="numbers">{!passed.has(stage) ? "not needed" : stage === "finding" ? "start" : `+${millis(times.get(stage))}`}</span>
        </li>
      ))}
    </ol>
  );
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
