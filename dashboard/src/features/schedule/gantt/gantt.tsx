import { ActionIcon, useComputedColorScheme } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { IconArrowsMaximize, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BarCard } from "@/features/schedule/gantt/bar-card";
import { type Bar, barAt, type Chart } from "@/features/schedule/gantt/bars";
import { drawAxis, drawChart, paintOf, ROW } from "@/features/schedule/gantt/draw";
import { useGanttGestures } from "@/features/schedule/gantt/use-gantt-gestures";
import { fitted, panned, ticksOf, timeAt, type View, zoomedAt } from "@/features/schedule/gantt/view";
import { plantNow, usePlantNow, useZone } from "@/shared/live/clock";
import { midnightBefore } from "@/shared/ui/zoned-time";

const AXIS = 38;
const HOUR_MS = 3_600_000;

interface GanttProps { chart: Chart; label: string }

/** A Gantt chart on a canvas: zoom and pan by wheel, touch and keys. */
export function Gantt({ chart, label }: GanttProps) {
  const zone = useZone();
  const now = usePlantNow(1000);
  const scheme = useComputedColorScheme("dark");
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const merged = useMergedRef(sized, scroller);
  const [chosen, setView] = useState<View | null>(null);
  const [hovered, setHovered] = useState<{ bar: Bar; x: number; y: number } | null>(null);
  const labels = width < 520 ? 84 : 148;
  const height = Math.max(1, chart.rows.length) * ROW;

  const whole = useMemo(() => {
    const planned = chart.bars.filter((bar) => bar.status !== "done");
    const from = plantNow();
    const to = Math.max(from + 2 * HOUR_MS, ...planned.map((bar) => bar.to));
    return fitted(from - 0.75 * HOUR_MS, Math.min(to, from + 36 * HOUR_MS), width - labels);
  }, [chart, width, labels]);
  const view = chosen ?? whole;
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  const fit = useCallback(() => setView(null), []);
  const change = useCallback((step: (view: View) => View) => setView((known) => step(known ?? latest.current)), []);
  useGanttGestures(scroller, labels, change);

  useEffect(() => {
    if (canvas.current === null || axis.current === null || width === 0) {
      return;
    }
    const ticks = ticksOf(view, width - labels, midnightBefore(view.from, zone), width < 520 ? 60 : 78);
    const frame = { width, labels, view, ticks, now, paint: paintOf(canvas.current), hovered: hovered?.bar.key ?? null };
    drawAxis(sharp(axis.current, width, AXIS), { ...frame, height: AXIS }, zone);
    drawChart(sharp(canvas.current, width, height), chart, { ...frame, height });
  }, [chart, view, width, height, labels, now, zone, hovered, scheme]);

  const hover = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (canvas.current === null) {
      return;
    }
    const bounds = canvas.current.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const bar = x < labels ? null : barAt(chart.bars, Math.floor(y / ROW), timeAt(view, x - labels), view.msPerPixel * 2);
    setHovered(bar === null ? null : { bar, x: Math.min(x, width - 270), y: y - (scroller.current?.scrollTop ?? 0) });
  };
  const press = (event: KeyboardEvent): void => {
    const centre = (width - labels) / 2;
    const step: ((known: View) => View) | undefined = {
      ArrowLeft: (known: View) => panned(known, -80), ArrowRight: (known: View) => panned(known, 80),
      "+": (known: View) => zoomedAt(known, centre, 1.4), "=": (known: View) => zoomedAt(known, centre, 1.4), "-": (known: View) => zoomedAt(known, centre, 1 / 1.4),
    }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      change(step);
    } else if (event.key === "0") {
      fit();
    }
  };
  return (
    <div className="gantt">
      <div className="gantt-tools">
        <ActionIcon variant="default" size="sm" aria-label="Zoom in" onClick={() => change((known) => zoomedAt(known, (width - labels) / 2, 1.5))}><IconZoomIn size={15} /></ActionIcon>
        <ActionIcon variant="default" size="sm" aria-label="Zoom out" onClick={() => change((known) => zoomedAt(known, (width - labels) / 2, 1 / 1.5))}><IconZoomOut size={15} /></ActionIcon>
        <ActionIcon variant="default" size="sm" aria-label="Show all" onClick={fit}><IconArrowsMaximize size={15} /></ActionIcon>
      </div>
      <canvas ref={axis} style={{ width, height: AXIS }} aria-hidden />
      <div ref={merged} className="gantt-scroll" tabIndex={0} role="application" aria-label={`${label}. Plus and minus zoom, arrows pan, 0 shows all.`} onKeyDown={press}>
        <canvas ref={canvas} className="live" style={{ width, height }} onPointerMove={hover} onPointerLeave={() => setHovered(null)} role="img" aria-label={label} />
      </div>
      {hovered !== null && <BarCard bar={hovered.bar} style={{ left: hovered.x + 12, top: hovered.y + AXIS + 22 }} />}
    </div>
  );
}

function sharp(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const dense = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(height * dense);
  }
  const pen = canvas.getContext("2d");
  if (pen === null) {
    throw new Error("This browser cannot draw on a canvas.");
  }
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  return pen;
}
