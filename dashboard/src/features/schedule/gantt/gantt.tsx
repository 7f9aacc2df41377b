import { useComputedColorScheme } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { Refusals } from "@/features/schedule/gantt/able";
import { BarCard } from "@/features/schedule/gantt/bar-card";
import { told } from "@/features/schedule/gantt/bar-words";
import type { Bar, Chart } from "@/features/schedule/gantt/bars";
import { barAt } from "@/features/schedule/gantt/lanes";
import { AXIS } from "@/features/schedule/gantt/draw/axis";
import { paintOf } from "@/features/schedule/gantt/draw/paint";
import type { Moving, Still } from "@/features/schedule/gantt/draw/scene";
import { GanttTools } from "@/features/schedule/gantt/gantt-tools";
import type { Ghost } from "@/features/schedule/gantt/ghosts";
import { OpenedBar } from "@/features/schedule/gantt/opened-bar";
import { rowAt } from "@/features/schedule/gantt/rows";
import { useCarrying } from "@/features/schedule/gantt/use-carrying";
import { useGanttView } from "@/features/schedule/gantt/use-gantt-view";
import { useHands } from "@/features/schedule/gantt/use-hands";
import { usePainter } from "@/features/schedule/gantt/use-painter";
import { centred, panned, revealing, ticksOf, timeAt, xOf, zoomedAt } from "@/features/schedule/gantt/view";
import { neighbour } from "@/features/schedule/gantt/walk";
import { plantNow, usePlantNow, useZone } from "@/shared/live/clock";
import { midnightBefore } from "@/shared/ui/zoned-time";
import type { Pin } from "@/shared/wire/planning";

/** What lists beside the chart can ask of it. */
export interface GanttHandle { reveal: (key: string) => void }

interface GanttProps {
  chart: Chart;
  label: string;
  ghosts: readonly Ghost[];
  /** The bar to begin at, such as one chosen in the table. */
  first: string | null;
  ref?: Ref<GanttHandle>;
  /** Which machines cannot do it; null where nothing may be moved. */
  refusals: ((bar: Bar) => Refusals) | null;
  onPin: (bar: Bar, pin: Pin) => void;
  /** The card of the bar that was opened, and how to close it. */
  details: (bar: Bar, close: () => void) => ReactNode;
}

const PAN_PIXELS = 80;
const NARROW = 520;

/** A Gantt chart on a canvas: zoomed, panned and walked by wheel, touch and keys; bars are opened, and dragged to be pinned. */
export function Gantt({ chart, label, ghosts, first, ref, refusals, onPin, details }: GanttProps) {
  const zone = useZone();
  const now = usePlantNow(1000);
  const scheme = useComputedColorScheme("dark");
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const merged = useMergedRef(sized, scroller);
  const [scroll, setScroll] = useState(0);
  const [hovered, setHovered] = useState<{ key: string; x: number; y: number } | null>(null);
  const [focusedKey, setFocused] = useState(first);
  const [openedKey, setOpened] = useState<string | null>(null);
  const labels = width < NARROW ? 92 : 158;
  const wide = width - labels;
  const { view, change, fit } = useGanttView(chart, wide, first);
  const { drag, lifted, movable, lift, carry, drop, abandon } = useCarrying({ chart, refusals, onPin });
  const hoveredBar = drag === null && hovered !== null ? (chart.byKey.get(hovered.key) ?? null) : null;
  const focused = chart.byKey.get(focusedKey ?? "") ?? null;
  const opened = chart.byKey.get(openedKey ?? "") ?? null;

  // The colours follow the scheme, which only the document knows.
  const paint = useMemo(() => (width > 0 && scheme.length > 0 ? paintOf(document.documentElement) : null), [scheme, width]);
  const still = useMemo((): Still | null => paint === null || height === 0 ? null : {
    width, height, labels, scroll, view, zone, paint, chart, ghosts, lifted, ticks: ticksOf(view, wide, midnightBefore(view.from, zone), width < NARROW ? 60 : 78),
  }, [width, height, labels, wide, scroll, view, zone, paint, chart, ghosts, lifted]);
  const moving = useMemo((): Moving => ({ now, hovered: hoveredBar, focused, drag }), [now, hoveredBar, focused, drag]);
  const { axisRef, stillRef, movingRef } = usePainter(still, moving);

  const barUnder = (x: number, y: number): Bar | null => x < labels ? null : barAt(chart, rowAt(chart.rows, y + scroll), timeAt(view, x - labels), view.msPerPixel * 2);
  const reveal = (bar: Bar): void => {
    const row = chart.rows[bar.row];
    change((known) => revealing(known, bar.from, bar.to, wide));
    if (row !== undefined && (row.top < scroll || row.top + row.height > scroll + height)) {
      scroller.current?.scrollTo({ top: row.top - height / 2 });
    }
    setFocused(bar.key);
  };
  useImperativeHandle(ref, () => ({
    reveal: (key) => {
      const bar = chart.byKey.get(key);
      if (bar !== undefined) {
        reveal(bar);
        scroller.current?.scrollIntoView({ block: "nearest" });
        scroller.current?.focus({ preventScroll: true });
      }
    },
  }));
  useHands(scroller, labels, drag !== null, {
    zoom: (x, factor) => change((known) => zoomedAt(known, x - labels, factor)),
    pan: (dx, dy) => {
      change((known) => panned(known, dx));
      scroller.current?.scrollBy(0, dy);
    },
    movable: (x, y) => movable(barUnder(x, y)),
    lift: (x, y) => {
      setHovered(null);
      // From here on the view stays, instead of following the clock.
      change((known) => known);
      lift(barUnder(x, y), timeAt(view, x - labels));
    },
    carry: (x, y) => carry(view, timeAt(view, x - labels), y + scroll),
    drop,
    abandon,
    tap: (x, y) => {
      const key = barUnder(x, y)?.key ?? null;
      setHovered(null);
      setFocused(key);
      setOpened(key);
    },
  });

  const hover = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerType !== "touch" && event.buttons === 0) {
      const bounds = event.currentTarget.getBoundingClientRect();
      const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
      const bar = barUnder(x, y);
      setHovered(bar === null ? null : { key: bar.key, x, y });
    }
  };
  const zoom = (factor: number): void => change((known) => zoomedAt(known, wide / 2, factor));
  const toNow = (): void => change((known) => centred(known, plantNow() + (wide / 3) * known.msPerPixel, wide));
  const press = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    const walk = shiftKey ? null : neighbour(chart, focused, key, plantNow());
    const act = walk !== null ? () => reveal(walk)
      : shiftKey && (key === "ArrowLeft" || key === "ArrowRight") ? () => change((known) => panned(known, key === "ArrowLeft" ? -PAN_PIXELS : PAN_PIXELS))
      : { "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), "0": fit, n: toNow, Enter: () => setOpened(focusedKey) }[key];
    if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  };
  const close = (): void => {
    setOpened(null);
    scroller.current?.focus({ preventScroll: true });
  };
  const openedRow = opened === null ? undefined : chart.rows[opened.row];
  return (
    <div className="gantt">
      <GanttTools onZoom={zoom} onFit={fit} onNow={toNow} />
      <canvas ref={axisRef} style={{ width, height: AXIS }} aria-hidden />
      <div
        ref={merged} className="gantt-scroll" data-carrying={drag === null ? undefined : true} data-movable={movable(hoveredBar) || undefined} tabIndex={0} role="application"
        aria-label={`${label}. Arrows go from bar to bar, Enter opens one. Plus and minus zoom, Shift and arrows pan, 0 shows all, N goes to now.`}
        onKeyDown={press} onScroll={(event) => setScroll(event.currentTarget.scrollTop)} onPointerMove={hover} onPointerLeave={() => setHovered(null)}
      >
        <div style={{ height: chart.height }}>
          <div className="gantt-layers" style={{ height }}>
            <canvas ref={stillRef} className="live" style={{ width, height }} role="img" aria-label={label} />
            <canvas ref={movingRef} style={{ width, height }} aria-hidden />
          </div>
        </div>
      </div>
      <p className="unseen" aria-live="polite">{focused === null ? "" : told(focused, zone)}</p>
      {hoveredBar !== null && hovered !== null && opened === null && <BarCard bar={hoveredBar} style={{ left: Math.min(hovered.x + 12, width - 275), top: hovered.y + AXIS + 18 }} />}
      {opened !== null && openedRow !== undefined && (
        <OpenedBar
          bar={opened} details={details} onClose={close} height={openedRow.height}
          left={Math.min(width - 40, Math.max(labels, labels + xOf(view, opened.from)))} top={AXIS + Math.max(0, Math.min(height, openedRow.top - scroll))}
        />
      )}
    </div>
  );
}
