import { barOf, expectedWords, intervalWords, runningHours } from "@/features/maintenance/life-words";
import type { FleetRow } from "@/shared/api/types";
import { RISK_COLORS } from "@/shared/ui/tone";

/** The life left with its interval, as words and as a small bar that starts now. */
export function LifeCell({ row, end }: { row: FleetRow; end: number }) {
  const { life } = row;
  if (life === null) {
    return <span className="dim">{row.state === "unknown" ? "Unknown" : "No estimate yet"}</span>;
  }
  const bar = barOf(life, end);
  const running = runningHours(life);
  return (
    <div className="left" title={`Nine lives in ten end within this interval${running === null ? "" : `; ${running} expected`}`}>
      <span className="left-words"><strong>{expectedWords(life)}</strong> <span className="dim small">{intervalWords(life)}</span></span>
      <span className="left-bar" aria-hidden style={{ "--tone": RISK_COLORS[row.risk ?? "LOW"] }}>
        <i className="left-range" data-open={bar.open || undefined} style={{ left: `${bar.low}%`, width: `${bar.high - bar.low}%` }} />
        <i className="left-middle" style={{ left: `${bar.expected}%` }} />
      </span>
    </div>
  );
}
