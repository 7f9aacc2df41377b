import { fileURLToPath } from "node:url";
import { startStandIn } from "../test-server/server";
import { violations } from "./accessibility";
import { NARROW, openBrowser, shoot, WIDE } from "./browser";

/** Pictures of all pages for the eye: tsx e2e/shots.ts [page ...] */
const PAGES: Record<string, string> = {
  plant: "/", "plant-2d": "/?view=2d", "plant-split": "/?view=split", "plant-selected": "/?machine=hall/smt/line-2/place/placer-2b",
  machines: "/machine", machine: "/machine/hall/smt/line-2/place/placer-2b", maintenance: "/maintenance", schedule: "/schedule", quality: "/quality", events: "/events", story: "/events?tab=stories",
};
const wanted = process.argv.slice(2);
const names = Object.keys(PAGES).filter((name) => wanted.length === 0 || wanted.includes(name));
const standIn = await startStandIn({ dist: fileURLToPath(new URL("../dist", import.meta.url)) });
const variants = (process.env["VARIANTS"] ?? "wide-dark,narrow-dark,wide-light,narrow-light").split(",");
for (const variant of variants) {
  const [width, scheme] = variant.split("-");
  const { page, close } = await openBrowser(width === "wide" ? WIDE : NARROW, scheme === "light" ? "light" : "dark");
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") console.log(variant, message.text().slice(0, 300));
  });
  page.on("pageerror", (error) => console.log(variant, "PAGE ERROR", error.message));
  for (const name of names) {
    await page.goto(`${standIn.url}${PAGES[name] ?? "/"}`);
    await page.waitForTimeout(name.startsWith("plant") && name !== "plant-2d" ? 9000 : 2500);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) console.log(variant, name, `scrolls sideways by ${over}px`);
    if (process.env["AXE"] !== undefined) (await violations(page)).forEach((line) => console.log(variant, name, line));
    await shoot(page, `${name}-${variant}`);
  }
  await close();
}
await standIn.close();
