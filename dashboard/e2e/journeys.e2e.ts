import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Journey, SCREENS } from "./journey";

const PLACER = "hall/smt/line-2/place/placer-2b";

describe.each(SCREENS)("on a $name screen", (screen) => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await Journey.begin(screen);
  });
  afterAll(() => journey.end());

  it("shows the plant, opens a machine from the plan by keyboard, and acknowledges an alarm", async () => {
    const { page } = journey;
    await journey.visit("/?view=2d", "Stand-in board shop");
    await journey.button(/^Placer 2B:/).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Placer 2B" }).waitFor();
    await journey.sound("plant");
    const acknowledge = journey.button(/^Acknowledge: Fan current/);
    await acknowledge.click();
    await acknowledge.waitFor({ state: "detached" });
    await page.getByText(/seen by operator/).first().waitFor();
    await page.getByRole("link", { name: "Open machine" }).click();
    await page.getByRole("heading", { level: 1, name: "Placer 2B" }).waitFor();
  });

  it("draws the plant in three dimensions", async () => {
    await journey.visit("/", "Stand-in board shop");
    const canvas = journey.page.locator(".plant-stage canvas");
    await canvas.waitFor();
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    await journey.sound("plant-3d");
  });

  it("looks back to how the plant was, and returns to live", async () => {
    const { page, plant } = journey;
    await journey.visit("/?view=2d", "Stand-in board shop");
    await journey.button("Look back").click();
    const past = journey.region("The past");
    await past.getByText(/^The past:/).waitFor();
    await page.locator(".plant-told:not([data-untold])").waitFor();
    await journey.region("Alarms then").waitFor();
    expect(await journey.button(/^Acknowledge:/).count()).toBe(0);
    await journey.sound("past");
    const before = new URL(page.url()).searchParams.get("at") ?? "";
    await journey.button("10 minutes earlier").click();
    await expect.poll(() => new URL(page.url()).searchParams.get("at") ?? before).not.toBe(before);
    const earlier = Date.parse(new URL(page.url()).searchParams.get("at") ?? "");
    expect(earlier % 600_000).toBe(0);
    // What is shown is what the server tells of that time, for each machine.
    await page.locator(".plant-told:not([data-untold])").waitFor();
    const oven = plant.floor.stateAt(earlier).machines.find((machine) => machine.name === "Reflow oven 1");
    await page.getByRole("button", { name: new RegExp(`^Reflow oven 1: .*health ${Math.round((oven?.health.value ?? 0) * 100)} %`) }).waitFor();
    await journey.button("Back to live").click();
    await past.waitFor({ state: "detached" });
    await journey.region("Alarms").waitFor();
  });

  it("tells a machine's state, signals and health, and greys illegal commands", async () => {
    const { page } = journey;
    await journey.visit(`/machine/${PLACER}`, "Placer 2B");
    await page.getByRole("img", { name: /^Vibration over the last 4 hours/ }).locator("canvas").waitFor();
    await page.getByRole("img", { name: /^States: / }).waitFor();
    expect(await journey.button("Unhold").isDisabled()).toBe(true);
    await page.getByText("Critical risk").waitFor();
    await journey.sound("machine");
    await page.getByRole("link", { name: /^OEE/ }).click();
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    expect(page.url()).toContain("subject=");
  });

  it("ranks machines by risk, most pressing first", async () => {
    await journey.visit("/maintenance/windows", "Maintenance windows");
    const first = journey.region("Remaining life, 90 % intervals").locator(".life-row:not(.life-head)").first();
    await first.getByText("Critical", { exact: true }).waitFor();
    await journey.sound("maintenance");
  });

  it("shows the plan by machine and by order, and zooms by keyboard", async () => {
    const { page } = journey;
    await journey.visit("/schedule", "Schedule");
    await page.getByRole("application").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("0");
    await journey.sound("schedule");
    await journey.region("By machine").getByText("Orders", { exact: true }).click();
    await page.getByRole("heading", { name: "By order" }).waitFor();
    await journey.sound("schedule-order");
  });

  it("tells a story from the finding to the adopted plan", async () => {
    const { page } = journey;
    await journey.visit("/events?tab=stories", "Events");
    const story = page.getByRole("article");
    await story.getByText("from cause to new plan").waitFor();
    await story.getByText(/^Plan P-\d+ by /).first().waitFor();
    await journey.sound("story");
    await page.getByRole("tab", { name: "Feed" }).click();
    await page.locator(".feed-line").first().click();
    await page.getByRole("link", { name: "Show its story" }).waitFor();
    await journey.sound("events");
  });

  it("can be walked with the keyboard alone", async () => {
    const { page } = journey;
    await journey.visit("/machine", "Machines");
    await journey.sound("machines");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("4");
    await page.getByRole("heading", { level: 1, name: "Schedule" }).waitFor();
    await page.keyboard.press("Shift+?");
    await journey.dialog("Keyboard shortcuts").waitFor();
  });

  it("says since when it is stale, and recovers", async () => {
    const { page, plant } = journey;
    await journey.visit("/machine", "Machines");
    plant.refuse(true);
    try {
      await page.getByText(/Stale since \d\d:\d\d:\d\d/).waitFor();
      await journey.sound("stale");
    } finally {
      plant.refuse(false);
    }
    await page.locator(".link-state[data-phase=live]").waitFor();
    await page.getByText(/Stale since/).waitFor({ state: "detached" });
  });
});
