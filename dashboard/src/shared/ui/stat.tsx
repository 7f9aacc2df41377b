import type { ReactNode } from "react";
import { Link } from "react-router";

interface StatProps {
  label: string;
  value: string;
  note?: ReactNode;
  /** Where the evidence behind the number is. */
  to?: string;
  color?: string;
  /** From 0 to 1, drawn as a bar under the number. */
  share?: number | null;
  title?: string;
}

export function Stat({ label, value, note, to, color, share, title }: StatProps) {
  const body = (
    <>
      <span className="stat-label">{label}</span>
      <span className="stat-value live" style={color === undefined ? undefined : { color }}>{value}</span>
      {note !== undefined && <span className="stat-note">{note}</span>}
      {share !== undefined && (
        <span className="stat-bar" aria-hidden><span style={{ width: `${Math.round((share ?? 0) * 100)}%`, background: color }} /></span>
      )}
    </>
  );
  return to === undefined
    ? <div className="stat" title={title}>{body}</div>
    : <Link className="stat" to={to} title={title ?? "Show the events behind this number"}>{body}</Link>;
}
