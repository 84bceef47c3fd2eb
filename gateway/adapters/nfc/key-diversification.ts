// One key per card out of one key per system (NXP AN10922, AES-128).
import { concatBytes } from "@driftbox/proto";
import { aesBytes, macOverBlocks } from "./aes.ts";

/** Marks a diversified AES-128 key. */
const aes128Constant = Uint8Array.of(0x01);

/** The input is always padded to two blocks, so a plain CMAC differs for short inputs. */
const inputBytes = 2 * aesBytes;

/** Most bytes of diversification input. */
export const diversificationMaxBytes = inputBytes - aes128Constant.length;

/** What makes a key a card's own, beside its UID; both may be empty. */
export interface Diversification {
  /** Three bytes as the card sends them. */
  readonly applicationId: Uint8Array;
  /** Names the system; together with UID and application at most 31 bytes. */
  readonly systemIdentifier: Uint8Array;
}

/** The key of one card. `input` is 1..31 bytes; RangeError otherwise. */
export function diversifiedKey(masterKey: Uint8Array, input: Uint8Array): Uint8Array {
  if (input.length < 1 || input.length > diversificationMaxBytes) {
    throw new RangeError(`${input.length} bytes are not within 1..${diversificationMaxBytes}`);
  }
  return macOverBlocks(masterKey, concatBytes([aes128Constant, input]), inputBytes);
}

/** The key of the card with this UID: input is UID, application, system identifier. */
export function keyOfCard(
  masterKey: Uint8Array,
  uid: Uint8Array,
  { applicationId, systemIdentifier }: Diversification,
): Uint8Array {
  return diversifiedKey(masterKey, concatBytes([uid, applicationId, systemIdentifier]));
}
