import { IconBuildingFactory2, IconCalendarTime, IconEye, IconRoute, IconSettingsCog, IconTool } from "@tabler/icons-react";

/** The pages in the order of their keys 1 to 6. */
export const PAGES = [
  { path: "/", label: "Plant", icon: IconBuildingFactory2 },
  { path: "/machine", label: "Machines", icon: IconSettingsCog },
  { path: "/maintenance", label: "Maintenance", icon: IconTool },
  { path: "/schedule", label: "Schedule", icon: IconCalendarTime },
  { path: "/quality", label: "Quality", icon: IconEye },
  { path: "/events", label: "Events", icon: IconRoute },
] as const;
