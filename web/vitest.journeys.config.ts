import { defineConfig } from "vitest/config";

// Journeys: the real program, a real browser. One after the other; each starts its own server.
export default defineConfig({
  test: {
    include: ["journeys/**/*.journey.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
