// Virtual cards in the field of a PN532: what a type A card says of itself and how it answers.

import { createHash } from "node:crypto";
import { fromHex } from "@driftbox/proto";

/** A card, phone or tag; its state outlives a presentation. */
export interface VirtualCard {
  /** SENS_RES as the PN532 writes it, high byte first. */
  readonly sensRes: readonly [number, number];
  /** SEL_RES; bit 5 = ISO-DEP. */
  readonly selRes: number;
  /** Answer to select with its length byte in front; only ISO-DEP cards have one. */
  readonly ats?: Uint8Array;
  /** The card gets power and is selected: it forgets its session and tells its UID. */
  activate(): Uint8Array;
  /** Answers one command; undefined = silence. Never throws. */
  exchange(command: Uint8Array): Uint8Array | undefined;
  /** Makes it a copy or a forgery, or genuine again. False = it has no such flaw. */
  setFlaw?(flaw: string, isOn: boolean): boolean;
}

const sensResByUidBytes: ReadonlyMap<number, readonly [number, number]> = new Map([
  [4, [0x00, 0x04] as const],
  [7, [0x00, 0x44] as const],
  [10, [0x00, 0x84] as const],
]);

/** A card that only states a number, as MIFARE Classic or NTAG21x. Throws unless 4, 7, 10 bytes. */
export function plainCard(uid: Uint8Array): VirtualCard {
  const sensRes = sensResByUidBytes.get(uid.length);
  if (sensRes === undefined) throw new Error(`not a UID: ${uid.length} bytes`);
  const selRes = uid.length === 4 ? 0x08 : 0x00;
  return { sensRes, selRes, activate: () => uid, exchange: () => undefined };
}

/** The plain card of a presented number; undefined = nothing that this reader's field powers. */
export function plainCardOf(number: string): VirtualCard | undefined {
  const uid = fromHex(number);
  return uid !== undefined && sensResByUidBytes.has(uid.length) ? plainCard(uid) : undefined;
}

/** A phone: another random UID, first byte 08, each time it is selected; no application for us. */
export function phoneCard(seed: number): VirtualCard {
  let count = 0;
  return {
    sensRes: [0x00, 0x04],
    selRes: 0x20,
    ats: Uint8Array.of(0x05, 0x78, 0x80, 0x70, 0x02),
    activate: () => {
      count += 1;
      const drawn = createHash("sha256").update(`phone ${seed} ${count}`).digest();
      return Uint8Array.of(0x08, ...drawn.subarray(0, 3));
    },
    exchange: () => Uint8Array.of(0x6a, 0x82),
  };
}
