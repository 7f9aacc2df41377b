import type { ModelVersion, SignalDrift } from "@/shared/api/types";

/** Versions of one name, in the order the server gives. */
export interface Family { name: string; versions: ModelVersion[] }

export function familiesOf(models: readonly ModelVersion[]): Family[] {
  return [...new Set(models.map((model) => model.name))].map((name) => ({ name, versions: models.filter((model) => model.name === name) }));
}

/** What a model is about that knows nothing of a class's remaining life. */
export function kindOf(model: Pick<ModelVersion, "name">): string {
  return model.name.includes("failure") ? "ways machines fail" : "pictures";
}

/** What promoting a version means beside the one that counts: going back to an older one is rolling back. */
export function promotion(version: string, active: string | undefined): "Promote" | "Roll back" {
  return active !== undefined && version.localeCompare(active, "en", { numeric: true }) < 0 ? "Roll back" : "Promote";
}

export interface ErrorRow { leftAtMost: number; cells: Map<string, Cell> }
interface Cell { estimates: number; meanAbsoluteError: number; coverage: number; best: boolean }

/** The running errors of several versions by how much life was left; the smallest of a row is its best, if another stands beside it. */
export function errorRows(versions: readonly ModelVersion[]): ErrorRow[] {
  const all = versions.flatMap(({ version, running }) => (running?.errors ?? []).map((error) => ({ version, ...error })));
  const steps = [...new Set(all.map((error) => error.leftAtMost))].sort((a, b) => b - a);
  return steps.map((leftAtMost) => {
    const errors = all.filter((error) => error.leftAtMost === leftAtMost);
    const least = Math.min(...errors.map((error) => error.meanAbsoluteError));
    return { leftAtMost, cells: new Map(errors.map(({ version, estimates, meanAbsoluteError, coverage }) => [version, { estimates, meanAbsoluteError, coverage, best: errors.length > 1 && meanAbsoluteError === least }])) };
  });
}

/** The signals that moved most, first. */
export function byDrift(signals: readonly SignalDrift[]): SignalDrift[] {
  return [...signals].sort((a, b) => b.psi - a.psi || b.ks - a.ks);
}

/** A card's figures in the order they were written, without the tail of digits. */
export function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString("en-GB") : value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
}

/** rmse becomes RMSE, coverage90 stays what it is. */
export function figureName(name: string): string {
  return /^[a-z]{2,4}$/.test(name) ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, " ");
}

/** confusion-matrix.svg becomes Confusion matrix. */
export function pictureTitle(file: string): string {
  return figureName(file.replace(/\.(svg|png)$/, ""));
}
