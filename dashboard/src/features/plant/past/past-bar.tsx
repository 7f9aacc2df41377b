import { ActionIcon, Button, Loader } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconHistory, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useState } from "react";
import { placeIn, stepped } from "@/features/plant/past/span";
import { useJournalSpan } from "@/features/plant/past/use-journal-span";
import { plantNow, usePlantNow, useZone } from "@/shared/live/clock";
import { clockTime, dayTime, duration, exactTime } from "@/shared/ui/format";
import { roundTicks } from "@/shared/ui/ticks";
import { SEVERITY_COLORS } from "@/shared/ui/tone";
import { fromZonedInput, zonedInput } from "@/shared/ui/zoned-time";
import "@/features/plant/past/past.css";

const MINUTE = 60_000;
const WAIT_MS = 150;

interface PastBarProps { at: number; fetching: boolean; onGo: (at: number) => void; onLive: () => void }

/** Says that this is the past, moves through it, and leads back. */
export function PastBar({ at, fetching, onGo, onLive }: PastBarProps) {
  const zone = useZone();
  const now = usePlantNow(5000);
  // The span stands still while one looks back: the thumb would run away otherwise.
  const [end] = useState(plantNow);
  const [dragged, setDragged] = useState<number | null>(null);
  const span = useJournalSpan(end);
  const from = Math.min(span.data?.from ?? end - 60 * MINUTE, at);
  const to = Math.max(end, at);
  const shown = dragged ?? at;
  const go = (time: number): void => {
    setDragged(null);
    onGo(Math.min(Math.max(time, from), to));
  };
  const later = useDebouncedCallback(go, WAIT_MS);
  return (
    <section className="past-bar" aria-label="The past">
      <div className="past-words" role="status">
        <IconHistory size={20} stroke={1.8} aria-hidden />
        <strong>The past: {dayTime(shown, zone)}<span className="past-seconds">{exactTime(shown, zone).slice(-3)}</span></strong>
        <span className="past-ago">{duration((now - shown) / 1000)} ago</span>
        {fetching && <Loader size={14} color="currentColor" aria-label="Reading the journal" />}
      </div>
      <div className="past-steps">
        <ActionIcon variant="default" size="md" aria-label="10 minutes earlier" title="10 minutes earlier" onClick={() => go(stepped(at, -10 * MINUTE))}><IconChevronLeft size={16} /></ActionIcon>
        <input type="datetime-local" aria-label="Time shown" value={zonedInput(shown, zone)} min={zonedInput(from, zone)} max={zonedInput(to, zone)} onChange={(event) => {
          const time = fromZonedInput(event.currentTarget.value, zone);
          if (time !== null) {
            go(time);
          }
        }} />
        <ActionIcon variant="default" size="md" aria-label="10 minutes later" title="10 minutes later" onClick={() => go(stepped(at, 10 * MINUTE))}><IconChevronRight size={16} /></ActionIcon>
      </div>
      <Button className="past-live" size="xs" leftSection={<IconPlayerPlayFilled size={13} />} onClick={onLive}>Back to live</Button>
      <div className="past-track">
        {span.data?.marks.map((mark, n) => (
          <button
            key={n} type="button" className="past-mark" tabIndex={-1} title={`${clockTime(mark.time, zone)} ${mark.words}`} aria-label={`${clockTime(mark.time, zone)} ${mark.words}`}
            style={{ left: `${placeIn(from, to, mark.time)}%`, background: SEVERITY_COLORS[mark.severity as keyof typeof SEVERITY_COLORS] }} onClick={() => go(mark.time)}
          />
        ))}
        <input
          type="range" aria-label="Time shown, on the journal's span" aria-valuetext={dayTime(shown, zone)} min={from} max={to} step={MINUTE / 6} value={shown}
          onChange={(event) => {
            setDragged(Number(event.currentTarget.value));
            later(Number(event.currentTarget.value));
          }}
        />
        <div className="past-axis" aria-hidden>
          {roundTicks(from, to, zone, 8).map((tick) => <span key={tick} style={{ left: `${placeIn(from, to, tick)}%` }}>{to - from > 36 * 3_600_000 ? dayTime(tick, zone) : clockTime(tick, zone)}</span>)}
        </div>
      </div>
    </section>
  );
}
