import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startStandIn } from "../test-server/server";
import { violations } from "./accessibility";
import { NARROW, openBrowser, shoot, WIDE } from "./browser";

/**
 * Pictures of all pages for the eye: tsx e2e/shots.ts [page ...]. Of the stand-in plant, or of a running Millwright:
 * MILLWRIGHT_URL=http://localhost:8080; VARIANTS=wide-dark,narrow-light draws only those; AXE=1 judges accessibility too.
 */
const standIn = process.env["MILLWRIGHT_URL"] === undefined ? await startStandIn({ dist: fileURLToPath(new URL("../dist", import.meta.url)) }) : null;
const url = process.env["MILLWRIGHT_URL"] ?? standIn?.url ?? "";
const machine = await pressing();
const half = new Date(Date.parse(((await (await fetch(`${url}/api/v1/clock`)).json()) as { plantTime: string }).plantTime) - 1_800_000).toISOString();

interface Shot { path: string; act?: (page: Page) => Promise<void> }

const SHOTS: Record<string, Shot> = {
  plant: { path: "/" },
  "plant-aisle": { path: "/", act: (page) => page.getByText("Aisle", { exact: true }).dispatchEvent("click") },
  "plant-2d": { path: "/?view=2d" },
  "plant-split": { path: "/?view=split" },
  "plant-selected": { path: `/?machine=${machine}` },
  "plant-past": { path: `/?at=${half}` },
  machines: { path: "/machine" },
  machine: { path: `/machine/${machine}` },
  fleet: { path: "/maintenance" },
  life: { path: `/maintenance/machine/${machine}` },
  models: { path: "/maintenance/models" },
  shadows: { path: "/maintenance/models", act: (page) => page.locator(".compared").first().scrollIntoViewIfNeeded() },
  retire: { path: "/maintenance/models", act: (page) => page.getByRole("button", { name: /^Retire: / }).first().click() },
  windows: { path: "/maintenance/windows" },
  request: { path: "/maintenance/windows", act: (page) => page.getByRole("button", { name: "Request maintenance", exact: true }).click() },
  schedule: { path: "/schedule" },
  "schedule-order": { path: "/schedule?by=order" },
  order: { path: "/schedule", act: (page) => page.getByRole("button", { name: /^Change order/ }).first().click() },
  quality: { path: "/quality" },
  inspection: { path: "/quality?only=failed", act: (page) => page.locator(".inspection").first().click() },
  heat: { path: "/quality?only=failed", act: async (page) => {
    await page.locator(".inspection").first().click();
    await page.locator(".stage-picture").first().waitFor();
    await page.keyboard.press("h");
    await page.keyboard.press("z");
  } },
  label: { path: "/quality?only=failed", act: async (page) => {
    await page.locator(".inspection").first().click();
    await page.getByRole("button", { name: "Missed something?" }).click();
    await page.locator(".stage-ground").click();
  } },
  defects: { path: "/quality/defects" },
  cameras: { path: "/quality/cameras" },
  events: { path: "/events" },
  story: { path: "/events?tab=stories" },
  nowhere: { path: "/nowhere" },
  menu: { path: "/machine", act: (page) => page.getByRole("button", { name: "Sign in" }).click() },
};

const wanted = process.argv.slice(2);
for (const variant of (process.env["VARIANTS"] ?? "wide-dark,narrow-dark,wide-light,narrow-light").split(",")) {
  const [width, scheme] = variant.split("-");
  const { page, close } = await openBrowser(width === "wide" ? WIDE : NARROW, scheme === "light" ? "light" : "dark");
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      console.log(variant, message.text().slice(0, 300));
    }
  });
  page.on("pageerror", (error) => console.log(variant, "PAGE ERROR", error.message));
  for (const [name, { path, act }] of Object.entries(SHOTS).filter(([key]) => wanted.length === 0 || wanted.includes(key))) {
    await page.goto(url + path);
    await page.waitForTimeout(name.startsWith("plant") && name !== "plant-2d" ? 9000 : 2500);
    await act?.(page);
    await page.waitForTimeout(act === undefined ? 0 : 2000);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) {
      console.log(variant, name, `scrolls sideways by ${over}px`);
    }
    if (process.env["AXE"] !== undefined) {
      (await violations(page)).forEach((line) => console.log(variant, name, line));
    }
    await shoot(page, `${name}-${variant}`);
  }
  await close();
}
await standIn?.close();

/** The machine at highest risk: the one with most to show. */
async function pressing(): Promise<string> {
  if (standIn !== null) {
    return "hall/smt/line-2/place/placer-2b";
  }
  const page = (await (await fetch(`${url}/api/v1/maintenance?limit=1`)).json()) as { items: { machine: string }[] };
  return page.items[0]?.machine ?? "";
}
