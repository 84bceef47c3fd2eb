// `driftbox config show`: every value in force, and where each was written.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "driftbox-config-"));
const path = join(folder, "gateway.yaml");
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  path,
  `site: ferry-12
gateway: ferry-12-a
data: ./data
uplink: { url: "mqtt://127.0.0.1:1883" }
boards:
  - { id: lock-a, driver: cu16, port: /dev/ttyUSB0 }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - { number: 1, lock: { board: lock-a, channel: 0 }, door: { hook: true } }
`,
);

function shown(...more: readonly string[]) {
  const args = ["bin/driftbox.js", "config", "show", "--config", path, ...more];
  const environment = { ...process.env, DRIFTBOX__UPLINK__KEEPALIVES: "30" };
  return spawnSync(process.execPath, args, { encoding: "utf8", env: environment });
}

describe("driftbox config show", () => {
  it("tells file line, environment, flag and default apart", () => {
    const { status, stdout } = shown("--origin", "--set", "timing.openWithinMs=7000");
    expect(status).toBe(0);
    const lines = stdout.trim().split("\n");
    const lineOf = (key: string) => lines.find((line) => line.startsWith(`${key} = `));
    expect(lineOf("boards.0.port")).toMatch(/= "\/dev\/ttyUSB0" +# .*gateway\.yaml line 6$/);
    expect(lineOf("boards.0.baud")).toMatch(/= 19200 +# default$/);
    expect(lineOf("uplink.keepaliveS")).toMatch(/# environment DRIFTBOX__UPLINK__KEEPALIVES$/);
    expect(lineOf("timing.openWithinMs")).toMatch(/= 7000 +# --set timing\.openWithinMs$/);
  });

  it("prints the same as JSON", () => {
    const rows = JSON.parse(shown("--json").stdout) as { key: string; origin: string }[];
    expect(rows.find(({ key }) => key === "boxes.0.kind")?.origin).toMatch(/line 9$/);
    expect(rows.length).toBeGreaterThan(30);
  });

  it("checks, and ends with 78 and the line of what is wrong", () => {
    expect(shown("--check")).toMatchObject({ status: 0 });
    const { status, stderr } = shown("--check", "--set", "boxes.0.compartments.0.lock.channel=16");
    expect(status).toBe(78);
    expect(stderr).toContain("board lock-a has channels 0 to 15, not 16");
  });

  it("refuses another verb with its usage", () => {
    const { status, stderr } = spawnSync(process.execPath, ["bin/driftbox.js", "config", "edit"], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("usage: driftbox config show");
  });
});
