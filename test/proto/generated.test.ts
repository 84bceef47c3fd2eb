// The generated protobuf modules are those of the schema files, and read numbers as numbers.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { driftbox } from "../../proto/generated/driftbox.js";
import { factKinds } from "./vectors/samples.ts";

const proto = fileURLToPath(new URL("../../proto/", import.meta.url));

test("generating again changes nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-generated-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync("bash", [join(proto, "generate.sh"), folder], { stdio: "ignore" });
  const names = readdirSync(folder).toSorted();
  expect(names).toEqual(["driftbox.d.ts", "driftbox.js"]);
  for (const name of names) {
    const fresh = readFileSync(join(folder, name), "utf8");
    expect(fresh === readFileSync(join(proto, "generated", name), "utf8"), name).toBe(true);
  }
}, 120_000);

test("64-bit fields are plain numbers in a process of its own, not only under vitest", () => {
  const script = `
    import { driftbox } from "./generated/driftbox.js";
    const { Receipt } = driftbox.v1;
    const read = Receipt.decode(Receipt.encode({ nextSeq: 2 ** 53 - 1, issuedUs: -5 }).finish());
    process.stdout.write(JSON.stringify([read.nextSeq, read.issuedUs]));`;
  const args = ["--input-type=module", "--eval", script];
  const output = execFileSync(process.execPath, args, { cwd: proto, encoding: "utf8" });
  expect(JSON.parse(output)).toEqual([Number.MAX_SAFE_INTEGER, -5]);
});

test("every kind of fact has its message in the schema, and none is left over", () => {
  const schema = readFileSync(join(proto, "driftbox/v1/custody.proto"), "utf8");
  const fields = schema.slice(schema.indexOf("oneof fact"), schema.indexOf("enum Recovery"));
  const messages = [...fields.matchAll(/^ {4}(\w+) \w+ = \d+;$/gm)].map((match) =>
    String(match[1]),
  );
  expect(messages.toSorted()).toEqual(factKinds.toSorted());
  for (const kind of factKinds) expect(driftbox.v1).toHaveProperty(kind);
});
