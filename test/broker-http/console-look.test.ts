// Every screen in both languages, both lights and both widths: readable by everybody, no sideways
// scroll, nothing from other hosts. Pictures are kept for people.

import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, picture, visit, type Look } from "./browser.ts";
import { buildConsole } from "./built-console.ts";
import { runServer, type Running } from "./running-server.ts";
import { codeOf, storyParcel } from "./sample-story.ts";

const disputeCode = codeOf("gouqi-a", 91);

const screens = [
  ["troubles", "#/troubles", ".trouble"],
  ["boxes", "#/boxes", ".box"],
  ["box-cabinet", "#/box/branch-dinghai/dinghai-a/dinghai-cabinet", ".event"],
  ["parcels", "#/parcels", "tbody tr"],
  ["parcel", `#/parcel/${storyParcel}`, ".hole"],
  ["handovers", "#/handovers", ".card"],
  ["manifests", "#/manifests", ".card"],
  ["code", `#/code/${disputeCode}`, ".nows strong"],
  ["code-unknown", "#/code/0000-0000", "h1"],
  ["parcel-unknown", "#/parcel/42", "h1"],
  ["events", "#/events", ".event"],
  ["gateways", "#/gateways", "tbody tr"],
] as const;

const looks: readonly Look[] = [
  { language: "zh", width: 1360 },
  { language: "zh", width: 390 },
  { language: "en", width: 1360 },
  { language: "en", width: 390 },
];

let browser: Browser;
let running: Running;

beforeAll(async () => {
  const consoleDir = await buildConsole("look");
  running = await runServer({ consoleDir });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await running.server.close();
});

/** Axe's findings as short lines; `rules` limits it to those named. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const only = rules === undefined ? {} : { runOnly: { type: "rule", values: [...rules] } };
  const options = JSON.stringify({ ...only, resultTypes: ["violations"], preload: false });
  const findings: unknown = await page.evaluate(`axe.run(document, ${options}).then((result) =>
    result.violations.map((rule) =>
      rule.id + ": " + rule.nodes.map((node) => node.html.slice(0, 120)).join(" | ")))`);
  return Array.isArray(findings) ? findings.map(String) : ["axe gave no result"];
}

async function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe.each(looks)("the console in $language at $width px", (look) => {
  test("every screen can be read by everybody, by day and by night", async () => {
    const { page, context, foreign, errors } = await visit(browser, look);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`${running.origin}/`);
    await page.evaluate(axe.source);
    for (const [name, hash, ready] of screens) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.locator(ready).first().waitFor();
      const at = `${name}-${look.language}-${look.width}`;
      expect(await sidewaysPx(page), at).toBe(0);
      expect(await violations(page), at).toEqual([]);
      await picture(page, `${at}-light`);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["color-contrast"]), `${at} dark`).toEqual([]);
      if (look.language === "zh") await picture(page, `${at}-dark`);
      await page.emulateMedia({ colorScheme: "light" });
    }
    expect(foreign).toEqual([]);
    expect(errors.filter((text) => !text.includes("404"))).toEqual([]);
    await context.close();
  }, 60_000);
});

test("no screen scrolls sideways on a small phone or a tablet either", async () => {
  const { page, context } = await visit(browser, { language: "en", width: 390 });
  await page.goto(`${running.origin}/`);
  for (const [name, hash, ready] of screens) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator(ready).first().waitFor();
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await sidewaysPx(page), `${name} at ${width}`).toBe(0);
    }
  }
  await context.close();
});
