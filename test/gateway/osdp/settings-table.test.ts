// The table of settings in docs/osdp.md says what the configuration takes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig, type ReaderConfig } from "../../../gateway/config/config.ts";

const page = readFileSync(new URL("../../../docs/osdp.md", import.meta.url), "utf8");
const row = /^\| `(\w+)` \| (\d+) \| (\d+) to (\d+) \|/gm;
const rows = [...page.matchAll(row)].map(([, key = "", ...numbers]) => {
  const [usual = 0, min = 0, max = 0] = numbers.map(Number);
  return { key, usual, min, max };
});

/** The reader of a configuration in which one key may be set. */
function readerWith(setting: string): ReaderConfig | undefined {
  const folder = mkdtempSync(join(tmpdir(), "osdp-settings-"));
  const path = join(folder, "gateway.yaml");
  const place = `id: reader-a, driver: osdp, port: "tcp://127.0.0.1:4000", box: box-a`;
  writeFileSync(
    path,
    `site: ferry-12
gateway: ferry-12-a
data: ${folder}
uplink: { url: "mqtt://127.0.0.1:1883" }
readers: [{ ${place}${setting} }]
boards: [{ id: lock-a, driver: cu16, port: "tcp://127.0.0.1:4001" }]
boxes:
  - id: box-a
    kind: drop-box
    compartments: [{ number: 1, lock: { board: lock-a, channel: 0 }, door: { hook: true } }]
`,
  );
  try {
    return loadConfig({ path, settings: [], environment: {} }).readers[0];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the table names all numbers that can be set", () => {
  expect(rows.map(({ key }) => key)).toEqual(["address", "baud", "pollMs", "replyMs"]);
});

test.each(rows)("$key is $usual, and within $min and $max", ({ key, usual, min, max }) => {
  expect(readerWith("")).toMatchObject({ [key]: usual });
  for (const value of [min, max]) {
    expect(readerWith(`, ${key}: ${value}`)).toMatchObject({ [key]: value });
  }
  for (const value of [min - 1, max + 1]) {
    expect(() => readerWith(`, ${key}: ${value}`)).toThrow(key);
  }
});
