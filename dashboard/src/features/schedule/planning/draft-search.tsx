import { Button, Group } from "@mantine/core";
import { ExportsMenu } from "@/features/schedule/exports-menu";
import { Comparison } from "@/features/schedule/planning/comparison";
import { SearchChart } from "@/features/schedule/planning/search-chart";
import { SearchWords } from "@/features/schedule/planning/search-panel";
import { isActive, useStopDraft } from "@/features/schedule/planning/use-drafts";
import { useSearches } from "@/shared/live/searches";
import { duration } from "@/shared/ui/format";
import type { DraftView } from "@/shared/wire/planning";

interface DraftSearchProps { draft: DraftView; inForce: string; onTry: (draft: string) => void; onForget: () => void; busy: boolean }

/** A search that a planner asked for: what it finds while it runs, then its plan beside the one in force. */
export function DraftSearch({ draft, inForce, onTry, onForget, busy }: DraftSearchProps) {
  const heard = useSearches((searches) => searches[draft.id]?.incumbents) ?? [];
  const incumbents = heard.length > draft.incumbents.length ? heard : draft.incumbents;
  const stopping = useStopDraft();
  const active = isActive(draft);
  const found = !active && draft.plan !== null;
  return (
    <div className="stack">
      {active && <Progress draft={draft} />}
      {incumbents.length > 0 && <SearchChart incumbents={incumbents} until={Math.min(draft.elapsedSeconds, draft.seconds)} />}
      {draft.state === "infeasible" ? <Conflicts conflicts={draft.conflicts} /> : <SearchWords incumbents={incumbents} />}
      {draft.optimal && <p className="small good">Proved: no plan is better by what was asked for.</p>}
      {draft.state === "failed" && <p className="small bad" role="alert">The search failed. {draft.conflicts.join(" ")}</p>}
      {found && <Comparison id={draft.id} inForce={inForce} />}
      {stopping.isError && <p className="small bad" role="alert">{stopping.error.message}</p>}
      <Group gap={6}>
        {active && <Button size="xs" variant="default" loading={stopping.isPending} onClick={() => stopping.mutate(draft.id)}>Stop and keep what was found</Button>}
        {found && <Button size="xs" loading={busy} onClick={() => onTry(draft.id)}>Try in the chart</Button>}
        {found && <ExportsMenu draft={draft.id} />}
        {!active && <Button size="xs" variant="default" loading={stopping.isPending} onClick={() => stopping.mutate(draft.id, { onSuccess: onForget })}>Put away</Button>}
      </Group>
    </div>
  );
}

function Progress({ draft }: { draft: DraftView }) {
  const share = Math.min(1, draft.elapsedSeconds / draft.seconds);
  return (
    <div>
      <p className="small dim numbers" role="status">{draft.state === "waiting" ? "Waiting for another search to end" : `Searching, ${duration(draft.elapsedSeconds)} of ${duration(draft.seconds)}`}</p>
      <span className="bar"><span style={{ width: `${share * 100}%` }} /></span>
    </div>
  );
}

/** Why no plan can be: the smallest set of wishes that cannot go together. */
function Conflicts({ conflicts }: { conflicts: readonly string[] }) {
  return (
    <div role="alert">
      <p className="small bad">No plan keeps all of this together:</p>
      <ul className="small conflicts">{conflicts.map((conflict) => <li key={conflict}>{conflict}</li>)}</ul>
    </div>
  );
}
