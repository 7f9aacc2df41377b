import { openSocket } from "@/shared/live/socket";
import { setLink, take, useLive } from "@/shared/live/store";

/** Opens the one line to the twin and keeps it for as long as the page lives. */
export function startLive(): void {
  const { protocol, host } = window.location;
  const socket = openSocket({
    url: `${protocol === "https:" ? "wss" : "ws"}://${host}/ws`,
    onMessage: take,
    onLink: setLink,
    lastSeq: () => useLive.getState().seq,
  });
  window.addEventListener("online", socket.redial);
}
