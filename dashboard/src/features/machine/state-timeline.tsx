import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { bandsWithin, shares, type Band } from "@/features/machine/timeline";
import { answer, api } from "@/shared/api/client";
import { plantNow, usePlantNow, useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { clockTime, dayTime, duration, exactTime, percent, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { roundTicks } from "@/shared/ui/ticks";
import { TONE_COLORS, TONE_WORDS } from "@/shared/ui/tone";

const TICKS = 8;

/** What the machine did over the last hours, as one band of colour. */
export function StateTimeline({ machine, hours }: { machine: string; hours: number }) {
  const zone = useZone();
  const now = usePlantNow(1000);
  const since = useLive((live) => live.machines[machine]?.stateSince);
  const [hovered, setHovered] = useState<Band | null>(null);
  const query = useQuery({
    queryKey: ["timeline", machine, hours, since],
    queryFn: async () => {
      const to = plantNow();
      return answer(await api.GET("/api/v1/machine-timeline", { params: { query: { machine, from: new Date(to - hours * 3_600_000).toISOString(), to: new Date(to).toISOString() } } }));
    },
    placeholderData: (before) => before,
  });
  if (query.isError) {
    return <Notice kind="error" title="No timeline" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>;
  }
  const from = now - hours * 3_600_000;
  const bands = bandsWithin(query.data?.items ?? [], from, now);
  const at = (time: number): number => ((time - from) / (now - from)) * 1000;
  return (
    <div className="timeline live">
      <svg viewBox="0 0 1000 40" preserveAspectRatio="none" className="timeline-band" role="img" aria-label={`States: ${shares(bands).map(({ tone, share }) => `${TONE_WORDS[tone]} ${percent(share, 0)}`).join(", ")}`} onPointerLeave={() => setHovered(null)}>
        {bands.map((band) => (
          <rect key={band.from} x={at(band.from)} width={Math.max(0.6, at(band.to) - at(band.from))} y={0} height={40} fill={TONE_COLORS[band.tone]} opacity={hovered === null || hovered.from === band.from ? 1 : 0.45} onPointerEnter={() => setHovered(band)} />
        ))}
      </svg>
      <div className="timeline-axis" aria-hidden>
        {roundTicks(from, now, zone, TICKS).map((tick) => <span key={tick} style={{ left: `${at(tick) / 10}%` }}>{hours > 24 ? dayTime(tick, zone) : clockTime(tick, zone)}</span>)}
      </div>
      <p className="timeline-words">
        {hovered === null
          ? shares(bands).map(({ tone, share }) => <span key={tone}><i style={{ background: TONE_COLORS[tone] }} aria-hidden />{TONE_WORDS[tone]} {percent(share, 0)}</span>)
          : <span><i style={{ background: TONE_COLORS[hovered.tone] }} aria-hidden />{words(hovered.word)}, {exactTime(hovered.from, zone)} to {exactTime(hovered.to, zone)} ({duration((hovered.to - hovered.from) / 1000)}){hovered.cause === null ? "" : `: ${hovered.cause}`}</span>}
      </p>
    </div>
  );
}
