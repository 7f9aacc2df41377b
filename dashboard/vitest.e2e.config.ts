import { defineConfig } from "vitest/config";

/** Journeys through the built dashboard in a real browser, against the stand-in plant. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["e2e/**/*.e2e.ts"],
    // Generous: a browser that draws in software on a busy machine takes its time, and waiting costs nothing when all is well.
    testTimeout: 300_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    fileParallelism: false,
  },
});
