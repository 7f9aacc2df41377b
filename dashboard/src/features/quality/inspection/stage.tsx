import { ActionIcon, Loader } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from "react";
import { Gestures, type Hands } from "@/features/quality/inspection/hands";
import { MarkLayer, type Mark } from "@/features/quality/inspection/mark-layer";
import { scaleBar } from "@/features/quality/inspection/measures";
import { boxAt, boxBetween, closeUp, fitted, panned, type Size, type Spot, toPicture, type View, zoomed } from "@/features/quality/inspection/view";
import type { Box } from "@/shared/api/types";

const HIT_REACH = 8;
const STEP = 1.5;
/** From here on a pixel is to be seen as one. */
const PIXELS_FROM = 3;

export interface StageHandle { zoom: (factor: number) => void; fit: () => void; show: (box: Box) => void }

interface StageProps {
  ref: Ref<StageHandle>;
  picture: string;
  alt: string;
  heatMap: string | null;
  /** How much of the heat map is seen, from 0 to 1. */
  heat: number;
  marks: readonly Mark[];
  selected: string | null;
  hovered: string | null;
  onSelect: (key: string | null) => void;
  onHover: (key: string | null) => void;
  /** What a tap and a drag do: look around, point at something, or draw a box. */
  tool: "look" | "point" | "box";
  onPoint: (at: Spot) => void;
  onBox: (box: Box) => void;
  /** Millimetres a pixel; null where unknown. */
  mmPerPixel: number | null;
}

/** A picture to look into: wheel and pinch zoom, drag moves; boxes and outlines are drawn over it, sharp at any zoom. */
export function Stage({ ref, picture, alt, heatMap, heat, marks, selected, hovered, onSelect, onHover, tool, onPoint, onBox, mmPerPixel }: StageProps) {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const [failed, setFailed] = useState(false);
  const [moved, setMoved] = useState<View | null>(null);
  const [drawing, setDrawing] = useState<Box | null>(null);
  const view = size === null || natural === null ? null : (moved ?? fitted(size, natural));

  useLayoutEffect(() => {
    const place = host.current;
    if (place === null) {
      return;
    }
    const resizing = new ResizeObserver(() => {
      setSize({ width: place.clientWidth, height: place.clientHeight });
      setMoved(null);
    });
    resizing.observe(place);
    return () => resizing.disconnect();
  }, []);

  const change = (how: (view: View, size: Size, natural: Size) => View): void => {
    if (size !== null && natural !== null) {
      setMoved((before) => how(before ?? fitted(size, natural), size, natural));
    }
  };
  const zoom = (at: Spot, factor: number): void => change((before, stage, whole) => zoomed(before, at, factor, stage, whole));
  const middle = (): Spot => ({ x: (size?.width ?? 0) / 2, y: (size?.height ?? 0) / 2 });
  const under = (at: Spot): string | null => {
    const found = view === null ? null : boxAt(marks.map((mark) => mark.box), toPicture(view, at), HIT_REACH / view.scale);
    return found === null ? null : (marks[found]?.key ?? null);
  };
  const between = (from: Spot, to: Spot): Box | null => (view === null || natural === null ? null : boxBetween(toPicture(view, from), toPicture(view, to), natural));
  const hands: Hands = {
    draws: () => tool === "box",
    zoom,
    pan: (dx, dy) => change((before, stage, whole) => panned(before, dx, dy, stage, whole)),
    tap: (at) => {
      if (tool === "look") {
        onSelect(under(at));
      } else if (tool === "point" && view !== null && natural !== null) {
        const spot = toPicture(view, at);
        if (spot.x >= 0 && spot.y >= 0 && spot.x < natural.width && spot.y < natural.height) {
          onPoint({ x: Math.floor(spot.x), y: Math.floor(spot.y) });
        }
      }
    },
    hover: (at) => onHover(at === null || tool !== "look" ? null : under(at)),
    draw: (from, to) => setDrawing(between(from, to)),
    drawn: (from, to) => {
      setDrawing(null);
      const box = between(from, to);
      if (box !== null) {
        onBox(box);
      }
    },
  };
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const gestures = host.current === null ? null : new Gestures(host.current, () => latest.current);
    return () => gestures?.close();
  }, []);
  useImperativeHandle(ref, () => ({
    zoom: (factor) => zoom(middle(), factor),
    fit: () => setMoved(null),
    show: (box) => change((_, stage, whole) => closeUp(box, stage, whole)),
  }));

  const placed = view === null || natural === null ? undefined : { width: natural.width, height: natural.height, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`, imageRendering: view.scale >= PIXELS_FROM ? ("pixelated" as const) : undefined };
  const bar = view === null || mmPerPixel === null ? null : scaleBar(mmPerPixel / view.scale);
  return (
    <div className="stage" data-tool={tool} data-hit={hovered !== null || undefined}>
      <div className="stage-ground" ref={host}>
        <img className="stage-picture" src={picture} alt={alt} draggable={false} style={placed ?? { visibility: "hidden" }} onLoad={(event) => setNatural({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })} onError={() => setFailed(true)} />
        {heatMap !== null && heat > 0 && placed !== undefined && <img className="stage-picture" src={heatMap} alt="" draggable={false} style={{ ...placed, opacity: heat }} />}
        {view !== null && <MarkLayer view={view} marks={drawing === null ? marks : [...marks, { key: "drawing", box: drawing, whole: false, outlines: [], label: null, state: "proposed" }]} selected={selected} hovered={hovered} />}
        {view === null && <div className="stage-wait">{failed ? <p>This picture cannot be loaded.</p> : <Loader size="sm" aria-label="Loading the picture" />}</div>}
        {bar !== null && <div className="scale-bar" aria-hidden><span style={{ width: bar.width }} />{bar.words}</div>}
      </div>
      <div className="stage-zoom">
        <ActionIcon variant="default" aria-label="Zoom in" onClick={() => zoom(middle(), STEP)}><IconPlus size={16} /></ActionIcon>
        <ActionIcon variant="default" aria-label="Zoom out" onClick={() => zoom(middle(), 1 / STEP)}><IconMinus size={16} /></ActionIcon>
        <ActionIcon variant="default" aria-label="Show the whole picture" disabled={moved === null} onClick={() => setMoved(null)}><IconMaximize size={16} /></ActionIcon>
      </div>
    </div>
  );
}
