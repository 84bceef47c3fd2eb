// The live page in both languages, both lights and both widths: readable and usable by everybody.

import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { openFarPort } from "../../device-sim/record/far-port.ts";
import { cu16BaudRate, cu16Commands, cu16Frame } from "../../device-sim/devices/cu16-frame.ts";
import { launchBrowser } from "../broker-http/browser.ts";
import { LiveStand } from "./live-stand.ts";

const pictures = fileURLToPath(new URL("../output/sim-view/", import.meta.url));

let stand: LiveStand;
let browser: Browser;

beforeAll(async () => {
  stand = await LiveStand.open(loadScenario("story"));
  browser = await launchBrowser();
  mkdirSync(pictures, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  await stand.close();
});

async function visit(language: string, width: number) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: width < 600 ? 812 : 900 },
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (one) => {
    if (!one.url().startsWith(stand.url)) foreign.push(one.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(stand.url);
  await page.locator(".box").first().waitFor();
  return { page, context, foreign, errors };
}

async function violations(page: Page): Promise<string[]> {
  const findings: unknown =
    await page.evaluate(`axe.run(document, { preload: false }).then((result) =>
    result.violations.map((rule) =>
      rule.id + ": " + rule.nodes.map((node) => node.html.slice(0, 120)).join(" | ")))`);
  return Array.isArray(findings) ? findings.map(String) : ["axe gave no result"];
}

/** How far the page can be scrolled beyond what it shows. */
function emptySpace(): { readonly sideways: number; readonly below: number } {
  const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
  const end = document.getElementById("main")?.getBoundingClientRect().bottom ?? 0;
  const below = Math.max(0, Math.floor(scrollHeight - window.scrollY - end));
  return { sideways: scrollWidth - clientWidth, below };
}

describe.each([
  ["zh-CN", 1440],
  ["zh-CN", 390],
  ["en-GB", 1440],
  ["en-GB", 390],
] as const)("the live page in %s at %i px", (language, width) => {
  it("can be read by everybody, by day and by night", async () => {
    const { page, context, foreign, errors } = await visit(language, width);
    await page.evaluate(axe.source);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const at = `${language}-${width}-${colorScheme}`;
      expect(await violations(page), at).toEqual([]);
      await page.screenshot({ path: `${pictures}${at}.png`, fullPage: true });
    }
    expect(await page.evaluate(emptySpace)).toEqual({ sideways: 0, below: 0 });
    const lang = await page.evaluate(() => document.documentElement.lang);
    expect(lang).toBe(language === "zh-CN" ? "zh-CN" : "en");
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    await context.close();
  }, 60_000);
});

it("a person with a keyboard takes a badge, holds it to a reader and pries a door", async () => {
  const { page, context, errors } = await visit("en-GB", 1280);
  const world = () => stand.installation.stage.world;
  await page.getByRole("radio", { name: /stranger/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Hold stranger here: box-a" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("stranger held to the reader").waitFor();
  const pry = page.getByRole("group", { name: "box-b 1" }).getByRole("button", { name: /Pry/ });
  await pry.focus();
  await page.keyboard.press("Enter");
  await page.getByText("box-b 1: the door was pried open").waitFor();
  expect(world().compartments.find(({ box }) => box === "box-b")?.isContactClosed).toBe(false);
  // What is drawn anew keeps the place of whoever works with the keyboard.
  expect(await pry.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
  await context.close();
});

it("a keyboard goes from all wires to one and stops them", async () => {
  const { page, context, errors } = await visit("en-GB", 390);
  const host = await openFarPort(stand.installation.lines.get("locks")?.port ?? "", cu16BaudRate);
  const ask = (board: number) => host.send(cu16Frame(board << 4, cu16Commands.status, []));
  ask(0);
  const table = page.getByRole("group", { name: "On the wires" });
  await table.getByRole("cell", { name: "locks" }).first().waitFor();
  await page.getByRole("combobox", { name: "Wire" }).focus();
  await page.keyboard.type("locks");
  await table.getByText("board 0: status?").waitFor();
  expect(await table.getByRole("columnheader", { name: "Wire" }).count()).toBe(0);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Follow" }).waitFor();
  ask(1);
  expect(await table.getByText("board 1: status?").count()).toBe(0);
  await page.keyboard.press("Enter");
  await table.getByText("board 1: status?").waitFor();
  await page.keyboard.press("Tab");
  expect(await table.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
  host.close();
  await context.close();
});

it("what cannot be done is said, and a language once chosen stays", async () => {
  const { page, context } = await visit("zh-CN", 1280);
  await page.getByRole("button", { name: "English" }).click();
  const place = page.getByRole("group", { name: "cabinet-c 1" });
  await place.getByRole("button", { name: /Pull/ }).click();
  await page.getByRole("status").filter({ hasText: "Not possible: the bolt holds" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Boxes" }).waitFor();
  await context.close();
});

it("a page whose simulator is gone says that it is blind", async () => {
  const own = await LiveStand.open(loadScenario("held-door"));
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(own.url);
  await page.locator(".feed", { hasText: "Live" }).waitFor();
  await own.close();
  await page.getByText("No news from the simulator").waitFor();
  await context.close();
}, 60_000);
