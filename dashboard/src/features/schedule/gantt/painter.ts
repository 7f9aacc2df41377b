import { AXIS, drawAxis } from "@/features/schedule/gantt/draw/axis";
import { drawBars } from "@/features/schedule/gantt/draw/bars";
import { drawGhosts } from "@/features/schedule/gantt/draw/ghosts";
import { drawGround, drawLabels } from "@/features/schedule/gantt/draw/ground";
import { drawMoving } from "@/features/schedule/gantt/draw/moving";
import type { Moving, Still } from "@/features/schedule/gantt/draw/scene";

interface Canvases { axis: HTMLCanvasElement; still: HTMLCanvasElement; moving: HTMLCanvasElement }

/** Draws at most once a frame, and only the layer that changed. */
export class Painter {
  private still: Still | null = null;
  private moving: Moving | null = null;
  private drawn: Still | null = null;
  private frame = 0;

  constructor(private readonly canvases: Canvases) {}

  show(still: Still, moving: Moving): void {
    this.still = still;
    this.moving = moving;
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  close(): void {
    cancelAnimationFrame(this.frame);
  }

  private draw(): void {
    this.frame = 0;
    const { still, moving, canvases } = this;
    if (still === null || moving === null) {
      return;
    }
    if (still !== this.drawn) {
      const start = performance.now();
      drawAxis(sharp(canvases.axis, still.width, AXIS), still);
      drawStill(sharp(canvases.still, still.width, still.height), still);
      this.drawn = still;
      // Whoever observes hears how long it took; nobody has to keep it.
      performance.measure("gantt", { start, end: performance.now() });
      performance.clearMeasures("gantt");
    }
    drawMoving(sharp(canvases.moving, still.width, still.height), still, moving);
  }
}

function drawStill(pen: CanvasRenderingContext2D, still: Still): void {
  const { width, height, labels } = still;
  drawGround(pen, still);
  pen.save();
  pen.beginPath();
  pen.rect(labels, 0, width - labels, height);
  pen.clip();
  drawBars(pen, still);
  drawGhosts(pen, still);
  pen.restore();
  drawLabels(pen, still);
}

/** A pen that counts in the page's pixels on a canvas that has all of the screen's. */
function sharp(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const dense = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(height * dense);
  }
  // Kept off the graphics card: thousands of small shapes take it longer than the processor, and five times as long where it is emulated.
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) {
    throw new Error("This browser cannot draw on a canvas.");
  }
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  return pen;
}
