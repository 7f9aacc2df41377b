import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Journey, SCREENS } from "./journey";

/** A model that looks at pictures, its shadow beside it, and what it sees. */
describe.each(SCREENS)("on a $name screen", (screen) => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await Journey.begin(screen);
  });
  afterAll(() => journey.end());

  it("sets a shadow beside what counts, and leads to a part on which they differ", async () => {
    const { page } = journey;
    await journey.visit("/maintenance/models", "Models");
    const compared = journey.region("lid-scratches beside what counts");
    await compared.getByRole("columnheader", { name: "Version 2 Shadow" }).waitFor();
    expect(await compared.getByRole("row", { name: /^Parts/ }).getByRole("cell").allTextContents()).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
    await compared.getByText("version 2 is right").first().waitFor();
    await journey.region("board-judge beside what counts").getByText("No part has been shown to a shadow yet").waitFor();
    await compared.scrollIntoViewIfNeeded();
    await journey.sound("shadows");
    await compared.getByRole("link", { name: /version 2 would let it pass/ }).first().click();
    await page.getByRole("heading", { level: 1, name: /^Inspection of/ }).waitFor();
    await page.getByText(/judged by/).getByRole("link", { name: "lid-scratches 1" }).waitFor();
  });

  it("shows a part that is off as a whole, with the model's own heat", async () => {
    const { page, plant } = journey;
    const off = plant.floor.inspections.findLast((one) => one.findings[0]?.location === "whole part");
    await journey.visit(`/quality/inspections/${off?.id ?? ""}`, `Inspection of ${off?.serial ?? ""}`);
    await page.locator(".mark[data-whole]").waitFor();
    await journey.region("Findings").getByText("whole part").waitFor();
    await page.keyboard.press("h");
    await page.locator(".stage-picture").nth(1).waitFor();
    await journey.sound("whole-part");
    await page.locator(".case").first().scrollIntoViewIfNeeded();
    await journey.sound("whole-part-cases");
  });

  it("keeps what shadows say out of the feed, unless somebody looks for it", async () => {
    const { page } = journey;
    await journey.visit("/events", "Events");
    await page.locator(".feed-line").first().waitFor();
    expect(await page.locator(".feed-line").filter({ hasText: "in shadow" }).count()).toBe(0);
    await journey.visit("/events?type=shadow-inspected", "Events");
    await page.locator(".feed-line").filter({ hasText: /^.*Lid-scratches 2 in shadow would/ }).first().click();
    await page.getByRole("link", { name: "Look at the inspection" }).waitFor();
  });

  it("asks before it retires a model, and then none counts", async () => {
    const { plant } = journey;
    await journey.visit("/maintenance/models", "Models");
    await journey.button("Retire: lid-scratches 1").click();
    const asked = journey.dialog("Retire lid-scratches 1");
    await asked.getByText(/nobody looks at pictures of cam-2 until a version is promoted/).waitFor();
    await journey.sound("retire");
    await asked.getByRole("button", { name: "Retire", exact: true }).click();
    await asked.waitFor({ state: "detached" });
    expect(plant.floor.judge).toBeNull();
    await journey.button("Promote: lid-scratches 1").waitFor();
    expect(await journey.region("lid-scratches").getByText("Active", { exact: true }).count()).toBe(0);
    expect(await journey.button("Retire: lid-scratches 1").count()).toBe(0);
    await journey.sound("retired");
  });
});
