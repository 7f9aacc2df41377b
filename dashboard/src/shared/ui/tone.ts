import type { AlarmView, MachineView, PackMl } from "@/shared/wire/wire";

/** What a machine's state means to a person walking by. */
export type Tone = "running" | "setup" | "idle" | "waiting" | "held" | "down" | "maintenance" | "stopped" | "offline";

/** One colour for each tone, readable on dark and on light ground. */
export const TONE_COLORS: Readonly<Record<Tone, string>> = {
  running: "#2fb67c",
  setup: "#9277f0",
  idle: "#7d93a6",
  waiting: "#d9a514",
  held: "#f0833a",
  down: "#ec4d52",
  maintenance: "#3b8eea",
  stopped: "#5c6b78",
  offline: "#8b8f94",
};

export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  running: "Running",
  setup: "Setting up",
  idle: "Idle",
  waiting: "Waiting",
  held: "Held",
  down: "Down",
  maintenance: "Maintenance",
  stopped: "Stopped",
  offline: "Offline",
};

/** Colour-blind readers tell states apart by these. */
export const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  running: "▶", setup: "⚙", idle: "○", waiting: "◔", held: "❚❚", down: "✕", maintenance: "✚", stopped: "■", offline: "⌁",
};

export function toneOf(machine: Pick<MachineView, "connected" | "state" | "mode">): Tone {
  return machine.connected ? toneOfState(machine.state, machine.mode) : "offline";
}

export function toneOfState(state: PackMl, mode: string): Tone {
  if (mode === "MAINTENANCE") {
    return "maintenance";
  }
  switch (state) {
    case "ABORTING":
    case "ABORTED":
    case "CLEARING":
      return "down";
    case "HOLDING":
    case "HELD":
    case "UNHOLDING":
      return "held";
    case "SUSPENDING":
    case "SUSPENDED":
    case "UNSUSPENDING":
      return "waiting";
    case "STOPPING":
    case "STOPPED":
      return "stopped";
    case "EXECUTE":
    case "STARTING":
    case "COMPLETING":
      return mode === "SETUP" ? "setup" : "running";
    case "IDLE":
    case "RESETTING":
    case "COMPLETE":
      return mode === "SETUP" ? "setup" : "idle";
  }
}

export function healthColor(value: number): string {
  return value >= 0.75 ? TONE_COLORS.running : value >= 0.5 ? TONE_COLORS.waiting : value >= 0.3 ? TONE_COLORS.held : TONE_COLORS.down;
}

export const RISK_COLORS: Readonly<Record<string, string>> = {
  LOW: TONE_COLORS.running,
  MEDIUM: TONE_COLORS.waiting,
  HIGH: TONE_COLORS.held,
  CRITICAL: TONE_COLORS.down,
};

export const SEVERITY_COLORS: Readonly<Record<AlarmView["severity"], string>> = {
  INFO: TONE_COLORS.maintenance,
  WARNING: TONE_COLORS.waiting,
  ERROR: TONE_COLORS.held,
  CRITICAL: TONE_COLORS.down,
};
