import type { PlanView } from "@/shared/wire/planning";

const ORIGINS: Readonly<Record<string, string>> = { "cp-sat": "the solver", "right-shift": "right-shift repair" };

/** P-42-right-shift by right-shift says it twice. */
export function planName({ id, origin }: Pick<PlanView, "id" | "origin">): string {
  return `${id.replace(`-${origin}`, "")} by ${originWords(origin)}`;
}

export function originWords(origin: string): string {
  return ORIGINS[origin] ?? `the ${origin.toUpperCase()} rule`;
}
