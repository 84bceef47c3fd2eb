// What a line does when the process that drives it is killed, and what the stop hook mends.

import type { ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { until } from "../../gateway/drivers/until.ts";
import { holdLine, killNow, runProgram } from "./program.ts";
import { isHigh } from "./simulated-chip.ts";

const children: ChildProcess[] = [];

afterEach(async () => {
  await Promise.all(children.splice(0).map(killNow));
});

async function held(driver: "chardev" | "sysfs", line: string): Promise<ChildProcess> {
  const child = await holdLine(driver, line);
  children.push(child);
  return child;
}

const driving = (): boolean => isHigh(17);

function configFile(driver: string, lockLines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "outputs-off-")), "gateway.yaml");
  const compartments = lockLines.map((line, at) => {
    const lock = `lock: { line: ${line}, oneShot: hardware }`;
    return `      - { number: ${at + 1}, ${lock}, door: { line: D${at} } }`;
  });
  const lines = [
    "site: ferry-12",
    "gateway: ferry-12-a",
    "data: /nowhere",
    'uplink: { url: "mqtt://127.0.0.1:1883" }',
    `gpio: { driver: ${driver}, chip: pinctrl-bcm2711 }`,
    "boxes:",
    "  - id: box-a",
    "    kind: drop-box",
    "    compartments:",
    ...compartments,
  ];
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function outputsOff(driver: string, lockLines: readonly string[]): ReturnType<typeof runProgram> {
  const config = configFile(driver, lockLines);
  return runProgram("gateway/outputs-off.ts", ["--config", config, "--json"]);
}

test("a line held through the character device is low after SIGKILL", async () => {
  const child = await held("chardev", "GPIO17");
  expect(driving()).toBe(true);
  await killNow(child);
  await until("the kernel frees the line", () => !driving());
});

test("a line held through sysfs stays high after SIGKILL; outputs-off brings it low", async () => {
  const child = await held("sysfs", "GPIO17");
  expect(driving()).toBe(true);
  await killNow(child);
  expect(driving()).toBe(true);
  const { code, stdout } = outputsOff("sysfs", ["GPIO17"]);
  expect(driving()).toBe(false);
  expect(JSON.parse(stdout)).toMatchObject({ lines: [{ line: "GPIO17", outcome: "off" }] });
  expect(code).toBe(0);
});

test("a process that ends in order leaves its sysfs outputs low", async () => {
  await held("sysfs", "GPIO18");
  expect(isHigh(18)).toBe(true);
  const { stderr } = runProgram("test/kernel/gpio/end-in-order.ts", ["GPIO18"]);
  expect(stderr).toBe("");
  expect(isHigh(18)).toBe(false);
});

test("outputs-off drives the lines it can, and fails for the one it cannot", () => {
  const { code, stdout } = outputsOff("chardev", ["GPIO99", "GPIO17"]);
  expect(JSON.parse(stdout)).toMatchObject({
    lines: [
      { line: "GPIO99", outcome: "failed", reason: expect.stringContaining("no line GPIO99") },
      { line: "GPIO17", outcome: "off" },
    ],
  });
  expect(code).toBe(69);
});

test("outputs-off waits for nobody for ever, and names who holds a line", async () => {
  await held("chardev", "GPIO17");
  const { code, stdout } = outputsOff("chardev", ["GPIO17"]);
  expect(stdout).toContain("driftbox GPIO17");
  expect(code).toBe(69);
});
