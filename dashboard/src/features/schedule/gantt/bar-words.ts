import type { Bar } from "@/features/schedule/gantt/bars";
import { clockTime, dayTime, duration, percent, shortName, words } from "@/shared/ui/format";

/** A bar in a sentence, for those who hear it. */
export function told(bar: Bar, zone: string): string {
  return [
    `${titleOf(bar)} on ${shortName(bar.machine)}`,
    `${dayTime(bar.from, zone)} to ${clockTime(bar.to, zone)}`,
    stateOf(bar),
    ...(bar.setupSeconds > 0 ? [`after ${duration(bar.setupSeconds)} setup`] : []),
    ...(bar.pinned === null ? [] : [pinWords(bar.pinned, zone)]),
    ...(bar.late === null ? [] : [`late by ${duration(bar.late.lateSeconds)}: ${bar.late.cause}`]),
  ].join(", ");
}

export function titleOf(bar: Bar): string {
  return bar.kind === "maintenance" ? `Maintenance ${bar.key}` : `${bar.label}, lot ${bar.lot}`;
}

export function stateOf(bar: Bar): string {
  return `${words(bar.status)}${bar.status === "running" ? ` ${percent(bar.progress, 0)}` : ""}`;
}

/** Pinned to printer-1 at 14:05. */
export function pinWords(pin: NonNullable<Bar["pinned"]>, zone: string): string {
  return `Pinned${pin.machine === null ? "" : ` to ${shortName(pin.machine)}`}${pin.start === null ? "" : ` at ${clockTime(pin.start, zone)}`}`;
}
