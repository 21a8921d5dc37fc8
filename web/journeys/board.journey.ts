// Work moved on the board: by mouse, by keys alone, by form; the same as a table.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, newPage, signIn } from "./support/browser";
import { publishedPlan } from "./support/plan";
import { Server, example } from "./support/server";

const server = new Server();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await server.start([example("veloria")]);
  await server.setUp("kim", "correct horse battery");
  await publishedPlan(server, "veloria");
  browser = await launch();
  page = await newPage(browser);
  await signIn(page, server.url, "kim", "correct horse battery");
  await page.getByRole("heading", { name: /Needs you/ }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const publications = async (): Promise<number> => {
  const answer = await server.ask("GET", "/api/v1/plants/veloria/journal?kind=publish&form=brief&limit=1000");
  return (answer.body as { entries: unknown[] }).entries.length;
};

it("shows the plan, and one operation with why it stands there", async () => {
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  const board = page.getByTestId("board");
  await board.waitFor();
  await board.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await panel.waitFor();
  expect(await panel.innerText()).toContain("For");
});

it("moves an operation by keys alone, with the consequences shown before", async () => {
  const board = page.getByTestId("board");
  const before = await publications();
  await board.focus();
  for (let step = 0; step < 60; ++step) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const consequences = page.getByText(/late orders \d+ → \d+/);
  await consequences.waitFor();
  await page.getByLabel(/^Reason/).fill("customer visit");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await consequences.waitFor({ state: "detached", timeout: 30_000 });
  expect(await publications()).toBe(before + 1);
});

it("drags a bar with the mouse and leaves it", async () => {
  const board = page.getByTestId("board");
  const box = (await board.boundingBox())!;
  await page.getByRole("button", { name: "1d" }).click();
  await page.getByRole("button", { name: "later" }).click();
  await page.getByRole("button", { name: "later" }).click();
  const before = await publications();
  // The first bar found along the second row of units.
  let found = false;
  for (let x = box.x + 220; x < box.x + box.width - 40 && !found; x += 24) {
    await page.mouse.move(x, box.y + 34 + 26 + 14);
    found = await page.locator(".hint").isVisible();
  }
  expect(found).toBe(true);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 60, box.y + 34 + 26 + 14, { steps: 8 });
  await page.mouse.up();
  await page.getByText(/late orders \d+ → \d+|Nearest/).first().waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await publications()).toBe(before);
});

it("pins from the panel and shows the pin as a fact of the plan", async () => {
  const board = page.getByTestId("board");
  await board.focus();
  await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 40; ++step) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Pin", exact: true }).click();
  const rows = async (): Promise<number> => {
    const answer = await server.ask("GET", "/api/v1/plants/veloria/tables/progress.csv?filter=status:eq:pinned");
    return (answer.body as { total: number }).total;
  };
  await expect.poll(rows).toBeGreaterThan(0);
});

it("has a table twin with the same filter", async () => {
  await page.getByLabel("order, item or operation").fill("SO-105");
  await page.getByRole("button", { name: "table", exact: true }).click();
  const rows = page.getByRole("row");
  expect(await rows.count()).toBeGreaterThan(2);
  expect(await rows.nth(1).innerText()).toContain("SO-105");
});
