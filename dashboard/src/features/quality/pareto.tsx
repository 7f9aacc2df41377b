import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "@/shared/api/client";
import { useLive } from "@/shared/live/store";
import { number, percent, shortName, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";

const SHOWN = 8;
const BY = [{ value: "type", label: "Type" }, { value: "machine", label: "Station" }, { value: "line", label: "Lane" }] as const;

/** Which defects, or whose, are most: bars with their running share. */
export function Pareto({ within }: { within: string | null }) {
  const [by, setBy] = useState<(typeof BY)[number]["value"]>("type");
  const told = useLive((live) => live.inspections[0]?.id);
  const query = useQuery({
    queryKey: ["pareto", by, within, told],
    queryFn: async () => answer(await api.GET("/api/v1/inspections/pareto", { params: { query: { by, ...(within === null ? {} : { within }) } } })),
    placeholderData: (before) => (before?.by === by ? before : undefined),
  });
  const items = query.data?.items.slice(0, SHOWN) ?? [];
  const most = items[0]?.count ?? 1;
  return (
    <Panel title="Most frequent defects" aside={<SegmentedControl size="xs" value={by} onChange={(value) => setBy(value)} aria-label="Counted by" data={[...BY]} />}>
      {query.isError ? <Notice kind="error" title="No counts" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>
        : query.isPending ? <Loading what="counts" lines={4} />
        : items.length === 0 ? <Notice kind="empty" title="No defects found">In the last days every part looked as it should.</Notice> : (
          <ol className="pareto">
            {items.map((item) => (
              <li key={item.name}>
                <span className="clip">{by === "type" ? words(item.name) : shortName(item.name)}</span>
                <span className="pareto-track"><span className="pareto-bar" style={{ width: `${(item.count / most) * 100}%` }} /></span>
                <span className="numbers"><strong>{number(item.count)}</strong></span>
                <span className="numbers small dim" title="Share of all, this one and those before it">{percent(item.cumulative, 0)}</span>
              </li>
            ))}
          </ol>
        )}
    </Panel>
  );
}
