// Several people at once, a session that ends, a server that restarts: nothing is lost, and what happened is said.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, newPage, signIn } from "./support/browser";
import { publishedPlan } from "./support/plan";
import { Server, example } from "./support/server";

const PASSWORD = "correct horse battery";
const server = new Server();
let browser: Browser;
let kim: Page;
let ana: Page;

beforeAll(async () => {
  await server.start([example("hello-plant")]);
  await server.setUp("kim", PASSWORD);
  await server.addUser("ana", "planner", PASSWORD);
  await server.addUser("olu", "viewer", PASSWORD);
  await publishedPlan(server, "hello-plant");
  browser = await launch();
  kim = await newPage(browser);
  ana = await newPage(browser);
  for (const [page, user] of [
    [kim, "kim"],
    [ana, "ana"],
  ] as const) {
    await signIn(page, server.url, user, PASSWORD);
    await page.getByRole("heading", { name: /Needs you/ }).waitFor();
    await page.goto(`${server.url}/hello-plant/data/orders.csv`);
    await page.getByRole("textbox", { name: /: quantity$/ }).first().waitFor();
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const quantityOf = (page: Page, row: number) => page.getByRole("textbox", { name: /: quantity$/ }).nth(row);

it("shows one what the other saves, and takes it back", async () => {
  const before = await quantityOf(kim, 0).inputValue();
  await quantityOf(kim, 0).fill("17");
  await quantityOf(kim, 0).press("Enter");
  await kim.getByText(/Saved as command/).waitFor();
  await expect.poll(() => quantityOf(ana, 0).inputValue()).toBe("17");
  await kim.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => quantityOf(ana, 0).inputValue()).toBe(before);
});

it("explains a conflict and keeps what was typed", async () => {
  await quantityOf(ana, 1).fill("5");
  // Ana's page is held from hearing the news, as by a slow network.
  await ana.context().setOffline(true);
  await quantityOf(kim, 1).fill("9");
  await quantityOf(kim, 1).press("Enter");
  await kim.getByText(/Saved as command/).waitFor();
  await ana.context().setOffline(false);
  await quantityOf(ana, 1).press("Enter");
  await expect
    .poll(async () => (await ana.getByText(/Somebody else changed|Saved as command/).count()) > 0)
    .toBe(true);
  expect(await quantityOf(ana, 1).inputValue()).toBe("5");
});

it("says what is wrong with a value and where", async () => {
  await quantityOf(kim, 0).fill("many");
  await quantityOf(kim, 0).press("Enter");
  const alert = kim.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toContain("quantity");
  await quantityOf(kim, 0).press("Escape");
});

it("lets a viewer look and change nothing", async () => {
  const olu = await newPage(browser);
  await signIn(olu, server.url, "olu", PASSWORD);
  await olu.getByRole("heading", { name: /Needs you/ }).waitFor();
  await olu.goto(`${server.url}/hello-plant/data/orders.csv`);
  await olu.getByRole("row").nth(1).waitFor();
  expect(await olu.getByRole("textbox", { name: /: quantity$/ }).count()).toBe(0);
  await olu.goto(`${server.url}/hello-plant/decide`);
  await olu.getByRole("heading", { name: "Decide" }).waitFor();
  expect(await olu.getByRole("button", { name: "Plan from scratch" }).count()).toBe(0);
  await olu.context().close();
});

it("goes on by itself when the server comes back", async () => {
  const address = new URL(server.url).host;
  await server.halt("SIGKILL");
  await kim.getByText(/The server does not answer/).first().waitFor();
  await server.start([], address);
  await kim.getByText(/The server does not answer/).first().waitFor({ state: "detached", timeout: 30_000 });
  await kim.goto(`${server.url}/hello-plant/today`);
  await kim.getByRole("heading", { name: /Needs you/ }).waitFor();
});

it("asks to sign in again when the session has ended", async () => {
  await kim.evaluate(async () => {
    const session = (await (await fetch("/api/v1/session")).json()) as { csrf: string };
    await fetch("/api/v1/session", { method: "DELETE", headers: { "X-CSRF-Token": session.csrf } });
  });
  await kim.getByRole("banner").getByRole("link", { name: "Orders" }).click();
  await kim.getByText(/Your session has ended/).waitFor();
  await kim.getByRole("textbox", { name: /^User/ }).fill("kim");
  await kim.locator("input[type=password]").fill(PASSWORD);
  await kim.getByRole("button", { name: "Sign in" }).click();
  await kim.getByRole("heading", { name: /Orders/ }).waitFor();
});
