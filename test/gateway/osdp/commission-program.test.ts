// The program that commissions a reader, as a process on a serial server: words and exit codes.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lineOpener } from "../../../gateway/adapters/serial/open-line.ts";
import { Pty } from "../drivers/pty.ts";
import { PdFarEnd } from "./pd-far-end.ts";

const program = fileURLToPath(new URL("../../../gateway/dist/commission.js", import.meta.url));

let folder: string;
let server: Server;
let device: PdFarEnd;
let lines: Socket[];
let port: number;
let isHeld: boolean;
let commandCount: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "commission-"));
  device = new PdFarEnd();
  lines = [];
  isHeld = false;
  commandCount = 0;
  server = createServer((socket) => {
    lines.push(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => {
      // Held to it, a card is reported again and again.
      commandCount += 1;
      if (isHeld && commandCount % 4 === 0) device.present("01 02 03 04", 32);
      const reply = device.hear(Uint8Array.from(bytes));
      if (reply !== undefined) socket.write(reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterEach(() => {
  for (const line of lines) line.destroy();
  server.close();
  rmSync(folder, { recursive: true });
});

/** A gateway with one OSDP reader and one of another kind. */
function configFile(place = `tcp://127.0.0.1:${port}`): string {
  const path = join(folder, "gateway.yaml");
  const readers = [
    `{ id: reader-a, driver: osdp, port: "${place}", box: box-a }`,
    `{ id: reader-b, driver: em4100, port: /dev/null, box: box-a }`,
    `{ id: reader-c, driver: osdp, port: /dev/ttyOther, box: box-a, secure: false }`,
  ];
  const text = `site: ferry-12
gateway: ferry-12-a
data: ${folder}
uplink: { url: "mqtt://127.0.0.1:1883" }
readers:
${readers.map((reader) => `  - ${reader}`).join("\n")}
boards:
  - { id: lock-a, driver: cu16, port: "tcp://127.0.0.1:4001", address: 0 }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - { number: 1, lock: { board: lock-a, channel: 0 }, door: { hook: true } }
`;
  writeFileSync(path, text);
  return path;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program to its end; a card is held to the reader when it asks for one. */
function run(args: readonly string[], answer = ""): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args]);
  child.stdin.end(answer);
  let out = "";
  let err = "";
  child.stdout.on("data", (bytes: Buffer) => {
    const text = bytes.toString();
    if (/"confirmed"|hold any card/.test(text)) isHeld = true;
    out += text;
  });
  child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const serial = ["--serial", "12345678"];

describe("driftbox commission", () => {
  test("asks on stderr whether the label agrees, and goes on after yes", async () => {
    const ended = await run(["--config", configFile(), "--reader", "reader-a"], "yes\n");
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("match its label") });
    expect(ended.out).toContain("vendor CAFE01, model 1.2, serial 12345678, firmware 1.0.0");
    expect(device.scbk).toBeDefined();
  });

  test.each([
    ["no", [], "it was not confirmed"],
    ["", [], "nobody is there to confirm it; give --serial"],
    ["yes", ["--serial", "0badcafe"], "its serial number is 12345678, not 0BADCAFE"],
  ])("sends no key after the answer %j with %j", async (answer, args, words) => {
    const ended = await run(["--config", configFile(), "--reader", "reader-a", ...args], answer);
    expect(ended.code).toBe(69);
    expect(ended.err).toContain(words);
    expect(device.scbk).toBeUndefined();
  });

  test("tells each step in Chinese and English, stores the key and ends with 0", async () => {
    const ended = await run(["--config", configFile(), "--reader", "reader-a", ...serial]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    const told = ended.out.trim().split("\n");
    expect(told).toHaveLength(8);
    expect(told.every((line) => /[\u4e00-\u9fff].* \/ [a-z]/.test(line))).toBe(true);
    const stored = readFileSync(join(folder, "reader-keys", "reader-a.key"), "latin1").trim();
    expect(stored).toBe(Buffer.from(device.scbk ?? []).toString("hex"));
    expect(ended.out).not.toContain(stored);
  });

  test("tells each step as a line of JSON where a program listens", async () => {
    const ended = await run([
      "--config",
      configFile(),
      "--reader",
      "reader-a",
      "--json",
      ...serial,
    ]);
    const events = ended.out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(events[0]).toEqual({ event: "window-opened", seconds: 60, reader: "reader-a" });
    expect(events.at(-1)).toMatchObject({ event: "commissioned" });
  });

  test("ends with 69 when no reader answers in its window", async () => {
    device.isOff = true;
    const args = ["--config", configFile(), "--reader", "reader-a", "--window", "5"];
    const ended = await run(args);
    expect(ended.code).toBe(69);
    expect(ended.err).toMatch(/^driftbox commission: device\/absent: reader reader-a /);
  });

  test("ends with 69 when another program holds the port, and says so", async () => {
    const pty = new Pty();
    const held = await lineOpener(pty.path, 9_600)(new AbortController().signal);
    const args = ["--config", configFile(pty.path), "--reader", "reader-a", "--window", "5"];
    const ended = await run(args);
    await held.close();
    pty.unplug();
    expect(ended.code).toBe(69);
    expect(ended.err).toMatch(/^driftbox commission: device\/busy: .*another program holds it/);
  });

  test.each([
    ["no reader is named", ["--config", "x"], 2, "usage/invalid"],
    ["the window is too long", ["--config", "x", "--reader", "a", "--window", "121"], 2, "usage"],
    ["the serial number is none", ["--config", "x", "--reader", "a", "--serial", "1"], 2, "8 hex"],
    ["the configuration is missing", ["--config", "x", "--reader", "a"], 78, "config/unreadable"],
  ])("ends with its exit code when %s", async (_name, args, code, word) => {
    const ended = await run(args);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(word);
  });

  test.each([
    ["nobody", "it has: reader-a, reader-c"],
    ["reader-b", "driven by em4100"],
    ["reader-c", "secure: false"],
  ])("ends with 78 for %s", async (reader, words) => {
    const ended = await run(["--config", configFile(), "--reader", reader]);
    expect(ended.code).toBe(78);
    expect(ended.err).toContain(words);
  });
});
