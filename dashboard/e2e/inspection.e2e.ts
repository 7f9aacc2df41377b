import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Journey, SCREENS } from "./journey";

type Inspection = Journey["plant"]["floor"]["inspections"][number];

/** What a person says of the inspector's findings, from the feed to the verdict. */
describe.each(SCREENS)("on a $name screen", (screen) => {
  let journey: Journey;
  const narrow = screen.name === "narrow";

  beforeAll(async () => {
    journey = await Journey.begin(screen);
  });
  afterAll(() => journey.end());

  const findings = (): Locator => journey.region("Findings").getByRole("listitem");
  const press = async (name: string): Promise<void> => {
    const button = journey.page.getByRole("group", { name: "Verdict" }).getByRole("button", { name });
    await (narrow ? button.tap() : button.click());
  };
  /** A rejected part with so many findings that nobody has judged. */
  const rejected = (least: number): Inspection => {
    const found = journey.plant.floor.inspections.findLast((one) => one.findings.length >= least && one.corrections.length === 0);
    if (found === undefined) {
      throw new Error(`The stand-in has found no part with ${least} defects.`);
    }
    return found;
  };
  const look = async (inspection: Inspection): Promise<void> => {
    await journey.visit(`/quality/inspections/${inspection.id}?only=failed`, `Inspection of ${inspection.serial}`);
    await journey.page.locator(".mark").first().waitFor();
  };

  it("opens what was rejected from the feed, and finds its way back", async () => {
    const { page } = journey;
    await journey.visit("/quality", "Quality");
    await journey.region("Inspections").getByText("Rejected", { exact: true }).click();
    await page.locator(".inspection[data-failed]").first().waitFor();
    await journey.sound("quality");
    await page.locator(".inspection").first().click();
    await page.locator(".mark[data-selected]").waitFor();
    await journey.region("Findings").getByText(/mm²|whole part/).waitFor();
    await page.locator(".mark[data-selected]:not([data-whole]) .mark-outline, .mark[data-selected][data-whole]").first().waitFor();
    await page.getByRole("link", { name: "All inspections" }).click();
    await page.getByRole("heading", { level: 1, name: "Quality" }).waitFor();
    expect(page.url()).toContain("only=failed");
  });

  it("takes verdicts by key and by hand, goes on to what is not judged, and lets another verdict undo one", async () => {
    const { page } = journey;
    const inspection = rejected(2);
    await look(inspection);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("c");
    await findings().first().getByText("Confirmed", { exact: true }).waitFor();
    await expect.poll(() => inspection.corrections.map(({ finding, verdict }) => ({ finding, verdict }))).toEqual([{ finding: 0, verdict: "CONFIRMED" }]);
    await page.locator(".finding[data-selected]").filter({ hasText: "not judged" }).waitFor();
    await press("Reject");
    await findings().nth(1).getByText("Rejected", { exact: true }).waitFor();
    await findings().first().getByRole("button").click();
    await page.locator(".finding[data-selected]").filter({ hasText: "Confirmed by operator" }).waitFor();
    await journey.sound("inspection");
    await press("Reject");
    await findings().first().getByText("Rejected", { exact: true }).waitFor();
    await expect.poll(() => inspection.corrections.at(-1)?.verdict).toBe("REJECTED");
    expect(inspection.corrections).toHaveLength(3);
  });

  it("takes a verdict back that the server refuses, and says why", async () => {
    const { page } = journey;
    const inspection = rejected(1);
    await look(inspection);
    await page.route("**/corrections", (route) => route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify({ title: "Refused", detail: "The journal is full." }) }));
    await press("Confirm");
    await page.getByRole("alert").getByText("Not taken: The journal is full.").waitFor();
    await findings().first().getByText("not judged").waitFor();
    await page.unroute("**/corrections");
    expect(inspection.corrections).toEqual([]);
  });

  it("zooms, and lays the heat map over the picture", async () => {
    const { page } = journey;
    await look(rejected(1));
    const width = (): Promise<number> => page.locator(".mark-box").first().evaluate((box) => box.getBoundingClientRect().width);
    const before = await width();
    await journey.button("Zoom in").click();
    await expect.poll(width).toBeGreaterThan(before * 1.2);
    await page.keyboard.press("h");
    await expect.poll(() => page.locator(".stage-picture").nth(1).evaluate((image) => Number(getComputedStyle(image).opacity))).toBeCloseTo(0.55);
    await page.getByRole("slider", { name: "Opacity of the heat map" }).press("End");
    await expect.poll(() => page.locator(".stage-picture").nth(1).evaluate((image) => getComputedStyle(image).opacity)).toBe("1");
    await journey.sound("heat-map");
    await page.keyboard.press("0");
    await expect.poll(width).toBeCloseTo(before, 0);
  });

  it("marks a missed defect by a click on it, with its outline, and another by a box", async () => {
    const { page } = journey;
    const inspection = rejected(1);
    await look(inspection);
    await journey.button("Missed something?").click();
    const place = await page.locator(".stage-ground").boundingBox();
    if (place === null) {
      throw new Error("There is no picture.");
    }
    const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
    await (narrow ? page.touchscreen.tap(middle.x, middle.y) : page.mouse.click(middle.x, middle.y));
    await page.locator(".mark[data-state=proposed] .mark-outline").waitFor();
    await page.getByText(/outlined in/).waitFor();
    await page.locator(".label-types").getByText("Spur", { exact: true }).click();
    await journey.sound("label");
    await journey.button("Save as missed").click();
    await findings().last().getByText("Missed", { exact: true }).waitFor();
    expect(inspection.corrections.at(-1)).toMatchObject({ verdict: "MISSED", type: "spur", finding: null, box: { width: 24, height: 18 } });
    expect(inspection.corrections.at(-1)?.outline?.length).toBeGreaterThan(8);
    await page.locator(".mark[data-state=missed][data-selected]").waitFor();

    await journey.button("Missed something?").click();
    await page.getByText("Drag a box", { exact: true }).click();
    await page.mouse.move(middle.x - 30, middle.y - 20);
    await page.mouse.down();
    await page.mouse.move(middle.x + 25, middle.y + 15, { steps: 4 });
    await page.mouse.up();
    await page.getByText(/^A box of/).waitFor();
    await page.getByLabel("Another type").fill("scratch");
    await journey.button("Save as missed").click();
    await expect.poll(() => inspection.corrections.at(-1)).toMatchObject({ verdict: "MISSED", type: "scratch", outline: null });
  });

  it("shows past cases of the same kind, and opens one", async () => {
    const { page } = journey;
    await look(rejected(1));
    const strip = page.getByRole("region", { name: /^Past cases like finding/ });
    await strip.getByRole("link").first().waitFor();
    const before = page.url();
    await strip.getByRole("link").first().click();
    await expect.poll(() => page.url()).not.toBe(before);
    await page.locator(".mark[data-selected]").waitFor();
  });

  it("counts defects by type, station and lane, says what they point to, and shows the pictures that speak for it", async () => {
    const { page } = journey;
    await journey.visit("/quality/defects", "Defects");
    const pareto = journey.region("Most frequent defects");
    await pareto.getByText("Open", { exact: true }).waitFor();
    await pareto.getByText("Lane", { exact: true }).click();
    await pareto.getByText(/^line-[12]$/).first().waitFor();
    await page.getByRole("img", { name: /^Rejected share over the last day/ }).locator("canvas").waitFor();
    await journey.region("Rejects confirmed by people").getByRole("row").nth(1).waitFor();
    await journey.sound("defects");
    await journey.region("Likely causes").getByRole("link", { name: /^Picture 1 of/ }).first().click();
    await page.getByRole("heading", { level: 1, name: /^Inspection of/ }).waitFor();
  });

  it("tells which camera sees differently than before, and which pictures were refused", async () => {
    await journey.visit("/quality/cameras", "Cameras");
    const camera = journey.region("cam-1");
    await camera.getByRole("row").filter({ hasText: "Brightness" }).getByText("Large").waitFor();
    await camera.getByText("Blurred").waitFor();
    await journey.sound("cameras");
    await camera.getByRole("link", { name: /^Blurred/ }).click();
    await journey.page.locator(".feed-line").filter({ hasText: "refused: the picture is blurred" }).first().click();
    await journey.page.getByText("No verdict on the part.").waitFor();
    await journey.sound("refused");
  });

  it("says when there is no such inspection", async () => {
    const { page } = journey;
    await journey.visit("/quality/inspections/i99999", "Inspection");
    await page.getByText("There is no inspection 'i99999'.").waitFor();
  });
});
