import { useQuery } from "@tanstack/react-query";
import { byType, type Counts, totalOf } from "@/features/quality/confirmations";
import { answer, api } from "@/shared/api/client";
import { number, percent, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";

const HOURS = 24;
const EVERY_MS = 15_000;

/** What people said of the findings, type by type: how often a rejected part was rightly so, and what was missed. */
export function ConfirmationsPanel({ within }: { within: string | null }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ["confirmations"],
    queryFn: async () => answer(await api.GET("/api/v1/quality/confirmations", { params: { query: { hours: HOURS } } })),
    refetchInterval: EVERY_MS,
  });
  const rows = byType(data?.items ?? [], within);
  const { rate } = totalOf(rows);
  return (
    <Panel title="Rejects confirmed by people" flush aside={<span>{rate === null ? "" : `${percent(rate, 0)} in the last ${HOURS} hours`}</span>}>
      {isError ? <Notice kind="error" title="No verdicts can be told" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : data === undefined ? <Loading what="verdicts" lines={3} />
        : rows.length === 0 ? <Notice kind="empty" title="Nothing found in the last day">Findings stand here by type, with what people say of them.</Notice> : (
          <table className="plain-table confirmations">
            <thead><tr><th scope="col">Type</th><th scope="col" className="right">Confirmed</th><th scope="col" className="confirmation-shares"><span className="unseen">Shares</span></th><th scope="col" className="right">Judged</th><th scope="col" className="right">Unjudged</th><th scope="col" className="right">Missed</th></tr></thead>
            <tbody>{rows.map((row) => <Row key={row.type} row={row} />)}</tbody>
          </table>
        )}
    </Panel>
  );
}

function Row({ row }: { row: Counts & { type: string } }) {
  return (
    <tr>
      <th scope="row">{words(row.type)}</th>
      <td className="right"><strong>{percent(row.rate, 0)}</strong></td>
      <td className="confirmation-shares"><span className="shares" role="img" aria-label={`${row.confirmed} confirmed, ${row.rejected} rejected, ${row.unjudged} unjudged`}>
        <span data-kind="confirmed" style={{ flexGrow: row.confirmed }} /><span data-kind="rejected" style={{ flexGrow: row.rejected }} /><span data-kind="unjudged" style={{ flexGrow: row.unjudged }} />
      </span></td>
      <td className="right">{number(row.confirmed + row.rejected)}</td>
      <td className="right dim">{number(row.unjudged)}</td>
      <td className="right">{row.missed === 0 ? <span className="dim">0</span> : <strong className="warn">{number(row.missed)}</strong>}</td>
    </tr>
  );
}
