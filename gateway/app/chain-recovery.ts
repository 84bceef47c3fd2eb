// Whether the chain may go on where the journal ends, or must open a new key epoch: a pure plan.

import type { ChainHead, FactOf, Recovery } from "@driftbox/proto";
import type { RecoveryReport } from "../ports/storage.ts";
import type { HeldReceipt } from "./receipt-judge.ts";

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

/** The center holds numbers beyond the head: go on behind them. */
export function planBeyond(head: ChainHead, held: HeldReceipt, publicKey: Uint8Array): EpochPlan {
  const report = { recovery: "restored-image", highestSeqBeyond: undefined } as const;
  return epochPlan({ report, head, held, publicKey }, "restored-image");
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
  return {
    head: {
      gatewayId: head.gatewayId,
      keyEpoch: Math.max(head.keyEpoch, held?.epoch ?? 0) + 1,
      // Number 0 links to the enrollment; after a loss it may be used, so it is skipped.
      nextSeq: Math.max(1, resumesAt, beyond),
      prev,
    },
    fact: {
      kind: "ChainRecovered",
      recovery,
      resumesAfterSeq: Math.max(0, resumesAt - 1),
      resumesAfterEventId: prev,
      newPublicKey: publicKey,
    },
  };
}
