// Readers without usable keys: each is absent with a reason, and all others are there.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NodeEntropy } from "../../../gateway/adapters/runtime/node-entropy.ts";
import { wiringOf } from "../../../gateway/compose/devices.ts";
import { loadConfig } from "../../../gateway/config/config.ts";
import type { DeviceHealth } from "../../../gateway/ports/devices.ts";
import { ManualTime, settle } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reader-wires-"));
  mkdirSync(join(folder, "reader-keys"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function keyFile(name: string, text: string): void {
  writeFileSync(join(folder, "reader-keys", name), text, { mode: 0o600 });
}

const readers = [
  `{ id: good, driver: osdp, port: "tcp://127.0.0.1:1", address: 0, box: box-a }`,
  `{ id: new, driver: osdp, port: "tcp://127.0.0.1:1", address: 1, box: box-a }`,
  `{ id: torn, driver: osdp, port: "tcp://127.0.0.1:1", address: 2, box: box-a }`,
  `{ id: factory, driver: osdp, port: "tcp://127.0.0.1:1", address: 3, box: box-a }`,
  `{ id: keyless, driver: pn532, mode: sun, port: "tcp://127.0.0.1:2", box: box-a,
      metaKeyFile: ./reader-keys/meta, cardKeyFile: ./reader-keys/none }`,
  `{ id: proving, driver: pn532, mode: sun, port: "tcp://127.0.0.1:3", box: box-a,
      metaKeyFile: ./reader-keys/meta, cardKeyFile: ./reader-keys/card }`,
  `{ id: public, driver: pn532, mode: sun, port: "tcp://127.0.0.1:5", box: box-a,
      metaKeyFile: ./reader-keys/meta, cardKeyFile: ./reader-keys/zeros }`,
  `{ id: twice, driver: pn532, mode: sun, port: "tcp://127.0.0.1:6", box: box-a,
      metaKeyFile: ./reader-keys/meta, cardKeyFile: ./reader-keys/meta }`,
];

function configFile(): string {
  const path = join(folder, "gateway.yaml");
  const text = `site: ferry-12
gateway: ferry-12-a
data: ${folder}
uplink: { url: "mqtt://127.0.0.1:1883" }
readers:
${readers.map((reader) => `  - ${reader}`).join("\n")}
boards:
  - { id: lock-a, driver: cu16, port: "tcp://127.0.0.1:4", address: 0 }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - { number: 1, lock: { board: lock-a, channel: 0 }, door: { hook: true } }
`;
  writeFileSync(path, text);
  return path;
}

/** Starts every reader; what each said of itself at once. */
async function healths(log: RecordingLog): Promise<ReadonlyMap<string, string>> {
  const config = loadConfig({ path: configFile(), settings: [], environment: {} });
  const time = new ManualTime();
  const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
  const wiring = await wiringOf({ config, runtime, entropy: new NodeEntropy() });
  const said = new Map<string, string>();
  for (const { reader } of wiring.readers) {
    const words = (health: DeviceHealth) => ("reason" in health ? health.reason : "");
    reader.onHealth((health) => said.set(reader.id, `${health.state}: ${words(health)}`));
    reader.start();
  }
  await settle();
  await Promise.all(wiring.readers.map(({ reader }) => reader.stop()));
  return said;
}

describe("a reader without a usable key", () => {
  it("is absent and says what to do, while all others are started", async () => {
    keyFile("good.key", `${"a0".repeat(16)}\n`);
    keyFile("torn.key", "a0a0");
    keyFile("factory.key", "303132333435363738393a3b3c3d3e3f");
    keyFile("meta", "b0".repeat(16));
    keyFile("card", "c0".repeat(16));
    keyFile("zeros", "00".repeat(16));
    const log = new RecordingLog();
    const said = await healths(log);
    expect(said.get("new")).toMatch(/^absent: .*run driftbox commission/);
    expect(said.get("torn")).toMatch(/^absent: .*torn\.key.*run driftbox commission/);
    expect(said.get("factory")).toMatch(/^absent: .*published default key.*driftbox commission/);
    expect(said.get("keyless")).toMatch(/^absent: .*reader-keys\/none cannot be read/);
    expect(said.get("public")).toMatch(/^absent: .*all zeros is the key every card leaves/);
    expect(said.get("twice")).toMatch(/^absent: .*the same key twice/);
    for (const id of ["good", "proving"]) {
      expect(said.get(id)).not.toMatch(/key/);
      expect(log.lines.join("\n")).not.toContain(`cannot be used {"reader":"${id}"`);
    }
    expect([...said.keys()].toSorted()).toEqual([
      "factory",
      "good",
      "keyless",
      "new",
      "proving",
      "public",
      "torn",
      "twice",
    ]);
  });

  it("is in the log once, and never with a key", async () => {
    keyFile("torn.key", "a0a1a2a3");
    const log = new RecordingLog();
    await healths(log);
    expect(log.lines.filter((line) => line.includes('"reader":"torn"'))).toHaveLength(1);
    expect(log.lines.join("\n")).not.toContain("a0a1a2a3");
  });
});
