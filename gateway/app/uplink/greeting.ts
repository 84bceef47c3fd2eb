// What a gateway says about itself on each connection: status, hello and the snapshot of its boxes.

import {
  encodeStatus,
  signDocument,
  StatusWord,
  type ChainHead,
  type DraftOf,
} from "@driftbox/proto";
import type { Clock } from "../../ports/runtime.ts";
import type { Journal } from "../../ports/storage.ts";
import type { Identity } from "../identity.ts";
import type { HeldReceipt } from "./receipt-judge.ts";

export interface GreetingParts {
  readonly identity: Identity;
  readonly journal: Pick<Journal, "head" | "use">;
  readonly clock: Clock;
  readonly held: () => HeldReceipt | undefined;
  /** What is true now, without the chain fields, which are added here. */
  readonly snapshot: () => DraftOf<"state">;
}

export type StatusName = "ready" | "sleeping" | "lost";

const statusWords = {
  ready: StatusWord.STATUS_WORD_READY,
  sleeping: StatusWord.STATUS_WORD_SLEEPING,
  lost: StatusWord.STATUS_WORD_LOST,
} as const;

/** Unsigned, because the MQTT server publishes `lost` for a gateway that cannot. */
export function statusOf(parts: GreetingParts, word: StatusName, connection: number): Uint8Array {
  const { clock, identity } = parts;
  return encodeStatus({
    word: statusWords[word],
    bootId: clock.bootId,
    connection,
    software: identity.software,
  });
}

/** Signed head, so that the center sees at once whether it or this gateway went back in time. */
export function helloOf(parts: GreetingParts, connection: number): Uint8Array {
  const { identity, journal, clock } = parts;
  const held = parts.held();
  const draft: DraftOf<"hello"> = {
    ...chainOf(journal.head),
    epoch: journal.head.keyEpoch,
    oldestSeq: journal.use().oldestSeq,
    bootId: clock.bootId,
    connection,
    receiptedNextSeq: held?.nextSeq ?? 0,
    receiptedEventId: held?.eventId ?? new Uint8Array(),
    software: identity.software,
  };
  return signDocument("hello", draft, identity.signer, identity.sha256);
}

export function stateOf(parts: GreetingParts): Uint8Array {
  const { identity, journal, clock } = parts;
  const { head } = journal;
  const draft: DraftOf<"state"> = {
    ...parts.snapshot(),
    ...chainOf(head),
    epoch: head.keyEpoch,
    wallUs: clock.read().wallUs,
    outboxCount: head.nextSeq - (parts.held()?.nextSeq ?? 0),
  };
  return signDocument("state", draft, identity.signer, identity.sha256);
}

function chainOf(head: ChainHead): {
  readonly gatewayId: Uint8Array;
  readonly nextSeq: number;
  readonly headEventId: Uint8Array;
} {
  const headEventId = head.nextSeq === 0 ? new Uint8Array() : head.prev;
  return { gatewayId: head.gatewayId, nextSeq: head.nextSeq, headEventId };
}
