import { DraftSearch } from "@/features/schedule/planning/draft-search";
import { SearchChart } from "@/features/schedule/planning/search-chart";
import { useDraft } from "@/features/schedule/planning/use-drafts";
import { useSearches } from "@/shared/live/searches";
import { duration, number } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { type IncumbentView, LOOP_SEARCH } from "@/shared/wire/planning";

interface SearchPanelProps { draft: string | null; inForce: string; onTry: (draft: string) => void; onForget: () => void; busy: boolean }

/** How a search gets on: the one a planner asked for, or else the loop's own answer to the last disturbance. */
export function SearchPanel({ draft, inForce, onTry, onForget, busy }: SearchPanelProps) {
  const query = useDraft(draft);
  if (draft === null) {
    return <LoopSearch />;
  }
  return (
    <Panel title="Search for a better plan" aside={<span>{query.data?.state}</span>}>
      {query.isError ? <Notice kind="error" title="The search cannot be shown" action={{ label: "Put away", onClick: onForget }}>{query.error.message}</Notice>
        : query.data === undefined ? <p className="dim small">Beginning…</p>
        : <DraftSearch draft={query.data} inForce={inForce} onTry={onTry} onForget={onForget} busy={busy} />}
    </Panel>
  );
}

function LoopSearch() {
  const search = useSearches((searches) => searches[LOOP_SEARCH]);
  const last = search?.incumbents.at(-1);
  return (
    <Panel title="The loop’s last search" aside={<span>{search === undefined ? "" : search.state}</span>}>
      {search === undefined || last === undefined ? <Notice kind="empty" title="No search yet">When something happens on the floor, how its answer improves is drawn here.</Notice> : (
        <>
          {search.trigger !== null && <p className="small">Because of: <strong>{search.trigger}</strong></p>}
          <SearchChart incumbents={search.incumbents} until={last.seconds} />
          <SearchWords incumbents={search.incumbents} />
        </>
      )}
    </Panel>
  );
}

/** The best that was found, in figures. */
export function SearchWords({ incumbents }: { incumbents: readonly Pick<IncumbentView, "seconds" | "objective" | "bound" | "makespanSeconds" | "tardinessSeconds" | "lateOrders">[] }) {
  const best = incumbents.at(-1);
  if (best === undefined) {
    return <p className="dim small">Nothing found yet.</p>;
  }
  const gap = best.bound === null || best.objective <= 0 ? null : (best.objective - best.bound) / best.objective;
  return (
    <p className="small numbers">
      {number(incumbents.length)} better {incumbents.length === 1 ? "plan" : "plans"}, the best after {number(best.seconds, 1)} s: makespan {duration(best.makespanSeconds)}, tardiness {duration(best.tardinessSeconds)}, {number(best.lateOrders)} late.
      {gap !== null && gap > 0 && <span className="dim"> At most {number(gap * 100, 1)} % from the best there can be.</span>}
    </p>
  );
}
