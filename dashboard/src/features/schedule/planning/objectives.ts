/** What a search should care for, level by level: what comes first is never given up for what comes later. */
export interface Aim { key: string; label: string; what: string; levels: Readonly<Record<string, number>>[] | null }

export const AIMS: readonly [Aim, ...Aim[]] = [
  { key: "usual", label: "As always", what: "What every plan here is judged by", levels: null },
  { key: "due", label: "Due dates first", what: "Least tardiness by priority, then done soonest", levels: [{ tardiness: 1 }, { makespan: 1 }] },
  { key: "late", label: "Fewest late orders", what: "As few late as can be, then least tardiness", levels: [{ "late-jobs": 1 }, { tardiness: 1 }] },
  { key: "soon", label: "Done soonest", what: "Shortest makespan, then least setup", levels: [{ makespan: 1 }, { "setup-time": 1 }] },
  { key: "setup", label: "Few setups", what: "Least setup among the plans that are least late", levels: [{ tardiness: 1 }, { "setup-time": 1 }] },
];

export const SECONDS = [5, 10, 30, 60, 300] as const;
