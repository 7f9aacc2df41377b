import { useComparison } from "@/features/schedule/planning/use-drafts";
import { duration, number } from "@/shared/ui/format";
import type { FiguresView } from "@/shared/wire/planning";

const ROWS: readonly { label: string; of: (figures: FiguresView) => number; show: (value: number) => string }[] = [
  { label: "Makespan", of: (one) => one.makespanSeconds, show: duration },
  { label: "Tardiness", of: (one) => one.tardinessSeconds, show: duration },
  { label: "Late orders", of: (one) => one.lateOrders, show: number },
  { label: "Setup", of: (one) => one.setupSeconds, show: duration },
  { label: "Flow time", of: (one) => one.flowSeconds, show: duration },
];

/** A found plan beside the one in force, figure by figure. */
export function Comparison({ id, inForce }: { id: string; inForce: string }) {
  const { data, error } = useComparison(id, true, inForce);
  if (error !== null) {
    return <p className="bad small" role="alert">{error.message}</p>;
  }
  if (data === undefined) {
    return null;
  }
  return (
    <table className="plain-table comparison">
      <thead><tr><th scope="col"><span className="unseen">Figure</span></th><th scope="col" className="right">Found</th><th scope="col" className="right">In force</th></tr></thead>
      <tbody>
        {ROWS.map(({ label, of, show }) => {
          const [inForceNow, found] = [of(data.left), of(data.right)];
          return <tr key={label}><th scope="row">{label}</th><td className={`right ${found < inForceNow ? "good" : found > inForceNow ? "bad" : ""}`}>{show(found)}</td><td className="right dim">{show(inForceNow)}</td></tr>;
        })}
      </tbody>
    </table>
  );
}
