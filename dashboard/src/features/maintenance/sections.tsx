import { Sections as Pages } from "@/shared/ui/sections";

const SECTIONS = [
  { path: "/maintenance", label: "Fleet" },
  { path: "/maintenance/windows", label: "Windows" },
  { path: "/maintenance/models", label: "Models" },
] as const;

/** The pages about maintenance, from one to the other. */
export function Sections() {
  return <Pages label="Maintenance" sections={SECTIONS} />;
}
