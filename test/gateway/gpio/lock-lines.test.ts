// Lines that the gateway wrote down are turned off whatever has become of its configuration.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configOf } from "../../../gateway/config/config.ts";
import { parseTree } from "../../../gateway/config/tree.ts";
import {
  keepLockLines,
  lockLinesPath,
  lockOutputsOf,
  readLockLines,
  unionOf,
  type LockOutputs,
} from "../../../gateway/lock-lines.ts";
import { gatewayText, runOutputsOff, runUnder, simulatedGpio } from "./outputs-off-rig.ts";

let folder: string;
let data: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-lines-"));
  data = join(folder, "data");
  path = join(folder, "gateway.yaml");
  mkdirSync(data);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const chip = { driver: "chardev", chip: "pinctrl-bcm2711" } as const;

function locks(...names: readonly string[]): LockOutputs {
  return { gpio: chip, lines: names.map((name) => ({ name, isActiveLow: false })) };
}

describe("the lines of locks", () => {
  test("are read as they were kept, names of digits too", async () => {
    const outputs = [{ gpio: chip, lines: [{ name: "17", isActiveLow: true }] }];
    await keepLockLines(data, outputs);
    expect(await readLockLines(data)).toEqual(outputs);
  });

  test("are those of the configuration, with their polarity", () => {
    const gpio = "{ driver: chardev, chip: pinctrl-bcm2711 }";
    const text = gatewayText(gpio, "{ line: GPIO17, activeLow: true }");
    const config = configOf(parseTree(text, "gateway.yaml"), folder);
    const lines = [{ name: "GPIO17", isActiveLow: true }];
    expect(lockOutputsOf(config)).toEqual([{ gpio: chip, lines }]);
    const onBoard = gatewayText(gpio, "{ board: lock-a, channel: 0 }");
    expect(lockOutputsOf(configOf(parseTree(onBoard, "gateway.yaml"), folder))).toEqual([]);
  });

  test("are not written again while they are the same, nor when there never were any", async () => {
    await keepLockLines(data, []);
    expect(await readLockLines(data)).toBeUndefined();
    await keepLockLines(data, [locks("GPIO17")]);
    const { ino } = statSync(lockLinesPath(data));
    await keepLockLines(data, [locks("GPIO17")]);
    expect(statSync(lockLinesPath(data)).ino).toBe(ino);
    await keepLockLines(data, []);
    expect(await readLockLines(data)).toEqual([]);
  });

  test("that were not kept whole are refused, and kept anew at the next start", async () => {
    await keepLockLines(data, [locks("GPIO17")]);
    const kept = readFileSync(lockLinesPath(data), "utf8");
    writeFileSync(lockLinesPath(data), kept.replace("GPIO17", "GPIO18"));
    await expect(readLockLines(data)).rejects.toMatchObject({ code: "documents/damaged" });
    await keepLockLines(data, [locks("GPIO22")]);
    expect(await readLockLines(data)).toEqual([locks("GPIO22")]);
  });

  test("of two sources are each there once, by the later polarity", () => {
    const sim = { driver: "sim", url: "tcp://127.0.0.1:1" } as const;
    const other = { gpio: sim, lines: [{ name: "17", isActiveLow: false }] };
    const turned = { gpio: chip, lines: [{ name: "17", isActiveLow: true }] };
    const [first, second] = unionOf([locks("GPIO17", "GPIO22"), other, turned]);
    expect(first?.lines).toEqual([
      { name: "17", isActiveLow: true },
      { name: "GPIO22", isActiveLow: false },
    ]);
    expect(second).toEqual(other);
  });
});

describe("the program turns off", () => {
  test("what was kept when the configuration is bad, and says that it is", async () => {
    const { url, levels, close } = await simulatedGpio("lock-1");
    const lines = [{ name: "lock-1", isActiveLow: false }];
    await keepLockLines(data, [{ gpio: { driver: "sim", url }, lines }]);
    writeFileSync(path, "site: ferry-12\nreeders: []\n");
    const runs = [
      runOutputsOff("--config", path, "--data", data),
      runUnder({ STATE_DIRECTORY: `${data}:/nowhere` }, ["--config", join(folder, "missing")]),
    ];
    for (const { code, stdout, stderr } of await Promise.all(runs)) {
      expect(stdout).toContain("line lock-1: off\nthe configuration cannot be used: ");
      expect(stdout).toContain(`the lines are those of ${lockLinesPath(data)}`);
      expect(stderr).toMatch(/^driftbox outputs-off: config\//);
      expect(code).toBe(78);
    }
    expect(levels.get("lock-1")).toBe(false);
    close();
  });

  test("a line that was renamed since the gateway started, and the new one", async () => {
    const { gpio, url, levels, close } = await simulatedGpio("lock-old", "lock-new");
    const lines = [{ name: "lock-old", isActiveLow: false }];
    await keepLockLines(data, [{ gpio: { driver: "sim", url }, lines }]);
    writeFileSync(path, gatewayText(gpio, "{ line: lock-new }"));
    const { code } = await runOutputsOff("--config", path);
    expect([...levels.values()]).toEqual([false, false]);
    expect(code).toBe(0);
    close();
  });

  test("nothing it does not know of: then the power is to be cut", async () => {
    const noChip = { driver: "chardev", chip: "no-such-chip" } as const;
    await keepLockLines(data, [{ ...locks("GPIO17"), gpio: noChip }]);
    const [unknown, failed] = await Promise.all([
      runOutputsOff("--config", path, "--data", folder),
      runOutputsOff("--config", path, "--data", data),
    ]);
    expect(unknown.stdout).toContain("and no lines were kept; give --data, or cut the power");
    expect(unknown.code).toBe(78);
    expect(failed.stdout).toContain("line GPIO17: FAILED: ");
    expect(failed.code).toBe(69);
  });
});
