// An 8A/80 board with eight channels at the far end of a test line, written from the reference.
import type { FarBoard, FarProtocol } from "./far-bus.ts";

export const farXorProtocol: FarProtocol = {
  requestLength: () => 5,
  isUnlock: ([head = 0, , , action]) => action === 0x11 && head !== 0x80,
};

export function farXor(address: number): FarBoard {
  const pulses: number[] = [];
  const closed = Array.from({ length: 8 }, () => true);
  return {
    pulses,
    closed,
    answer: (request) => {
      const [head = 0, board = 0, channel = 0] = request;
      if (board !== address) return undefined;
      const feedback = closed[channel - 1] === true ? 0x11 : 0x00;
      if (head === 0x8a) {
        pulses.push(channel - 1);
        return checked([0x8a, board, channel, feedback]);
      }
      if (head === 0x80 && channel > 0) return checked([0x80, board, channel, feedback]);
      if (head !== 0x80) return undefined;
      const bits = closed.reduce((all, isClosed, lock) => all | (Number(isClosed) << lock), 0);
      return checked([0x80, board, bits, 0, 0, 0x33]);
    },
  };
}

function checked(body: readonly number[]): number[] {
  return [...body, body.reduce((check, byte) => check ^ byte, 0)];
}
