// Policies: which documents are taken, what each refusal is called, and what a cold boot finds.

import { signDocument, type DraftOf } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import { PolicySource } from "../../../gateway/app/uplink/policy-source.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { Documents } from "../../../gateway/ports/storage.ts";
import { identity, layout, MemoryLog, policyDocument, policyDraft } from "./fixtures.ts";

const clocks = { monoMs: 0, wallMs: 0, isWallTrusted: false, isWallDisciplined: false };

function source(documents: Documents = new MemoryDocuments(), version = 0, hash = "") {
  const inputs: Input[] = [];
  const log = new MemoryLog();
  const policies = new PolicySource({
    identity,
    layout,
    documents,
    log,
    offer: (input) => void inputs.push(input),
    applied: () => ({ version, hash }),
    now: () => clocks,
    defer: (run) => void setImmediate(run),
  });
  return { policies, documents, inputs, log };
}

async function codeOf(bytes: Uint8Array, made = source()): Promise<string> {
  const taken = await made.policies.take(bytes, "file");
  return taken.ok ? `version ${taken.value.version}` : taken.code;
}

describe("the policy source", () => {
  it("stores a document before the core hears of it", async () => {
    const documents = new MemoryDocuments();
    const made = source(documents);
    const heard: unknown[] = [];
    const policies = new PolicySource({
      identity,
      layout,
      documents: {
        read: (name) => documents.read(name),
        write: async (name, value) => {
          expect(heard).toEqual([]);
          await documents.write(name, value);
        },
      },
      log: made.log,
      offer: (input) => void heard.push(input.kind),
      applied: () => ({ version: 0, hash: "" }),
      now: () => clocks,
      defer: (run) => void setImmediate(run),
    });
    await policies.take(policyDocument(1), "center");
    expect(heard).toEqual(["PolicyAccepted"]);
    expect(await documents.read("policy")).toMatchObject({ document: expect.any(String) });
  });

  it("applies the stored document after a cold boot without file and network", async () => {
    const { documents } = await (async () => {
      const made = source();
      await made.policies.take(policyDocument(4), "center");
      return made;
    })();
    const cold = source(documents);
    await cold.policies.restore();
    expect(cold.inputs).toMatchObject([{ kind: "PolicyAccepted", policy: { version: 4 } }]);
  });

  it("refuses what is forged, unknown, older, foreign or contradictory, each by its name", async () => {
    const forged = policyDocument(2);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(await codeOf(forged)).toBe("document/signature");
    const stranger = signerFromPem(generateKey().privatePem);
    const strange = signDocument("policy", policyDraft(2), stranger, sha256);
    expect(await codeOf(strange)).toBe("document/unknown-key");
    expect(await codeOf(Buffer.from("no document"))).toBe("wire/document");
    expect(await codeOf(policyDocument(2, { site: "ferry-13" }))).toBe("policy/invalid");
    expect(await codeOf(policyDocument(2, { roles: [] }))).toBe("policy/invalid");
    expect(await codeOf(policyDocument(2), source(undefined, 3))).toBe("policy/older");
  });

  it("judges only the newest of what comes at once, and logs refusals ever more rarely", async () => {
    const made = source();
    made.policies.takeNewest(policyDocument(1));
    for (let at = 0; at < 500; at += 1) made.policies.takeNewest(Buffer.from(`junk ${at}`));
    made.policies.takeNewest(policyDocument(9));
    await made.policies.take(policyDocument(9), "center");
    expect(made.policies.counts).toMatchObject({ accepted: 1, refused: 0 });
    for (let at = 0; at < 500; at += 1) {
      made.policies.takeNewest(Buffer.from("junk"));
      await made.policies.take(policyDocument(9), "center");
    }
    expect(made.policies.counts).toMatchObject({ accepted: 1, refused: 500 });
    expect(made.log.lines.filter(({ level }) => level === "error")).toHaveLength(9);
    expect(made.policies.inForce?.version).toBe(9);
  });

  it("keeps the policy in force when the next is refused, and counts it", async () => {
    const made = source();
    await made.policies.take(policyDocument(5), "file");
    expect(await codeOf(policyDocument(4), made)).toBe("policy/older");
    const twin: DraftOf<"policy"> = { utcOffsetMin: 60 };
    expect(await codeOf(policyDocument(5, twin), made)).toBe("policy/invalid");
    expect(made.policies.inForce?.version).toBe(5);
    expect(made.policies.counts).toEqual({ accepted: 1, unchanged: 0, refused: 2 });
    expect(made.log.lines.at(-1)).toMatchObject({ level: "error", fields: { inForce: 5 } });
  });

  it("refuses after a restart another document of the version that the journal knows", async () => {
    const first = source();
    await first.policies.take(policyDocument(5), "file");
    const hash = first.policies.inForce?.documentHash ?? "";
    const twin = policyDocument(5, { utcOffsetMin: 60 });
    expect(await codeOf(twin, source(undefined, 5, hash))).toBe("policy/invalid");
    expect(await codeOf(policyDocument(5), source(undefined, 5, hash))).toBe("version 5");
    expect(await codeOf(twin, source(undefined, 5))).toBe("version 5");
  });

  it("tells what it refused until the same origin brings a good one", async () => {
    const { policies } = source();
    await policies.take(policyDocument(2), "center");
    await policies.take(policyDocument(1), "file");
    await policies.take(new Uint8Array([1]), "center");
    const told = () => policies.refusals.map(({ origin, code }) => `${origin} ${code}`);
    expect(told()).toEqual(["file policy/older", "center wire/document"]);
    await policies.take(policyDocument(2), "file");
    expect(told()).toEqual(["center wire/document"]);
    await policies.take(policyDocument(3), "center");
    expect(told()).toEqual([]);
  });

  it("takes the same document again without a word", async () => {
    const made = source();
    await made.policies.take(policyDocument(1), "file");
    await made.policies.take(policyDocument(1), "center");
    expect(made.inputs).toHaveLength(1);
    expect(made.policies.counts.unchanged).toBe(1);
  });

  it("judges the next document although the core failed at one", async () => {
    const made = source();
    let failures = 1;
    const policies = new PolicySource({
      identity,
      layout,
      documents: made.documents,
      log: made.log,
      applied: () => ({ version: 0, hash: "" }),
      now: () => clocks,
      defer: (run) => void setImmediate(run),
      offer: () => {
        failures -= 1;
        if (failures === 0) throw new Error("a defect");
      },
    });
    await expect(policies.take(policyDocument(1), "file")).rejects.toThrow("a defect");
    expect(await policies.take(policyDocument(2), "file")).toMatchObject({ ok: true });
  });

  it("lets others go on between the steps of a policy of 5,000 persons", async () => {
    const made = source();
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      others = setImmediate(turn);
    };
    let others = setImmediate(turn);
    const names = Array.from({ length: 5_000 }, (_, at) => `p-${at}`);
    const refOf = (name: string): Uint8Array => sha256(new TextEncoder().encode(name)).slice(0, 16);
    const persons = names.map((person) => ({ person, role: "crew" }));
    const badges = names.map((person) => ({ badgeRef: refOf(person), person, assurance: 1 }));
    expect(await codeOf(policyDocument(1, { persons, badges }), made)).toBe("version 1");
    clearImmediate(others);
    expect(turns).toBeGreaterThan(150);
  });

  it("does not apply what it could not store", async () => {
    const full: Documents = {
      read: () => Promise.resolve(undefined),
      write: () => Promise.reject(new Error("disk full")),
    };
    const made = source(full);
    expect(await codeOf(policyDocument(1), made)).toBe("documents/io");
    expect(made.inputs).toMatchObject([{ kind: "DocumentTurnedAway", code: "documents/io" }]);
  });
});
