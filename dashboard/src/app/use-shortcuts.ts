import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "react-router";
import { PAGES } from "@/app/pages";

export function useShortcuts(toggleHelp: () => void): void {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("dark");
  useHotkeys([
    ...PAGES.map(({ path }, index): [string, () => void] => [String(index + 1), () => void navigate(path)]),
    ["shift+?", toggleHelp],
    ["d", () => setColorScheme(scheme === "dark" ? "light" : "dark")],
  ]);
}
