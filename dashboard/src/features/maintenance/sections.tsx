import { NavLink } from "react-router";

const SECTIONS = [
  { path: "/maintenance", label: "Fleet" },
  { path: "/maintenance/windows", label: "Windows" },
  { path: "/maintenance/models", label: "Models" },
] as const;

/** The pages about maintenance, from one to the other. */
export function Sections() {
  return (
    <nav className="sections" aria-label="Maintenance">
      {SECTIONS.map(({ path, label }) => <NavLink key={path} to={path} end={path === "/maintenance"} className="section-link">{label}</NavLink>)}
    </nav>
  );
}
