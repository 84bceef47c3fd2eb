// Seal checks with node:crypto; key objects are made once and kept, bounded.

import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { fromHex, headerBytesToSign, sealBytes, type Verifier } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";
import type { KeyHex } from "../../core/chain.ts";
import type { SealChecks } from "../../ports/seal-checks.ts";

/** Keys kept at once; more gateways than this only cost a parse each. */
const keysMaxCount = 20_000;
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

interface Known {
  readonly verifier: Verifier;
  readonly key: KeyObject;
}

export function createSealChecks(): SealChecks {
  const known = new Map<KeyHex, Known | undefined>();
  const lookUp = (hex: KeyHex): Known | undefined => {
    const found = known.get(hex);
    if (found !== undefined || known.has(hex)) return found;
    if (known.size >= keysMaxCount) known.clear();
    const made = make(hex);
    known.set(hex, made);
    return made;
  };
  return {
    verifier: (key) => lookUp(key)?.verifier,
    check: (key, record) =>
      lookUp(key)?.verifier.verify(headerBytesToSign(record.header), record.seal) ?? false,
    checkBeside: (hex, record) => {
      const key = lookUp(hex)?.key;
      if (key === undefined || record.seal.length !== sealBytes) return Promise.resolve(false);
      return new Promise((resolve) => {
        verify(null, headerBytesToSign(record.header), key, record.seal, (error, isGood) => {
          resolve(error === null && isGood);
        });
      });
    },
  };
}

function make(hex: KeyHex): Known | undefined {
  try {
    const raw = fromHex(hex) ?? new Uint8Array();
    const der = Buffer.concat([spkiPrefix, raw]);
    return {
      verifier: verifierOf(raw),
      key: createPublicKey({ key: der, format: "der", type: "spki" }),
    };
  } catch {
    return undefined;
  }
}
