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
