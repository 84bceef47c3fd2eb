// Reads the NDEF file of a Type 4 card, such as an NTAG 424 DNA, over any reader.
import { concatBytes } from "@driftbox/proto";
import { ask, success, type ApduChannel, type Command } from "./apdu.ts";

/** The NDEF file of an NTAG 424 DNA has 256 bytes; a longer message is not read. */
export const messageMaxBytes = 512;

/** One answer of this size still fits a normal frame of every reader. */
const chunkBytes = 128;

const selectApplication: Command = {
  head: [0x00, 0xa4, 0x04, 0x00],
  body: Uint8Array.of(0xd2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01),
  expected: 256,
};
const selectFile: Command = { head: [0x00, 0xa4, 0x00, 0x0c], body: Uint8Array.of(0xe1, 0x04) };

/**
 * The NDEF message in file E104; undefined when the card has no NDEF application, does not let it
 * be read, or its message is too long. Rejects with `ExchangeFailed` when the card left meanwhile.
 */
export async function readNdefFile(channel: ApduChannel): Promise<Uint8Array | undefined> {
  for (const step of [selectApplication, selectFile]) {
    if ((await ask(channel, step)).status !== success) return undefined;
  }
  const [high, low] = (await readAt(channel, 0, 2)) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const length = high * 256 + low;
  if (length > messageMaxBytes) return undefined;
  const parts: Uint8Array[] = [];
  for (let at = 0; at < length; at += chunkBytes) {
    const part = await readAt(channel, 2 + at, Math.min(chunkBytes, length - at));
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return concatBytes(parts);
}

/** Exactly `count` bytes of the selected file. */
async function readAt(
  channel: ApduChannel,
  offset: number,
  count: number,
): Promise<Uint8Array | undefined> {
  const head = [0x00, 0xb0, offset >> 8, offset & 0xff] as const;
  const { body, status } = await ask(channel, { head, expected: count });
  return status === success && body.length === count ? body : undefined;
}
