// What the stop hook runs: lock lines go off one by one, and the exit code tells the supervisor.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { turnOff } from "../../../gateway/adapters/gpio/outputs-off.ts";
import { SourceLines } from "../../../gateway/adapters/gpio/source-lines.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { SystemTime } from "../drivers/system-time.ts";
import { MemorySource } from "./memory-source.ts";
import { gatewayText, runOutputsOff, simulatedGpio } from "./outputs-off-rig.ts";

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
    writeFileSync(path, gatewayText(gpio, lock));
    return path;
  }

  test("brings a simulated lock line low without a journal or a key", async () => {
    const { gpio, levels, close } = await simulatedGpio("lock-1");
    const path = configFile(gpio, "{ line: lock-1 }");
    const { code, stdout } = await runOutputsOff("--config", path, "--json");
    expect(JSON.parse(stdout)).toEqual({
      event: "outputs-off",
      lines: [{ line: "lock-1", outcome: "off" }],
      selfEndingBoards: ["lock-a"],
      problems: [],
    });
    expect({ code, isHigh: levels.get("lock-1") }).toEqual({ code: 0, isHigh: false });
    close();
  });

  test("says of a board that it ends its pulses by itself", async () => {
    const gpio = '{ driver: sim, url: "tcp://127.0.0.1:1" }';
    const { code, stdout } = await runOutputsOff(
      "--config",
      configFile(gpio, "{ board: lock-a, channel: 0 }"),
    );
    expect(stdout).toBe("board lock-a: not asked; it ends each pulse by itself\n");
    expect(code).toBe(0);
  });

  test("fails when a line cannot be had, and tells the operator to cut the power", async () => {
    const path = configFile("{ driver: chardev, chip: no-such-chip }", "{ line: GPIO17 }");
    const { code, stdout } = await runOutputsOff("--config", path);
    expect(stdout).toMatch(/^line GPIO17: FAILED: .*no-such-chip.*; cut the power of the locks$/m);
    expect(code).toBe(69);
  });

  test("ends with the code of its fault when it cannot know the lines", async () => {
    const [missing, unnamed] = await Promise.all([
      runOutputsOff("--config", join(folder, "missing.yaml")),
      runOutputsOff(),
    ]);
    expect(missing.code).toBe(78);
    expect(unnamed.code).toBe(2);
    expect(unnamed.stderr).toMatch(/^driftbox outputs-off: usage\/invalid: .*--config is missing/);
  });
});
