// The flags of Node that a gateway runs with stand in one place; its service unit has the same.

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { gatewayNodeFlags } from "../../device-sim/project.ts";
import { readDocument } from "./documents.ts";

test("the gateway's service unit has the flags of its package, and Node knows them", () => {
  const flags = gatewayNodeFlags();
  expect(flags.length).toBeGreaterThan(0);
  const unit = readDocument("systemd/driftbox-gateway.service");
  const [start] = unit.match(/^ExecStart=.*$/m) ?? [];
  expect(start).toContain(`/usr/bin/node ${flags.join(" ")} /usr/lib/driftbox/bin/driftbox.js`);
  const { status, stderr } = spawnSync(process.execPath, [...flags, "--eval", ""]);
  expect(String(stderr)).toBe("");
  expect(status).toBe(0);
});

test("the rules for devices reach serial adapters, and come after the ones that name them", () => {
  const rules = readDocument("systemd/61-driftbox.rules").split("\n");
  const lines = rules.filter((line) => line !== "" && !line.startsWith("#"));
  // A parent test with != holds for the port itself and would end the rules for every port.
  expect(
    lines.filter((line) => /(?:SUBSYSTEMS|ATTRS|DRIVERS|KERNELS)(?:\{\w+\})?!=/.test(line)),
  ).toEqual([]);
  const labels = lines.flatMap((line) => line.match(/^LABEL="(\w+)"$/)?.[1] ?? []);
  const jumps = lines.flatMap((line) => line.match(/GOTO="(\w+)"/)?.[1] ?? []);
  expect(new Set(jumps)).toEqual(new Set(labels));
  const unit = readDocument("systemd/driftbox-gateway.service");
  for (const driver of ["usbserial", "cdc_acm"])
    expect(unit).toContain(`modprobe@${driver}.service`);
  expect(lines.length).toBeGreaterThan(10);
});
