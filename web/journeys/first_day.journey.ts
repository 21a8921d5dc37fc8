// From the link that the server prints to a published plan, a machine down and a repair applied.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, newPage } from "./support/browser";
import { Server, example } from "./support/server";

const server = new Server();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await server.start([example("veloria")]);
  browser = await launch();
  page = await newPage(browser);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it("lets the first one in by the one-time link", async () => {
  await page.goto(server.setupLink);
  await page.getByRole("textbox", { name: /^User/ }).fill("kim");
  await page.getByLabel("Your name").fill("Kim Lee");
  await page.locator("input[type=password]").fill("correct horse battery");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "No plan is published yet" }).waitFor();
});

it("makes and publishes a plan, and lands on the day", async () => {
  await page.getByRole("button", { name: "Make a plan" }).click();
  await page.getByText(/57 orders: \d+ late/).waitFor();
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.getByRole("heading", { name: /Needs you/ }).waitFor();
  await page.getByText("Drawing revision C of the dropout not released").first().waitFor();
});

it("goes from a machine that is down to an applied repair in five clicks", async () => {
  // The machine says so itself, as a station of the floor would.
  const secret = await page.evaluate(async () => {
    const session = (await (await fetch("/api/v1/session")).json()) as { csrf: string };
    const response = await fetch("/api/v1/plants/veloria/events", {
      method: "POST",
      headers: { "X-CSRF-Token": session.csrf },
      body: JSON.stringify({
        id: "p2-1",
        kind: "unit.down",
        work_unit: "P-2",
        reason: "pump",
        expected: "2026-11-24T12:00",
      }),
    });
    return response.status;
  });
  expect(secret).toBe(200);
  await page.getByText("P-2 is closed").waitFor();
  let clicks = 0;
  const click = async (name: string | RegExp, role: "link" | "button" = "button"): Promise<void> => {
    await page.getByRole(role, { name }).first().click();
    ++clicks;
  };
  await click("See repairs", "link");
  await page.getByRole("columnheader", { name: /change/i }).first().waitFor();
  await page.getByLabel(/^Reason/).fill("pump of P-2 broke");
  await click("Apply 1");
  await page.getByText(/people have a message/).waitFor();
  expect(clicks).toBeLessThanOrEqual(5);
  await page.getByText("pump of P-2 broke").first().waitFor();
  const inbox = await page.evaluate(
    async () => (await (await fetch("/api/v1/plants/veloria/tables/messages.csv?per_page=1")).json()) as { total: number },
  );
  expect(inbox.total).toBeGreaterThan(0);
});

// The latest order of the plan: which one that is depends on how far the search came.
const latestOrder = (): Promise<string> =>
  page.evaluate(async () => {
    const response = await fetch("/api/v1/plants/veloria/plan/tables/orders.csv?per_page=1000");
    const { rows } = (await response.json()) as { rows: { cells: Record<string, string> }[] };
    const late = (cells: Record<string, string>): number => Number(cells.late_seconds ?? 0);
    return rows.map((row) => row.cells).sort((a, b) => late(b) - late(a))[0]!.order!;
  });

it("finds an order by search and shows why it is late, in parts that add up", async () => {
  const order = await latestOrder();
  await page.keyboard.press("/");
  await page.getByRole("textbox", { name: "Search" }).fill(order);
  await page.getByRole("link", { name: `${order} · order` }).click();
  await page.getByRole("heading", { name: order, exact: true }).waitFor();
  await page.getByRole("heading", { name: "Why it is late" }).waitFor();
  const [parts, whole] = await page.evaluate(async (id) => {
    const rows = (path: string) =>
      fetch(path).then(async (response) => ((await response.json()) as { rows: { cells: Record<string, string> }[] }).rows);
    const links = await rows("/api/v1/plants/veloria/plan/tables/late_chains.csv?per_page=1000&filter=order:eq:" + id);
    const found = await rows("/api/v1/plants/veloria/plan/tables/orders.csv?filter=order:eq:" + id);
    return [links.reduce((sum, row) => sum + Number(row.cells.seconds), 0), Number(found[0]!.cells.late_seconds)];
  }, order);
  expect(parts).toBe(whole);
  expect(whole).toBeGreaterThan(0);
});

it("offers what would make it on time, each with its price", async () => {
  await page.getByRole("button", { name: "Look for the cheapest decisions" }).click();
  const answer = page.getByRole("button", { name: "Apply 1" }).or(page.getByText(/No single decision/));
  await answer.first().waitFor({ timeout: 30_000 });
});
