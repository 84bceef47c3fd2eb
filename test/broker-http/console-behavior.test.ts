// What the console does when something happens: new events, late ones, a hole that fills, a search,
// and a center that freezes.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, picture, visit, type Visit } from "./browser.ts";
import { buildConsole } from "./built-console.ts";
import { runServer, type Running } from "./running-server.ts";
import { codeOf, fillGap, said, storyParcel } from "./sample-story.ts";

let browser: Browser;
let visitor: Visit;
let consoleDir: string;
const toClose: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  consoleDir = await buildConsole("behavior");
  browser = await launchBrowser();
  visitor = await visit(browser, { language: "zh", width: 1360 });
});

afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

afterAll(async () => {
  await browser.close();
});

/** Every test has a center of its own, and so an origin of its own: choices do not carry over. */
async function openConsole(origin: string, hash: string): Promise<Page> {
  const { page } = visitor;
  await page.goto(`${origin}/${hash}`);
  await page.locator(".pulse.live").waitFor();
  return page;
}

async function tellStory(): Promise<Running> {
  const running = await runServer({ consoleDir, stream: { changeGatherMs: 20 } });
  toClose.push(() => running.server.close());
  return running;
}

function happens(running: Running, kind: "DoorForced" | "DoorClosed"): void {
  const cursor = running.models.newestCursor() + 1;
  const row = { gateway: "gouqi-a", seq: 200 + cursor, kind, ago: 0, box: "gouqi-drop" } as const;
  running.models.append(said(cursor, row));
}

async function count(page: Page, selector: string): Promise<number> {
  return page.locator(selector).count();
}

describe("the list of events", () => {
  test("new events wait behind a pill until somebody asks for them", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/events");
    await page.locator(".event").first().waitFor();
    const before = await count(page, ".event");
    for (let nth = 0; nth < 3; nth += 1) happens(running, "DoorForced");
    await page.getByRole("button", { name: "3 条新事件" }).waitFor();
    expect(await count(page, ".event")).toBe(before);
    await page.getByRole("button", { name: "3 条新事件" }).click();
    await expect.poll(() => count(page, ".event")).toBe(before + 3);
    expect(await page.locator(".event .kind").first().textContent()).toBe("强行开启");
  });

  test("a claim that cannot be is marked, and read on hover only", async () => {
    const running = await tellStory();
    const cursor = running.models.newestCursor() + 1;
    const minutesToCome = -73 * 365 * 24 * 60;
    const wrong = { seq: 900, kind: "DoorForced", ago: minutesToCome, isPlausible: false } as const;
    running.models.append(said(cursor, { gateway: "gouqi-a", box: "gouqi-drop", ...wrong }));
    const page = await openConsole(running.origin, "#/events?kind=DoorForced");
    const when = page.locator(".event .when strong").first();
    await expect.poll(() => when.textContent()).toBe("时钟有误");
    expect(await when.locator("[title]").getAttribute("title")).toMatch(/^其时钟显示 20\d\d-/);
  });

  test("a filter keeps other events out, live ones too", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/events?kind=DoorForced");
    await expect.poll(() => count(page, ".event")).toBe(1);
    happens(running, "DoorClosed");
    happens(running, "DoorForced");
    await page.getByRole("button", { name: "1 条新事件" }).waitFor();
    await page.getByRole("link", { name: "显示全部" }).click();
    await expect.poll(() => count(page, ".event")).toBeGreaterThan(10);
  });

  test("the evidence of an event is shown on demand", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, `#/parcel/${storyParcel}`);
    const [event] = running.models.eventsAfter(0, 1, { parcel: storyParcel }).rows;
    const id = page.getByText(event?.eventId ?? "no event");
    expect(await id.isVisible()).toBe(false);
    await page.getByText("ferry-12-a #39", { exact: true }).click();
    await id.waitFor();
    expect(await page.locator(".evidence[open]").innerText()).toContain("有效，已直接验证");
  });
});

describe("the way of a parcel", () => {
  test("late events say so, with happened and received, and a hole fills in place", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, `#/parcel/${storyParcel}`);
    const hole = page.locator(".hole");
    await hole.waitFor();
    expect(await hole.innerText()).toContain("3 条事件未收到");
    const collected = page.locator(".event", { hasText: "取出" });
    expect(await collected.innerText()).toContain("补传 晚 2 小时 17 分");
    expect(await collected.locator("time").allTextContents()).toEqual(["约 09:32", "11:49:00"]);
    fillGap(running.models);
    await page.getByText("时间线已更新：补入 1 条").waitFor();
    await expect.poll(() => count(page, ".hole")).toBe(0);
    const kinds = await page.locator(".event .kind").allTextContents();
    expect(kinds).toEqual(["投放入箱", "取出", "清箱", "交出"]);
    expect(await page.locator("time").first().getAttribute("title")).toMatch(/UTC$/);
  });

  test("a number is found from the keyboard, and an unknown one is explained", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/boxes");
    await page.locator("h3").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(` ${storyParcel} `);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `件 ${storyParcel}` }).waitFor();
    expect(await page.locator(".custodian strong").innerText()).toBe("人员 A-2041");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("4711");
    await page.keyboard.press("Enter");
    await page.getByText("这里没有件号 4711").waitFor();
  });
});

describe("a check code", () => {
  const code = codeOf("gouqi-a", 91);
  /** As an old islander reads it and a hurried hand types it. */
  const heard = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `
    .replaceAll("0", "o")
    .replaceAll("1", "l");

  test("is found however it is typed, with the event and where each parcel is now", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/boxes");
    await page.keyboard.press("/");
    await page.keyboard.type(heard);
    await page.keyboard.press("Enter");
    await page.locator(".nows strong", { hasText: "人员 A-2041" }).waitFor();
    expect(await page.locator(".event .kind").innerText()).toBe("交接有异议");
    expect(await page.locator(".evidence[open]").innerText()).toContain("有效，已直接验证");
    expect(await page.locator(".sides").innerText()).toContain("2049338200");
  });

  test("that is none, or that no event has, is explained", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/code");
    await page.getByRole("textbox", { name: "核对码" }).last().fill("ABC");
    await page.keyboard.press("Enter");
    await page.getByText("核对码是 8 位。").waitFor();
    await page.getByRole("textbox", { name: "核对码" }).last().fill("0000 0000");
    await page.keyboard.press("Enter");
    await page.getByText("没有对应的事件").waitFor();
  });
});

describe("troubles", () => {
  test("come and go while one looks, and say what to do and whom to call", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/troubles");
    const emergency = page.locator(".trouble", { hasText: "紧急开箱，待补签" });
    await emergency.waitFor();
    expect(await emergency.innerText()).toMatch(/T-0088[^]*补签后了结[^]*联系站点值班员/);
    expect(await count(page, ".trouble")).toBe(11);
    running.models.troubleRows = running.models.troubleRows.filter(
      ({ kind }) => kind !== "EmergencyDeclared",
    );
    happens(running, "DoorClosed");
    await expect.poll(() => count(page, ".trouble")).toBe(10);
  });

  test("duress is said on every screen, and named first", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/events");
    const [box] = running.models.boxes();
    if (box === undefined) throw new Error("the story has a box");
    running.models.setBox({ ...box, troubles: ["DuressSignaled"] });
    const alarm = page.locator(".duress");
    await alarm.getByText(`有人被胁迫：${box.site}/${box.gateway}/${box.box}`).waitFor();
    const [door] = running.models.troubleRows;
    if (door === undefined) throw new Error("the story has troubles");
    running.models.troubleRows = [
      ...running.models.troubleRows,
      { ...door, kind: "DuressSignaled", person: "T-0088" },
    ];
    await alarm.getByRole("link").click();
    await page.locator(".trouble").first().getByText("胁迫求助").waitFor();
    await picture(page, "duress-zh-1360-light");
  });
});

describe("boxes and gateways", () => {
  test("documents say how old they are, and which is too old or not taken", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/gateways");
    const row = page.locator("tr", { hasText: "gouqi-a" });
    await row.getByText("策略第 7 版").waitFor();
    expect(await row.locator(".documents").innerText()).toMatch(/3 天前\s*过旧[^]*挂失名单/);
    const view = running.models.gateways().find(({ gateway }) => gateway === "gouqi-a");
    if (view === undefined) throw new Error("the story has that gateway");
    running.models.setGateway({ ...view, documents: { ...view.documents, publishedVersion: 8 } });
    await row.getByText("第 8 版尚未取走").waitFor();
  });

  test("a box that is forced moves to the top while one looks", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/boxes");
    const box = running.models.box({
      site: "ferry-12",
      gateway: "ferry-12-a",
      box: "ferry-12-box-b",
    });
    if (box === undefined) throw new Error("the story has a second box on ferry 12");
    expect(await page.locator(".of-trouble").innerText()).not.toContain("ferry-12-box-b");
    running.models.setBox({ ...box, troubles: ["DoorForced"] });
    await page.locator(".of-trouble .box", { hasText: "ferry-12-box-b" }).waitFor();
  });

  test("catching up counts n of m, then says live", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/gateways");
    const [gateway] = running.models.gateways();
    if (gateway === undefined) throw new Error("the story has a gateway");
    running.models.setGateway({ ...gateway, outboxCount: 18 });
    await page.getByText("补传中 10/28").waitFor();
    running.models.setGateway({ ...gateway, outboxCount: 0, parkedCount: 0, gaps: [] });
    const row = page.locator("tr", { hasText: "ferry-12-a" });
    await row.getByText("实时").waitFor();
  });

  test("language and light are chosen once and kept", async () => {
    const running = await tellStory();
    const page = await openConsole(running.origin, "#/boxes");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Boxes" }).waitFor();
    await page.getByRole("button", { name: "Appearance: as the system" }).click();
    await page.getByRole("button", { name: "Appearance: light" }).click();
    await page.reload();
    await page.getByRole("heading", { name: "Boxes" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.locator("html[lang=en]").waitFor();
  });
});

const storyServer = fileURLToPath(new URL("./story-server.ts", import.meta.url));

async function startChild(): Promise<{ child: ChildProcess; origin: string }> {
  const flags = ["--import", "tsx", "--conditions", "driftbox-source", storyServer, consoleDir];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
  toClose.push(async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  const [line]: unknown[] = await once(child.stdout, "data");
  return { child, origin: String(line).trim() };
}

describe("blindness", () => {
  test("a frozen center turns the page gray, and it sees again by itself", async () => {
    const { child, origin } = await startChild();
    const page = await openConsole(origin, "#/boxes");
    expect(await count(page, "main.blind")).toBe(0);
    child.kill("SIGSTOP");
    await page.locator("main.blind").waitFor();
    const warning = await page.locator(".blindness").innerText();
    expect(warning).toMatch(/中心最后应答于 \d\d:\d\d:\d\d/);
    await picture(page, "blind-zh-1360-light");
    // Five missed beats: the page gives the connection up and asks for a new one.
    await page.waitForRequest((request) => request.url().includes("/api/v1/stream"));
    child.kill("SIGCONT");
    await page.locator(".pulse.live").waitFor();
    expect(await count(page, "main.blind")).toBe(0);
  });
});
