// What people at the kiosk can rely on: it shows how things stand, forgets them when they are gone,
// hurries nobody, and says when it is blind.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { endingMs, untouchedMs } from "../../../gateway/app/devices/panel.ts";
import { launchBrowser } from "../../broker-http/browser.ts";
import { enter, guarded, PinRule, tap } from "../custody/bank.ts";
import { serviceable } from "./staff-scenes.ts";
import { atPier } from "../custody/pier.ts";
import { ferry, Story } from "../custody/story.ts";
import { buildKiosk } from "./built-kiosk.ts";
import { KioskStand } from "./kiosk-stand.ts";

let folder: string;
let browser: Browser;
let stand: KioskStand;
let context: BrowserContext;
let page: Page;

const bundleMaxBytes = 40_000;

beforeAll(async () => {
  folder = await buildKiosk("behavior");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  stand = await KioskStand.open(Story.ready(), folder);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  page = await context.newPage();
  await page.goto(stand.url);
  await shows("start");
});

afterEach(async () => {
  await context.close();
  await stand.close();
});

async function shows(name: string): Promise<void> {
  await page.locator(`main[data-screen=${name}]`).waitFor();
}

async function key(name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

it("a reload shows the same: place, language, open door", async () => {
  await key("English");
  await key("Pick up");
  await shows("pickup");
  await page.reload();
  await page.getByRole("heading", { name: "Pickup code" }).waitFor();
  stand.act((story) => story.badge("depositor", "ferry"));
  stand.act((story) => [story.pulseEnds(), story.swing(ferry)]);
  await page.getByRole("heading", { name: "Door 1 is open" }).waitFor();
  const before = await page.locator("main").innerHTML();
  await page.reload();
  await page.getByRole("heading", { name: "Door 1 is open" }).waitFor();
  expect(await page.locator("main").innerHTML()).toBe(before);
});

it("a PIN reaches the box as digits, and is nowhere on the screen", async () => {
  stand.begin(guarded({ pin: PinRule.PIN_RULE_ALWAYS }));
  stand.act((story) => tap(story, "teller"));
  await shows("pin");
  for (const digit of "2468") await key(digit);
  expect(await page.locator(".typed").textContent()).toBe("●●●●");
  await key("确定");
  await shows("refused");
  const digits = { kind: "DigitsEntered", reader: "panel-ferry", box: "ferry", digits: "2468" };
  expect(stand.offered).toEqual([digits]);
  expect(await page.content()).not.toContain("2468");
});

it("wipes itself after it asked, and one touch gives all the time again", async () => {
  await key("English");
  await key("Help");
  await shows("help");
  await stand.time.advance(untouchedMs);
  await page.getByRole("alertdialog").waitFor();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await shows("help");
  await stand.time.advance(untouchedMs);
  await page.getByRole("alertdialog").waitFor();
  await stand.time.advance(endingMs);
  await shows("start");
  await page.locator("html[lang=zh-CN]").waitFor();
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

it("asks nobody who stands at an open door whether they are there", async () => {
  stand.act((story) => story.badge("depositor", "ferry"));
  stand.act((story) => [story.pulseEnds(), story.swing(ferry)]);
  await stand.time.advance(3 * untouchedMs);
  await shows("door");
  expect(await page.getByRole("alertdialog").count()).toBe(0);
});

it("somebody without card puts something in, and takes a check code away", async () => {
  stand.begin(atPier());
  await key("投放");
  await key("没有编号");
  await shows("door");
  stand.act((story) => [story.pulseEnds(), story.swing(ferry)]);
  await page.getByRole("button", { name: "放不下" }).waitFor();
  stand.act((story) => [story.presence(ferry, true), story.shut(ferry)]);
  await shows("deposited");
  stand.panels.onCode({ box: "ferry", code: "7K3M9Q2X", what: "deposited" });
  const code = page.locator(".check-code");
  await code.waitFor();
  expect(await code.textContent()).toBe("7K3M 9Q2X");
  expect(await code.getAttribute("data-spoken")).toBe("七 K 三 M 九 Q 二 X");
  await key("放好了");
  await key("知道了");
  await shows("start");
});

/** As staff do it: the title is held until the menu comes. */
async function holdTitle(): Promise<void> {
  await page.locator("h1.held").dispatchEvent("pointerdown");
  await shows("staff");
}

it("shows everybody two keys, and staff a menu that does nothing without a badge", async () => {
  expect(await page.locator("main button").allTextContents()).toEqual(["投放", "取件"]);
  await page.locator("h1.held").dispatchEvent("pointerdown");
  await page.locator("h1.held").dispatchEvent("pointerup");
  await holdTitle();
  expect(stand.offered).toEqual([]);
  await key("紧急开箱");
  await key("1 号门");
  await key("进水着火");
  await shows("badge");
  expect(stand.offered).toMatchObject([{ kind: "WishStated" }]);
  expect(stand.story.pulses).toEqual([]);
});

it("staff mode is behind badge and PIN, and opens what is empty, one door after the other", async () => {
  stand.begin(serviceable());
  await holdTitle();
  await key("维护");
  await shows("badge");
  stand.act((story) => tap(story, "teller"));
  await shows("pin");
  expect(await page.getByText("结束").count()).toBe(0);
  stand.act((story) => enter(story, "teller"));
  await shows("service");
  await page.getByText("1 号：空").waitFor();
  await key("开空格口");
  await shows("badge");
  stand.act((story) => tap(story, "teller"));
  await shows("door");
  stand.act((story) => [story.pulseEnds(), story.swing(ferry), story.shut(ferry)]);
  await key("知道了");
  await shows("service");
  await key("工具");
  await key("开一格");
  await key("1 号门");
  await shows("badge");
  stand.act((story) => [story.elapse(10_000), tap(story, "teller")]);
  await shows("door");
});

it("says that it is blind when the gateway is gone, and comes back with it", async () => {
  const { port } = new URL(stand.url);
  await stand.close();
  await page.getByText("屏幕暂时连不上箱子").waitFor();
  const again = new KioskStand(Story.ready(), folder, Number(port));
  await again.server.start(again.panels);
  await shows("start");
  await again.close();
}, 60_000);

it("is small, and asks nobody else for anything", () => {
  const assets = readdirSync(join(folder, "assets")).map((name) => join(folder, "assets", name));
  const texts = [...assets, join(folder, "index.html")].map((path) => readFileSync(path));
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(bytes).toBeLessThanOrEqual(bundleMaxBytes);
  const hosts = texts.flatMap((text) => String(text).match(/https?:\/\/[\w.]+/g) ?? []);
  expect(hosts.filter((host) => !host.includes("www.w3.org"))).toEqual([]);
});
