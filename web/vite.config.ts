import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `vite build --outDir ...`: cmake/KilterWeb.cmake builds the result into the program.
export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    sourcemap: false,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The coordinator's pages; the kiosk, which loads little; what keeps the kiosk on its device.
      input: { index: "index.html", kiosk: "kiosk.html", "kiosk-worker": "src/kiosk/worker.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "kiosk-worker" ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
  // `npx vite` beside a running `kilter serve`.
  server: { proxy: { "/api": process.env.KILTER_URL ?? "http://127.0.0.1:8080" } },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node", pool: "threads", maxWorkers: 2 },
});
