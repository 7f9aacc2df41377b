import { useComputedColorScheme } from "@mantine/core";

export interface ScenePalette { sky: string; ground: string; slab: string; grid: string; zone: string; zoneEdge: string; belt: string; rail: string; label: string; labelText: string; floorText: string; light: number; ambient: number }

const DARK: ScenePalette = { sky: "#0d1318", ground: "#0f161b", slab: "#27323b", grid: "#303d47", zone: "#2d3f4d", zoneEdge: "#3d5263", belt: "#39444d", rail: "#6a7883", label: "rgba(13,19,24,0.86)", labelText: "#e8edf1", floorText: "#8fa9bd", light: 2.1, ambient: 0.75 };
const LIGHT: ScenePalette = { sky: "#e6ebef", ground: "#dbe2e7", slab: "#e9eef1", grid: "#d3dbe1", zone: "#dde8ef", zoneEdge: "#9db5c6", belt: "#59656f", rail: "#99a6b0", label: "rgba(255,255,255,0.93)", labelText: "#17212a", floorText: "#5d7a90", light: 2.4, ambient: 1.15 };

export function useScenePalette(): ScenePalette {
  return useComputedColorScheme("dark") === "dark" ? DARK : LIGHT;
}
