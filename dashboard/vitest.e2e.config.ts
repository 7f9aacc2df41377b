import { defineConfig } from "vitest/config";

/** Journeys through the built dashboard in a real browser, against the stand-in plant. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
