export const CAMERAS = ["Overview", "Aisle", "Top", "Selected"] as const;
export type CameraName = (typeof CAMERAS)[number];
