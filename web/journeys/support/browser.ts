// A real browser, kept off the network.
import AxeSource from "axe-core";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.KILTER_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-dev-shm-usage",
    ],
  });

export type Appearance = "light" | "dark" | "contrast";

export const newPage = async (browser: Browser, width = 1440, height = 900): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
};

export const signIn = async (page: Page, url: string, user: string, password: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole("textbox", { name: /^User/ }).fill(user);
  await page.locator("input[type=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

export const appear = async (page: Page, appearance: Appearance): Promise<void> => {
  await page.evaluate((chosen) => localStorage.setItem("kilter-appearance", chosen), appearance);
  await page.reload();
};

// Every rule of WCAG 2.2 A and AA that axe knows; what it finds is the message.
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  await page.evaluate(AxeSource.source);
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: typeof AxeSource }).axe;
    const result = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
  });
  expect(found, where).toEqual([]);
};
