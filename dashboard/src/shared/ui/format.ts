/** Shown where a value is not defined yet. */
export const NONE = "–";

export function percent(ratio: number | null | undefined, digits = 1): string {
  return ratio === null || ratio === undefined || Number.isNaN(ratio) ? NONE : `${(ratio * 100).toFixed(digits)} %`;
}

export function number(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return NONE;
  }
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A reading, with as many digits as its size deserves. */
export function reading(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  return number(value, size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) {
    return NONE;
  }
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  const minutes = Math.round(whole / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  }
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

export function hours(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return NONE;
  }
  return value < 48 ? `${number(value, value < 10 ? 1 : 0)} h` : `${number(value / 24, value < 240 ? 1 : 0)} d`;
}

export function millis(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return NONE;
  }
  return value < 1000 ? `${number(value, value > 0 && value < 10 ? 1 : 0)} ms` : `${number(value / 1000, value < 10_000 ? 2 : 1)} s`;
}

type When = string | number | null | undefined;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(when: When, zone: string, options: Intl.DateTimeFormatOptions): string {
  if (when === null || when === undefined) {
    return NONE;
  }
  const key = zone + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone, hour12: false });
    formats.set(key, format);
  }
  return format.format(new Date(when));
}

/** 14:05 in the plant's zone. */
export function clockTime(when: When, zone: string): string {
  return formatted(when, zone, { hour: "2-digit", minute: "2-digit" });
}

/** 14:05:09 in the plant's zone. */
export function exactTime(when: When, zone: string): string {
  return formatted(when, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** Mon 2 Mar 14:05 in the plant's zone. */
export function dayTime(when: When, zone: string): string {
  return formatted(when, zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).replace(",", "");
}

/** A text of the server with its instants as the plant's clocks show them. */
export function inPlantTime(text: string, zone: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, (instant) => dayTime(instant, zone));
}

export function day(when: When, zone: string): string {
  return formatted(when, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

/** HELD becomes Held, remaining-life-estimated becomes Remaining life estimated. */
export function words(code: string): string {
  const spaced = code.replace(/[-_]/g, " ").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The last name of an equipment path. */
export function shortName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
