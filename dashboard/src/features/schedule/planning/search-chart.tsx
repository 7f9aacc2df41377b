import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import uPlot from "uplot";
import { chartColors } from "@/shared/ui/chart-style";
import { reading } from "@/shared/ui/format";
import { UplotChart } from "@/shared/ui/uplot-chart";
import type { IncumbentView } from "@/shared/wire/planning";

type Point = Pick<IncumbentView, "seconds" | "objective" | "bound">;

/** How good the best plan was, second by second, and the bound that nothing can beat. */
export function SearchChart({ incumbents, until }: { incumbents: readonly Point[]; until: number }) {
  const scheme = useComputedColorScheme("dark");
  const options = useMemo(() => optionsOf(scheme), [scheme]);
  const data = useMemo(() => seriesOf(incumbents, until), [incumbents, until]);
  const last = incumbents.at(-1);
  return <UplotChart options={options} data={data} height={150} label={`Objective over seconds of search: ${incumbents.length} better plans${last === undefined ? "" : `, the best ${reading(last.objective)}`}`} />;
}

/** Steps: the best stays the best until a better one is found, up to now. */
export function seriesOf(incumbents: readonly Point[], until: number): uPlot.AlignedData {
  const last = incumbents.at(-1);
  const points = last === undefined || until <= last.seconds ? incumbents : [...incumbents, { ...last, seconds: until }];
  return [points.map((one) => one.seconds), points.map((one) => one.objective), points.map((one) => one.bound)];
}

function optionsOf(scheme: "dark" | "light"): Omit<uPlot.Options, "width" | "height"> {
  const colors = chartColors(scheme);
  const axis = { stroke: colors.text, font: "11px 'Inter Variable', system-ui, sans-serif", ticks: { show: false }, grid: { stroke: colors.grid, width: 1 } };
  const paths = uPlot.paths.stepped?.({ align: 1 });
  return {
    scales: { x: { time: false, range: (_, low, high) => [Math.min(0, low), Math.max(1, high)] } },
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { ...axis, size: 24, space: 50, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
      { ...axis, size: 56, space: 24, values: (_, ticks) => ticks.map(short) },
    ],
    series: [
      {},
      { label: "Objective", stroke: colors.line, width: 2, fill: colors.band, points: { show: false }, ...(paths === undefined ? {} : { paths }) },
      { label: "Bound", stroke: colors.limit, width: 1.5, dash: [4, 3], points: { show: false }, ...(paths === undefined ? {} : { paths }) },
    ],
  };
}

/** 1,250,000 as 1.25M: an axis has no room for more. */
function short(value: number): string {
  return value.toLocaleString("en-GB", { notation: "compact", maximumFractionDigits: 2 });
}
