// Frames of the KERONG CU16 lock board (CU12 alike): what the master asks, what the board answers.
import type { FrameRule } from "../serial/frame-reader.ts";

// 02, address (board << 4 | lock), command, data, 03, sum of all before & FF.
// Source: jin0949/KR-CU16_locker and two other public drivers; the vendor's paper was not seen.
const startByte = 0x02;
const endByte = 0x03;
const command = { askStatus: 0x30, unlock: 0x31, status: 0x35, setUnlockTime: 0x37 };

/** Whole lengths by command, also of our own requests: some adapters echo what they send. */
const lengths: ReadonlyMap<number, number> = new Map([
  [command.askStatus, 5],
  [command.unlock, 5],
  [command.status, 9],
  [command.setUnlockTime, 7],
]);

export const cu16ChannelMaxCount = 16;
export const cu16BoardMaxCount = 16;
/** The board counts its unlock time in these steps. */
export const cu16PulseStepMs = 10;

/** Bit n belongs to channel n: hook bits are 1 when the bolt is engaged, infrared when occupied. */
export interface Cu16Status {
  readonly kind: "status";
  /** 0..15. */
  readonly board: number;
  readonly hooks: number;
  readonly infrared: number;
}

/** A frame with a right sum that says nothing, such as the echo of a request. */
export interface Cu16Other {
  readonly kind: "other";
}

export function statusRequest(board: number): Uint8Array {
  return framed(board << 4, command.askStatus, []);
}

export function unlockRequest(board: number, channel: number): Uint8Array {
  return framed((board << 4) | channel, command.unlock, []);
}

/** Sets how long the board energizes a coil, in steps of 10 ms; energizes nothing itself. */
export function unlockTimeRequest(board: number, steps: number): Uint8Array {
  return framed(board << 4, command.setUnlockTime, [steps >> 8, steps & 0xff]);
}

export const cu16Rule: FrameRule<Cu16Status | Cu16Other> = {
  startByte,
  maxBytes: 9,
  lengthOf: (bytes) => {
    const code = bytes[2];
    return code === undefined ? "more" : (lengths.get(code) ?? "bad");
  },
  parse: (frame) => {
    const body = frame.subarray(0, -1);
    if (frame.at(-1) !== sumOf(body) || body.at(-1) !== endByte) return undefined;
    if (frame[2] !== command.status) return { kind: "other" };
    const [, address = 0, , hooksLow = 0, hooksHigh = 0, infraredLow = 0, infraredHigh = 0] = frame;
    return {
      kind: "status",
      board: address >> 4,
      hooks: (hooksHigh << 8) | hooksLow,
      infrared: (infraredHigh << 8) | infraredLow,
    };
  },
};

function framed(address: number, code: number, payload: readonly number[]): Uint8Array {
  const body = Uint8Array.of(startByte, address, code, ...payload, endByte);
  return Uint8Array.of(...body, sumOf(body));
}

function sumOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
}
