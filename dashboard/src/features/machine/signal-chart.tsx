import { useComputedColorScheme } from "@mantine/core";
import { useMemo, useRef } from "react";
import type uPlot from "uplot";
import { useSeries } from "@/features/machine/use-series";
import { useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { chartColors, timeAxes } from "@/shared/ui/chart-style";
import { exactTime, reading, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { UplotChart } from "@/shared/ui/uplot-chart";
import type { PlantMachine } from "@/shared/wire/wire";

interface SignalChartProps { machine: string; signal: PlantMachine["signals"][number]; hours: number }

export function SignalChart({ machine, signal, hours }: SignalChartProps) {
  const scheme = useComputedColorScheme("dark");
  const zone = useZone();
  const live = useLive((state) => state.machines[machine]?.signals.find((candidate) => candidate.name === signal.name));
  const { data, isError, error, refetch } = useSeries(machine, signal.name, hours);
  const { low, high } = signal;
  const readout = useRef<HTMLParagraphElement>(null);
  const options = useMemo((): Omit<uPlot.Options, "width" | "height"> => {
    const colors = chartColors(scheme);
    return {
      padding: [8, 18, 0, 0],
      cursor: { y: false, points: { size: 7 } },
      legend: { show: false },
      scales: { x: { time: true }, y: { range: (_, min, max) => withLimits(min, max, low, high) } },
      axes: timeAxes(colors, zone),
      series: [
        {},
        { label: words(signal.name), stroke: colors.line, width: 1.5, points: { show: false } },
        { label: "Lowest", stroke: "transparent", points: { show: false } },
        { label: "Highest", stroke: "transparent", points: { show: false } },
      ],
      bands: [{ series: [3, 2], fill: colors.band }],
      hooks: {
        draw: [(plot) => drawLimits(plot, [low, high], colors.limit)],
        setCursor: [(plot) => {
          if (readout.current !== null) {
            readout.current.textContent = wordsAt(plot, zone, signal.unit) ?? limitWords(low, high, signal.unit);
          }
        }],
      },
    };
  }, [scheme, zone, signal.name, signal.unit, low, high]);
  const out = live?.value != null && ((low !== null && live.value < low) || (high !== null && live.value > high));
  return (
    <div className="signal">
      <div className="row spread">
        <h3>{words(signal.name)}</h3>
        <span className={`signal-value live ${live?.stale === true ? "stale" : ""}`} data-out={out || undefined}>
          {reading(live?.value)} <small>{signal.unit}</small>
          {live !== undefined && live.quality !== "GOOD" && <small> {live.quality.toLowerCase()}</small>}
        </span>
      </div>
      {isError
        ? <Notice kind="error" title="No history" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : <UplotChart options={options} data={data} height={150} label={`${words(signal.name)} over the last ${hours} hours, now ${reading(live?.value)} ${signal.unit}`} />}
      <p ref={readout} className="small dim numbers">{limitWords(low, high, signal.unit)}</p>
    </div>
  );
}

function limitWords(low: number | null, high: number | null, unit: string): string {
  if (low === null && high === null) {
    return "No limits set";
  }
  if (low === null || high === null) {
    return low === null ? `Upper limit ${reading(high)} ${unit}` : `Lower limit ${reading(low)} ${unit}`;
  }
  return `Limits ${reading(low)} to ${reading(high)} ${unit}`;
}

/** What the chart says under the pointer. */
function wordsAt(plot: uPlot, zone: string, unit: string): string | null {
  const { idx } = plot.cursor;
  const time = idx == null ? undefined : plot.data[0][idx];
  if (idx == null || time === undefined) {
    return null;
  }
  const [, mean, low, high] = plot.data.map((column) => column[idx]);
  return `${exactTime(time * 1000, zone)}: ${reading(mean)} ${unit}, from ${reading(low)} to ${reading(high)}`;
}

/** A limit is on the chart once the values come within reach of it. */
function withLimits(min: number | null, max: number | null, low: number | null, high: number | null): [number, number] {
  if (min === null || max === null) {
    return [0, 1];
  }
  const span = Math.max(max - min, Math.abs(max) * 0.02, 1e-6);
  const reach = span * 3;
  const bottom = low !== null && min - low < reach ? Math.min(min, low) : min;
  const top = high !== null && high - max < reach ? Math.max(max, high) : max;
  return [bottom - span * 0.12, top + span * 0.12];
}

function drawLimits(plot: uPlot, limits: readonly (number | null)[], color: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const limit of limits) {
    const y = limit === null ? -1 : plot.valToPos(limit, "y", true);
    if (y >= bbox.top && y <= bbox.top + bbox.height) {
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
  }
  ctx.restore();
}
