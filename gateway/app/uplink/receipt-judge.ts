// What a receipt of the center means to this gateway: a pure judgment of its content.

import { equalBytes, Standing, type Receipt } from "@driftbox/proto";

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
  readonly gatewayId: Uint8Array;
  readonly held: HeldReceipt | undefined;
  /** True when the next record for a center at `nextSeq` links to the event it holds last. */
  readonly continues: (nextSeq: number, eventId: Uint8Array) => boolean;
}

export type ReceiptVerdict =
  /** The center holds everything below `nextSeq`, and this journal goes on from there. */
  | { readonly kind: "accepted"; readonly held: HeldReceipt; readonly resend: boolean }
  /** The same, but the center once held more: its ledger was restored. */
  | { readonly kind: "center-behind"; readonly held: HeldReceipt }
  /**
   * Nothing of this journal continues what the center holds: one of the two went back in time, or
   * lost what lies between. Only a new key epoch behind the center's head can.
   */
  | { readonly kind: "unlinked"; readonly held: HeldReceipt }
  /** An older copy, usually a retained one. */
  | { readonly kind: "older" }
  | { readonly kind: "foreign" };

/**
 * Judges the content of a receipt whose signature was checked. Nothing is acted upon here; a
 * standing of `quarantined` does not change the verdict, records are kept and sent as before.
 * A lower receipt is news only when the center issued it after the one held.
 */
export function judgeReceipt(receipt: Receipt, own: OwnChain): ReceiptVerdict {
  if (!equalBytes(receipt.gatewayId, own.gatewayId)) return { kind: "foreign" };
  const held = heldOf(receipt);
  const isLower = held.nextSeq < (own.held?.nextSeq ?? 0);
  if (isLower && held.issuedUs <= (own.held?.issuedUs ?? 0)) return { kind: "older" };
  if (!own.continues(held.nextSeq, held.eventId)) return { kind: "unlinked", held };
  if (isLower) return { kind: "center-behind", held };
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
