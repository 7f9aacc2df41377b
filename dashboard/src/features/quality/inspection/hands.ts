import type { Spot } from "@/features/quality/inspection/view";

/** What hands on a picture want; spots are pixels of the stage. */
export interface Hands {
  /** Whether one finger, or the mouse, draws instead of moving the picture. */
  draws: () => boolean;
  zoom: (at: Spot, factor: number) => void;
  pan: (dx: number, dy: number) => void;
  tap: (at: Spot) => void;
  hover: (at: Spot | null) => void;
  draw: (from: Spot, to: Spot) => void;
  drawn: (from: Spot, to: Spot) => void;
}

const WHEEL_ZOOM = 0.0018;
const LINE = 16;
const SLACK = 5;

/** Wheel, mouse and touch on a picture: two fingers zoom and move it, one moves it or draws, a tap points. */
export class Gestures {
  private readonly spots = new Map<number, Spot>();
  private from: Spot | null = null;
  private moved = false;
  private readonly unlisten = new AbortController();

  constructor(private readonly element: HTMLElement, private readonly hands: () => Hands) {
    const { signal } = this.unlisten;
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false, signal });
    element.addEventListener("pointerdown", (event) => this.down(event), { signal });
    element.addEventListener("pointermove", (event) => this.move(event), { signal });
    element.addEventListener("pointerup", (event) => this.up(event), { signal });
    element.addEventListener("pointercancel", (event) => this.forget(event), { signal });
    element.addEventListener("pointerleave", () => this.hands().hover(null), { signal });
  }

  close(): void {
    this.unlisten.abort();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const delta = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY;
    this.hands().zoom(this.at(event), Math.exp(-delta * WHEEL_ZOOM * (event.ctrlKey ? 5 : 1)));
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    this.element.setPointerCapture(event.pointerId);
    this.spots.set(event.pointerId, this.at(event));
    this.from = this.spots.size === 1 ? this.at(event) : null;
    this.moved = this.spots.size > 1;
  }

  private move(event: PointerEvent): void {
    const now = this.at(event);
    const before = this.spots.get(event.pointerId);
    if (before === undefined) {
      this.hands().hover(now);
      return;
    }
    const other = [...this.spots].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.hands().pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      this.hands().zoom(middle, distance(now, other) / Math.max(1, distance(before, other)));
    } else if (this.from !== null) {
      if (!this.moved && distance(now, this.from) < SLACK) {
        return;
      }
      this.moved = true;
      if (this.hands().draws()) {
        this.hands().draw(this.from, now);
      } else {
        this.hands().pan(now.x - before.x, now.y - before.y);
      }
    } else {
      this.hands().pan(now.x - before.x, now.y - before.y);
    }
    this.spots.set(event.pointerId, now);
  }

  private up(event: PointerEvent): void {
    const { from } = this;
    if (from !== null && this.spots.has(event.pointerId)) {
      if (!this.moved) {
        this.hands().tap(from);
      } else if (this.hands().draws()) {
        this.hands().drawn(from, this.at(event));
      }
    }
    this.forget(event);
  }

  private forget(event: PointerEvent): void {
    this.spots.delete(event.pointerId);
    this.from = null;
  }

  private at(event: MouseEvent): Spot {
    const place = this.element.getBoundingClientRect();
    return { x: event.clientX - place.left, y: event.clientY - place.top };
  }
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
