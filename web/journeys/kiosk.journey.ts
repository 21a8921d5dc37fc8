// The floor: a station is made and enrolled, people sign in with badge and PIN, work is reported with and without a network.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appear, expectAccessible, launch, newPage, signIn } from "./support/browser";
import type { Appearance } from "./support/browser";
import { publishedPlan } from "./support/plan";
import { Server, example } from "./support/server";

const PASSWORD = "correct horse battery";
const server = new Server();
let browser: Browser;
let desk: Page;
let floor: Page;
let link = "";
let begun = ""; // the order that is begun without a network

interface Entry {
  kind: string;
  author: string;
  body: { event?: { id: string; device: string; person: string; quantity?: string; at: string } };
}

const said = async (): Promise<Entry[]> => {
  const answer = await server.ask("GET", "/api/v1/plants/veloria/journal?after=0");
  return (answer.body as { entries: Entry[] }).entries.filter((entry) => entry.author.endsWith("@welding"));
};
const kinds = async (): Promise<string[]> => (await said()).map((entry) => entry.kind);

const badgeIn = async (page: Page, badge: string, pin: string): Promise<void> => {
  await page.getByLabel("Badge", { exact: true }).fill(badge);
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Sign in" }).click();
};
// The job of this order that runs.
const running = (page: Page, order: string) => page.getByRole("article").filter({ hasText: `${order} ·` });
const orderOf = async (job: Locator): Promise<string> => /\b[A-Z]+-\d+\b/.exec((await job.locator("p.soft").textContent())!)![0];
const first = (page: Page) => page.locator("ol.next > li").first();

// Wherever a finger or a glove may go: 60 px and more.
const expectLarge = async (page: Page): Promise<void> => {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, input:not([type=checkbox]), select, summary, a, label.check")]
      .filter((each) => each.getClientRects().length > 0)
      .filter((each) => each.getBoundingClientRect().height < 60 || each.getBoundingClientRect().width < 60)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
};

const inEveryAppearance = async (page: Page, where: string, ready: () => Promise<void>): Promise<void> => {
  for (const appearance of ["dark", "contrast", "light"] satisfies Appearance[]) {
    await appear(page, appearance);
    await ready();
    await expectAccessible(page, `${where}, ${appearance}`);
  }
};

beforeAll(async () => {
  await server.start([example("veloria")]);
  await server.setUp("kim", PASSWORD);
  await publishedPlan(server, "veloria");
  browser = await launch();
  desk = await newPage(browser);
  await signIn(desk, server.url, "kim", PASSWORD);
  await desk.getByRole("heading", { name: /Needs you/ }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it("lets an administrator make a station and badges", async () => {
  await desk.getByRole("button", { name: "KI", exact: true }).click();
  await desk.getByRole("menuitem", { name: "Access" }).click();
  const station = desk.getByRole("form", { name: "Add a station" });
  await station.getByLabel("Station", { exact: false }).first().fill("welding");
  await station.getByLabel("Name shown").fill("Welding booths");
  await station.getByLabel("Area (work centre)").selectOption("WELDING");
  await station.getByRole("button", { name: "Add a station" }).click();
  link = (await desk.getByRole("link", { name: /\/kiosk#kt_/ }).textContent())!;
  const badge = desk.getByRole("form", { name: "Add a badge" });
  for (const [number, person, role] of [
    ["0815", "DIAZ", "operator"],
    ["0816", "HART", "supervisor"],
    ["0900", "OKAFOR", "viewer"],
  ] as const) {
    await badge.getByLabel("Badge").fill(number);
    await badge.getByLabel("Person").selectOption(person);
    await badge.getByLabel("Role").selectOption(role);
    await badge.getByRole("textbox", { name: "PIN" }).fill("1234");
    await badge.getByRole("button", { name: "Add a badge" }).click();
    await desk.getByText(/it counts up or down/).waitFor();
    await badge.getByRole("textbox", { name: "PIN" }).fill("4711");
    await badge.getByRole("button", { name: "Add a badge" }).click();
    await desk.getByRole("cell", { name: number, exact: true }).waitFor();
  }
  await desk.getByLabel("New PIN 0815").fill("20406");
  await desk.getByRole("button", { name: "Set" }).first().click();
  await desk.getByText("The PIN is set.").waitFor();
});

it("becomes a station by the link, once", async () => {
  floor = await newPage(browser, 1280, 800);
  await floor.goto(`${server.url}/kiosk`);
  await floor.getByRole("heading", { name: "This device is no kiosk station" }).waitFor();
  await expectAccessible(floor, "no station");
  await floor.goto("about:blank");
  await floor.goto(link);
  await floor.getByRole("heading", { name: "Welding booths" }).waitFor();
  expect(new URL(floor.url()).hash).toBe("");
  await floor.reload();
  await inEveryAppearance(floor, "kiosk, signing in", () => floor.getByRole("heading", { name: "Who is at work?" }).waitFor());
  await expectLarge(floor);
  expect(await first(floor).getByRole("button", { name: /^Start/ }).count()).toBe(0);
});

it("turns wrong PINs away, and then everything for a while", async () => {
  for (let tries = 0; tries < 5; ++tries) {
    await badgeIn(floor, "0900", "999");
    await floor.getByRole("alert").getByText(/badge and PIN do not go together/).waitFor();
    await floor.getByRole("button", { name: "Sign in" }).isEnabled();
  }
  await badgeIn(floor, "0900", "4711");
  await floor.getByRole("alert").getByText(/too many wrong PINs/).waitFor();
  await expectAccessible(floor, "kiosk, too many wrong PINs");
});

it("starts, counts, scraps with a reason, pauses, goes on and is done", async () => {
  await badgeIn(floor, "0815", "20406");
  await floor.getByRole("banner").getByText("M. Diaz").waitFor();
  const order = await orderOf(first(floor));
  await first(floor).getByRole("button", { name: /^Start/ }).click();
  await running(floor, order).waitFor();
  await running(floor, order).getByRole("button", { name: "+1 good" }).click();
  await running(floor, order).getByText(/^1 of/).waitFor();
  await running(floor, order).getByRole("button", { name: "Count…" }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "2", exact: true }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "Take it" }).click();
  await running(floor, order).getByText(/^3 of/).waitFor();
  await running(floor, order).getByRole("button", { name: "Scrap…" }).click();
  await expectLarge(floor);
  await expectAccessible(floor, "kiosk, scrap");
  // What is typed takes the place of what is proposed.
  await floor.getByRole("dialog").getByRole("button", { name: "2", exact: true }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "bad surface" }).click();
  await running(floor, order).getByText("2 scrap").waitFor();
  await running(floor, order).getByRole("button", { name: "Pause…" }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "break", exact: true }).click();
  await running(floor, order).getByText("paused").waitFor();
  await running(floor, order).getByRole("button", { name: "Go on" }).click();
  await running(floor, order).getByRole("button", { name: "Done" }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await running(floor, order).waitFor({ state: "detached" });
  await expect.poll(kinds).toEqual([
    "operation.started",
    "quantity.good",
    "quantity.good",
    "quantity.scrap",
    "operation.paused",
    "operation.resumed",
    "operation.finished",
  ]);
  const events = (await said()).map((entry) => entry.body.event!);
  expect(new Set(events.map((event) => event.person))).toEqual(new Set(["DIAZ"]));
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
});

it("calls for help and says that a machine stands still", async () => {
  await floor.getByRole("button", { name: "Help", exact: true }).click();
  await floor.getByLabel(/What is the matter/).fill("wire feed");
  await expectAccessible(floor, "kiosk, help");
  await floor.getByRole("dialog").getByRole("button", { name: "Machine" }).click();
  await floor.getByText(/wire feed/).waitFor();
  await floor.getByRole("button", { name: "W-1 stands still" }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "breakdown" }).click();
  await floor.getByText(/stands still: breakdown/).waitFor();
  // The coordinator's screen hears of it.
  await desk.goto(`${server.url}/veloria/today`);
  await desk.getByText(/machine call at W-1/).first().waitFor();
  await floor.getByRole("button", { name: "W-1 runs again" }).click();
  await floor.getByRole("button", { name: "It is over" }).click();
  await expect.poll(async () => (await kinds()).slice(-4)).toEqual(["andon.raised", "unit.down", "unit.up", "andon.resolved"]);
});

it("goes on through a network that is cut and a reload, and sends in order when it is back", async () => {
  await floor.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const before = (await kinds()).length;
  await floor.context().setOffline(true);
  begun = await orderOf(first(floor));
  await first(floor).getByRole("button", { name: /^Start/ }).click();
  await floor.getByText(/Offline since \d\d:\d\d: 1 report waits/).waitFor();
  await running(floor, begun).getByRole("button", { name: "+1 good" }).click();
  await floor.getByText(/Offline since \d\d:\d\d: 2 reports wait/).waitFor();
  await floor.reload();
  await floor.getByText(/Offline since \d\d:\d\d: 2 reports wait/).waitFor();
  await running(floor, begun).getByText(/^1 of/).waitFor();
  // What to do and what with is there, too.
  await running(floor, begun).getByRole("button", { name: "Instructions" }).click();
  await floor.getByRole("dialog").getByText("Material", { exact: true }).waitFor();
  await floor.keyboard.press("Escape");
  await running(floor, begun).getByRole("button", { name: "Pause…" }).click();
  await floor.getByRole("dialog").getByRole("button", { name: "end of shift" }).click();
  await floor.getByText(/: 3 reports wait/).waitFor();
  await inEveryAppearance(floor, "kiosk, offline", () => floor.getByText(/: 3 reports wait/).waitFor());
  expect((await kinds()).length).toBe(before);
  await floor.context().setOffline(false);
  await floor.getByText(/reports? waits?/).waitFor({ state: "detached" });
  await expect.poll(async () => (await kinds()).slice(before)).toEqual(["operation.started", "quantity.good", "operation.paused"]);
  await floor.reload();
  await running(floor, begun).getByText("paused").waitFor();
  await running(floor, begun).getByText(/^1 of/).waitFor();
});

it("lets by badge alone report without a network, and asks for the PIN afterwards", async () => {
  const before = (await kinds()).length;
  await floor.getByRole("button", { name: "Change" }).click();
  await floor.context().setOffline(true);
  await floor.getByText(/Offline since/).waitFor();
  await floor.getByLabel("Badge", { exact: true }).fill("4242");
  await floor.getByRole("button", { name: "Sign in" }).click();
  await floor.getByRole("alert").getByText(/this badge was not here before/).waitFor();
  await floor.getByLabel("Badge", { exact: true }).fill("0815");
  await floor.getByLabel("Badge", { exact: true }).press("Enter");
  await floor.getByText("by badge, PIN later").waitFor();
  await running(floor, begun).getByRole("button", { name: "Go on" }).click();
  await floor.getByText(/1 report waits/).waitFor();
  await floor.context().setOffline(false);
  await floor.getByText("M. Diaz: 1 report waits for the PIN.").waitFor();
  expect((await kinds()).length).toBe(before);
  await floor.getByRole("button", { name: "Enter PIN" }).click();
  await floor.getByRole("dialog").getByLabel("PIN", { exact: true }).fill("20406");
  await floor.getByRole("dialog").getByRole("button", { name: "Sign in" }).click();
  await expect.poll(async () => (await kinds()).slice(before)).toEqual(["operation.resumed"]);
});

it("shows contradictions in plain words, and a supervisor settles them", async () => {
  await floor.getByRole("button", { name: "Change" }).click();
  await badgeIn(floor, "0816", "4711");
  await floor.getByRole("banner").getByText("K. Hartmann").waitFor();
  await floor.locator("summary").click();
  const settle = floor.getByRole("button", { name: "Settle" });
  const open = await settle.count();
  expect(open).toBeGreaterThan(0);
  await expectAccessible(floor, "kiosk, contradictions");
  await settle.first().click();
  await floor.getByRole("dialog").getByRole("button", { name: /right as reported/ }).click();
  await expect.poll(() => settle.count()).toBe(open - 1);
});

it("is used by the keyboard alone", async () => {
  const before = (await kinds()).length;
  const counting = floor.getByRole("article").filter({ has: floor.locator(".count") });
  const order = await orderOf(counting.filter({ hasText: "● runs" }).first());
  const counted = Number(/^\d+/.exec((await running(floor, order).locator(".count").textContent())!)![0]);
  await floor.getByRole("button", { name: "Change" }).focus();
  await floor.keyboard.press("Enter");
  // The badge field has the focus: a reader types and sends Enter.
  await floor.getByLabel("Badge", { exact: true }).waitFor();
  await floor.keyboard.type("0815");
  await floor.keyboard.press("Enter");
  await floor.keyboard.type("20406");
  await floor.keyboard.press("Enter");
  await floor.getByRole("button", { name: "Change" }).waitFor();
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let tries = 0; tries < 60; ++tries) {
      const label = await floor.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      });
      if (name.test(label)) return;
      await floor.keyboard.press("Tab");
    }
    throw new Error(`no way to ${String(name)} by Tab`);
  };
  await tabTo(/^\+1 good/);
  await floor.keyboard.press("Enter");
  await running(floor, order).getByText(new RegExp(`^${counted + 1} of`)).waitFor();
  await tabTo(/^Scrap/);
  await floor.keyboard.press("Enter");
  await tabTo(/^damaged/);
  await floor.keyboard.press("Enter");
  await running(floor, order).getByText(/\d scrap/).waitFor();
  await tabTo(/^Done/);
  await floor.keyboard.press("Enter");
  await floor.getByRole("dialog").waitFor();
  await floor.keyboard.press("Enter");
  await expect
    .poll(async () => (await kinds()).slice(before))
    .toEqual(expect.arrayContaining(["quantity.good", "quantity.scrap", "operation.finished"]));
});

it("shows the wall of an area and follows the floor", async () => {
  const wall = await newPage(browser, 1920, 1080);
  await signIn(wall, server.url, "kim", PASSWORD);
  await wall.getByRole("heading", { name: /Needs you/ }).waitFor();
  await wall.goto(`${server.url}/kiosk/wall/WELDING?plant=veloria`);
  await wall.getByRole("heading", { name: "Welding", exact: true }).waitFor();
  await inEveryAppearance(wall, "wall", () => wall.getByRole("region", { name: "W-1" }).waitFor());
  await server.ask("POST", "/api/v1/plants/veloria/events", {
    id: "wall-1",
    kind: "unit.down",
    work_unit: "W-2",
    reason: "gas bottle",
  });
  await wall.getByRole("region", { name: "W-2" }).getByText(/stands still: gas bottle/).waitFor();
  await floor.goto(`${server.url}/kiosk/wall/WELDING`);
  await floor.getByRole("heading", { name: "Welding", exact: true }).waitFor();
  await wall.context().close();
});

it("is usable on a phone", async () => {
  await floor.goto(`${server.url}/kiosk`);
  await floor.setViewportSize({ width: 390, height: 844 });
  await floor.getByRole("heading", { name: "Welding booths" }).waitFor();
  await expectLarge(floor);
  const wide = await floor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
