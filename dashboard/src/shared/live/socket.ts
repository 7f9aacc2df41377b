import type { ClientMessage, ServerMessage } from "@/shared/wire/wire";

/** How the line to the twin is. */
export type Link =
  | { phase: "connecting" }
  | { phase: "live" }
  | { phase: "reconnecting"; since: number; attempt: number };

export interface SocketOptions {
  /** Such as ws://host/ws. */
  url: string;
  onMessage: (message: ServerMessage) => void;
  onLink: (link: Link) => void;
  /** The last seq that was folded: what a resume starts from. */
  lastSeq: () => number;
  random?: () => number;
  now?: () => number;
  firstDelayMs?: number;
  longestDelayMs?: number;
  /** A line that said nothing for this long, pings included, is dead. */
  silenceMs?: number;
}

export interface LiveSocket {
  send: (message: ClientMessage) => void;
  /** Drops the line and dials again now, such as when the network is back. */
  redial: () => void;
  close: () => void;
}

const PING = JSON.stringify({ type: "ping" } satisfies ClientMessage);

/** Keeps one line to the twin: dials again with growing, jittered pauses and resumes where it broke off. */
export function openSocket(options: SocketOptions): LiveSocket {
  const now = options.now ?? Date.now;
  const silenceMs = options.silenceMs ?? 20_000;
  let socket: WebSocket | null = null;
  let closed = false;
  let attempt = 0;
  let heardAt = now();
  let brokenSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const dial = (): void => {
    clearTimeout(timer);
    const seq = options.lastSeq();
    const line = new WebSocket(seq > 0 ? `${options.url}?since=${seq}` : options.url);
    let told = false;
    socket = line;
    heardAt = now();
    line.onmessage = (frame: MessageEvent<string>) => {
      if (line !== socket) {
        return;
      }
      heardAt = now();
      options.onMessage(JSON.parse(frame.data) as ServerMessage);
      if (!told) {
        told = true;
        attempt = 0;
        brokenSince = null;
        options.onLink({ phase: "live" });
      }
    };
    // What was missed comes before the answer: with the pong this side is up to date even if nothing happened.
    line.onopen = () => line.send(PING);
    line.onerror = () => undefined; // a close follows
    line.onclose = () => {
      if (line === socket) {
        broken();
      }
    };
  };

  const broken = (): void => {
    socket = null;
    if (closed) {
      return;
    }
    brokenSince ??= heardAt;
    attempt += 1;
    options.onLink({ phase: "reconnecting", since: brokenSince, attempt });
    timer = setTimeout(dial, pauseBefore(attempt, options));
  };

  const hangUp = (): void => {
    const line = socket;
    socket = null;
    line?.close();
  };

  const watch = setInterval(() => {
    if (socket?.readyState === WebSocket.OPEN) {
      if (now() - heardAt > silenceMs) {
        hangUp();
        broken();
      } else {
        socket.send(PING);
      }
    }
  }, silenceMs / 3);

  options.onLink({ phase: "connecting" });
  dial();
  return {
    send: (message) => {
      if (socket?.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify(message));
      }
    },
    redial: () => {
      if (socket?.readyState !== WebSocket.OPEN) {
        hangUp();
        dial();
      }
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      clearInterval(watch);
      hangUp();
    },
  };
}

/** Doubles with each attempt up to the longest, then takes between half and all of it, so that not all screens of a plant call at once. */
export function pauseBefore(
  attempt: number,
  { firstDelayMs = 400, longestDelayMs = 10_000, random = Math.random }: Pick<SocketOptions, "firstDelayMs" | "longestDelayMs" | "random">,
): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random();
}
