import { type RefObject, useEffect, useRef } from "react";
import type { Moving, Still } from "@/features/schedule/gantt/draw/scene";
import { Painter } from "@/features/schedule/gantt/painter";

/** Keeps three canvases showing the scene. */
export function usePainter(still: Still | null, moving: Moving): Record<"axisRef" | "stillRef" | "movingRef", RefObject<HTMLCanvasElement | null>> {
  const axisRef = useRef<HTMLCanvasElement>(null);
  const stillRef = useRef<HTMLCanvasElement>(null);
  const movingRef = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  useEffect(() => {
    if (axisRef.current !== null && stillRef.current !== null && movingRef.current !== null) {
      painter.current = new Painter({ axis: axisRef.current, still: stillRef.current, moving: movingRef.current });
    }
    return () => painter.current?.close();
  }, []);
  useEffect(() => {
    if (still !== null) {
      painter.current?.show(still, moving);
    }
  }, [still, moving]);
  return { axisRef, stillRef, movingRef };
}
