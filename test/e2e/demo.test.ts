// The demo from end to end: real programs, real serial bytes, real MQTT, one story that must hold.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";

const program = resolve(import.meta.dirname, "../../bin/driftbox.js");
const closers: (() => unknown)[] = [];
/** A demo ends what it started within this; then it is killed. */
const graceMs = 15_000;

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
}, 30_000);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "driftbox-demo-"));
  closers.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

interface Line {
  readonly event: string;
  readonly ok?: boolean;
  readonly do?: string;
  readonly expect?: string;
  readonly seen?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly failed?: number;
  readonly violations?: readonly unknown[];
  readonly console?: string;
}

interface Played {
  readonly child: ChildProcess;
  readonly lines: Line[];
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

function demo(args: readonly string[]): Played {
  const child = spawn(process.execPath, [program, "demo", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Line[] = [];
  let stderr = "";
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const exit = once(child, "close").then(([code]) => code as number | null);
  closers.push(async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
    await exit;
    clearTimeout(timer);
  });
  return { child, lines, stderr: () => stderr, exit };
}

/** Processes that name the folder in their arguments: what a demo started and did not end. */
function leftOver(dataFolder: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^[0-9]+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(dataFolder);
    } catch {
      return false;
    }
  });
}

async function untilLine(played: Played, isIt: (line: Line) => boolean): Promise<Line> {
  const endMs = performance.now() + 60_000;
  for (;;) {
    const line = played.lines.find(isIt);
    if (line !== undefined) return line;
    if (performance.now() > endMs) throw new Error(`not said; stderr: ${played.stderr()}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

it("the story holds from the pier to the agent, and nothing is left running", async () => {
  const data = folder();
  const played = demo(["--once", "--speed", "4", "--seed", "1", "--json", "--data", data]);
  const exitCode = await played.exit;
  const wrong = played.lines.filter((line) => line.ok === false);
  expect(
    wrong.map((line) => JSON.stringify(line)),
    played.stderr(),
  ).toEqual([]);
  expect(exitCode).toBe(0);
  expect(played.lines[0]).toMatchObject({ event: "ready" });
  expect(played.lines.at(-1)).toMatchObject({ event: "result", failed: 0, violations: [] });
  const deeds = new Set(played.lines.map((line) => line.do));
  for (const deed of ["deposit", "collect", "cut-link", "kill-gateway", "start-gateway"]) {
    expect(deeds).toContain(deed);
  }
  expect(deeds).toContain("restore-link");
  expect(deeds).toContain("force-door");
  const kinds = played.lines.map((line) => line.fields?.["kind"]);
  expect(kinds).toContain("ParcelCollected");
  expect(kinds).toContain("DoorForced");
  const proofs = played.lines.filter((line) => line.expect === "chain-verifies");
  expect(proofs.length).toBeGreaterThanOrEqual(2);
  for (const proof of proofs) expect(proof.seen).toContain("valid");
  expect(leftOver(data)).toEqual([]);
}, 150_000);

it("two demos run side by side, and SIGINT ends each with all it started", async () => {
  const first = folder();
  const second = folder();
  const args = ["--json", "--http-port", "0", "--speed", "4"];
  const demos = [first, second].map((data) => demo([...args, "--data", data]));
  const consoles = new Set<string>();
  for (const played of demos) {
    const ready = await untilLine(played, (line) => line.event === "ready");
    consoles.add(ready.console ?? "");
    const page = await fetch(`${ready.console}/api/v1/gateways`);
    expect(page.status).toBe(200);
    await page.body?.cancel();
  }
  expect(consoles.size).toBe(2);
  const device = readlinkSync(join(first, "tty", "readers"));
  expect(existsSync(device)).toBe(true);
  for (const played of demos) played.child.kill("SIGINT");
  for (const played of demos) expect(await played.exit, played.stderr()).toBe(0);
  expect(leftOver(first)).toEqual([]);
  expect(leftOver(second)).toEqual([]);
}, 90_000);

it("a taken port is said clearly, with the flag that changes it", async () => {
  const server = createServer();
  closers.push(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const played = demo(["--json", "--data", folder(), "--http-port", String(port)]);
  expect(await played.exit).toBe(69);
  expect(played.stderr()).toContain("listen/failed");
  expect(played.stderr()).toContain("--http-port");
});

it("a folder in use, a wrong flag, an unknown scenario have their own exit codes", async () => {
  const data = folder();
  const first = demo(["--json", "--http-port", "0", "--data", data]);
  await untilLine(first, (line) => line.event === "ready");
  const second = demo(["--json", "--http-port", "0", "--data", data]);
  expect(await second.exit).toBe(69);
  expect(second.stderr()).toContain("another --data");
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  const odd = demo(["--sped", "4"]);
  expect(await odd.exit).toBe(2);
  expect(odd.stderr()).toContain("usage/invalid");
  const unknown = demo(["--scenario", "nothing", "--data", data]);
  expect(await unknown.exit).toBe(65);
  expect(unknown.stderr()).toContain("scenario/invalid");
}, 60_000);
