import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import uPlot from "uplot";
import { useSignals } from "@/features/maintenance/life/use-life";
import { useZone } from "@/shared/live/clock";
import type { SignalHistory } from "@/shared/api/types";
import { chartColors, timeAxes } from "@/shared/ui/chart-style";
import { reading, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { UplotChart } from "@/shared/ui/uplot-chart";

const WELL = "47,182,124";

/** Every signal of the machine, small, with the band in which it was while the machine was well. */
export function SignalBands({ machine, hours }: { machine: string; hours: number }) {
  const { data, isError, error, refetch } = useSignals(machine, hours);
  if (isError) {
    return <Notice kind="error" title="No signals" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>;
  }
  if (data === undefined) {
    return <Loading what="the signals" />;
  }
  if (data.length === 0) {
    return <Notice kind="empty" title="It measures nothing">The plant file names no signals for this machine.</Notice>;
  }
  return <div className="bands">{data.map((signal) => <SignalBand key={signal.signal} signal={signal} hours={hours} />)}</div>;
}

function SignalBand({ signal, hours }: { signal: SignalHistory; hours: number }) {
  const scheme = useComputedColorScheme("dark");
  const zone = useZone();
  const { baseline, value, unit } = signal;
  const low = baseline?.low ?? null;
  const high = baseline?.high ?? null;
  const level = baseline?.level ?? null;
  const data = useMemo((): uPlot.AlignedData => [
    signal.points.map((point) => Date.parse(point.time) / 1000), signal.points.map((point) => point.mean), signal.points.map((point) => point.min), signal.points.map((point) => point.max),
  ], [signal.points]);
  const options = useMemo((): Omit<uPlot.Options, "width" | "height"> => {
    const colors = chartColors(scheme);
    return {
      padding: [6, 10, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      scales: { x: { time: true }, y: { range: (_, min, max) => around(min, max, low, high) } },
      axes: timeAxes(colors, zone),
      series: [{}, { stroke: colors.line, width: 1.5, points: { show: false } }, { stroke: "transparent", points: { show: false } }, { stroke: "transparent", points: { show: false } }],
      bands: [{ series: [3, 2], fill: colors.band }],
      hooks: { drawAxes: [(plot) => paintBand(plot, low, level, high)] },
    };
  }, [scheme, zone, low, level, high]);
  const out = value !== null && low !== null && high !== null && (value < low || value > high);
  return (
    <div className="band">
      <div className="row spread">
        <h3>{words(signal.signal)}</h3>
        <span className={`band-value live ${signal.stale ? "stale" : ""}`} data-out={out || undefined}>{reading(value)} <small>{unit}</small></span>
      </div>
      <UplotChart options={options} data={data} height={110} label={`${words(signal.signal)} over the last ${hours} hours, now ${reading(value)} ${unit}${low === null ? "" : `, usually ${reading(low)} to ${reading(high)}`}`} />
      <p className="small dim numbers">{baseline === null ? "Its band is not learned yet" : `Usually ${reading(low)} to ${reading(high)} ${unit}`}{signal.stale ? ", silent now" : ""}</p>
    </div>
  );
}

/** The values and the whole band. */
function around(min: number | null, max: number | null, low: number | null, high: number | null): [number, number] {
  const ends = [min, max, low, high].filter((end): end is number => end !== null);
  if (ends.length === 0) {
    return [0, 1];
  }
  const bottom = Math.min(...ends);
  const top = Math.max(...ends);
  const margin = Math.max((top - bottom) * 0.1, Math.abs(top) * 0.001, 1e-6);
  return [bottom - margin, top + margin];
}

function paintBand(plot: uPlot, low: number | null, level: number | null, high: number | null): void {
  if (low === null || high === null || level === null) {
    return;
  }
  const { ctx, bbox } = plot;
  const y = (value: number): number => plot.valToPos(value, "y", true);
  ctx.save();
  ctx.fillStyle = `rgba(${WELL},0.13)`;
  ctx.fillRect(bbox.left, y(high), bbox.width, Math.max(1, y(low) - y(high)));
  ctx.strokeStyle = `rgba(${WELL},0.75)`;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y(level));
  ctx.lineTo(bbox.left + bbox.width, y(level));
  ctx.stroke();
  ctx.restore();
}
