import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlannedView } from "../src/shared/wire/planning";
import { drag } from "./hands";
import { Journey, SCREENS } from "./journey";

/** What a planner does: pins by hand, looks at what moved, has a better plan searched for. */
describe.each(SCREENS)("on a $name screen", (screen) => {
  let journey: Journey;
  const touch = screen.name === "narrow";

  beforeAll(async () => {
    // Its clock stands: what is pointed at stays where it is.
    journey = await Journey.begin(screen, { running: false });
  });
  afterAll(() => journey.end());

  /** The last operation that waits for the first tester, where a hand may move it at will. */
  function movable(): PlannedView {
    const found = journey.plant.floor.plan?.operations.findLast((op) => op.machine.endsWith("tester-1") && op.status === "WAITING");
    if (found === undefined) {
      throw new Error("The stand-in plans nothing on its first tester.");
    }
    return found;
  }

  /** Finds an operation in the table, shows it in the chart, and says where its bar begins. */
  async function showBar(operation: string): Promise<{ x: number; y: number }> {
    const { page } = journey;
    await journey.visit("/schedule?as=table", "Schedule");
    await page.getByLabel("Find in the plan").fill(operation.split(":")[0] ?? "");
    await journey.button(`Show ${operation} in the chart`).click();
    const chart = page.getByRole("application");
    await chart.scrollIntoViewIfNeeded();
    await chart.focus();
    await page.keyboard.press("Enter");
    await page.locator(".bar-details").waitFor();
    const place = await page.locator(".gantt-anchor").boundingBox();
    await page.keyboard.press("Escape");
    await page.locator(".bar-details").waitFor({ state: "detached" });
    return { x: (place?.x ?? 0) + 4, y: (place?.y ?? 0) + 14 };
  }

  it("lists the plan as a table that everyone can read", async () => {
    await journey.visit("/schedule?as=table", "Schedule");
    await journey.region("Operations of the plan").waitFor();
    await journey.sound("schedule-table");
  });

  it("walks from bar to bar by arrows, and opens one by Enter", async () => {
    const { page } = journey;
    await journey.visit("/schedule", "Schedule");
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    const told = page.locator(".gantt [aria-live]");
    await expect.poll(() => told.textContent()).toMatch(/lot .* on /);
    const first = await told.textContent();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => told.textContent()).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.locator(".bar-details").waitFor();
    await journey.sound("bar-details");
    await page.keyboard.press("Escape");
    await page.locator(".bar-details").waitFor({ state: "detached" });
  });

  it("pins by dragging: tried, looked at, adopted, and unpinned from the card", async () => {
    const { page, plant } = journey;
    const { operation, start } = movable();
    const spot = await showBar(operation);
    await drag(page, spot, { x: spot.x + 40, y: spot.y + 30 }, touch);
    const preview = journey.region("Preview");
    await preview.getByText("Preview", { exact: true }).waitFor();
    await preview.getByText("on tester-2").waitFor();
    expect(plant.floor.pins.size).toBe(0);
    await journey.sound("pin-preview");
    const before = plant.floor.plan?.id;
    await preview.getByRole("button", { name: "Adopt" }).click();
    await preview.waitFor({ state: "detached" });
    plant.tick(1);
    const pin = plant.floor.pins.get(operation);
    expect(pin?.machine).toMatch(/tester-2$/);
    expect(Date.parse(pin?.start ?? "")).toBeGreaterThan(Date.parse(start));
    expect(plant.floor.plan?.id).not.toBe(before);
    await showBar(operation);
    await page.keyboard.press("Enter");
    await page.locator(".bar-details").getByText(/Pinned to tester-2 at/).waitFor();
    await journey.button("Unpin").click();
    await expect.poll(() => plant.floor.pins.size).toBe(0);
    plant.tick(1);
  });

  it("puts a bar back on Escape, and leaves the plan alone when a preview is discarded", async () => {
    const { page, plant } = journey;
    const { operation } = movable();
    const spot = await showBar(operation);
    await drag(page, spot, { x: spot.x + 40, y: spot.y }, touch, false);
    await page.keyboard.press("Escape");
    await page.locator(".gantt-scroll[data-carrying]").waitFor({ state: "detached" });
    if (!touch) {
      await page.mouse.up();
    }
    expect(await journey.region("Preview").count()).toBe(0);
    const before = plant.floor.plan?.id;
    await page.getByRole("application").focus();
    await page.keyboard.press("Enter");
    await journey.button("Pin…").click();
    await page.locator(".bar-details").getByRole("button", { name: "Try it" }).click();
    await journey.region("Preview").getByRole("button", { name: "Discard" }).click();
    await journey.region("Preview").waitFor({ state: "detached" });
    expect([plant.floor.plan?.id, plant.floor.pins.size]).toEqual([before, 0]);
  });

  it("says in words why an operation cannot be pinned so", async () => {
    const { page } = journey;
    const { operation } = movable();
    await showBar(operation);
    await page.keyboard.press("Enter");
    await journey.button("Pin…").click();
    const form = page.locator(".bar-details");
    await form.getByLabel("Start").fill("2026-03-02T09:01");
    await form.getByRole("button", { name: "Try it" }).click();
    const preview = journey.region("Preview");
    await preview.getByRole("alert").getByText(/cannot start at .*the soonest it could/).waitFor();
    await journey.sound("pin-refused");
    await preview.getByRole("button", { name: "Close" }).click();
    await preview.waitFor({ state: "detached" });
  });

  it("draws where everything was before the last plan, and leads from a change to its bar", async () => {
    const { page, plant } = journey;
    plant.floor.addOrder({ product: "sensor-node", quantity: 48, priority: 9, dueDate: plant.floor.clock().plantTime, customer: null, id: `RUSH-${screen.name}` });
    plant.tick(1);
    await journey.visit("/schedule", "Schedule");
    const canvas = page.locator(".gantt-layers canvas").first();
    const drawn = (): Promise<string> => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    const after = await drawn();
    await page.getByRole("switch", { name: /^Before and after/ }).click();
    await expect.poll(drawn).not.toBe(after);
    await journey.sound("before-after");
    const change = page.getByRole("list", { name: "Changes of the plan" }).getByRole("button", { name: /Show it in the chart$/ }).first();
    const lot = (await change.locator("strong").textContent())?.split(":")[0] ?? "";
    await change.click();
    await expect.poll(() => page.locator(".gantt [aria-live]").textContent()).toContain(`lot ${lot}`);
    await journey.region("Late, and why").getByRole("button", { name: new RegExp(`^RUSH-${screen.name}\\.1 `) }).click();
    await expect.poll(() => page.locator(".gantt [aria-live]").textContent()).toMatch(/late by .*: /);
  });

  it("searches for a better plan, compares it, tries it and adopts it", async () => {
    const { page, plant } = journey;
    await journey.visit("/schedule", "Schedule");
    await journey.button("Search for a better plan").click();
    const dialog = journey.dialog("Search for a better plan");
    await dialog.getByText("Due dates first").click();
    await journey.sound("search-form");
    await dialog.getByRole("button", { name: "Search", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const search = journey.region("Search for a better plan");
    await search.getByRole("img", { name: /better plans/ }).waitFor();
    await search.getByRole("button", { name: "Try in the chart" }).waitFor();
    await search.getByRole("row", { name: /^Late orders/ }).waitFor();
    await search.scrollIntoViewIfNeeded();
    await journey.sound("search");
    await search.getByRole("button", { name: "Try in the chart" }).click();
    const before = plant.floor.plan?.id;
    await journey.region("Preview").getByRole("button", { name: "Adopt" }).click();
    await journey.region("Preview").waitFor({ state: "detached" });
    expect(plant.floor.plan?.id).not.toBe(before);
    await journey.button("Export").first().click();
    await page.getByRole("menuitem").first().waitFor();
    expect(await page.getByRole("menuitem").evaluateAll((items) => items.map((item) => new URL((item as HTMLAnchorElement).href).search))).toEqual(["?format=csv", "?format=ics", "?format=svg", "?format=json"]);
  });
});
