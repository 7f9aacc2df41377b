import { describe, expect, it } from "vitest";
import { byDrift, errorRows, familiesOf, figure, figureName, leading, kindOf, pictureTitle, promised, promotion, retirement } from "@/features/maintenance/models/model-words";
import type { ModelVersion, SignalDrift } from "@/shared/api/types";

const version = (name: string, number: string, running: ModelVersion["running"] = null): ModelVersion => ({
  name, version: number, state: "SHADOW", class: "turbofan", licence: "", file: "", sha256: "", metrics: {}, provenance: {}, notes: null, machines: [], cameras: [], running, drift: null,
});
const error = (leftAtMost: number, meanAbsoluteError: number) => ({ leftAtMost, estimates: 60, meanAbsoluteError, coverage: 0.9 });

describe("models", () => {
  it("are gathered by name, in the order they came", () => {
    const families = familiesOf([version("turbofan-life", "2"), version("turbofan-life", "1"), version("pump-life", "1")]);
    expect(families.map(({ name, versions }) => [name, ...versions.map((one) => one.version)])).toEqual([["turbofan-life", "2", "1"], ["pump-life", "1"]]);
  });

  it("are rolled back to an older version and promoted to a newer, by number and not by letter", () => {
    expect(promotion("9", "10")).toBe("Roll back");
    expect(promotion("10", "9")).toBe("Promote");
    expect(promotion("1", undefined)).toBe("Promote");
  });

  it("say what they are about, by the cameras they look at", () => {
    const judge = { ...version("lid-scratches", "1"), class: null };
    expect([kindOf({ ...judge, cameras: ["cam-1"] }), kindOf({ ...judge, cameras: ["cam-1", "cam-2"] }), kindOf(judge), kindOf(version("turbofan-failure-mode", "1"))]).toEqual(["pictures of one camera", "pictures of 2 cameras", "pictures", "ways machines fail"]);
    expect(promised({ ...judge, cameras: ["cam-1"] })).toBe("judge pictures of cam-1 from the next one on.");
    expect(promised({ ...version("pump-life", "1"), machines: ["hall/pump"] })).toMatch(/^answer for one machine from its next row on/);
  });

  it("say who goes on once none counts, and cannot be retired where nobody asks them", () => {
    const judge = { ...version("lid-scratches", "1"), class: null };
    expect(retirement({ ...judge, cameras: ["cam-1", "cam-2", "cam-3"] })).toMatch(/^Rules decide again where pictures come with templates\. .* pictures of cam-1, cam-2 and cam-3 until/);
    expect(retirement({ ...version("pump-life", "1"), machines: ["hall/a", "hall/b"] })).toBe("The health monitor goes on alone for 2 machines.");
    expect(retirement({ ...version("turbofan-failure-mode", "1"), class: null })).toMatch(/until a version is promoted/);
    expect([retirement(judge), retirement(version("pump-life", "1"))]).toEqual([null, null]);
  });

  it("are compared by their running errors, the longest lives first", () => {
    const rows = errorRows([version("t", "1", { lives: 3, errors: [error(125, 9.8), error(62.5, 6.1)] }), version("t", "2", { lives: 3, errors: [error(125, 8.2), error(62.5, 7)] }), version("t", "3")]);
    expect(rows.map((row) => row.leftAtMost)).toEqual([125, 62.5]);
    expect(rows.map((row) => [...row.cells].filter(([, cell]) => cell.best).map(([one]) => one))).toEqual([["2"], ["1"]]);
    expect(rows[0]?.cells.has("3")).toBe(false);
  });

  it("have no best where there is nothing to compare", () => {
    expect(errorRows([version("t", "1", { lives: 1, errors: [error(125, 9.8)] })])[0]?.cells.get("1")?.best).toBe(false);
  });

  it("tell the signal that drifts most first", () => {
    const drift = (signal: string, psi: number, ks: number): SignalDrift => ({ signal, psi, ks, pValue: 0.5, stability: "STABLE", since: null });
    expect(byDrift([drift("a", 0.1, 0.1), drift("b", 0.4, 0.1), drift("c", 0.1, 0.2)]).map((one) => one.signal)).toEqual(["b", "c", "a"]);
  });

  it("have pictures with readable titles", () => {
    expect(["confusion-matrix.svg", "roc.png", "worst_cases.png"].map(pictureTitle)).toEqual(["Confusion matrix", "ROC", "Worst cases"]);
  });

  it("show first what tells most, whatever order a card has", () => {
    expect(leading({ good_held_out: 64, threshold: 1.99, escape_rate: 0.71, image_auroc: 0.89, false_reject_rate: 0.02 }, 3).map(([name]) => name)).toEqual(["image_auroc", "false_reject_rate", "escape_rate"]);
    expect(leading({ missed: 0.7, loss: 0.1 }, 3).map(([name]) => name)).toEqual(["missed", "loss"]);
  });

  it("have readable figures", () => {
    expect([12.4, 0.912345, 20631].map(figure)).toEqual(["12.4", "0.9123", "20,631"]);
    expect(["rmse", "coverage90", "mean_life_rmse"].map(figureName)).toEqual(["RMSE", "Coverage90", "Mean life rmse"]);
  });
});
