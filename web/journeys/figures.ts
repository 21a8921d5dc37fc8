// Prints how heavy and how quick the interface is: tools/web build/web npm run figures
// PLANTS: folders of plants to measure the board on, comma between (default: the sample plant).
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { it } from "vitest";
import { launch, newPage, signIn } from "./support/browser";
import { Server, example } from "./support/server";

const SITE = resolve(import.meta.dirname, "../../build/web/site");
const plants = (process.env.PLANTS ?? example("veloria")).split(",");

const kilobytes = (path: string): number => Math.round(statSync(path).size / 100) / 10;

it("weight", () => {
  const page = readFileSync(join(SITE, "index.html"), "utf8");
  const first = readdirSync(join(SITE, "assets")).filter(
    (name) => name.endsWith(".gz") && (page.includes(name.slice(0, -3)) || name.startsWith("Today-")),
  );
  const all = readdirSync(join(SITE, "assets")).filter((name) => name.endsWith(".js.gz"));
  const sum = (names: string[]): number => names.reduce((total, name) => total + kilobytes(join(SITE, "assets", name)), 0);
  const scripts = first.filter((name) => name.endsWith(".js.gz"));
  console.log(`JavaScript of the first load, compressed: ${sum(scripts).toFixed(1)} kB (${scripts.join(", ")})`);
  console.log(`styles, compressed: ${sum(first.filter((name) => name.endsWith(".css.gz"))).toFixed(1)} kB`);
  console.log(`all screens together: ${sum(all).toFixed(1)} kB`);
});

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

// Milliseconds between frames while `act` goes on for two seconds.
const frames = async (page: Page, act: "pan" | "zoom"): Promise<number[]> =>
  page.evaluate(async (what) => {
    const canvas = document.querySelector("[data-testid=board]")!;
    const box = canvas.getBoundingClientRect();
    const gaps: number[] = [];
    let last = performance.now();
    let turn = 0;
    while (gaps.length < 120) {
      canvas.dispatchEvent(
        new WheelEvent("wheel", {
          deltaY: what === "pan" ? (Math.floor(turn / 30) % 2 ? -40 : 40) : Math.floor(turn / 10) % 2 ? -120 : 120,
          shiftKey: what === "pan",
          ctrlKey: what === "zoom",
          clientX: box.left + box.width / 2,
          clientY: box.top + 200,
          bubbles: true,
          cancelable: true,
        }),
      );
      ++turn;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  }, act);

it.each(plants)("speed on %s", async (folder) => {
  const server = new Server();
  await server.start([folder, "--publish"]);
  await server.setUp("kim", "correct horse battery");
  const browser = await launch();
  const page = await newPage(browser);
  await signIn(page, server.url, "kim", "correct horse battery");
  await page.getByRole("heading", { name: /Needs you/ }).waitFor({ timeout: 120_000 });
  const today = Date.now();
  await page.reload();
  await page.getByRole("heading", { name: /Needs you/ }).waitFor();
  console.log(`${folder}: Today usable ${Date.now() - today} ms after navigation`);
  const plant = new URL(page.url()).pathname.split("/")[1]!;
  const begun = Date.now();
  await page.goto(`${server.url}/${plant}/board`);
  await page.getByTestId("board").waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("[data-testid=board]")!;
    const pixels = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels.some((value, at) => at % 4 === 0 && value < 128);
  });
  const painted = Date.now() - begun;
  const answer = await server.ask("GET", `/api/v1/plants/${plant}/plan/board`);
  const bars = (answer.body as { board: { shown: number } }).board.shown;
  console.log(`${folder}: board of ${bars} bars painted ${painted} ms after navigation`);
  await page.getByRole("button", { name: "all", exact: true }).click();
  for (const act of ["pan", "zoom"] as const) {
    const gaps = await frames(page, act);
    console.log(
      `${folder}: ${act}, frames of ${quantile(gaps, 0.5).toFixed(1)} ms (p50), ${quantile(gaps, 0.95).toFixed(1)} ms (p95)`,
    );
  }
  await browser.close();
  await server.stop();
});
