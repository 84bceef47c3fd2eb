// Sets of manifests: which are taken, what each refusal is called, and what a cold boot finds.

import { signDocument, toHex, type DraftOf } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import { ManifestSource } from "../../../gateway/app/uplink/manifest-source.ts";
import { expectedMaxCount } from "../../../gateway/custody/manifests/manifests.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { Documents } from "../../../gateway/ports/storage.ts";
import { centerSigner, identity, MemoryLog } from "./fixtures.ts";

function source(documents: Documents = new MemoryDocuments()) {
  const inputs: Input[] = [];
  const made = new ManifestSource({
    identity,
    documents,
    log: new MemoryLog(),
    offer: (input) => void inputs.push(input),
    defer: (run) => void setImmediate(run),
  });
  return { made, documents, inputs };
}

const usual = { manifest: "m-1", voyage: "v-1", expected: ["1", "2"] };

function signed(draft: DraftOf<"manifests">, by = centerSigner): Uint8Array {
  const whole = { version: 1, site: identity.site, manifests: [usual], ...draft };
  return signDocument("manifests", whole, by, sha256);
}

async function outcome(draft: DraftOf<"manifests">, at = source()): Promise<string> {
  const taken = await at.made.take(signed(draft), "center");
  return taken.ok ? `version ${taken.value.version}` : taken.code;
}

describe("the source of manifests", () => {
  it("tells the core of a signed set, and of the stored one after a cold boot", async () => {
    const { documents, inputs } = await (async () => {
      const at = source();
      expect(await outcome({ version: 3 }, at)).toBe("version 3");
      return at;
    })();
    const documentHash = toHex(sha256(signed({ version: 3 })));
    const accepted = { version: 3, documentHash, manifests: [usual] };
    const expected: Input = { kind: "ManifestsAccepted", ...accepted };
    expect(inputs).toEqual([expected]);
    const again = source(documents);
    await again.made.restore();
    expect(again.inputs).toEqual([expected]);
    expect(await outcome({ version: 2 }, again)).toBe("manifests/older");
  });

  it("refuses another site, another key, another set of the same version, and what is too long", async () => {
    const at = source();
    expect(await outcome({ version: 1 }, at)).toBe("version 1");
    expect(await outcome({ version: 1, manifests: [] }, at)).toBe("manifests/invalid");
    expect(await outcome({ site: "elsewhere" })).toBe("manifests/invalid");
    const foreign = signed({}, signerFromPem(generateKey().privatePem));
    const taken = await at.made.take(foreign, "center");
    expect(taken.ok ? "" : taken.code).toBe("document/unknown-key");
    const long = Array.from({ length: expectedMaxCount + 1 }, (_, n) => String(n));
    for (const manifests of [
      [usual, usual],
      [{ ...usual, manifest: "" }],
      [{ ...usual, expected: ["x".repeat(65)] }],
      [{ ...usual, expected: long }],
      Array.from({ length: 17 }, (_, n) => ({ ...usual, manifest: `m-${n}` })),
    ]) {
      expect(await outcome({ version: 2, manifests }, at)).toBe("manifests/invalid");
    }
    expect(at.inputs.filter(({ kind }) => kind !== "DocumentTurnedAway")).toHaveLength(1);
  });
});
