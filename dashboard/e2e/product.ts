import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "vite";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const TARGET = join(HOME, "app/target");

export interface Product { url: string; close: () => Promise<void> }

/** The product itself, as last built, with today's build of the screen before it. */
export async function startProduct(options: readonly string[]): Promise<Product> {
  const jar = (existsSync(TARGET) ? await readdir(TARGET) : []).find((name) => name.endsWith("-runner.jar"));
  if (jar === undefined) {
    throw new Error(`There is no product in ${TARGET}.\nBuild it: './millwright --help' does.`);
  }
  const java = process.env["JAVA_HOME"] === undefined ? "java" : join(process.env["JAVA_HOME"], "bin/java");
  const port = await freePort();
  const backend = `http://127.0.0.1:${port}`;
  const log: string[] = [];
  const running = spawn(java, [`@${join(HOME, "app/server.jvm")}`, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", join(TARGET, jar), "up", "--port", String(port), "--mqtt-port", "0", ...options], { env: { ...process.env, MILLWRIGHT_HOME: HOME } });
  [running.stdout, running.stderr].forEach((stream) => stream.on("data", (data: Buffer) => log.push(data.toString())));
  const ended = new Promise<void>((resolve) => running.once("close", () => resolve()));
  await ready(running, `${backend}/api/v1/clock`, log);
  const screen = await preview({ root: join(HOME, "dashboard"), logLevel: "silent", preview: { port: 0, host: "127.0.0.1", proxy: { "/api": backend, "/ws": { target: backend, ws: true } } } });
  return {
    url: screen.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "",
    close: async () => {
      await screen.close();
      running.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Asks until it answers; what it printed tells why it never will. */
async function ready(running: ChildProcess, url: string, log: readonly string[]): Promise<void> {
  while (running.exitCode === null) {
    const answered = await fetch(url).then((response) => response.ok, () => false);
    if (answered) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The product ended before it answered:\n${log.join("")}`);
}
