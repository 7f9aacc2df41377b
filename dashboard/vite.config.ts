import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const backend = process.env["MILLWRIGHT_BACKEND"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@test-server": fileURLToPath(new URL("./test-server", import.meta.url)), "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    proxy: { "/api": backend, "/ws": { target: backend, ws: true } },
  },
  build: {
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "three", test: /node_modules[\\/](three|@react-three|three-stdlib|camera-controls)/, priority: 3 },
            { name: "charts", test: /node_modules[\\/]uplot/, priority: 3 },
            { name: "mantine", test: /node_modules[\\/]@(mantine|floating-ui)/, priority: 2 },
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|react-router|zustand|@tanstack)[\\/]/, priority: 4 },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "test-server/**/*.test.ts"],
  },
});
