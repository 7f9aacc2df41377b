import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type StandIn, type StandInOptions, startStandIn } from "../test-server/server";
import { violations } from "./accessibility";
import { NARROW, openBrowser, shoot, WIDE } from "./browser";

export const SCREENS = [{ name: "wide", size: WIDE, scheme: "dark" }, { name: "narrow", size: NARROW, scheme: "light" }] as const;
type Screen = (typeof SCREENS)[number];

const PATIENCE_MS = 60_000;

/** A browser at a running plant, whoever runs it. */
export class Visit {
  private readonly errors: string[] = [];

  protected constructor(readonly screen: Screen, private readonly url: string, readonly page: Page, private readonly closeBrowser: () => Promise<void>) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  static async at(url: string, screen: Screen): Promise<Visit> {
    const { page, close } = await openBrowser(screen.size, screen.scheme);
    return new Visit(screen, url, page, close);
  }

  async end(): Promise<void> {
    await this.closeBrowser();
  }

  /** Opens a page and waits until it is there and live. */
  async visit(path: string, heading: string): Promise<void> {
    await this.page.goto(this.url + path);
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

/** A browser at a plant of its own, which runs in real time so that nothing slips away under the pointer. */
export class Journey extends Visit {
  private constructor(screen: Screen, readonly plant: StandIn, page: Page, closeBrowser: () => Promise<void>) {
    super(screen, plant.url, page, closeBrowser);
  }

  static async begin(screen: Screen, options: StandInOptions = {}): Promise<Journey> {
    const plant = await startStandIn({ dist: fileURLToPath(new URL("../dist", import.meta.url)), speed: 1, stories: false, ...options });
    const { page, close } = await openBrowser(screen.size, screen.scheme);
    return new Journey(screen, plant, page, close);
  }

  override async end(): Promise<void> {
    await super.end();
    await this.plant.close();
  }
}
