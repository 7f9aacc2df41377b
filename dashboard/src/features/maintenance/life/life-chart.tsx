import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type uPlot from "uplot";
import { lifeColumns } from "@/features/maintenance/life/life-columns";
import { paintLife } from "@/features/maintenance/life/life-paint";
import { useLifeHistory } from "@/features/maintenance/life/use-life";
import { digits, inUnit } from "@/features/maintenance/life-words";
import { useZone } from "@/shared/live/clock";
import type { LifeHistory } from "@/shared/api/types";
import { chartColors, timeAxes } from "@/shared/ui/chart-style";
import { dayTime } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { TONE_COLORS } from "@/shared/ui/tone";
import { UplotChart } from "@/shared/ui/uplot-chart";

const EMPTY: LifeHistory & { from: number; to: number } = { from: 0, to: 1, unit: "h", hoursPerUnit: 1, points: [], unknown: [], ends: [] };

/** The life left over time: what the model expected within its interval, and what the health monitor said beside. */
export function LifeChart({ machine, name, hours }: { machine: string; name: string; hours: number }) {
  const scheme = useComputedColorScheme("dark");
  const zone = useZone();
  const { data: history = EMPTY, isError, isPending, error, refetch } = useLifeHistory(machine, hours);
  const { unit } = history;
  const readout = useRef<HTMLParagraphElement>(null);
  const told = useRef(history);
  useEffect(() => {
    told.current = history;
  }, [history]);
  const data = useMemo((): uPlot.AlignedData => {
    const { times, expected, low, high, monitor } = lifeColumns(history);
    return [times, expected, low, high, monitor];
  }, [history]);
  const options = useMemo((): Omit<uPlot.Options, "width" | "height"> => {
    const colors = chartColors(scheme);
    const [time, life] = timeAxes(colors, zone);
    return {
      padding: [10, 18, 0, 0],
      cursor: { y: false, points: { size: 7 } },
      legend: { show: false },
      scales: { x: { time: true, range: () => [told.current.from, told.current.to] }, y: { range: (_, __, max) => [0, Math.max(1, max || 1) * 1.06] } },
      axes: [time ?? {}, { ...life, values: (_, values) => values.map(digits) }],
      series: [
        {},
        { label: "Expected", stroke: colors.line, width: 2, points: { show: false } },
        { label: "Lowest", stroke: "transparent", points: { show: false } },
        { label: "Highest", stroke: "transparent", points: { show: false } },
        { label: "Health monitor", stroke: TONE_COLORS.waiting, width: 1.5, dash: [5, 4], points: { show: false } },
      ],
      bands: [{ series: [3, 2], fill: colors.band }],
      hooks: {
        drawAxes: [(plot) => paintLife(plot, told.current, colors.text)],
        setCursor: [(plot) => {
          if (readout.current !== null) {
            readout.current.textContent = wordsAt(told.current, plot.data[0][plot.cursor.idx ?? -1], zone);
          }
        }],
      },
    };
  }, [scheme, zone]);
  if (isError) {
    return <Notice kind="error" title="No history of its life" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>;
  }
  if (isPending) {
    return <Loading what="the life left over time" />;
  }
  if (history.points.length === 0) {
    return <Notice kind="empty" title="Nothing was said yet">{history.unknown[0]?.why ?? "The first estimate draws the first point."}</Notice>;
  }
  const last = history.points.at(-1);
  return (
    <>
      <UplotChart options={options} data={data} height={260} label={`Life left of ${name} over time with its 90 % interval, now ${inUnit(last?.expected, unit)}`} />
      <p ref={readout} className="small dim numbers life-readout">{wordsAt(history, undefined, zone)}</p>
      <p className="life-legend small dim">
        <i className="key-expected" /> expected, in {unit === "h" ? "hours" : inUnit(2, unit).replace("2 ", "")} <i className="key-band" /> 90 % interval <i className="key-monitor" /> health monitor <i className="key-alarm" /> alarm <i className="key-unknown" /> unknown <i className="key-failure" /> failure <i className="key-maintained" /> maintenance
      </p>
    </>
  );
}

/** What was said at a time, in seconds; the latest where nothing is pointed at. */
function wordsAt({ points, unit }: LifeHistory, time: number | undefined, zone: string): string {
  const at = (point: LifeHistory["points"][number]): number => Date.parse(point.time) / 1000;
  const latest = points.at(-1);
  const pointed = points.filter((point) => at(point) === time);
  const said = pointed.length > 0 || latest === undefined ? pointed : [latest];
  const [first] = said;
  return first === undefined ? "" : `${dayTime(first.time, zone)}: ${said.map((point) => `${point.version ?? "health monitor"} ${inUnit(point.expected, unit)}, ${digits(point.low)} to ${digits(point.high)}`).join("; ")}`;
}
