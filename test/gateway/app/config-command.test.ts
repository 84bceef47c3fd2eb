// `driftbox config show`: every value in force, and where each was written.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { policyDocument, policyDraft } from "./fixtures.ts";
import { provision } from "./provision.ts";

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

  it("checks the policy file as the gateway would: signature, site, boxes", () => {
    const made = provision({ mqttPort: 1_883, readerPort: 4_001, boardPort: 4_002 });
    const check = () => {
      const args = ["bin/driftbox.js", "config", "show", "--check", "--config", made.configPath];
      return spawnSync(process.execPath, args, { encoding: "utf8" });
    };
    const refusal = (bytes: Uint8Array) => {
      writeFileSync(made.policyPath, bytes);
      const { status, stderr } = check();
      return [status, stderr.includes(made.policyPath), /: ([a-z]+\/[a-z-]+):/.exec(stderr)?.[1]];
    };
    try {
      expect(check()).toMatchObject({ status: 0 });
      expect(check().stdout).toContain("policy version 1");
      const good = readFileSync(made.policyPath);
      const broken = Uint8Array.from(good, (byte, at) => (at === good.length - 1 ? ~byte : byte));
      expect(refusal(broken)).toEqual([65, true, "document/signature"]);
      const elsewhere = policyDocument(1, { ...policyDraft(1), site: "ferry-13" });
      expect(refusal(elsewhere)).toEqual([65, true, "policy/invalid"]);
      const over = policyDocument(1, { ...policyDraft(1), issuedUs: 1, expiresUs: 2 });
      expect(refusal(over)).toEqual([65, true, "policy/expired"]);
      rmSync(made.policyPath);
      expect(check()).toMatchObject({ status: 78 });
      expect(check().stderr).toContain(`${made.policyPath}: cannot be read; check path and owner`);
    } finally {
      made.remove();
    }
  });

  it("refuses another verb with its usage", () => {
    const { status, stderr } = spawnSync(process.execPath, ["bin/driftbox.js", "config", "edit"], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("usage: driftbox config show");
  });
});
