// Whether the chain may go on where the journal ends, or must open a new key epoch: a pure plan.

import type { ChainHead, FactOf, Recovery } from "@driftbox/proto";
import type { RecoveryReport } from "../../ports/storage.ts";
import type { HeldReceipt } from "../uplink/receipt-judge.ts";

/**
 * Numbers skipped when an epoch goes on behind the center's word: what the life before signed
 * beyond it nobody knows.
 */
export const epochMargin = 1_000;

export interface EpochPlan {
  /** Where the first record of the new epoch goes. */
  readonly head: ChainHead;
  readonly fact: FactOf<"ChainRecovered">;
}

export interface BootPlan {
  readonly recovery: Recovery;
  /** Undefined: the chain goes on in its epoch. */
  readonly epoch: EpochPlan | undefined;
}

interface Found {
  readonly report: Pick<RecoveryReport, "recovery" | "highestSeqBeyond">;
  readonly head: ChainHead;
  readonly held: HeldReceipt | undefined;
  /** Raw public key that seals the new epoch. */
  readonly publicKey: Uint8Array;
}

/** The recovery switch of a start. A number that may have been signed is never signed again. */
export function planBoot(found: Found): BootPlan {
  const { report, head, held } = found;
  const isBehind = held !== undefined && held.nextSeq > head.nextSeq;
  switch (report.recovery) {
    // Everything that was durable is here, and the center has seen no more than that.
    case "clean":
    case "torn-tail":
      if (!isBehind) return { recovery: report.recovery, epoch: undefined };
      // The receipt outlived its records: an empty journal was lost, a shorter one is an old copy.
      return planned(found, head.nextSeq === 0 ? "storage-loss" : "restored-image");
    // Records that were durable are unreadable; what they said is lost, their numbers are used.
    case "damage":
    case "storage-loss":
    case "restored-image":
      break;
  }
  return planned(found, report.recovery);
}

/** The center's head is not continued by this journal: go on behind both. */
export function planBehind(head: ChainHead, held: HeldReceipt, publicKey: Uint8Array): EpochPlan {
  const nextSeq = Math.max(head.nextSeq, held.nextSeq) + epochMargin;
  const at = { ...head, keyEpoch: Math.max(head.keyEpoch, held.epoch) + 1, nextSeq };
  return planAfter(
    at,
    { seq: held.nextSeq - 1, eventId: held.eventId },
    {
      recovery: "restored-image",
      publicKey,
    },
  );
}

function planned(found: Found, recovery: Recovery): BootPlan {
  return { recovery, epoch: epochPlan(found, recovery) };
}

function epochPlan(found: Found, recovery: Recovery): EpochPlan {
  const { report, head, held, publicKey } = found;
  const isHeldAhead = held !== undefined && held.nextSeq > head.nextSeq;
  const resumesAt = isHeldAhead ? held.nextSeq : head.nextSeq;
  const prev = isHeldAhead ? held.eventId : head.prev;
  const beyond = (report.highestSeqBeyond ?? -1) + 1;
  const keyEpoch = Math.max(head.keyEpoch, held?.epoch ?? 0) + 1;
  // Number 0 links to the enrollment; after a loss it may be used, so it is skipped.
  const nextSeq = Math.max(1, resumesAt + (isHeldAhead ? epochMargin : 0), beyond);
  const last = { seq: resumesAt - 1, eventId: prev };
  return planAfter({ ...head, keyEpoch, nextSeq }, last, { recovery, publicKey });
}

interface LastEvent {
  readonly seq: number;
  readonly eventId: Uint8Array;
}

function planAfter(
  at: ChainHead,
  last: LastEvent,
  stated: { readonly recovery: Recovery; readonly publicKey: Uint8Array },
): EpochPlan {
  return {
    head: { ...at, prev: last.eventId },
    fact: {
      kind: "ChainRecovered",
      recovery: stated.recovery,
      resumesAfterSeq: Math.max(0, last.seq),
      resumesAfterEventId: last.eventId,
      newPublicKey: stated.publicKey,
    },
  };
}
