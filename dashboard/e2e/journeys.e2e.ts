import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StandIn, startStandIn } from "../test-server/server";
import { violations } from "./accessibility";
import { NARROW, openBrowser, shoot, WIDE } from "./browser";

const PLACER = "hall/smt/line-2/place/placer-2b";
let plant: StandIn;

beforeAll(async () => {
  plant = await startStandIn({ dist: fileURLToPath(new URL("../dist", import.meta.url)) });
});
afterAll(() => plant.close());

describe.each([{ name: "wide", size: WIDE, scheme: "dark" }, { name: "narrow", size: NARROW, scheme: "light" }] as const)("on a $name screen", ({ name, size, scheme }) => {
  let page: Page;
  let close: () => Promise<void>;
  const errors: string[] = [];

  beforeAll(async () => {
    ({ page, close } = await openBrowser(size, scheme));
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(() => close());

  const visit = async (path: string, heading: string): Promise<void> => {
    await page.goto(plant.url + path);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  const sound = async (shot: string): Promise<void> => {
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await shoot(page, `${shot}-${name}`);
  };

  it("shows the plant, opens a machine from the plan by keyboard, and acknowledges an alarm", async () => {
    await visit("/?view=2d", "Stand-in board shop");
    await page.locator(".link-state[data-phase=live]").waitFor();
    const placer = page.getByRole("button", { name: /^Placer 2B:/ });
    await placer.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Placer 2B" }).waitFor();
    await sound("plant");
    const before = await page.getByRole("button", { name: /^Acknowledge:/ }).count();
    await page.getByRole("button", { name: /^Acknowledge:/ }).first().click();
    await expect.poll(() => page.getByRole("button", { name: /^Acknowledge:/ }).count()).toBeLessThan(before);
    await page.getByRole("link", { name: "Open machine" }).click();
    await page.getByRole("heading", { level: 1, name: "Placer 2B" }).waitFor();
  });

  it("draws the plant in three dimensions", async () => {
    await visit("/", "Stand-in board shop");
    const canvas = page.locator(".plant-stage canvas");
    await canvas.waitFor({ timeout: 60_000 });
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    await sound("plant-3d");
  });

  it("tells a machine's state, signals and health, and greys illegal commands", async () => {
    await visit(`/machine/${PLACER}`, "Placer 2B");
    await page.getByRole("img", { name: /^Vibration over the last 4 hours/ }).locator("canvas").waitFor();
    await page.getByRole("img", { name: /^States: / }).waitFor();
    expect(await page.getByRole("button", { name: "Unhold", exact: true }).isDisabled()).toBe(true);
    await page.getByText("Critical risk").waitFor();
    await sound("machine");
    await page.getByRole("link", { name: /^OEE/ }).click();
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    expect(page.url()).toContain("subject=");
  });

  it("ranks machines by risk and takes a maintenance request", async () => {
    await visit("/maintenance", "Maintenance");
    await page.getByText("Critical", { exact: true }).first().waitFor();
    const wishes = plant.floor.wishes.size;
    await sound("maintenance");
    await page.getByRole("button", { name: "Request maintenance of Reflow oven 1" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("Fan is loud");
    await page.getByRole("dialog").getByRole("button", { name: "Request", exact: true }).click();
    // The closing dialog still shows the words for a moment: look where the wish belongs.
    await page.getByRole("region", { name: "Maintenance wishes" }).getByText("Fan is loud").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(plant.floor.wishes.size).toBeGreaterThan(wishes);
  });

  it("shows the plan by machine and by order, zooms by keyboard, and takes an order", async () => {
    await visit("/schedule", "Schedule");
    const chart = page.getByRole("application");
    await chart.focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("0");
    await sound("schedule");
    await page.getByText("Orders", { exact: true }).first().click();
    await page.getByRole("heading", { name: "By order" }).waitFor();
    await page.getByRole("button", { name: "Add order" }).click();
    await page.getByLabel("Order number").fill(`E2E-${name}`);
    await page.getByRole("dialog").getByRole("button", { name: "Add order" }).click();
    await page.getByText(`E2E-${name}`).first().waitFor();
  });

  it("shows inspections with their marks, and the most frequent defects", async () => {
    await visit("/quality", "Quality");
    await page.getByText("Rejected", { exact: true }).last().click();
    await page.locator(".pareto li").first().waitFor();
    await sound("quality");
    await page.locator(".inspection").first().click();
    await page.getByRole("dialog").getByText(/pixels/).first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("tells a story from the finding to the adopted plan", async () => {
    await visit("/events?tab=stories", "Events");
    await page.getByText("from cause to new plan").waitFor();
    await page.getByText(/^Plan P-\d+ by /).first().waitFor();
    await sound("story");
    await page.getByRole("tab", { name: "Feed" }).click();
    await page.locator(".feed-line").first().click();
    await page.getByRole("link", { name: "Show its story" }).waitFor();
    await sound("events");
  });

  it("can be walked with the keyboard alone", async () => {
    await visit("/machine", "Machines");
    await sound("machines");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("4");
    await page.getByRole("heading", { level: 1, name: "Schedule" }).waitFor();
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  });

  it("says since when it is stale, and recovers", async () => {
    await visit("/machine", "Machines");
    plant.refuse(true);
    try {
      await page.getByText(/Stale since \d\d:\d\d:\d\d/).waitFor();
      await sound("stale");
    } finally {
      plant.refuse(false);
    }
    await page.locator(".link-state[data-phase=live]").waitFor();
    await page.getByText(/Stale since/).waitFor({ state: "detached" });
  });
});
