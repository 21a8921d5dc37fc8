// Pictures of every screen: npm run screenshots -> build/screenshots; those of the guide -> docs/guide.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
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

// Somebody at the welding booths: what runs, what is next; as the guide shows it, and in the sizes of the floor.
it("takes the pictures of the kiosk", async () => {
  mkdirSync(FOLDER, { recursive: true });
  const server = new Server();
  await server.start([example("veloria"), "--publish"]);
  await server.setUp("kim", "correct horse battery");
  const station = { id: "w-2", name: "Welding booth 2", plant: "veloria", work_centre: "WELDING", work_units: ["W-2"] };
  const made = (await server.ask("POST", "/api/v1/stations", station)).body as { token: string };
  await server.ask("POST", "/api/v1/badges", { badge: "0815", plant: "veloria", person: "DIAZ", pin: "20406" });
  const browser = await launch();
  const at = async (page: Page): Promise<void> => {
    await page.goto("about:blank");
    await page.goto(`${server.url}/kiosk#${made.token}`);
    await page.getByRole("heading", { name: "Who is at work?" }).waitFor();
  };
  const enter = async (page: Page): Promise<void> => {
    await page.getByLabel("Badge", { exact: true }).fill("0815");
    await page.getByLabel("PIN", { exact: true }).fill("20406");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Change" }).waitFor();
  };
  for (const [size, width, height] of [["landscape", 1280, 800], ["tablet", 800, 1180], ["phone", 390, 844]] as const) {
    const page = await newPage(browser, width, height);
    const take = (name: string) => page.screenshot({ path: `${FOLDER}/kiosk-${name}-${size}.png` });
    await at(page);
    await take("sign-in");
    await enter(page);
    await take("work");
    await page.getByRole("button", { name: "Scrap…" }).first().click();
    await take("scrap");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Help", exact: true }).click();
    await take("help");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Instructions" }).first().click();
    await take("instructions");
    await page.keyboard.press("Escape");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "+1 good" }).first().click();
    await page.getByText(/1 report waits/).waitFor();
    await take("offline");
    if (size === "landscape") await page.screenshot({ path: `${GUIDE}/kiosk.png` });
    await page.context().setOffline(false);
    await page.getByText(/1 report waits/).waitFor({ state: "detached" });
    await page.context().close();
  }
  const wall = await newPage(browser, 1920, 1080);
  await at(wall);
  await wall.goto(`${server.url}/kiosk/wall/WELDING`);
  await wall.getByRole("heading", { name: "Welding", exact: true }).waitFor();
  await wall.screenshot({ path: `${FOLDER}/kiosk-wall.png` });
  await wall.screenshot({ path: `${GUIDE}/wall.png` });
  const desk = await newPage(browser, 1440, 900);
  await signIn(desk, server.url, "kim", "correct horse battery");
  await desk.getByRole("heading", { name: /Needs you/ }).waitFor();
  await desk.goto(`${server.url}/veloria/access`);
  await desk.getByRole("cell", { name: "w-2", exact: true }).waitFor();
  await desk.screenshot({ path: `${FOLDER}/access-desktop.png` });
  await browser.close();
  await server.stop();
});
