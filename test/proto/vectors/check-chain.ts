// Checks a chain event by event, as an auditor would: content, chain link, seal.

import {
  checkContent,
  checkSeal,
  followChain,
  refused,
  type ChainHead,
  type Parsed,
  type RecordParts,
  type Verifier,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";

/** The head after the last event, or what is wrong with the first event that is wrong. */
export function checkChain(
  from: ChainHead,
  records: readonly RecordParts[],
  verifierOfEpoch: ReadonlyMap<number, Verifier>,
): Parsed<ChainHead> {
  let head = from;
  for (const record of records) {
    const header = checkContent(record, sha256);
    if (!header.ok) return header;
    const verifier = verifierOfEpoch.get(header.value.keyEpoch);
    if (verifier === undefined) return refused("seal/chain", "no key for this epoch");
    const seal = checkSeal(record, verifier);
    if (!seal.ok) return seal;
    const next = followChain(head, header.value, sha256(record.header));
    if (!next.ok) return next;
    head = next.value;
  }
  return { ok: true, value: head };
}
