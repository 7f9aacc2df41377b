import type { PackMl } from "@/shared/wire/wire";

export const COMMANDS = ["START", "HOLD", "UNHOLD", "SUSPEND", "UNSUSPEND", "COMPLETE", "RESET", "STOP", "ABORT", "CLEAR"] as const;
export type Command = (typeof COMMANDS)[number];

const ABORT_FAMILY: readonly PackMl[] = ["ABORTING", "ABORTED", "CLEARING"];

/** Which commands PackML (ISA-TR88.00.02) allows in a state. The server has the last word. */
export function isAllowed(command: Command, state: PackMl): boolean {
  switch (command) {
    case "START": return state === "IDLE";
    case "HOLD":
    case "SUSPEND":
    case "COMPLETE": return state === "EXECUTE";
    case "UNHOLD": return state === "HELD";
    case "UNSUSPEND": return state === "SUSPENDED";
    case "RESET": return state === "STOPPED" || state === "COMPLETE";
    case "STOP": return !ABORT_FAMILY.includes(state) && state !== "STOPPING" && state !== "STOPPED";
    case "ABORT": return state !== "ABORTING" && state !== "ABORTED";
    case "CLEAR": return state === "ABORTED";
  }
}
