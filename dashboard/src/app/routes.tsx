import { createBrowserRouter } from "react-router";
import { RouteError } from "@/app/route-error";
import { Shell } from "@/app/shell";

/** Each page is its own piece of the bundle, fetched when first opened. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import("@/features/plant/plant-page")).PlantPage }) },
          { path: "machine", lazy: async () => ({ Component: (await import("@/features/machine/machines-page")).MachinesPage }) },
          { path: "machine/*", lazy: async () => ({ Component: (await import("@/features/machine/machine-page")).MachinePage }) },
          { path: "maintenance", lazy: async () => ({ Component: (await import("@/features/maintenance/fleet/fleet-page")).FleetPage }) },
          { path: "maintenance/machine/*", lazy: async () => ({ Component: (await import("@/features/maintenance/life/life-page")).LifePage }) },
          { path: "maintenance/windows", lazy: async () => ({ Component: (await import("@/features/maintenance/windows-page")).WindowsPage }) },
          { path: "maintenance/models", lazy: async () => ({ Component: (await import("@/features/maintenance/models/models-page")).ModelsPage }) },
          { path: "schedule", lazy: async () => ({ Component: (await import("@/features/schedule/schedule-page")).SchedulePage }) },
          { path: "quality", lazy: async () => ({ Component: (await import("@/features/quality/quality-page")).QualityPage }) },
          { path: "quality/inspections/:id", lazy: async () => ({ Component: (await import("@/features/quality/inspection/inspection-page")).InspectionPage }) },
          { path: "quality/defects", lazy: async () => ({ Component: (await import("@/features/quality/defects-page")).DefectsPage }) },
          { path: "quality/cameras", lazy: async () => ({ Component: (await import("@/features/quality/cameras-page")).CamerasPage }) },
          { path: "events", lazy: async () => ({ Component: (await import("@/features/events/events-page")).EventsPage }) },
          { path: "*", lazy: async () => ({ Component: (await import("@/app/not-found")).NotFound }) },
        ],
      },
    ],
    hydrateFallbackElement: <></>,
  },
]);
