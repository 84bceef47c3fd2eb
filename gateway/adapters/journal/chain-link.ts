// Whether records continue a chain: sequence, hash link, gateway and key epoch of each header.

import { equalBytes, parseHeader, type ChainHead, type RecordParts } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";

export type LinkResult =
  | { readonly ok: true; readonly head: ChainHead; readonly newestWallUs: number }
  | { readonly ok: false; readonly detail: string };

/**
 * Follows the records from `head`. The key epoch may rise (a rotation) but never fall. Seals and
 * payload hashes are not checked: the frame's checksum covers accidents, `verify` covers intent.
 * `newestWallUs` is the greatest wall time claimed, 0 when none is.
 */
export function followChain(head: ChainHead, records: readonly RecordParts[]): LinkResult {
  let { nextSeq, prev, keyEpoch } = head;
  let newestWallUs = 0;
  for (const record of records) {
    const parsed = parseHeader(record.header);
    if (!parsed.ok) return { ok: false, detail: `seq ${nextSeq}: ${parsed.detail}` };
    const header = parsed.value;
    if (header.seq !== nextSeq) {
      return { ok: false, detail: `seq ${header.seq} where ${nextSeq} belongs` };
    }
    if (!equalBytes(header.prev, prev)) {
      return { ok: false, detail: `seq ${nextSeq} does not link to the header before it` };
    }
    if (!equalBytes(header.gatewayId, head.gatewayId)) {
      return { ok: false, detail: `seq ${nextSeq} is of another gateway` };
    }
    if (header.keyEpoch < keyEpoch) {
      return {
        ok: false,
        detail: `seq ${nextSeq}: key epoch ${header.keyEpoch} after ${keyEpoch}`,
      };
    }
    nextSeq += 1;
    prev = sha256(record.header);
    keyEpoch = header.keyEpoch;
    newestWallUs = Math.max(newestWallUs, header.wallUs);
  }
  return { ok: true, head: { gatewayId: head.gatewayId, keyEpoch, nextSeq, prev }, newestWallUs };
}
