import { type RefObject, useEffect } from "react";
import { panned, type View, zoomedAt } from "@/features/schedule/gantt/view";

const WHEEL_ZOOM = 0.0016;

/** Wheel, drag and pinch on the chart become a new view. */
export function useGanttGestures(target: RefObject<HTMLElement | null>, labels: number, change: (step: (view: View) => View) => void): void {
  useEffect(() => {
    const element = target.current;
    if (element === null) {
      return;
    }
    const touches = new Map<number, number>();
    const xIn = (clientX: number): number => clientX - element.getBoundingClientRect().left - labels;

    const wheel = (event: WheelEvent): void => {
      const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
      const scrolls = element.scrollHeight > element.clientHeight + 1;
      if (event.ctrlKey || event.metaKey || (!scrolls && !event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX))) {
        event.preventDefault();
        change((view) => zoomedAt(view, xIn(event.clientX), Math.exp(-event.deltaY * WHEEL_ZOOM)));
      } else if (Math.abs(sideways) > 0) {
        event.preventDefault();
        change((view) => panned(view, sideways));
      }
    };
    const down = (event: PointerEvent): void => {
      touches.set(event.pointerId, event.clientX);
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      const before = touches.get(event.pointerId);
      if (before === undefined) {
        return;
      }
      const other = [...touches].find(([id]) => id !== event.pointerId)?.[1];
      touches.set(event.pointerId, event.clientX);
      if (other === undefined) {
        change((view) => panned(view, before - event.clientX));
      } else if (Math.abs(before - other) > 8 && Math.abs(event.clientX - other) > 8) {
        const factor = Math.abs(event.clientX - other) / Math.abs(before - other);
        change((view) => zoomedAt(view, xIn((event.clientX + other) / 2), factor));
      }
    };
    const up = (event: PointerEvent): void => {
      touches.delete(event.pointerId);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
    };
  }, [target, labels, change]);
}
