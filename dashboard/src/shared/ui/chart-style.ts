import type uPlot from "uplot";
import { clockTime, reading } from "@/shared/ui/format";

export interface ChartColors { text: string; grid: string; line: string; band: string; limit: string }

export function chartColors(scheme: "dark" | "light"): ChartColors {
  return scheme === "dark"
    ? { text: "#93a3b1", grid: "#222d37", line: "#58a9dc", band: "rgba(88,169,220,0.16)", limit: "#ec6a6e" }
    : { text: "#566472", grid: "#e7ecf0", line: "#1a6ea5", band: "rgba(26,110,165,0.14)", limit: "#c0272d" };
}

const FONT = "11px 'Inter Variable', system-ui, sans-serif";

/** Time along the bottom in the plant's zone, values at the left. */
export function timeAxes(colors: ChartColors, zone: string): uPlot.Axis[] {
  const common = { stroke: colors.text, font: FONT, ticks: { show: false }, grid: { stroke: colors.grid, width: 1 } };
  return [
    { ...common, space: 60, size: 26, values: (_, times) => times.map((time) => clockTime(time * 1000, zone)) },
    { ...common, size: 52, space: 26, values: (_, values) => values.map((value) => reading(value)) },
  ];
}
