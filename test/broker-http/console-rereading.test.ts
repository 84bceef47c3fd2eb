// Lists of the console that are read again: after decisions of staff, by time alone, and in vain.

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, picture, visit } from "./browser.ts";
import { buildConsole } from "./built-console.ts";
import { runServer, type Running } from "./running-server.ts";
import { said } from "./sample-story.ts";

let browser: Browser;
let consoleDir: string;
const toClose: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  consoleDir = await buildConsole("rereading");
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

afterAll(async () => {
  await browser.close();
});

/** A center and a page of its own that shows troubles. */
async function opened(isTimed = false): Promise<{ running: Running; page: Page }> {
  const running = await runServer({ consoleDir, stream: { changeGatherMs: 20 } });
  toClose.push(() => running.server.close());
  const { page, context } = await visit(browser, { language: "zh", width: 1360 });
  toClose.push(() => context.close());
  if (isTimed) await page.clock.install();
  await page.goto(`${running.origin}/#/troubles`);
  await page.locator(".pulse.live").waitFor();
  await page.locator(".trouble").first().waitFor();
  return { running, page };
}

function happen(running: Running, count: number): void {
  const first = running.models.newestCursor() + 1;
  const row = { gateway: "gouqi-a", kind: "DoorClosed", ago: 0, box: "gouqi-drop" } as const;
  for (let at = first; at < first + count; at += 1) {
    running.models.append(said(at, { ...row, seq: 900 + at }));
  }
}

function without(running: Running, kind: string): void {
  running.models.troubleRows = running.models.troubleRows.filter((row) => row.kind !== kind);
}

const emergency = (page: Page) => page.locator(".trouble", { hasText: "紧急开箱，待补签" });

describe("troubles", () => {
  test("go when staff settles them, though no event says so", async () => {
    const { running, page } = await opened();
    without(running, "EmergencyDeclared");
    const [view] = running.models.gateways();
    if (view === undefined) throw new Error("the story has a gateway");
    running.models.setGateway({ ...view, decisionCount: view.decisionCount + 1 });
    await emergency(page).waitFor({ state: "detached" });
  });

  test("are read again by time alone", async () => {
    const { running, page } = await opened(true);
    without(running, "EmergencyDeclared");
    await page.clock.runFor(61_000);
    await emergency(page).waitFor({ state: "detached" });
  });

  test("stay when they cannot be read again, and the screen says so", async () => {
    const { running, page } = await opened();
    await page.route("**/api/v1/troubles", (route) => route.abort());
    happen(running, 1);
    await page.getByText("未能重新载入，以下为先前内容").waitFor();
    expect(await emergency(page).count()).toBe(1);
    await picture(page, "troubles-stale-zh-1360-light");
    await page.unroute("**/api/v1/troubles");
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByText("未能重新载入").waitFor({ state: "detached" });
  });
});

test("a next page that cannot be read is said beside its button", async () => {
  const { running, page } = await opened();
  happen(running, 200);
  await page.goto(`${running.origin}/#/events`);
  const older = page.getByRole("button", { name: "更早的事件" });
  await older.waitFor();
  await page.route("**/api/v1/events?*before=*", (route) => route.abort());
  await older.click();
  await page.getByText("载入失败").waitFor();
  await page.unroute("**/api/v1/events?*before=*");
  await older.click();
  await page.getByText("载入失败").waitFor({ state: "detached" });
});
