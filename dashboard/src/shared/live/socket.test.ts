// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket as NodeSocket } from "ws";
import { type StandIn, startStandIn } from "@test-server/server";
import { EMPTY_TWIN, fold, type Twin } from "@/shared/live/fold";
import { type Link, type LiveSocket, openSocket, pauseBefore } from "@/shared/live/socket";
import type { ServerMessage } from "@/shared/wire/wire";

let server: StandIn;
let socket: LiveSocket | null = null;
let twin: Twin = EMPTY_TWIN;
let links: Link[] = [];
let told: ServerMessage["type"][] = [];

function open(): LiveSocket {
  twin = EMPTY_TWIN;
  links = [];
  told = [];
  return openSocket({
    url: `${server.url.replace("http", "ws")}/ws`,
    onMessage: (message) => {
      told.push(message.type);
      twin = fold(twin, message);
    },
    onLink: (link) => links.push(link),
    lastSeq: () => twin.seq,
    firstDelayMs: 5,
    longestDelayMs: 20,
  });
}

beforeEach(async () => {
  vi.stubGlobal("WebSocket", NodeSocket);
  server = await startStandIn({ running: false });
});

afterEach(async () => {
  socket?.close();
  await server.close();
});

describe("the line to the twin", () => {
  it("begins with a snapshot and then follows deltas", async () => {
    socket = open();
    await vi.waitFor(() => expect(twin.plant?.machines).toHaveLength(14));
    server.tick(15);
    await vi.waitFor(() => expect(twin.seq).toBe(server.floor.seq));
    expect(links.map((link) => link.phase)).toEqual(["connecting", "live"]);
  });

  it("says since when it is stale, dials again, and resumes by number without a snapshot", async () => {
    socket = open();
    await vi.waitFor(() => expect(links.at(-1)?.phase).toBe("live"));
    server.refuse(true);
    await vi.waitFor(() => expect(links.filter((link) => link.phase === "reconnecting").length).toBeGreaterThan(1));
    const broken = links.find((link) => link.phase === "reconnecting");
    expect(broken?.phase === "reconnecting" && Math.abs(broken.since - Date.now())).toBeLessThan(5_000);
    server.tick(30);
    server.tick(30);
    told = [];
    server.refuse(false);
    await vi.waitFor(() => expect(twin.seq).toBe(server.floor.seq));
    expect(links.at(-1)?.phase).toBe("live");
    expect(told).not.toContain("snapshot");
    expect(told.filter((type) => type === "delta")).toHaveLength(2);
  });

  it("takes a snapshot when what it missed is no longer held", async () => {
    socket = open();
    await vi.waitFor(() => expect(links.at(-1)?.phase).toBe("live"));
    server.refuse(true);
    for (let n = 0; n < 520; n++) {
      server.tick(0);
    }
    told = [];
    server.refuse(false);
    await vi.waitFor(() => expect(told).toContain("snapshot"));
    expect(twin.seq).toBe(server.floor.seq);
  });

  it("dials no more once closed", async () => {
    socket = open();
    await vi.waitFor(() => expect(links.at(-1)?.phase).toBe("live"));
    socket.close();
    server.refuse(true);
    expect(links.at(-1)?.phase).toBe("live");
  });
});

describe("pauseBefore", () => {
  it("doubles up to the longest, and spreads over its second half", () => {
    const at = (attempt: number, random: number): number => pauseBefore(attempt, { firstDelayMs: 400, longestDelayMs: 10_000, random: () => random });
    expect([1, 2, 3].map((attempt) => at(attempt, 1))).toEqual([400, 800, 1600]);
    expect(at(1, 0)).toBe(200);
    expect(at(20, 1)).toBe(10_000);
  });
});
