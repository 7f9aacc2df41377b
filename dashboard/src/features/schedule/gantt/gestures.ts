/** What hands on the chart want; x and y are pixels in the part that is seen. */
export interface Hands {
  zoom: (x: number, factor: number) => void;
  pan: (dx: number, dy: number) => void;
  /** Whether something lies here that can be picked up. */
  movable: (x: number, y: number) => boolean;
  lift: (x: number, y: number) => void;
  carry: (x: number, y: number) => void;
  drop: () => void;
  abandon: () => void;
  tap: (x: number, y: number) => void;
}

type Mode = "idle" | "pan" | "pinch" | "press" | "carry";
interface Spot { x: number; y: number }

const WHEEL_ZOOM = 0.0016;
const SLACK = 4;
const TOUCH_SLACK = 9;
const LONG_PRESS_MS = 320;
const EDGE = 34;
const EDGE_STEP = 14;

/** Wheel, mouse and touch become zooming, panning and carrying. A finger picks up by resting, a mouse by dragging. */
export class Gestures {
  private mode: Mode = "idle";
  private readonly spots = new Map<number, Spot>();
  private origin: Spot = { x: 0, y: 0 };
  private resting: ReturnType<typeof setTimeout> | undefined;
  private edging = 0;
  private readonly unlisten = new AbortController();

  constructor(private readonly element: HTMLElement, private readonly labels: () => number, private readonly hands: () => Hands) {
    const { signal } = this.unlisten;
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false, signal });
    element.addEventListener("pointerdown", (event) => this.down(event), { signal });
    element.addEventListener("pointermove", (event) => this.move(event), { signal });
    element.addEventListener("pointerup", (event) => this.up(event), { signal });
    element.addEventListener("pointercancel", (event) => this.cancel(event), { signal });
    // The browser would scroll with a finger that carries something.
    element.addEventListener("touchmove", (event) => this.mode === "carry" && event.preventDefault(), { passive: false, signal });
    element.addEventListener("contextmenu", (event) => this.mode === "carry" && event.preventDefault(), { signal });
  }

  /** Puts down what is carried where it was. */
  abandon(): void {
    if (this.mode === "carry") {
      this.rest();
      this.hands().abandon();
    }
  }

  close(): void {
    this.rest();
    this.unlisten.abort();
  }

  private wheel(event: WheelEvent): void {
    const scrolls = this.element.scrollHeight > this.element.clientHeight + 1;
    const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey || (!scrolls && !event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX))) {
      event.preventDefault();
      this.hands().zoom(this.spot(event).x, Math.exp(-event.deltaY * WHEEL_ZOOM));
    } else if (Math.abs(sideways) > 0) {
      event.preventDefault();
      this.hands().pan(sideways, 0);
    }
  }

  private down(event: PointerEvent): void {
    const spot = this.spot(event);
    if (event.button !== 0 || spot.x > this.element.clientWidth) {
      return; // another button, or the scroll bar
    }
    this.spots.set(event.pointerId, spot);
    this.element.setPointerCapture(event.pointerId);
    clearTimeout(this.resting);
    if (this.spots.size > 1) {
      this.abandon();
      this.mode = "pinch";
      return;
    }
    this.origin = spot;
    this.mode = spot.x > this.labels() && this.hands().movable(spot.x, spot.y) ? "press" : "pan";
    if (this.mode === "press" && event.pointerType === "touch") {
      this.resting = setTimeout(() => this.lift(), LONG_PRESS_MS);
    }
  }

  private move(event: PointerEvent): void {
    const before = this.spots.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const spot = this.spot(event);
    const touch = event.pointerType === "touch";
    const away = Math.hypot(spot.x - this.origin.x, spot.y - this.origin.y);
    if (this.mode === "press" && away > (touch ? TOUCH_SLACK : SLACK)) {
      if (touch) {
        clearTimeout(this.resting);
        this.mode = "pan";
      } else {
        this.lift();
      }
    }
    this.spots.set(event.pointerId, spot);
    if (this.mode === "carry") {
      this.hands().carry(spot.x, spot.y);
    } else if (this.mode === "pan") {
      this.hands().pan(before.x - spot.x, touch ? 0 : before.y - spot.y);
    } else if (this.mode === "pinch") {
      this.pinch(event.pointerId, before, spot);
    }
  }

  private pinch(moved: number, before: Spot, spot: Spot): void {
    const other = [...this.spots].find(([id]) => id !== moved)?.[1];
    if (other !== undefined && Math.abs(before.x - other.x) > 8 && Math.abs(spot.x - other.x) > 8) {
      this.hands().zoom((spot.x + other.x) / 2, Math.abs(spot.x - other.x) / Math.abs(before.x - other.x));
    }
  }

  private up(event: PointerEvent): void {
    const spot = this.spots.get(event.pointerId);
    this.spots.delete(event.pointerId);
    if (spot === undefined || this.spots.size > 0) {
      return;
    }
    const { mode } = this;
    const still = Math.hypot(spot.x - this.origin.x, spot.y - this.origin.y) <= SLACK;
    this.rest();
    if (mode === "carry") {
      this.hands().drop();
    } else if (still && mode !== "pinch") {
      this.hands().tap(spot.x, spot.y);
    }
  }

  private cancel(event: PointerEvent): void {
    this.spots.delete(event.pointerId);
    this.abandon();
    this.rest();
  }

  private lift(): void {
    this.mode = "carry";
    this.hands().lift(this.origin.x, this.origin.y);
    this.edging = requestAnimationFrame(() => this.edge());
  }

  /** Near an edge the chart moves under what is carried. */
  private edge(): void {
    const spot = [...this.spots.values()][0];
    if (this.mode !== "carry" || spot === undefined) {
      return;
    }
    const { clientWidth, clientHeight } = this.element;
    const dx = spot.x > clientWidth - EDGE ? EDGE_STEP : spot.x < this.labels() + EDGE ? -EDGE_STEP : 0;
    const dy = spot.y > clientHeight - EDGE ? EDGE_STEP : spot.y < EDGE ? -EDGE_STEP : 0;
    if (dx !== 0 || dy !== 0) {
      this.hands().pan(dx, dy);
      this.hands().carry(spot.x, spot.y);
    }
    this.edging = requestAnimationFrame(() => this.edge());
  }

  private rest(): void {
    clearTimeout(this.resting);
    cancelAnimationFrame(this.edging);
    this.mode = "idle";
  }

  private spot(event: MouseEvent): Spot {
    const bounds = this.element.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  }
}
