// Sets of grants from the center: what is taken, kept for a cold boot, and refused by which name.

import { signDocument, type DraftOf, type Signer } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import { GrantSource } from "../../../gateway/app/uplink/grant-source.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { Documents } from "../../../gateway/ports/storage.ts";
import { Action } from "../custody/bank.ts";
import { centerSigner, identity, layout, MemoryLog } from "./fixtures.ts";

const dispatcher = signerFromPem(generateKey().privatePem);

function grant(name: string, change: DraftOf<"grant"> = {}, signer: Signer = centerSigner) {
  const draft = {
    grant: name,
    site: "ferry-12",
    person: "p-1",
    box: "box-a",
    actions: [Action.ACTION_COLLECT],
  };
  return signDocument("grant", { ...draft, ...change }, signer, sha256);
}

function set(version: number, grants: Uint8Array[] = [], signer: Signer = centerSigner) {
  return signDocument("grants", { version, site: "ferry-12", grants }, signer, sha256);
}

function source(documents: Documents = new MemoryDocuments(), signers: Signer[] = [centerSigner]) {
  const inputs: Input[] = [];
  const grants = new GrantSource({
    identity,
    layout,
    documents,
    log: new MemoryLog(),
    offer: (input) => void inputs.push(input),
    defer: (run) => void setImmediate(run),
    applied: () => ({ version: 0, hash: "" }),
    grantKeys: () => signers.map(({ publicKey }) => verifierOf(publicKey)),
  });
  return { grants, documents, inputs };
}

async function codeOf(bytes: Uint8Array, made = source()): Promise<string> {
  const taken = await made.grants.take(bytes, "center");
  return taken.ok ? `version ${taken.value.version}` : taken.code;
}

describe("the source of grants", () => {
  it("takes a newer set, keeps it for a cold boot, and refuses to go back", async () => {
    const made = source();
    expect(await codeOf(set(2, [grant("g-1")]), made)).toBe("version 2");
    expect(made.inputs).toMatchObject([
      { kind: "GrantsAccepted", grants: { version: 2, grantCount: 1 } },
    ]);
    expect(await codeOf(set(1), made)).toBe("grants/older");
    expect(await codeOf(set(2), made)).toBe("grants/invalid");
    const cold = source(made.documents);
    await cold.grants.restore();
    expect(cold.inputs).toMatchObject([{ kind: "GrantsAccepted", grants: { version: 2 } }]);
  });

  it("refuses a set, and a grant in it, that is forged, of another key, type or site", async () => {
    const forged = set(1);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(await codeOf(forged)).toBe("document/signature");
    expect(await codeOf(set(1, [], dispatcher))).toBe("document/unknown-key");
    expect(await codeOf(grant("g-1"))).toBe("document/type");
    expect(await codeOf(set(1, [grant("g-1", {}, dispatcher)]))).toBe("document/unknown-key");
    expect(await codeOf(set(1, [grant("g-1").slice(0, 60)]))).toBe("wire/document");
    expect(await codeOf(set(1, [grant("g-1", { site: "ferry-13" })]))).toBe("grants/invalid");
    expect(await codeOf(set(1, [grant("g-1", { compartments: [9] })]))).toBe("grants/invalid");
    const elsewhere = { version: 1, site: "ferry-13" };
    expect(await codeOf(signDocument("grants", elsewhere, centerSigner, sha256))).toBe(
      "grants/invalid",
    );
  });

  it("takes keys that the policy names, and then no others", async () => {
    const named = source(new MemoryDocuments(), [dispatcher]);
    expect(await codeOf(set(1, [grant("g-1", {}, dispatcher)], dispatcher), named)).toBe(
      "version 1",
    );
    expect(await codeOf(set(2), named)).toBe("document/unknown-key");
  });

  it("gives no rights any more once its key may not sign, and keeps what it took back", async () => {
    const signers = [dispatcher];
    const made = source(new MemoryDocuments(), signers);
    await made.grants.take(set(1, [grant("g-1", {}, dispatcher)], dispatcher), "center");
    await made.grants.rejudge();
    expect(made.inputs).toHaveLength(1);
    signers.splice(0, 1, centerSigner);
    await made.grants.rejudge();
    expect(made.inputs.at(-1)).toMatchObject({ grants: { version: 1, byHolder: {} } });
    await made.grants.rejudge();
    expect(made.inputs).toHaveLength(2);
  });

  it("gives them again once its key may sign again, and when the same set comes again", async () => {
    const signers = [dispatcher];
    const made = source(new MemoryDocuments(), signers);
    const sent = set(1, [grant("g-1", {}, dispatcher)], dispatcher);
    await made.grants.take(sent, "center");
    const withdraw = async (): Promise<void> => {
      signers.splice(0, 1, centerSigner);
      await made.grants.rejudge();
      expect(made.inputs.at(-1)).toMatchObject({ grants: { grantCount: 0 } });
      signers.splice(0, 1, dispatcher);
    };
    await withdraw();
    await made.grants.rejudge();
    expect(made.inputs.at(-1)).toMatchObject({ grants: { version: 1, grantCount: 1 } });
    await withdraw();
    await made.grants.take(sent, "center");
    expect(made.inputs.at(-1)).toMatchObject({ grants: { version: 1, grantCount: 1 } });
    expect(made.inputs).toHaveLength(5);
  });

  it("takes what was turned away once its key may sign", async () => {
    const signers = [centerSigner];
    const made = source(new MemoryDocuments(), signers);
    expect(await codeOf(set(1, [], dispatcher), made)).toBe("document/unknown-key");
    signers.push(dispatcher);
    await made.grants.rejudge();
    expect(made.inputs.at(-1)).toMatchObject({ kind: "GrantsAccepted", grants: { version: 1 } });
    expect(made.grants.refusals).toEqual([]);
  });

  it("lets others go on while it checks hundreds of signatures", async () => {
    const made = source();
    const grants = Array.from({ length: 400 }, (_, at) => grant(`g-${at}`, { person: `p-${at}` }));
    const seen = { turns: 0, isDone: false };
    const goOn = (): void => {
      seen.turns += 1;
      if (!seen.isDone) setImmediate(goOn);
    };
    goOn();
    expect(await codeOf(set(1, grants), made)).toBe("version 1");
    seen.isDone = true;
    expect(seen.turns).toBeGreaterThan(40);
  });
});
