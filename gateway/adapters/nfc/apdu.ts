// Commands to and answers of a smart card (ISO/IEC 7816-4, short form), apart from any reader.
import { concatBytes } from "@driftbox/proto";

/** A reader hands over commands and answers up to this size (PN532: UM0701-02, InDataExchange). */
export const apduMaxBytes = 262;

/**
 * One card in the field.
 *
 * Contract: `transmit` takes 1..262 bytes, resolves to the whole answer (data and two status bytes)
 * and rejects with `ExchangeFailed` when the card left, the reader failed or the answer was too
 * long. After a rejection the channel is dead: every later call rejects.
 */
export interface ApduChannel {
  transmit(apdu: Uint8Array): Promise<Uint8Array>;
}

/** The card or the reader broke off; it says nothing about whether the card is genuine. */
export class ExchangeFailed extends Error {
  override readonly name = "ExchangeFailed";
}

export interface Command {
  /** Class, instruction, P1, P2. */
  readonly head: readonly [number, number, number, number];
  /** At most 255 bytes. */
  readonly body?: Uint8Array;
  /** Most bytes of answer, 1..256; absent = none are expected. */
  readonly expected?: number;
}

export interface Answer {
  readonly body: Uint8Array;
  /** Both status bytes; 0x9000 is success. */
  readonly status: number;
}

export const success = 0x9000;

/** The bytes of a command. Throws RangeError for a body or an expectation out of range. */
export function commandBytes({ head, body, expected }: Command): Uint8Array {
  if (body !== undefined && (body.length < 1 || body.length > 255)) {
    throw new RangeError(`a command body of ${body.length} bytes is not within 1..255`);
  }
  if (expected !== undefined && !(expected >= 1 && expected <= 256)) {
    throw new RangeError(`${expected} expected bytes are not within 1..256`);
  }
  return concatBytes([
    Uint8Array.from(head),
    body === undefined ? new Uint8Array(0) : concatBytes([Uint8Array.of(body.length), body]),
    expected === undefined ? new Uint8Array(0) : Uint8Array.of(expected & 0xff),
  ]);
}

/** Sends one command; an answer without status bytes counts as `ExchangeFailed`. */
export async function ask(channel: ApduChannel, command: Command): Promise<Answer> {
  const answer = await channel.transmit(commandBytes(command));
  const [high, low] = answer.subarray(-2);
  if (high === undefined || low === undefined) {
    throw new ExchangeFailed("the card answered without a status");
  }
  return { body: answer.subarray(0, -2), status: high * 256 + low };
}
