import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shoot } from "./browser";
import { Journey, SCREENS } from "./journey";

const BARS = 5_000;
const FRAMES = 60;
/** A frame at 60 Hz. */
const BUDGET_MS = 1000 / 60;

/** Drawn in software on a busy machine, which is the worst that a planner's screen will do. */
describe("a chart of five thousand bars", () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await Journey.begin(SCREENS[0], { running: false, orders: 245, warmUpSeconds: 300 });
  });
  afterAll(() => journey.end());

  it("is drawn anew within a frame, all of its bars in sight", async () => {
    const { page, plant } = journey;
    expect(plant.floor.plan?.operations.length).toBeGreaterThan(BARS);
    await journey.visit("/schedule", "Schedule");
    await page.getByRole("application").focus();
    await page.keyboard.press("0");
    const measured = await page.evaluate(async (frames) => {
      const chart = document.querySelector(".gantt-scroll");
      const draws: number[] = [];
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.name === "gantt" && draws.push(entry.duration))).observe({ type: "measure" });
      const gaps: number[] = [];
      let last = performance.now();
      for (let n = 0; n < frames; n++) {
        const zooming = n % 3 === 2;
        chart?.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 800, clientY: 500, ctrlKey: zooming, shiftKey: !zooming, deltaY: (n % 6 < 3 ? 1 : -1) * (zooming ? 12 : 9) }));
        await new Promise(requestAnimationFrame);
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
      const late = (values: number[]): number => values[Math.floor(values.length * 0.95)] ?? NaN;
      return { draws: draws.length, draw: median(draws), drawP95: late(draws), frame: median(gaps), frameP95: late(gaps) };
    }, FRAMES);
    await shoot(page, "gantt-5000");
    console.log(`${plant.floor.plan?.operations.length ?? 0} bars: draw median ${measured.draw.toFixed(1)} ms, 95 % ${measured.drawP95.toFixed(1)} ms; frame median ${measured.frame.toFixed(1)} ms, 95 % ${measured.frameP95.toFixed(1)} ms`);
    expect(measured.draws).toBeGreaterThan(FRAMES / 2);
    expect(measured.draw).toBeLessThan(BUDGET_MS);
  });
});
