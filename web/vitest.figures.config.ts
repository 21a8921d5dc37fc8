import { defineConfig } from "vitest/config";

// Figures of the interface in a real browser: measured and printed, never judged.
export default defineConfig({
  test: {
    include: ["journeys/figures.ts"],
    environment: "node",
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
