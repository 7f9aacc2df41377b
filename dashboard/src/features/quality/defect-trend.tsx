import { Select, useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import uPlot from "uplot";
import { trendOf } from "@/features/quality/trend";
import { answer, api } from "@/shared/api/client";
import { useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { chartColors, timeAxes } from "@/shared/ui/chart-style";
import { percent, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { UplotChart } from "@/shared/ui/uplot-chart";

const BUCKET_SECONDS = 900;

/** Which share of the inspected parts was rejected, or how often one type of defect came, quarter by quarter of an hour. */
export function DefectTrend({ within }: { within: string | null }) {
  const zone = useZone();
  const scheme = useComputedColorScheme("dark");
  const told = useLive((live) => live.inspections[0]?.id);
  const [type, setType] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ["defect-trend", within, told],
    queryFn: async () => answer(await api.GET("/api/v1/dashboard/charts/defect-trend", { params: { query: { bucket: BUCKET_SECONDS, ...(within === null ? {} : { within }) } } })),
    placeholderData: (before, asked) => (asked?.queryKey[1] === within ? before : undefined),
  });
  const trend = useMemo(() => trendOf(query.data?.points ?? [], type), [query.data, type]);
  const data = useMemo((): uPlot.AlignedData => [trend.times, trend.percents], [trend]);
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
  const what = type === null ? "Rejected share" : `${words(type)} per part`;
  return (
    <Panel
      title={`${what} over time`}
      aside={<>
        <span>{trend.inspected === 0 ? "" : `${percent(trend.counted / trend.inspected)} of ${trend.inspected}`}</span>
        {trend.types.length > 0 && <Select size="xs" w={140} aria-label="Type of defect" placeholder="All rejects" data={trend.types.map((one) => ({ value: one, label: words(one) }))} value={type} onChange={setType} clearable />}
      </>}
    >
      {query.isError ? <Notice kind="error" title="No trend" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>
        : query.isPending ? <Loading what="the trend" lines={4} />
        : trend.inspected === 0 ? <Notice kind="empty" title="Nothing inspected yet">The first inspection draws the first bar.</Notice>
        : <UplotChart options={options} data={data} height={230} label={`${what} over the last day, ${trend.counted} of ${trend.inspected} parts`} />}
    </Panel>
  );
}
