import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import type { ClientMessage, ServerMessage } from "../src/shared/wire/wire";
import { PLANT } from "./fixture";
import { Eyes } from "./eyes";
import { Floor, signalAt } from "./floor";
import { Lives } from "./lives";
import { Planner } from "./planner";
import { Sight } from "./sight";

/** A stand-in for Millwright's gateway: the same wire, a made-up plant. For tests and for work on the screens alone. */
export interface StandIn {
  url: string;
  floor: Floor;
  /** Cuts all sockets, and refuses new ones until told otherwise. */
  refuse: (refused: boolean) => void;
  /** Demands this key for changes from now on; null demands none. */
  demandKey: (key: string | null) => void;
  /** Says something to everyone that is no change of the plant, such as how a search gets on. */
  say: (message: ServerMessage) => void;
  /** Advances the plant and tells everyone. */
  tick: (seconds: number) => void;
  close: () => Promise<void>;
}

export interface StandInOptions { port?: number; speed?: number; running?: boolean; stories?: boolean; dist?: string; orders?: number; warmUpSeconds?: number }

const KEPT_DELTAS = 500;

export async function startStandIn({ port = 0, speed = 60, running = true, stories = running, dist, orders, warmUpSeconds }: StandInOptions = {}): Promise<StandIn> {
  const floor = new Floor(speed, orders, warmUpSeconds);
  const planner = new Planner(floor, (message) => say(message));
  const lives = new Lives(floor);
  const eyes = new Eyes(floor, lives);
  const sight = new Sight(floor);
  const deltas: Extract<ServerMessage, { type: "delta" }>[] = [];
  let refused = false;
  let key: string | null = null;
  const http = createServer((request, response) => {
    if (key !== null && request.method !== "GET" && request.headers.authorization !== `Bearer ${key}`) {
      problem(response, 401, "Key required", "This request changes something and brings no right key.");
      return;
    }
    handle(floor, planner, lives, eyes, sight, request, response, dist).catch((error: unknown) => problem(response, 400, "Bad request", error instanceof Error ? error.message : String(error)));
  });
  const sockets = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) => {
    if (refused) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (line) => greet(line, Number(new URL(request.url ?? "/", "http://x").searchParams.get("since") ?? 0)));
  });

  const greet = (line: WebSocket, since: number): void => {
    const missed = deltas.filter((delta) => delta.seq > since);
    const complete = since > 0 && since <= floor.seq && (since === floor.seq || missed[0]?.seq === since + 1);
    const first: ServerMessage[] = complete ? missed : [floor.snapshot()];
    first.forEach((message) => line.send(JSON.stringify(message)));
    line.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as ClientMessage;
      const answer: ServerMessage = message.type === "ping" ? { type: "pong", wallTime: new Date().toISOString() } : { type: "subscribed", topics: message.type === "subscribe" ? message.topics : ["all"] };
      line.send(JSON.stringify(answer));
    });
  };

  const tick = (seconds: number): void => {
    floor.advance(seconds);
    const delta = floor.drain();
    deltas.push(delta);
    deltas.splice(0, deltas.length - KEPT_DELTAS);
    say(delta);
  };
  const say = (message: ServerMessage): void => {
    const frame = JSON.stringify(message);
    sockets.clients.forEach((line) => line.send(frame));
  };

  const ticking = running ? setInterval(() => tick(speed / 4), 250) : undefined;
  const telling = stories ? setInterval(() => floor.story(), 45_000) : undefined;
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    floor,
    tick,
    say,
    refuse: (wanted) => {
      refused = wanted;
      if (wanted) {
        sockets.clients.forEach((line) => line.terminate());
      }
    },
    demandKey: (wanted) => {
      key = wanted;
    },
    close: async () => {
      clearInterval(ticking);
      clearInterval(telling);
      planner.close();
      sockets.clients.forEach((line) => line.terminate());
      await closed(http);
    },
  };
}

function closed(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}

async function handle(floor: Floor, planner: Planner, lives: Lives, eyes: Eyes, sight: Sight, request: IncomingMessage, response: ServerResponse, dist?: string): Promise<void> {
  const url = new URL(request.url ?? "/", "http://x");
  const path = decodeURIComponent(url.pathname);
  if (path.startsWith("/api/v1/")) {
    await api(floor, planner, lives, eyes, sight, request, response, path.slice("/api/v1".length), url.searchParams);
  } else if (dist !== undefined) {
    await asset(response, dist, path);
  } else {
    problem(response, 404, "Not found", path);
  }
}

async function api(floor: Floor, planner: Planner, lives: Lives, eyes: Eyes, sight: Sight, request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> {
  const body = request.method !== "GET" ? await bodyOf(request) : {};
  const planned = planner.answer(request.method ?? "GET", path, body) ?? sight.answer(request.method ?? "GET", path, body, query) ?? eyes.answer(request.method ?? "GET", path, body) ?? lives.answer(request.method ?? "GET", path, body, query);
  const text = (key: string): string => textOf(body[key]);
  const alarm = /^\/alarms\/(.+)\/(acknowledge|shelve|unshelve)$/.exec(path);
  const machine = /^\/machines\/(.+)\/commands$/.exec(path);
  const order = /^\/orders\/([^/]+)$/.exec(path);
  const wish = /^\/maintenance\/wishes\/([^/]+)$/.exec(path);
  const picture = sight.picture(path);
  if (planned !== null) {
    json(response, planned.status, planned.body);
  } else if (alarm !== null) {
    const view = floor.alarms.get(alarm[1] ?? "");
    if (view === undefined) {
      problem(response, 404, "No such alarm", path);
      return;
    }
    Object.assign(view, alarm[2] === "acknowledge" ? { state: view.state.startsWith("cleared") ? "closed" : "active-acknowledged", acknowledgedBy: text("by"), acknowledgedAt: floor.clock().plantTime, comment: body["comment"] ?? null }
      : alarm[2] === "shelve" ? { state: "shelved", shelvedUntil: text("until") } : { state: "active-unacknowledged", shelvedUntil: null });
    floor.touch("alarms", view.id);
    json(response, 200, view);
  } else if (machine !== null) {
    const view = floor.machines().find((candidate) => candidate.id === machine[1]);
    if (view === undefined || (text("command") === "START" && view.state !== "IDLE")) {
      problem(response, 409, "Command refused", `START is not allowed while ${view?.name ?? "the machine"} is in state ${view?.state ?? "unknown"}.`);
      return;
    }
    json(response, 202, { event: floor.command(view.id, text("command")) });
  } else if (order !== null) {
    orderRoute(floor, request, response, order[1] ?? "", body);
  } else if (wish !== null && request.method === "DELETE") {
    const view = floor.wishes.get(wish[1] ?? "");
    Object.assign(view ?? {}, { status: "WITHDRAWN", plannedStart: null, plannedEnd: null });
    floor.touch("wishes", view?.id ?? "");
    json(response, 200, view);
  } else if (picture !== null) {
    response.writeHead(200, { "content-type": picture.type, "cache-control": "max-age=3600" });
    response.end(picture.bytes);
  } else if (request.method === "POST") {
    post(floor, response, path, body, text);
  } else {
    get(floor, response, path, query);
  }
}

/** One order: read, changed where nobody else changed it meanwhile, or cancelled. */
function orderRoute(floor: Floor, request: IncomingMessage, response: ServerResponse, id: string, body: Record<string, unknown>): void {
  const order = floor.orders.get(id);
  if (order === undefined) {
    problem(response, 404, "Not found", `There is no order '${id}'.`);
    return;
  }
  const tag = (): string => `"${order.priority}-${order.dueDate ?? ""}-${order.status}"`;
  const asked = request.headers["if-match"];
  if (asked !== undefined && asked !== tag()) {
    problem(response, 412, "Changed meanwhile", "Somebody changed it meanwhile.");
    return;
  }
  if (request.method === "PATCH") {
    floor.changeOrder(order, body);
  } else if (request.method === "DELETE") {
    floor.cancelOrder(order);
  }
  response.setHeader("ETag", tag());
  json(response, 200, order);
}

function post(floor: Floor, response: ServerResponse, path: string, body: Record<string, unknown>, text: (key: string) => string): void {
  switch (path) {
    case "/orders":
      json(response, 201, floor.addOrder({ product: text("product"), quantity: Number(body["quantity"]), priority: Number(body["priority"] ?? 1), dueDate: (body["dueDate"] as string | undefined) ?? null, customer: (body["customer"] as string | undefined) ?? null, ...(body["id"] ? { id: text("id") } : {}) }));
      return;
    case "/schedule/replan":
      floor.replan("asked for by a person", null);
      json(response, 202, floor.plan);
      return;
    case "/maintenance/wishes":
      json(response, 201, floor.request(text("machine"), Number(body["durationSeconds"]), text("earliest"), text("latest"), "MEDIUM", null, text("reason")));
      return;
    case "/inspections":
      floor.inspect("cam-1", "upload/1", true, PLANT.machines[0]?.id ?? "");
      json(response, 200, floor.inspections.at(-1));
      return;
    default:
      problem(response, 404, "Not found", path);
  }
}

function get(floor: Floor, response: ServerResponse, path: string, query: URLSearchParams): void {
  const page = (items: unknown[]): void => json(response, 200, { items, next: null, total: items.length });
  const from = Date.parse(query.get("from") ?? new Date(floor.time - 3_600_000).toISOString());
  const to = Date.parse(query.get("to") ?? floor.clock().plantTime);
  switch (path) {
    case "/plant": json(response, 200, PLANT); return;
    case "/clock": json(response, 200, floor.clock()); return;
    case "/machines": page(floor.machines()); return;
    case "/state": json(response, 200, floor.stateAt(Date.parse(query.get("at") ?? ""))); return;
    case "/kpis": json(response, 200, floor.siteKpis()); return;
    case "/kpis/shifts": json(response, 200, { items: [] }); return;
    case "/schedule": json(response, 200, floor.plan); return;
    case "/machine-timeline": page(floor.timeline(query.get("machine") ?? "")); return;
    case "/inspections": page([...floor.inspections].reverse()); return;
    case "/history/series": {
      const machine = query.get("machine") ?? "";
      const name = query.get("signal") ?? "";
      const signal = PLANT.machines.find((candidate) => candidate.id === machine)?.signals.find((candidate) => candidate.name === name);
      const points = Number(query.get("points") ?? 400);
      const step = (to - from) / points;
      json(response, 200, { machine, signal: name, unit: signal?.unit ?? "", bucketSeconds: step / 1000, points: Array.from({ length: points }, (_, n) => {
        const time = from + n * step;
        const mean = signalAt(machine, name, signal?.nominal ?? 1, time);
        const spread = Math.abs(signal?.nominal ?? 1) * 0.012;
        return { time: new Date(time).toISOString(), min: mean - spread, max: mean + spread, mean, last: mean, count: 12 };
      }) });
      return;
    }
    case "/events": {
      const matches = (key: string, value: string): boolean => query.get(key) === null || value.startsWith(query.get(key) ?? "");
      if (query.get("first") === "OLDEST") {
        page(floor.events.slice(0, Number(query.get("limit"))));
        return;
      }
      page(floor.events.filter((event) => matches("subject", event.subject) && (query.get("type") === null || event.type === query.get("type") || event.type.includes(`.${query.get("type") ?? ""}.`))
        && (query.get("correlation") === null || event.correlation === query.get("correlation") || event.id === query.get("correlation"))).slice(-Number(query.get("limit") ?? 200)).reverse());
      return;
    }
    default: {
      const event = floor.events.find((candidate) => path === `/events/${candidate.id}`);
      if (event === undefined) {
        problem(response, 404, "Not found", path);
      } else {
        json(response, 200, event);
      }
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return request.headers["content-type"]?.startsWith("application/json") ? (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

async function asset(response: ServerResponse, dist: string, path: string): Promise<void> {
  const file = extname(path) === "" ? "/index.html" : path;
  try {
    const bytes = await readFile(join(dist, file));
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(bytes);
  } catch {
    problem(response, 404, "Not found", path);
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, title: string, detail: string): void {
  response.writeHead(status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ type: "about:blank", title, status, detail }));
}
