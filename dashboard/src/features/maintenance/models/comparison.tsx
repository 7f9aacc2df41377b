import { listed } from "@/features/maintenance/models/model-words";
import { ShadowCases } from "@/features/maintenance/models/shadow-cases";
import { SidesTable } from "@/features/maintenance/models/sides-table";
import { useShadows } from "@/features/maintenance/models/use-models";
import type { Shadows } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, number } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";

/** Versions in shadow beside what counts, on the same parts, and beside what people say of them. */
export function Comparison({ name, cameras }: { name: string; cameras: readonly string[] }) {
  const { data, isError, error, refetch } = useShadows(name);
  return (
    <section className="comparison" aria-label={`${name} beside what counts`}>
      <h3>Beside what counts</h3>
      {isError ? <Notice kind="error" title="Shadows cannot be compared" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : data === undefined ? <Loading what="the comparison" lines={4} />
        : data.parts === 0 ? <Notice kind="empty" title="No part has been shown to a shadow yet">A newly trained version begins as a shadow: it is shown every part at {listed(cameras)} once the verdict is told, and compared here.</Notice>
        : <Compared shadows={data} />}
    </section>
  );
}

function Compared({ shadows }: { shadows: Shadows }) {
  const zone = useZone();
  return (
    <div className="compared">
      <div className="stack">
        <SidesTable sides={shadows.sides} />
        <p className="small dim">The latest {number(shadows.parts)} parts that a shadow was shown, since {dayTime(shadows.since, zone)}. People mostly judge rejected parts, so an escape is counted only where somebody told of a missed defect.</p>
      </div>
      <div className="stack">
        <h4>Where a shadow would have decided otherwise</h4>
        <ShadowCases cases={shadows.cases} />
      </div>
    </div>
  );
}
