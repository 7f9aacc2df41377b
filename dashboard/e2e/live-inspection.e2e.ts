import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { components } from "../src/shared/api/schema";
import { SCREENS, Visit } from "./journey";
import { type Product, startProduct } from "./product";

type Inspection = components["schemas"]["InspectionView"];

/** The cameras of the product itself, its verdicts kept by its journal, its masks found by its own vision. */
describe("the product's cameras", () => {
  let folder: string;
  let product: Product;

  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${product.url}/api/v1${path}`)).json()) as T;
  const rejected = async (): Promise<Inspection | undefined> => (await get<{ items: Inspection[] }>("/inspections?verdict=FAIL&limit=50")).items.find((one) => one.picture !== null && one.corrections.length === 0);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "millwright-eyes-"));
    product = await startProduct(["--plant", "board-shop", "--speed", "240", "--data-dir", join(folder, "data")]);
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

    it("takes verdicts and missed defects, and still knows them after a reload", async () => {
      const { page } = visit;
      await expect.poll(async () => (await rejected())?.verdict, { timeout: 240_000, interval: 1000 }).toBe("FAIL");
      const inspection = await rejected();
      const id = inspection?.id ?? "";
      const now = (): Promise<Inspection> => get<Inspection>(`/inspections/${id}`);
      await visit.visit(`/quality/inspections/${id}`, `Inspection of ${inspection?.serial ?? ""}`);
      await page.locator(".mark[data-selected]").waitFor();
      await page.keyboard.press("c");
      await visit.region("Findings").getByText("Confirmed", { exact: true }).first().waitFor();
      await expect.poll(async () => (await now()).corrections.map((one) => one.verdict)).toEqual(["CONFIRMED"]);
      await visit.button("Missed something?").click();
      const place = await page.locator(".stage-ground").boundingBox();
      await page.locator(".stage-ground").click({ position: { x: (place?.width ?? 0) / 2, y: (place?.height ?? 0) / 2 } });
      await page.locator(".mark[data-state=proposed] .mark-outline").waitFor();
      await page.locator(".label-types").getByText("Spur", { exact: true }).click();
      await visit.sound("live-label");
      await visit.button("Save as missed").click();
      await expect.poll(async () => (await now()).corrections.map((one) => one.verdict)).toEqual(["CONFIRMED", "MISSED"]);
      expect((await now()).corrections.at(-1)?.outline?.length).toBeGreaterThan(2);
      await page.reload();
      await page.locator(".mark[data-state=confirmed]").first().waitFor();
      await page.locator(".mark[data-state=missed]").first().waitFor();
      await visit.sound("live-inspection");
      await visit.visit("/quality/defects", "Defects");
      await visit.region("Rejects confirmed by people").getByText("100 %").first().waitFor();
      await visit.sound("live-defects");
      await visit.visit("/quality/cameras", "Cameras");
      await visit.sound("live-cameras");
    });
  });
});
