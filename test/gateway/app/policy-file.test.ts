// A policy on the gateway's own disk, however large.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits, openDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { expect, it, onTestFinished } from "vitest";
import { readPolicyFile } from "../../../gateway/policy-file.ts";
import { policyDocument } from "./fixtures.ts";

function pathIn(): string {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-policy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "policy.document");
}

it("is read whole", () => {
  const path = pathIn();
  writeFileSync(path, policyDocument(1));
  expect(readPolicyFile(path)).toEqual(Uint8Array.from(policyDocument(1)));
});

it.each(["a device without end", "a file of 3 GB"])(
  "is read no further than needed: %s",
  (what) => {
    const path = what.startsWith("a file") ? pathIn() : "/dev/zero";
    if (path !== "/dev/zero") {
      writeFileSync(path, "");
      truncateSync(path, 3_000_000_000);
    }
    const bytes = readPolicyFile(path);
    expect(bytes).toHaveLength(limits.policyMaxBytes + 1);
    const opened = openDocument("policy", bytes, [], sha256);
    expect(opened).toMatchObject({ ok: false, code: "wire/document" });
  },
);
