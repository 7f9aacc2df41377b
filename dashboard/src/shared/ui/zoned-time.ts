const DAY_MS = 86_400_000;

/** A time as a datetime-local input shows it, such as 2026-03-02T14:05, by the plant's clock. */
export function zonedInput(time: number, zone: string): string {
  return new Date(time + offsetAt(time, zone)).toISOString().slice(0, 16);
}

/** The time that such an input means; null while it is not filled in. */
export function fromZonedInput(text: string, zone: string): number | null {
  const asIfUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asIfUtc)) {
    return null;
  }
  // The offset at the time itself counts, which a change of clocks may set apart from the first guess.
  return asIfUtc - offsetAt(asIfUtc - offsetAt(asIfUtc, zone), zone);
}

/** Midnight by the plant's clock, at or before the time. */
export function midnightBefore(time: number, zone: string): number {
  const offset = offsetAt(time, zone);
  return Math.floor((time + offset) / DAY_MS) * DAY_MS - offset;
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(new Date(time));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(time / 1000) * 1000;
}
