import { Button, Loader } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { hasMoved } from "@/features/schedule/gantt/ghosts";
import { type Figure, figuresOf, type Preview, type Wish, wishWords } from "@/features/schedule/pinning/preview";
import type { usePreview } from "@/features/schedule/pinning/use-preview";
import { useZone } from "@/shared/live/clock";
import { dayTime, duration, inPlantTime, number } from "@/shared/ui/format";
import type { PlanView } from "@/shared/wire/planning";

interface PreviewStripProps { trial: ReturnType<typeof usePreview>; inForce: PlanView | null }

/** What a wish would do to the plan, in figures; adopted or discarded here. */
export function PreviewStrip({ trial: { asking, adopting, discard }, inForce }: PreviewStripProps) {
  const zone = useZone();
  const wish = asking.variables;
  useHotkeys([["Escape", discard]]);
  if (wish === undefined) {
    return null;
  }
  const words = wishWords(wish, zone);
  const error = asking.error ?? adopting.error;
  const outdated = asking.data !== undefined && wish.against !== (inForce?.id ?? "");
  return (
    <section className="preview-strip" aria-label="Preview">
      <div className="row spread row-wrap">
        <p role="status">{asking.isPending && <Loader size={12} mr={8} />}<strong>{asking.isPending ? "Trying" : asking.isError ? "Not possible" : "Preview"}</strong> {words}</p>
        <div className="row">
          {outdated && <Button size="compact-sm" onClick={() => asking.mutate({ ...wish, against: inForce?.id ?? "" })}>Try again</Button>}
          {asking.data !== undefined && !outdated && <Button size="compact-sm" loading={adopting.isPending} onClick={() => adopting.mutate(wish)}>Adopt</Button>}
          <Button size="compact-sm" variant="default" onClick={discard}>{asking.isError ? "Close" : "Discard"}</Button>
        </div>
      </div>
      {error !== null && <p className="bad small" role="alert">{inPlantTime(error.message, zone)}</p>}
      {outdated && <p className="warn small" role="alert">The plan in force changed meanwhile: what is shown here is old.</p>}
      {asking.data !== undefined && inForce !== null && <PreviewFigures before={inForce} preview={asking.data} wish={wish} zone={zone} />}
    </section>
  );
}

function PreviewFigures({ before, preview, wish, zone }: { before: PlanView; preview: Preview; wish: Wish; zone: string }) {
  const moved = preview.changes.filter(hasMoved).length;
  return (
    <dl className="preview-figures">
      {figuresOf(before, preview.plan).map((figure) => <FigureChange key={figure.label} figure={figure} zone={zone} />)}
      <div><dt>Moved</dt><dd>{moved === 0 ? "nothing" : `${number(moved)} ${moved === 1 ? "operation" : "operations"}`}</dd></div>
      {wish.kind === "draft" && preview.better !== null && <div><dt>Judged</dt><dd className={preview.better ? "good" : "warn"}>{preview.better ? "better than the plan in force" : "not better than the plan in force"}</dd></div>}
    </dl>
  );
}

function FigureChange({ figure: { label, before, after, unit }, zone }: { figure: Figure; zone: string }) {
  const show = (value: number): string => unit === "time" ? dayTime(value, zone) : unit === "seconds" ? duration(value) : number(value);
  const difference = unit === "time" ? (after - before) / 1000 : after - before;
  const sign = difference > 0 ? "+" : "−";
  return (
    <div>
      <dt>{label}</dt>
      <dd>{show(after)} {difference !== 0 && <span className={difference > 0 ? "bad" : "good"}>{sign}{unit === "count" ? number(Math.abs(difference)) : duration(Math.abs(difference))}</span>}</dd>
    </div>
  );
}
