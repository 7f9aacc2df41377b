import { QUIET } from "@/features/events/kinds";
import type { EventView } from "@/shared/wire/wire";

/** A chain of events that one event began. */
export interface Story {
  id: string;
  root: EventView;
  /** In the order they were taken in. */
  events: EventView[];
  /** Wall milliseconds from the first event to the adopted plan, else to the last event. */
  reactionMillis: number | null;
  adopted: boolean;
}

/** The links of the closed loop, in order. */
export const STAGES = ["finding", "health", "life", "wish", "plan", "action"] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  finding: "What happened", health: "Health", life: "Remaining life", wish: "Maintenance", plan: "Plan", action: "Action",
};

/** The kind of fact, such as part-inspected. */
export function kindOf(event: Pick<EventView, "type">): string {
  return event.type.replace(/^dev\.millwright\./, "").replace(/\.v\d+$/, "");
}

export function stageOf(event: EventView): Stage {
  switch (kindOf(event)) {
    case "health-assessed": return "health";
    case "remaining-life-estimated":
    case "life-unknown":
    case "life-ended": return "life";
    case "maintenance-requested":
    case "maintenance-withdrawn":
    case "maintenance-started":
    case "maintenance-finished": return "wish";
    case "plan-requested":
    case "plan-adopted":
    case "plan-failed": return "plan";
    case "command-issued":
    case "command-refused":
    case "operation-dispatched":
    case "operation-pinned":
    case "operation-unpinned":
    case "lot-held":
    case "lot-released":
    case "rework-added": return "action";
    default: return "finding";
  }
}

/** Events grouped by what began them; only chains of two links and more are stories. Newest first. */
export function storiesOf(events: readonly EventView[]): Story[] {
  const known = new Map(events.map((event) => [event.id, event]));
  const chains = new Map<string, EventView[]>();
  for (const event of events) {
    if (event.correlation !== undefined && event.correlation !== event.id && !QUIET.has(kindOf(event))) {
      chains.set(event.correlation, [...(chains.get(event.correlation) ?? []), event]);
    }
  }
  return [...chains].flatMap(([id, rest]): Story[] => {
    const root = known.get(id);
    return root === undefined ? [] : [storyOf(root, rest)];
  }).sort((a, b) => b.root.offset - a.root.offset);
}

export function storyOf(root: EventView, rest: readonly EventView[]): Story {
  const events = [root, ...rest.filter((event) => event.id !== root.id && !QUIET.has(kindOf(event)))].sort((a, b) => a.offset - b.offset);
  const adopted = events.find((event) => kindOf(event) === "plan-adopted");
  const end = adopted ?? events.at(-1);
  return { id: root.id, root, events, adopted: adopted !== undefined, reactionMillis: end === undefined || end === root ? null : millisBetween(root, end) };
}

/** How long after its cause an event was taken in, by the wall clock. */
export function latencyOf(story: Story, event: EventView): number | null {
  const cause = story.events.find((candidate) => candidate.id === (event.causation ?? event.correlation));
  return cause === undefined || cause === event ? null : millisBetween(cause, event);
}

function millisBetween(from: EventView, to: EventView): number {
  return Math.max(0, Date.parse(to.wallrecorded) - Date.parse(from.wallrecorded));
}
