import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { components } from "../src/shared/api/schema";
import { SCREENS, Visit } from "./journey";
import { type Product, startProduct } from "./product";
import { putModel, record } from "./worn-engines";

const KEY = "the-right-key";
const WORN = "Test cell 2";

/** Models at work in the product itself: an engine that has failed, one that is worn, one that lasts. */
describe("the product with two versions of a model", () => {
  let folder: string;
  let product: Product;

  const versions = async (): Promise<components["schemas"]["ModelView"][]> => (await (await fetch(`${product.url}/api/v1/models/turbofan-life`)).json()) as components["schemas"]["ModelView"][];
  const active = async (): Promise<string | undefined> => (await versions()).find((model) => model.state === "ACTIVE")?.version;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "millwright-live-"));
    await record(join(folder, "recording"), [{ cycles: 60, well: 20 }, { cycles: 9000, well: 40 }, { cycles: 9000, well: 9000 }]);
    await putModel(join(folder, "models"), "1", "ACTIVE", 10);
    await putModel(join(folder, "models"), "2", "SHADOW", 20);
    product = await startProduct(["--plant", "engine-cells", "--replay", join(folder, "recording"), "--speed", "2000", "--models", join(folder, "models"), "--data-dir", join(folder, "data"), "--api-key", KEY]);
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  describe.each(SCREENS)("on a $name screen", (screen) => {
    let visit: Visit;

    beforeAll(async () => {
      visit = await Visit.at(product.url, screen);
    });
    afterAll(() => visit.end());

    it("ranks the fleet by what the model says, and opens a machine's life", async () => {
      const { page } = visit;
      await visit.visit("/maintenance", "Maintenance");
      const worn = visit.region("Fleet by risk").getByRole("row").filter({ hasText: WORN });
      await worn.getByText("10 cycles", { exact: true }).waitFor();
      await worn.getByText("turbofan-life", { exact: false }).waitFor();
      // The first engine may still be before its failure.
      await expect.poll(() => visit.region("Fleet by risk").getByRole("row").nth(1).textContent()).toContain(WORN);
      await visit.sound("live-fleet");
      await worn.getByRole("link", { name: WORN }).click();
      await page.getByRole("heading", { level: 1, name: WORN }).waitFor();
      await page.getByRole("img", { name: /^Life left of Test cell 2 over time/ }).locator("canvas").waitFor();
      await visit.region("What moves the estimate").getByRole("row").filter({ hasText: "s04" }).waitFor();
      await visit.region("Who says what").getByText("20 cycles").waitFor();
      await page.getByRole("img", { name: /^S04 over the last 24 hours/ }).locator("canvas").waitFor();
      await visit.sound("live-life");
    });

    it("compares versions by a failure in this plant, promotes one with the key, and takes it back", async () => {
      const { page } = visit;
      // The first engine's failure judges both.
      await expect.poll(async () => (await versions()).every((model) => (model.running?.lives ?? 0) > 0)).toBe(true);
      await visit.visit("/maintenance/models", "Models");
      const models = visit.region("turbofan-life");
      await models.getByText(/within the interval, of \d+ estimates/).first().waitFor();
      await visit.sound("live-models");
      await visit.button("Promote: turbofan-life 2").click();
      const asked = visit.dialog("Promote to turbofan-life 2");
      await visit.sound("live-promote");
      await asked.getByRole("button", { name: "Promote", exact: true }).click();
      const signing = visit.dialog("Sign in to make changes");
      await signing.getByLabel("API key").fill(KEY);
      await signing.getByRole("button", { name: "Sign in" }).click();
      await asked.waitFor({ state: "detached" });
      expect(await active()).toBe("2");
      await visit.button("Roll back: turbofan-life 1").click();
      await visit.dialog("Roll back to turbofan-life 1").getByRole("button", { name: "Roll back", exact: true }).click();
      await visit.dialog("Roll back to turbofan-life 1").waitFor({ state: "detached" });
      expect(await active()).toBe("1");
      await page.getByRole("link", { name: "Fleet" }).click();
      await page.getByRole("heading", { level: 1, name: "Maintenance" }).waitFor();
    });
  });
});
