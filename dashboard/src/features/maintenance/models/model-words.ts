import type { ModelVersion, SignalDrift } from "@/shared/api/types";

/** Versions of one name, in the order the server gives. */
export interface Family { name: string; versions: ModelVersion[] }

export function familiesOf(models: readonly ModelVersion[]): Family[] {
  return [...new Set(models.map((model) => model.name))].map((name) => ({ name, versions: models.filter((model) => model.name === name) }));
}

/** What a model is about that knows nothing of a class's remaining life. */
export function kindOf({ name, cameras }: Pick<ModelVersion, "name" | "cameras">): string {
  return cameras.length > 0 ? `pictures of ${counted(cameras.length, "camera")}` : name.includes("failure") ? "ways machines fail" : "pictures";
}

/** What a version does once it counts. */
export function promised(model: Pick<ModelVersion, "class" | "machines" | "cameras">): string {
  return model.cameras.length > 0 ? `judge pictures of ${listed(model.cameras)} from the next one on.`
    : model.class === null ? "answer from now on."
    : `answer for ${counted(model.machines.length, "machine")} from its next row on, and count for risk, wishes and the plan.`;
}

/** What happens once no version counts; null where none is asked, so that nothing would. */
export function retirement(model: Pick<ModelVersion, "name" | "class" | "machines" | "cameras">): string | null {
  if (model.cameras.length > 0) {
    return `Rules decide again where pictures come with templates. Where they do not, nobody looks at pictures of ${listed(model.cameras)} until a version is promoted.`;
  }
  if (model.class !== null) {
    return model.machines.length === 0 ? null : `The health monitor goes on alone for ${counted(model.machines.length, "machine")}.`;
  }
  return model.name.includes("failure") ? "Nothing says in which way a machine would fail until a version is promoted." : null;
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what}s`;
}

/** cam-1, cam-2 and cam-3. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
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

/** What people ask of a model first, whatever it is about. */
const TELLING = ["rmse", "coverage90", "mae", "pr_auc", "f1", "roc_auc", "accuracy", "macro_f1", "map", "f", "image_auroc", "false_reject_rate", "escape_rate"];

/** The figures that tell most, first; of those nobody knows the first as they were written. */
export function leading(metrics: ModelVersion["metrics"], most: number): [string, number][] {
  const place = (name: string): number => (TELLING.includes(name) ? TELLING.indexOf(name) : TELLING.length);
  return Object.entries(metrics).sort(([a], [b]) => place(a) - place(b)).slice(0, most);
}

/** rmse becomes RMSE, coverage90 stays what it is. */
export function figureName(name: string): string {
  return /^[a-z]{2,4}$/.test(name) ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, " ");
}

/** confusion-matrix.svg becomes Confusion matrix. */
export function pictureTitle(file: string): string {
  return figureName(file.replace(/\.(svg|png)$/, ""));
}
