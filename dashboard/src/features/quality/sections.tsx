import { Sections } from "@/shared/ui/sections";

const SECTIONS = [
  { path: "/quality", label: "Inspections" },
  { path: "/quality/defects", label: "Defects" },
  { path: "/quality/cameras", label: "Cameras" },
] as const;

/** The pages about quality. */
export function QualitySections() {
  return <Sections label="Quality" sections={SECTIONS} />;
}
