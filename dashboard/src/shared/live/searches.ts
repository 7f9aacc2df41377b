import { create } from "zustand";
import type { PlanningMessage } from "@/shared/wire/planning";

type Incumbent = Extract<PlanningMessage, { type: "incumbent" }>;
type SearchState = Extract<PlanningMessage, { type: "search" }>["state"];

/** A search for a better plan as it goes on: what it found, and the bound nothing can beat. */
export interface Search {
  readonly id: string;
  readonly state: SearchState;
  readonly trigger: string | null;
  readonly incumbents: readonly Incumbent[];
}

export type Searches = Readonly<Record<string, Search>>;

/** The searches that were heard of, the latest of each id. */
export const useSearches = create<Searches>()(() => ({}));

export function hear(message: PlanningMessage): void {
  useSearches.setState((known) => heard(known, message));
}

/** A search that begins anew under a known id, as the loop's does, forgets what the one before found. */
export function heard(known: Searches, message: PlanningMessage): Searches {
  const before = known[message.search];
  const begins = message.type === "search" && message.state === "searching";
  const search: Search = before === undefined || begins ? { id: message.search, state: "searching", trigger: message.trigger, incumbents: [] } : before;
  return {
    ...known,
    [message.search]: message.type === "incumbent" ? { ...search, incumbents: [...search.incumbents, message] } : { ...search, state: message.state },
  };
}
