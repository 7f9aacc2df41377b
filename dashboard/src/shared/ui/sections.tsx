import { NavLink } from "react-router";

export interface Section { path: string; label: string }

/** Pages about one subject, from one to the other; the first is the subject's own. */
export function Sections({ label, sections }: { label: string; sections: readonly Section[] }) {
  return (
    <nav className="sections" aria-label={label}>
      {sections.map(({ path, label: name }, n) => <NavLink key={path} to={path} end={n === 0} className="section-link">{name}</NavLink>)}
    </nav>
  );
}
