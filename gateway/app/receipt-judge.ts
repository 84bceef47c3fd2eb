// What a receipt of the center means to this gateway: a pure judgment of its content.

import { equalBytes, Standing, type ChainHead, type Receipt } from "@driftbox/proto";

/** The last receipt that moved the outbox, as stored. Event id of `nextSeq - 1`, 32 bytes. */
export interface HeldReceipt {
  readonly nextSeq: number;
  readonly eventId: Uint8Array;
  readonly epoch: number;
  /**
   * When the center issued it, in its own microseconds; tells an old retained copy from a new one.
   */
  readonly issuedUs: number;
}

export interface OwnChain {
  readonly head: ChainHead;
  readonly held: HeldReceipt | undefined;
  /** Event id of one of this gateway's records; undefined when the journal no longer has it. */
  readonly eventIdAt: (seq: number) => Uint8Array | undefined;
}

export type ReceiptVerdict =
  /** The center holds everything below `nextSeq`. */
  | { readonly kind: "accepted"; readonly held: HeldReceipt; readonly resend: boolean }
  /** The center lost records it once held and asks for them again. */
  | { readonly kind: "center-behind"; readonly nextSeq: number }
  /** The center holds numbers this gateway has not signed: its disk was restored from an image. */
  | { readonly kind: "beyond-head"; readonly held: HeldReceipt }
  /** An older copy, usually a retained one. */
  | { readonly kind: "older" }
  | { readonly kind: "foreign" }
  /** The center holds another event under one of this gateway's numbers. */
  | { readonly kind: "mismatch"; readonly seq: number };

/**
 * Judges the content of a receipt whose signature was checked. Nothing is acted upon here; a
 * standing of `quarantined` does not change the verdict, records are kept and sent as before.
 */
export function judgeReceipt(receipt: Receipt, own: OwnChain): ReceiptVerdict {
  if (!equalBytes(receipt.gatewayId, own.head.gatewayId)) return { kind: "foreign" };
  const held = heldOf(receipt);
  if (held.nextSeq > own.head.nextSeq) return { kind: "beyond-head", held };
  const before = own.held?.nextSeq ?? 0;
  if (held.nextSeq < before) {
    const isNews = receipt.resend && held.issuedUs > (own.held?.issuedUs ?? 0);
    return isNews ? { kind: "center-behind", nextSeq: held.nextSeq } : { kind: "older" };
  }
  const ownId = ownEventId(own, held.nextSeq);
  if (ownId !== undefined && !equalBytes(ownId, held.eventId)) {
    return { kind: "mismatch", seq: held.nextSeq - 1 };
  }
  return { kind: "accepted", held, resend: receipt.resend };
}

export function isQuarantined(receipt: Receipt): boolean {
  return receipt.standing === Standing.STANDING_QUARANTINED;
}

function heldOf(receipt: Receipt): HeldReceipt {
  return {
    nextSeq: receipt.nextSeq,
    eventId: receipt.headEventId,
    epoch: receipt.epoch,
    issuedUs: receipt.issuedUs,
  };
}

/** The id of the event before `nextSeq`: what `prev` of the next header is at the head. */
function ownEventId(own: OwnChain, nextSeq: number): Uint8Array | undefined {
  if (nextSeq === 0) return undefined;
  if (nextSeq === own.held?.nextSeq) return own.held.eventId;
  if (nextSeq === own.head.nextSeq) return own.head.prev;
  return own.eventIdAt(nextSeq - 1);
}
