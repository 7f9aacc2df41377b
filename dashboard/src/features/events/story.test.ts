import { describe, expect, it } from "vitest";
import { Floor } from "@test-server/floor";
import { sentenceOf } from "@/features/events/describe";
import { kindOf, latencyOf, stageOf, storiesOf, storyOf } from "@/features/events/story";

const floor = new Floor();
floor.story();
const stories = storiesOf(floor.events);
const story = stories.find((candidate) => kindOf(candidate.root) === "part-inspected");

describe("a story", () => {
  it("goes from the finding to the adopted plan, in order", () => {
    expect(story?.events.map(stageOf)).toEqual(["finding", "health", "life", "wish", "plan", "plan"]);
    expect(story?.adopted).toBe(true);
  });

  it("measures from cause to plan, and each link from its own cause", () => {
    expect(story?.reactionMillis).toBeGreaterThan(0);
    const [root, health] = story?.events ?? [];
    expect(story !== undefined && root !== undefined && latencyOf(story, root)).toBeNull();
    expect(story !== undefined && health !== undefined && latencyOf(story, health)).toBeGreaterThanOrEqual(0);
  });

  it("is told in words for every kind of event there is", () => {
    for (const event of floor.events) {
      expect(sentenceOf(event), event.type).toMatch(/^[A-Z0-9].{3,}/);
    }
  });

  it("leaves out what shadows say: with nothing else an inspection is none", () => {
    const [root] = floor.events;
    if (root === undefined) {
      throw new Error("The stand-in floor has told nothing.");
    }
    const looked = { ...root, id: "e-shadow", offset: floor.events.length + 1, type: "dev.millwright.shadow-inspected.v1", correlation: root.id, causation: root.id };
    expect(storiesOf([root, looked])).toEqual([]);
    expect(storyOf(root, [looked]).events).toEqual([root]);
  });

  it("is none without at least two links", () => {
    expect(stories.every((one) => one.events.length >= 2)).toBe(true);
  });
});
