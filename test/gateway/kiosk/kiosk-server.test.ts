// The door of the kiosk: only the page of this run, on this machine, is heard.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KioskServer, watchersMaxCount } from "../../../gateway/adapters/kiosk/kiosk-server.ts";
import { actMaxBytes } from "../../../gateway/adapters/kiosk/read-act.ts";
import { CountingEntropy } from "../app/fixtures.ts";
import { Story } from "../custody/story.ts";
import { KioskStand } from "./kiosk-stand.ts";

let folder: string;
let stand: KioskStand;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "driftbox-kiosk-"));
  writeFileSync(join(folder, "index.html"), "<meta content=driftbox-token-of-this-run>");
  writeFileSync(join(folder, "notes.txt"), "not of the page");
  stand = await KioskStand.open(Story.ready(), folder);
});

afterEach(async () => {
  await stand.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  const { port } = new URL(stand.url);
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      const status = response.statusCode ?? 0;
      response.on("end", () => resolve({ status, headers: response.headers, text }));
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

async function token(): Promise<string> {
  const { text } = await ask("/kiosk/");
  return /content=([0-9a-f]{32})>/.exec(text)?.[1] ?? "";
}

async function press(act: object, change: Readonly<Record<string, string>> = {}): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "x-driftbox-token": await token(),
    ...change,
  };
  const body = JSON.stringify({ box: "ferry", ...act });
  return (await ask("/kiosk/act", { method: "POST", headers, body })).status;
}

function screen(): string | undefined {
  return stand.panels.view("ferry")?.screen.name;
}

const help = { act: "go", to: "help" };

describe("the kiosk", () => {
  it("hears its own page", async () => {
    expect(await press(help)).toBe(204);
    expect(screen()).toBe("help");
  });

  it.each([
    ["a name that points at this machine", { host: "kiosk.example:8088" }],
    ["a page of another origin", { origin: "http://127.0.0.1:9999" }],
    ["a request that a browser calls cross-site", { "sec-fetch-site": "cross-site" }],
    ["no token of this run", { "x-driftbox-token": "0".repeat(32) }],
    ["a token of another length", { "x-driftbox-token": "0" }],
  ])("is deaf to %s", async (_what, change) => {
    expect(await press(help, change)).toBe(403);
    expect(screen()).toBe("start");
  });

  it("takes JSON alone, of a bounded length, for a box of its own", async () => {
    expect(await press(help, { "content-type": "text/plain" })).toBe(415);
    expect(await press({ ...help, more: "x".repeat(actMaxBytes) })).toBe(413);
    expect(await press({ ...help, box: "elsewhere" })).toBe(400);
    expect(await press({ act: "open", compartment: 1 })).toBe(400);
    expect((await ask("/kiosk/act")).status).toBe(405);
    expect((await ask("/kiosk/", { method: "PUT" })).status).toBe(405);
    expect(screen()).toBe("start");
  });

  it("says which field of an act was wrong, and nothing of what was typed", async () => {
    const wish = { kind: "unseal", container: "", isEnRoute: true };
    const headers = { "content-type": "application/json", "x-driftbox-token": await token() };
    const body = JSON.stringify({ box: "ferry", act: "wish", wish });
    const { status, text } = await ask("/kiosk/act", { method: "POST", headers, body });
    expect({ status, text }).toEqual({
      status: 400,
      text: "not an act of a screen: wish.container",
    });
  });

  it("serves the files of its page and nothing else", async () => {
    expect((await ask("/kiosk/")).headers["content-security-policy"]).toContain(
      "default-src 'none'",
    );
    for (const path of ["notes.txt", "../../etc/passwd", "%2e%2e/notes.txt", "nothing"]) {
      expect((await ask(`/kiosk/${path}`)).status, path).toBe(404);
    }
    expect((await ask("/")).headers.location).toBe("/kiosk/");
  });

  it("shows a screen only to who has the token, and to a bounded number of screens", async () => {
    expect((await ask("/kiosk/view?token=0")).status).toBe(403);
    const own = await token();
    expect((await ask(`/kiosk/view?token=${own}&box=elsewhere`)).status).toBe(404);
    const { origin } = new URL(stand.url);
    const leaving = new AbortController();
    const watch = () => fetch(`${origin}/kiosk/view?token=${own}`, { signal: leaving.signal });
    const watching = await Promise.all(Array.from({ length: watchersMaxCount }, watch));
    expect(watching.map(({ status }) => status)).toEqual(watching.map(() => 200));
    expect((await watch()).status).toBe(503);
    leaving.abort();
  });

  it("that finds its port taken says so, and the boxes work without", async () => {
    const port = Number(new URL(stand.url).port);
    const second = new KioskServer({ port, folder, entropy: new CountingEntropy() });
    await expect(second.start(stand.panels)).rejects.toMatchObject({ code: "listen/failed" });
    await second.stop();
  });
});
