// What the stop hook runs: lock lines go off one by one, and the exit code tells the supervisor.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { turnOff } from "../../../gateway/adapters/gpio/outputs-off.ts";
import { SourceLines } from "../../../gateway/adapters/gpio/source-lines.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { SystemTime } from "../drivers/system-time.ts";
import { MemorySource } from "./memory-source.ts";

test("each line goes off by itself, and one that cannot be had is named", async () => {
  const source = new MemorySource();
  source.holders.set("lock-2", "gpioset");
  source.levels.set("lock-3", true);
  const timers = new SystemTime();
  const runtime = { timers, monoMs: timers.monoMs, random: () => 0, log: new RecordingLog() };
  const locks = ["lock-1", "lock-2", "lock-3"].map((name) => ({ name }));
  expect(await turnOff(new SourceLines(source, runtime), locks, 50)).toEqual([
    { line: "lock-1", outcome: "off" },
    { line: "lock-2", outcome: "failed", reason: 'lock-2 is held by "gpioset"' },
    { line: "lock-3", outcome: "off" },
  ]);
  expect(source.levels.get("lock-3")).toBe(false);
  expect([...source.holders.values()]).toEqual(["gpioset"]);
});

describe("the program", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "outputs-off-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function configFile(gpio: string, lock: string): string {
    const path = join(folder, "gateway.yaml");
    const text = [
      "site: ferry-12",
      "gateway: ferry-12-a",
      "data: ./nowhere",
      'uplink: { url: "mqtt://127.0.0.1:1883" }',
      'boards: [{ id: lock-a, driver: cu16, port: "tcp://127.0.0.1:1" }]',
      `gpio: ${gpio}`,
      `boxes: [{ id: box-a, kind: drop-box, compartments: [{ number: 1, lock: ${lock},`,
      "  door: { line: door-a-1 } }] }]",
    ];
    writeFileSync(path, `${text.join("\n")}\n`);
    return path;
  }

  async function run(
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
    const file = fileURLToPath(new URL("../../../gateway/outputs-off.ts", import.meta.url));
    const start = ["--conditions=driftbox-source", "--import", "tsx", file];
    const child = spawn(process.execPath, [...start, ...args]);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    const [code] = await once(child, "close");
    return { code: Number(code), stdout, stderr };
  }

  test("brings a simulated lock line low without a journal or a key", async () => {
    let isHigh = true;
    const server = createServer((client) => {
      client.on("error", () => {});
      client.write("lock-1 1\n");
      client.on("data", (bytes) => {
        if (!bytes.toString("latin1").includes("lock-1 0\n")) return;
        isHigh = false;
        client.write("lock-1 0\n");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const gpio = `{ driver: sim, url: "tcp://127.0.0.1:${port}" }`;
    const path = configFile(gpio, "{ line: lock-1 }");
    const { code, stdout } = await run("--config", path, "--json");
    expect(JSON.parse(stdout)).toEqual({
      event: "outputs-off",
      lines: [{ line: "lock-1", outcome: "off" }],
      selfEndingBoards: ["lock-a"],
    });
    expect({ code, isHigh }).toEqual({ code: 0, isHigh: false });
    server.close();
  });

  test("says of a board that it ends its pulses by itself", async () => {
    const gpio = '{ driver: sim, url: "tcp://127.0.0.1:1" }';
    const { code, stdout } = await run(
      "--config",
      configFile(gpio, "{ board: lock-a, channel: 0 }"),
    );
    expect(stdout).toBe("board lock-a: not asked; it ends each pulse by itself\n");
    expect(code).toBe(0);
  });

  test("fails when a line cannot be had, and tells the operator to cut the power", async () => {
    const path = configFile("{ driver: chardev, chip: no-such-chip }", "{ line: GPIO17 }");
    const { code, stdout } = await run("--config", path);
    expect(stdout).toMatch(/^line GPIO17: FAILED: .*no-such-chip.*; cut the power of the locks$/m);
    expect(code).toBe(69);
  });

  test("ends with the code of its fault when it cannot know the lines", async () => {
    const [missing, unnamed] = await Promise.all([
      run("--config", join(folder, "missing.yaml")),
      run(),
    ]);
    expect(missing.code).toBe(78);
    expect(unnamed.code).toBe(2);
    expect(unnamed.stderr).toMatch(/^driftbox outputs-off: usage\/invalid: .*--config is missing/);
  });
});
