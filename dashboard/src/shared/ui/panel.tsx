import type { ReactNode } from "react";

interface PanelProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  /** The content goes to the edge. */
  flush?: boolean;
  className?: string;
}

export function Panel({ title, aside, children, flush = false, className = "" }: PanelProps) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      {title !== undefined && (
        <header className="panel-head">
          <h2>{title}</h2>
          {aside !== undefined && <div className="panel-aside">{aside}</div>}
        </header>
      )}
      <div className="panel-body" data-flush={flush || undefined}>{children}</div>
    </section>
  );
}
