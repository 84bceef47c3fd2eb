// Keys and cards of one run, all from its seed: the simulated devices and the gateway get the same.

import { createHash } from "node:crypto";
import { fromHex } from "@driftbox/proto";
import { Ntag424Card } from "../devices/ntag424-card.ts";
import { plainCardOf, type VirtualCard } from "../devices/pn532-card.ts";
import type { Scenario } from "../scenario/plan.ts";

const keyBytes = 16;
/** Hex digits of a seven-byte UID: such a badge is an NTAG 424 DNA. */
const ntag424Digits = 14;

/** What makes each card's key its own beside its UID (AN10922). */
const diversification = { applicationId: "3042F5", systemIdentifier: "647269667462" };

export interface Credentials {
  /** 16 bytes each. */
  readonly metaKey: Uint8Array;
  readonly cardKey: Uint8Array;
  /** In hex, as the gateway's configuration has them. */
  readonly diversification: typeof diversification;
  /** Secure-channel key of an OSDP reader. */
  readonly readerKey: (reader: string) => Uint8Array;
  /** Cards of people by number; a card is the same object at every reader, for its counter. */
  readonly wallet: ReadonlyMap<string, VirtualCard>;
}

export function credentialsOf({ people }: Scenario, seed: number): Credentials {
  const drawn = (purpose: string): Uint8Array =>
    Uint8Array.from(createHash("sha256").update(`${seed} ${purpose}`).digest()).slice(0, keyBytes);
  const keys = { metaKey: drawn("meta key"), cardKey: drawn("card key") };
  const { applicationId, systemIdentifier } = diversification;
  const diversifier = bytesOf(applicationId + systemIdentifier);
  const cards = people.flatMap(({ badge, cardFlaw }): readonly [string, VirtualCard][] => {
    if (badge.length !== ntag424Digits) {
      const plain = plainCardOf(badge);
      return plain === undefined ? [] : [[badge, plain]];
    }
    const { metaKey, cardKey: fileKey } = keys;
    const flaw = cardFlaw === undefined ? {} : { flaw: cardFlaw };
    const card = new Ntag424Card({ uid: bytesOf(badge), metaKey, fileKey, diversifier, ...flaw });
    return [[badge, card]];
  });
  return {
    ...keys,
    diversification,
    readerKey: (reader) => drawn(`key of ${reader}`),
    wallet: new Map(cards),
  };
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex.toLowerCase());
  if (bytes === undefined) throw new Error(`not hex: ${hex}`);
  return bytes;
}
