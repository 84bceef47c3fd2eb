// The contract of the Documents port on lowdb and in memory, and damage of the stored file.

import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LowdbDocuments } from "../../../gateway/adapters/documents/lowdb-documents.ts";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import type { Documents } from "../../../gateway/ports/storage.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "driftbox-documents-"));
});

afterEach(() => rmSync(root, { recursive: true, maxRetries: 5 }));

function describeDocumentsContract(name: string, reopener: () => () => Promise<Documents>): void {
  describe(`${name} keep the contract of the documents`, () => {
    it("are undefined until written, then what was written, also after a restart", async () => {
      const open = reopener();
      const first = await open();
      expect(await first.read("receipt")).toBeUndefined();
      await first.write("receipt", { nextSeq: 7, head: "ab", list: [1, "二"] });
      await first.write("policy", "text");
      expect(await first.read("receipt")).toEqual({ nextSeq: 7, head: "ab", list: [1, "二"] });
      const second = await open();
      expect(await second.read("receipt")).toEqual({ nextSeq: 7, head: "ab", list: [1, "二"] });
      expect(await second.read("policy")).toBe("text");
      await second.write("receipt", { nextSeq: 8 });
      expect(await second.read("receipt")).toEqual({ nextSeq: 8 });
    });

    it("end as the last write when writes of one name overlap", async () => {
      const open = reopener();
      const documents = await open();
      const writes = Array.from({ length: 20 }, (_, n) => documents.write("custody", { n }));
      await Promise.all(writes);
      expect(await documents.read("custody")).toEqual({ n: 19 });
      expect(await (await open()).read("custody")).toEqual({ n: 19 });
    });

    it("refuse a name that could be a path", async () => {
      const documents = await reopener()();
      expect(() => documents.read("../gateway")).toThrow(/document name/);
      expect(() => documents.write("A", 1)).toThrow(/document name/);
    });
  });
}

describeDocumentsContract("documents in lowdb", () => () => LowdbDocuments.open(join(root, "d")));
describeDocumentsContract("documents in memory", () => {
  const texts = new Map<string, string>();
  return () => Promise.resolve(new MemoryDocuments(texts));
});

describe("documents in lowdb", () => {
  it("report every flipped or missing byte, and keep the file aside", async () => {
    const folder = join(root, "d");
    const documents = await LowdbDocuments.open(folder);
    await documents.write("policy", { version: 3 });
    const good = readFileSync(join(folder, "policy.json"));
    for (let at = 0; at < good.length; at += 1) {
      const flipped = Uint8Array.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      for (const bytes of [flipped, good.subarray(0, at)]) {
        writeFileSync(join(folder, "policy.json"), bytes);
        await expect(documents.read("policy")).rejects.toMatchObject({ code: "documents/damaged" });
        expect(readFileSync(join(folder, "policy.json.damaged")).equals(bytes)).toBe(true);
      }
    }
    expect(await documents.read("policy")).toBeUndefined();
  });

  it("say what to do when the disk refuses", async () => {
    const folder = join(root, "d");
    const documents = await LowdbDocuments.open(folder);
    mkdirSync(join(folder, "receipt.json"));
    const failed = { code: "documents/io", message: expect.stringContaining("check space") };
    await expect(documents.write("receipt", 1)).rejects.toMatchObject(failed);
    await expect(LowdbDocuments.open(join(root, "no", "d"))).rejects.toMatchObject({
      code: "documents/io",
    });
    expect(readdirSync(folder)).toContain("receipt.json");
  });
});
