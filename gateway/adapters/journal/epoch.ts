// The rules of a new key epoch in a journal: where it may begin and what its first record must be.

import { parseHeader, toHex, type ChainHead, type RecordParts } from "@driftbox/proto";

/** An epoch only rises and no sequence is given away twice. Throws otherwise: a defect. */
export function assertEpochHead(current: ChainHead, next: ChainHead): void {
  const isSame = toHex(current.gatewayId) === toHex(next.gatewayId);
  if (isSame && next.keyEpoch > current.keyEpoch && next.nextSeq >= current.nextSeq) return;
  const text = `epoch ${next.keyEpoch} at seq ${next.nextSeq}`;
  throw new Error(`${text} after epoch ${current.keyEpoch} at seq ${current.nextSeq}`);
}

/** The first record of an epoch is its ChainRecovered. Throws otherwise: a defect. */
export function assertEpochBegins(first: RecordParts | undefined, head: ChainHead): void {
  const header = first === undefined ? undefined : parseHeader(first.header);
  const isBeginning =
    header?.ok === true &&
    header.value.keyEpoch === head.keyEpoch &&
    (header.value.eventClass === "recovery" || header.value.seq === 0);
  if (!isBeginning) throw new Error(`epoch ${head.keyEpoch} must begin with a ChainRecovered`);
}
