import type { Page } from "playwright-core";

interface Spot { x: number; y: number }

/** Drags with a mouse, or with a finger that rests until it has picked up; lets go unless told to hold on. */
export async function drag(page: Page, from: Spot, to: Spot, touch: boolean, letGo = true): Promise<void> {
  const carrying = page.locator(".gantt-scroll[data-carrying]");
  if (!touch) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 1);
    await carrying.waitFor();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    return letGo ? page.mouse.up() : undefined;
  }
  const fingers = await page.context().newCDPSession(page);
  const touchAt = (type: "touchStart" | "touchMove" | "touchEnd", spots: Spot[]): Promise<unknown> => fingers.send("Input.dispatchTouchEvent", { type, touchPoints: spots });
  await touchAt("touchStart", [from]);
  await carrying.waitFor();
  await touchAt("touchMove", [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
  await touchAt("touchMove", [to]);
  if (letGo) {
    await touchAt("touchEnd", []);
  }
}
