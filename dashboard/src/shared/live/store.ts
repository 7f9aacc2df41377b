import { create } from "zustand";
import { EMPTY_TWIN, fold, type Twin } from "@/shared/live/fold";
import { hear } from "@/shared/live/searches";
import type { Link } from "@/shared/live/socket";
import type { ServerMessage } from "@/shared/wire/wire";

export interface Live extends Twin {
  readonly link: Link;
  /** When the last message came, by this browser's clock. */
  readonly heardAt: number;
}

/** The live plant. One socket fills it, everyone reads it. */
export const useLive = create<Live>()(() => ({ ...EMPTY_TWIN, link: { phase: "connecting" }, heardAt: 0 }));

export function take(message: ServerMessage): void {
  if (message.type === "incumbent" || message.type === "search") {
    hear(message);
    return;
  }
  useLive.setState((live) => ({ ...fold(live, message), heardAt: Date.now() }));
}

export function setLink(link: Link): void {
  useLive.setState({ link });
}
