// Every screen, in every appearance: it opens, says what it should, and axe finds nothing.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { appear, expectAccessible, launch, newPage, signIn } from "./support/browser";
import type { Appearance } from "./support/browser";
import { publishedPlan } from "./support/plan";
import { Server, example } from "./support/server";

const SCREENS: [string, string | RegExp][] = [
  ["today", /Needs you/],
  ["board", "Board"],
  ["orders", /Orders/],
  ["orders/SO-105", "SO-105"],
  ["supply", "Supply"],
  ["decide", "Decide"],
  ["capacity", "Capacity and people"],
  ["data/people.csv", "Data"],
  ["inbox", "Inbox"],
  ["access", "Access"],
];

const server = new Server();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await server.start([example("veloria")]);
  browser = await launch();
  page = await newPage(browser);
  await page.goto(server.setupLink);
  await page.getByRole("heading", { name: "Welcome to Kilter" }).waitFor();
  await expectAccessible(page, "set-up");
  await server.setUp("kim", "correct horse battery");
  await publishedPlan(server, "veloria");
  await page.goto(`${server.url}/veloria/today`);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await expectAccessible(page, "sign-in");
  await signIn(page, server.url, "kim", "correct horse battery");
  await page.getByRole("heading", { name: /Needs you/ }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

for (const appearance of ["light", "dark", "contrast"] satisfies Appearance[]) {
  describe(appearance, () => {
    it.each(SCREENS)("%s", async (path, heading) => {
      await page.goto(`${server.url}/veloria/${path}`);
      await appear(page, appearance);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await expectAccessible(page, `${path}, ${appearance}`);
    });
  });
}
