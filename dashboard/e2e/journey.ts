import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type StandIn, type StandInOptions, startStandIn } from "../test-server/server";
import { violations } from "./accessibility";
import { NARROW, openBrowser, shoot, WIDE } from "./browser";

export const SCREENS = [{ name: "wide", size: WIDE, scheme: "dark" }, { name: "narrow", size: NARROW, scheme: "light" }] as const;
type Screen = (typeof SCREENS)[number];

const PATIENCE_MS = 60_000;

/** A browser at a plant of its own, which runs in real time so that nothing slips away under the pointer. */
export class Journey {
  private readonly errors: string[] = [];

  private constructor(readonly screen: Screen, readonly plant: StandIn, readonly page: Page, private readonly closeBrowser: () => Promise<void>) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  static async begin(screen: Screen, options: StandInOptions = {}): Promise<Journey> {
    const plant = await startStandIn({ dist: fileURLToPath(new URL("../dist", import.meta.url)), speed: 1, stories: false, ...options });
    const { page, close } = await openBrowser(screen.size, screen.scheme);
    return new Journey(screen, plant, page, close);
  }

  async end(): Promise<void> {
    await this.closeBrowser();
    await this.plant.close();
  }

  /** Opens a page and waits until it is there and live. */
  async visit(path: string, heading: string): Promise<void> {
    await this.page.goto(this.plant.url + path);
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await this.page.locator(".link-state[data-phase=live]").waitFor();
  }

  /** Nothing broke, nothing scrolls sideways, everyone can use it; and a picture for the eye. */
  async sound(shot: string): Promise<void> {
    // What fades in has no contrast yet.
    await this.page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)));
    // A fade that begins after that look is over at the next one.
    await expect.poll(() => violations(this.page), { timeout: 5000 }).toEqual([]);
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(this.errors).toEqual([]);
    await shoot(this.page, `${shot}-${this.screen.name}`);
  }

  region(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** A dialog with this title: one that closes is not mistaken for the next. */
  dialog(title: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name: title });
  }
}
