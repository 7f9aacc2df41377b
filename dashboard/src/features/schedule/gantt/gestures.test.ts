import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gestures, type Hands } from "@/features/schedule/gantt/gestures";

const did: string[] = [];
const hands: Hands = {
  zoom: (x, factor) => did.push(`zoom ${x} ${factor.toFixed(2)}`), pan: (dx, dy) => did.push(`pan ${dx} ${dy}`), movable: (x) => x > 200,
  lift: (x, y) => did.push(`lift ${x} ${y}`), carry: (x, y) => did.push(`carry ${x} ${y}`), drop: () => did.push("drop"), abandon: () => did.push("abandon"), tap: (x, y) => did.push(`tap ${x} ${y}`),
};
let place: HTMLElement;
let gestures: Gestures;

beforeEach(() => {
  vi.useFakeTimers();
  did.length = 0;
  place = document.createElement("div");
  Object.defineProperties(place, { clientWidth: { value: 1000 }, clientHeight: { value: 600 }, scrollHeight: { value: 600 } });
  place.setPointerCapture = () => undefined;
  gestures = new Gestures(place, () => 100, () => hands);
});
afterEach(() => {
  gestures.close();
  vi.useRealTimers();
});

function point(type: string, x: number, y: number, pointerType = "mouse", pointerId = 1): void {
  place.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerType, pointerId, button: 0 }));
}

/** The stand-in for the browser gives wheels no place of their own. */
function wheel(what: { deltaY: number; clientX?: number; shiftKey?: boolean }): void {
  place.dispatchEvent(Object.assign(new WheelEvent("wheel"), { clientX: 0, clientY: 0, ...what }));
}

describe("a mouse", () => {
  it("picks a bar up by dragging it, and drops it", () => {
    point("pointerdown", 300, 50);
    point("pointermove", 302, 50);
    point("pointermove", 330, 90);
    point("pointerup", 330, 90);
    expect(did).toEqual(["lift 300 50", "carry 330 90", "drop"]);
  });

  it("pans from empty ground, both ways", () => {
    point("pointerdown", 150, 50);
    point("pointermove", 170, 60);
    point("pointerup", 170, 60);
    expect(did).toEqual(["pan -20 -10"]);
  });

  it("opens what it clicks", () => {
    point("pointerdown", 300, 50);
    point("pointerup", 301, 50);
    expect(did).toEqual(["tap 300 50"]);
  });

  it("drops nothing after it was abandoned", () => {
    point("pointerdown", 300, 50);
    point("pointermove", 350, 50);
    gestures.abandon();
    point("pointerup", 350, 50);
    expect(did).toEqual(["lift 300 50", "carry 350 50", "abandon"]);
  });

  it("zooms at the wheel where nothing scrolls, and pans with Shift", () => {
    wheel({ deltaY: -100, clientX: 400 });
    wheel({ deltaY: 40, shiftKey: true });
    expect(did).toEqual(["zoom 400 1.17", "pan 40 0"]);
  });
});

describe("a finger", () => {
  it("picks up by resting, not by swiping", () => {
    point("pointerdown", 300, 50, "touch");
    vi.advanceTimersByTime(400);
    point("pointermove", 320, 50, "touch");
    point("pointerup", 320, 50, "touch");
    expect(did).toEqual(["lift 300 50", "carry 320 50", "drop"]);
  });

  it("pans sideways by swiping, leaving up and down to the page", () => {
    point("pointerdown", 300, 50, "touch");
    point("pointermove", 320, 60, "touch");
    vi.advanceTimersByTime(400);
    point("pointerup", 320, 60, "touch");
    expect(did).toEqual(["pan -20 0"]);
  });

  it("puts a bar back when the browser takes the touch away", () => {
    point("pointerdown", 300, 50, "touch");
    vi.advanceTimersByTime(400);
    point("pointercancel", 300, 50, "touch");
    expect(did).toEqual(["lift 300 50", "abandon"]);
  });

  it("zooms with a second one", () => {
    point("pointerdown", 300, 50, "touch", 1);
    point("pointerdown", 400, 50, "touch", 2);
    point("pointermove", 500, 50, "touch", 2);
    expect(did).toEqual(["zoom 400 2.00"]);
  });
});
