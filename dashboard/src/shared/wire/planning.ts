import type { components } from "@/shared/api/schema";

/** What planners and the screen say to each other: plans, pins, late orders, searches and drafts. */
type Schemas = components["schemas"];

export type PlanView = Schemas["PlanView"];
export type PlannedView = Schemas["PlannedView"];
export type ChangeView = Schemas["ChangeView"];
export type LateView = Schemas["LateView"];
export type ClosedView = Schemas["ClosedView"];
export type DraftView = Schemas["DraftView"];
export type IncumbentView = Schemas["IncumbentView"];
export type FiguresView = Schemas["Figures"];
export type ComparisonView = Schemas["ComparisonView"];
export type AdoptionView = Schemas["AdoptionView"];

/** Where a planner wants an operation: on a machine, at a time, or both. */
export interface Pin { machine?: string; start?: string }

/** The search of the loop itself, which answers disturbances; drafts search under their own ids. */
export const LOOP_SEARCH = "loop";

/** A better plan was found, or a search began or ended: only the socket tells of it. */
export type PlanningMessage =
  | { type: "incumbent"; search: string; seconds: number; objective: number; bound: number | null; makespanSeconds: number; tardinessSeconds: number; lateOrders: number; origin: string; trigger: string | null }
  | { type: "search"; search: string; state: "searching" | "done" | "cancelled" | "failed"; trigger: string | null };
