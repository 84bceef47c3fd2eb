// Every screen of the kiosk in both languages on every display: readable by old eyes, usable by old
// hands, nothing out of sight. Pictures are kept for people.

import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RefusalReason } from "@driftbox/proto";
import { refusalTexts } from "../../../gateway/adapters/signals/refusal-texts.ts";
import { launchBrowser } from "../../broker-http/browser.ts";
import { Story } from "../custody/story.ts";
import { buildKiosk } from "./built-kiosk.ts";
import { citizenScenes } from "./kiosk-scenes.ts";
import { helpNumber, KioskStand } from "./kiosk-stand.ts";
import { staffScenes } from "./staff-scenes.ts";

const pictures = fileURLToPath(new URL("../../output/kiosk/", import.meta.url));

const scenes = [...citizenScenes, ...staffScenes];

let stand: KioskStand;
let browser: Browser;

beforeAll(async () => {
  stand = await KioskStand.open(Story.ready(), await buildKiosk("look"));
  browser = await launchBrowser();
  mkdirSync(pictures, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  await stand.close();
});

interface Look {
  readonly width: number;
  readonly height: number;
  readonly language: "zh" | "en";
  readonly hasMoreContrast: boolean;
}

const displays = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 800, height: 480 },
  { width: 480, height: 320 },
  { width: 320, height: 240 },
] as const;
const looks: readonly Look[] = [
  ...displays.map((display) => {
    return { ...display, language: "zh" as const, hasMoreContrast: false };
  }),
  { width: 1280, height: 800, language: "en", hasMoreContrast: false },
  { width: 320, height: 240, language: "en", hasMoreContrast: false },
  { width: 1280, height: 800, language: "en", hasMoreContrast: true },
  { width: 480, height: 320, language: "en", hasMoreContrast: false },
  { width: 320, height: 240, language: "zh", hasMoreContrast: true },
];
/** Where axe looks: what it finds hangs on words and colors, and on what a small display hides. */
const isForAxe = ({ width, language, hasMoreContrast }: Look): boolean => {
  if (width === 1280) return (language === "en") === hasMoreContrast;
  return (width === 800 && language === "zh") || (width === 480 && language === "en");
};

const isReason = (word: string): word is RefusalReason => word in refusalTexts;

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly foreign: string[];
  readonly errors: string[];
}

async function visit(look: Look): Promise<Visit> {
  const { width, height } = look;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: true });
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
  stand.begin(Story.ready());
  await page.goto(stand.url);
  await page.locator("main[data-screen=start]").waitFor();
  if (isForAxe(look)) await page.evaluate(axe.source);
  return { page, context, foreign, errors };
}

/** Axe's findings as short lines, with the stricter contrast of 7:1. */
async function violations(page: Page): Promise<string[]> {
  const options = JSON.stringify({
    preload: false,
    resultTypes: ["violations"],
    rules: { "color-contrast-enhanced": { enabled: true } },
  });
  const findings: unknown = await page.evaluate(`axe.run(document, ${options}).then((result) =>
    result.violations.map((rule) =>
      rule.id + ": " + rule.nodes.map((node) => node.html.slice(0, 120)).join(" | ")))`);
  return Array.isArray(findings) ? findings.map(String) : ["axe gave no result"];
}

/** What is out of sight, cut off, too small to hit or too small to read. Runs in the page. */
function hardships(): string[] {
  const found: string[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const isHidden = (box: DOMRect): boolean => box.width <= 1 && box.height <= 1;
  for (const one of document.querySelectorAll("h1, h2, p, dt, dd, button, svg.cabinet")) {
    // A key that a display has no room for is no key there.
    if (one.getClientRects().length === 0) continue;
    const box = one.getBoundingClientRect();
    const what = `${one.tagName}.${one.getAttribute("class") ?? ""} ${one.textContent}`;
    const isOut = box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1;
    if (isOut) found.push(`out of sight: ${what}`);
    if (one.scrollWidth > one.clientWidth + 2) found.push(`cut off: ${what}`);
    const isKey = one.tagName === "BUTTON";
    if (isKey && (box.width < 60 || box.height < 60)) {
      found.push(`too small: ${what} ${box.width} x ${box.height}`);
    }
    const size = Number.parseFloat(getComputedStyle(one).fontSize);
    if (!isHidden(box) && one.textContent !== "" && size < 24) found.push(`${size} px: ${what}`);
  }
  const shown = [...document.querySelectorAll("button")].filter((one) => one.offsetWidth > 0);
  const keys = shown.map((one) => one.getBoundingClientRect());
  const texts = [...document.querySelectorAll("h1, p")].map((one) => one.getBoundingClientRect());
  const isOver = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  for (const [at, key] of keys.entries()) {
    if (texts.some((text) => isOver(key, text))) found.push(`key ${at} lies over a text`);
    if (keys.slice(at + 1).some((other) => isOver(key, other))) found.push(`key ${at} over a key`);
  }
  if (document.querySelectorAll("button.big").length > 3) found.push("more than three big buttons");
  return found;
}

describe.each(looks)("on $width x $height in $language, contrast $hasMoreContrast", (look) => {
  test("every screen can be read and pressed by everybody", async () => {
    const { page, context, foreign, errors } = await visit(look);
    const { width, language, hasMoreContrast } = look;
    const choices = { language, hasMoreContrast, hasSound: true };
    const troubles: string[] = [];
    for (const { name, screen, play } of scenes) {
      stand.isLinked = true;
      stand.begin(Story.ready());
      stand.panels.press("ferry", { act: "choose", choices });
      await play(stand);
      const lang = language === "zh" ? "zh-CN" : "en";
      await page.locator(`html[lang=${lang}] main[data-screen=${screen}]`).waitFor();
      const at = `${name}-${width}-${language}${hasMoreContrast ? "-contrast" : ""}`;
      if (!hasMoreContrast || isForAxe(look)) {
        await page.screenshot({ path: `${pictures}${at}.png` });
      }
      const found = await page.evaluate(hardships);
      if (isForAxe(look)) found.push(...(await violations(page)));
      troubles.push(...found.map((one) => `${at}: ${one}`));
    }
    await context.close();
    expect({ troubles, foreign, errors }).toEqual({ troubles: [], foreign: [], errors: [] });
  }, 120_000);
});

test("every refusal fits on the smallest display, with what to do and whom to call", async () => {
  const { page, context } = await visit({
    width: 320,
    height: 240,
    language: "zh",
    hasMoreContrast: false,
  });
  const troubles: string[] = [];
  for (const language of ["zh", "en"] as const) {
    const choices = { language, hasMoreContrast: false, hasSound: true };
    stand.panels.press("ferry", { act: "choose", choices });
    for (const [reason, { why }] of Object.entries(refusalTexts)) {
      if (!isReason(reason)) continue;
      stand.panels.onOrder("ferry", "refused", { reason });
      await page.locator("h1", { hasText: why[language] }).waitFor();
      expect(await page.locator(".call").textContent()).toContain(helpNumber);
      const found = await page.evaluate(hardships);
      troubles.push(...found.map((one) => `${reason} ${language}: ${one}`));
    }
  }
  await context.close();
  expect(troubles).toEqual([]);
}, 60_000);
