import type { FleetRow } from "@/shared/api/types";
import { TONE_COLORS } from "@/shared/ui/tone";

export const URGENCY_COLORS: Readonly<Record<NonNullable<FleetRow["urgency"]>, string>> = { NONE: TONE_COLORS.idle, WATCH: TONE_COLORS.waiting, PLAN: TONE_COLORS.held, NOW: TONE_COLORS.down };
