import { fileURLToPath } from "node:url";
import { startStandIn } from "./server";

const standIn = await startStandIn({
  port: Number(process.env["PORT"] ?? 8080),
  dist: fileURLToPath(new URL("../dist", import.meta.url)),
});
console.log(`Stand-in plant at ${standIn.url}`);
