import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export const VIEWS = ["3d", "2d", "split"] as const;
export type View = (typeof VIEWS)[number];

export interface PlantSearch {
  view: View;
  /** The machine whose details are open. */
  selected: string | null;
  /** The time of the past that is shown; null is live. */
  at: number | null;
  setView: (view: View) => void;
  select: (machine: string | null) => void;
  goTo: (at: number | null) => void;
}

/** What the page shows stands in its address, so that it can be sent to someone. */
export function usePlantSearch(): PlantSearch {
  const [search, setSearch] = useSearchParams();
  const change = useCallback((key: string, value: string | null) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) {
        next.delete(key);
      } else {
        next.set(key, value);
      }
      return next;
    }, { replace: true });
  }, [setSearch]);
  const view = VIEWS.find((known) => known === search.get("view")) ?? "3d";
  const selected = search.get("machine");
  const time = Date.parse(search.get("at") ?? "");
  const at = Number.isNaN(time) ? null : time;
  return useMemo(() => ({
    view, selected, at,
    setView: (next: View) => change("view", next),
    select: (machine: string | null) => change("machine", machine),
    goTo: (next: number | null) => change("at", next === null ? null : new Date(next).toISOString()),
  }), [view, selected, at, change]);
}
