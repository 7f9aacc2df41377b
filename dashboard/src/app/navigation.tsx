import { NavLink } from "react-router";
import { PAGES } from "@/app/pages";
import { useLive } from "@/shared/live/store";

export function Navigation() {
  const urgent = useLive((live) => Object.values(live.alarms).filter((alarm) => alarm.state === "active-unacknowledged").length);
  return (
    <nav className="navigation" aria-label="Pages">
      {PAGES.map(({ path, label, icon: Icon }) => (
        <NavLink key={path} to={path} end={path === "/"} className="navigation-link">
          <Icon size={21} stroke={1.6} aria-hidden />
          <span>{label}</span>
          {path === "/" && urgent > 0 && (
            <span className="navigation-count">{urgent}<span className="unseen"> new alarms</span></span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
