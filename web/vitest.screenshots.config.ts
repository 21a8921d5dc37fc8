import { defineConfig } from "vitest/config";

// Pictures of every screen into build/screenshots.
export default defineConfig({
  test: {
    include: ["journeys/screenshots.ts"],
    environment: "node",
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
