import { describeStory } from "@/features/events/story-words";
import type { Story } from "@/features/events/story";
import { useZone } from "@/shared/live/clock";
import { exactTime, millis } from "@/shared/ui/format";

interface StoryListProps { stories: readonly Story[]; chosen: string | null; onChoose: (id: string) => void }

export function StoryList({ stories, chosen, onChoose }: StoryListProps) {
  const zone = useZone();
  return (
    <ul className="story-list">
      {stories.map((story) => {
        const { title, outcome } = describeStory(story);
        return (
          <li key={story.id}>
            <button type="button" className="story-item" aria-current={story.id === chosen || undefined} onClick={() => onChoose(story.id)}>
              <span className="row spread small dim"><time>{exactTime(story.root.time, zone)}</time><span className="numbers">{story.reactionMillis === null ? "" : millis(story.reactionMillis)}</span></span>
              <strong className="story-title">{title}</strong>
              <span className="small dim">{outcome}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
