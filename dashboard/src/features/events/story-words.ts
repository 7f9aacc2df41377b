import { sentenceOf, subjectOf } from "@/features/events/describe";
import { kindOf, type Story } from "@/features/events/story";

/** A story's headline and how it ended. */
export function describeStory(story: Story): { title: string; outcome: string } {
  const wish = story.events.find((event) => kindOf(event) === "maintenance-requested");
  const adopted = story.events.findLast((event) => kindOf(event) === "plan-adopted");
  const failed = story.events.find((event) => kindOf(event) === "plan-failed");
  const about = wish ?? story.root;
  const title = `${subjectOf(about)}: ${sentenceOf(story.root)}`;
  if (adopted !== undefined) {
    return { title, outcome: wish === undefined ? "Work planned anew" : "Maintenance booked, work planned anew" };
  }
  return { title, outcome: failed === undefined ? `${story.events.length} events` : "No plan found, the old one stays" };
}
