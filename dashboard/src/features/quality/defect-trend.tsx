import { useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import uPlot from "uplot";
import { answer, api } from "@/shared/api/client";
import { useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { chartColors, timeAxes } from "@/shared/ui/chart-style";
import { percent } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { UplotChart } from "@/shared/ui/uplot-chart";

const BUCKET_SECONDS = 900;

/** Which share of the inspected parts was rejected, quarter by quarter of an hour. */
export function DefectTrend() {
  const zone = useZone();
  const scheme = useComputedColorScheme("dark");
  const told = useLive((live) => live.inspections[0]?.id);
  const query = useQuery({
    queryKey: ["defect-trend", told],
    queryFn: async () => answer(await api.GET("/api/v1/dashboard/charts/defect-trend", { params: { query: { bucket: BUCKET_SECONDS } } })),
    placeholderData: (before) => before,
  });
  const points = query.data?.points ?? [];
  const data = useMemo((): uPlot.AlignedData => [(query.data?.points ?? []).map((point) => Date.parse(point.time) / 1000), (query.data?.points ?? []).map((point) => point.rate * 100)], [query.data]);
  const options = useMemo((): Omit<uPlot.Options, "width" | "height"> => {
    const colors = chartColors(scheme);
    const [time, rate] = timeAxes(colors, zone);
    return {
      legend: { show: false }, cursor: { y: false },
      scales: { x: { range: (_, min, max) => [min - BUCKET_SECONDS / 2, max + BUCKET_SECONDS / 2] }, y: { range: (_, __, max) => [0, Math.max(5, (max || 0) * 1.2)] } },
      axes: [time ?? {}, { ...rate, values: (_, values) => values.map((value) => `${value} %`) }],
      series: [{}, { stroke: colors.limit, width: 1.5, fill: `${colors.limit}26`, points: { show: false }, ...(uPlot.paths.bars === undefined ? {} : { paths: uPlot.paths.bars({ size: [0.7, 40] }) }) }],
    };
  }, [scheme, zone]);
  const inspected = points.reduce((sum, point) => sum + point.inspected, 0);
  const rejected = points.reduce((sum, point) => sum + point.rejected, 0);
  return (
    <Panel title="Rejected share over time" aside={<span>{inspected === 0 ? "" : `${percent(rejected / inspected)} of ${inspected}`}</span>}>
      {query.isError ? <Notice kind="error" title="No trend" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>
        : points.length === 0 ? <Notice kind="empty" title="Nothing inspected yet">The first inspection draws the first bar.</Notice>
        : <UplotChart options={options} data={data} height={190} label={`Rejected share over the last day, ${rejected} of ${inspected} parts`} />}
    </Panel>
  );
}
