import { IconPlugConnectedX } from "@tabler/icons-react";
import { useLive } from "@/shared/live/store";
import { exactTime } from "@/shared/ui/format";

/** Says plainly that what is on the screen is old, and since when. */
export function StaleBanner() {
  const link = useLive((live) => live.link);
  if (link.phase !== "reconnecting") {
    return null;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="stale-banner" role="alert">
      <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
      <strong>Stale since {exactTime(link.since, zone)}</strong>
      <span>– reconnecting{link.attempt > 1 ? `, attempt ${link.attempt}` : ""}. Values shown are the last ones heard.</span>
    </div>
  );
}
