// Pictures of every screen: npm run screenshots -> build/screenshots; those of the guide -> docs/guide.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { it } from "vitest";
import { launch, newPage, signIn } from "./support/browser";
import { publishedPlan } from "./support/plan";
import { Server, example } from "./support/server";

const GUIDE = resolve(import.meta.dirname, "../../docs/guide");
const FOLDER = resolve(import.meta.dirname, "../../build/screenshots");
const SCREENS = ["today", "board", "orders", "orders/SO-105", "supply", "decide", "capacity", "data", "inbox"];
const SIZES: [string, number, number][] = [
  ["desktop", 1440, 900],
  ["tablet", 1024, 768],
  ["phone", 390, 844],
];

const down = {
  id: "picture-1",
  kind: "unit.down",
  work_unit: "P-2",
  reason: "pump",
  expected: "2026-11-23T12:00",
};

it("takes the pictures of the guide", async () => {
  const server = new Server();
  await server.start([example("veloria"), "--publish"]);
  await server.setUp("kim", "correct horse battery");
  const browser = await launch();
  const page = await newPage(browser, 1440, 860);
  await signIn(page, server.url, "kim", "correct horse battery");
  await page.getByRole("heading", { name: /Needs you/ }).waitFor();
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${GUIDE}/today.png` });
  await page.goto(`${server.url}/veloria/board`);
  await page.waitForTimeout(1_200);
  await page.screenshot({ path: `${GUIDE}/board.png` });
  await server.ask("POST", "/api/v1/plants/veloria/events", down);
  await page.goto(`${server.url}/veloria/decide`);
  await page.getByRole("button", { name: "Apply 1" }).waitFor();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: `${GUIDE}/decide.png` });
  await browser.close();
  await server.stop();
});

it("takes a picture of every screen in three sizes", async () => {
  mkdirSync(FOLDER, { recursive: true });
  const server = new Server();
  await server.start([example("veloria")]);
  await server.setUp("kim", "correct horse battery");
  await publishedPlan(server, "veloria");
  const browser = await launch();
  for (const [size, width, height] of SIZES) {
    const page = await newPage(browser, width, height);
    await signIn(page, server.url, "kim", "correct horse battery");
    await page.getByRole("heading", { name: /Needs you/ }).waitFor();
    for (const screen of SCREENS) {
      await page.goto(`${server.url}/veloria/${screen}`);
      await page.waitForTimeout(1_200);
      await page.screenshot({ path: `${FOLDER}/${screen.replaceAll("/", "-")}-${size}.png` });
    }
    await page.close();
  }
  await browser.close();
  await server.stop();
});
