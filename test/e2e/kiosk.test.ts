// The kiosk of the built gateway: its page, its stream and its door, with no uplink.

import { createServer } from "node:net";
import { expect, it } from "vitest";
import { provision } from "../gateway/app/provision.ts";
import { Running, until } from "../gateway/app/running.ts";

/** A port where nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

function kioskUrlIn(stdout: string): string {
  return /"kiosk":"([^"]+)"/.exec(stdout)?.[1] ?? "";
}

/** What a page is shown that has just been loaded. */
async function firstView(url: string, token: string): Promise<string> {
  const leaving = new AbortController();
  const stream = await fetch(`${url}view?token=${token}`, { signal: leaving.signal });
  const first = await stream.body?.getReader().read();
  leaving.abort();
  return new TextDecoder().decode(first?.value);
}

it("a gateway without uplink serves its screens on loopback, and hears its own page alone", async () => {
  const port = await deadPort();
  const place = provision({ mqttPort: port, readerPort: port, boardPort: 1 });
  const settings = ["--set", "kiosk.port=0", "--set", "kiosk.helpNumber=0580-203 1234"];
  const gateway = new Running(["gateway", "--config", place.configPath, "--json", ...settings]);
  try {
    await until("the ready line", () => gateway.stdout.includes('"event":"ready"'));
    const url = kioskUrlIn(gateway.stdout);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kiosk\/$/);
    const page = await (await fetch(url)).text();
    const token = /content="([0-9a-f]{32})"/.exec(page)?.[1] ?? "";
    const view = await firstView(url, token);
    expect(view).toContain('"screen":{"name":"start"}');
    expect(view).toContain('"helpNumber":"0580-203 1234"');
    expect(view).toContain('"isLinked":false');
    const help = { act: "go", to: "help" };
    const headers = { "content-type": "application/json", "x-driftbox-token": token };
    const foreign = { ...headers, origin: "http://127.0.0.1:1" };
    const press = async (act: object, given: Record<string, string> = headers) => {
      const body = JSON.stringify({ box: "box-a", ...act });
      return (await fetch(`${url}act`, { method: "POST", headers: given, body })).status;
    };
    expect(await press(help, foreign)).toBe(403);
    expect(await press(help)).toBe(204);
    // A page that is loaded anew goes on where the form was left.
    expect(await press({ act: "begin", deed: "seal" })).toBe(204);
    expect(await press({ act: "say", value: "RED-1" })).toBe(204);
    expect(await firstView(url, token)).toContain('"name":"form","deed":"seal","field":"seal-tag"');
    expect(await press({ act: "wish", wish: { kind: "handover", method: "tags" } })).toBe(204);
    const listing = '"name":"listing","deed":"handover"';
    await expect.poll(() => firstView(url, token), { timeout: 10_000 }).toContain(listing);
  } finally {
    gateway.child.kill("SIGTERM");
    await gateway.ended;
    place.remove();
  }
}, 60_000);
