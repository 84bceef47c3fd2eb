// A KERONG CU16 at the far end of a test line, written by hand from the frames in the reference.
import type { FarBoard, FarProtocol } from "./far-bus.ts";

const lengths: Readonly<Record<number, number>> = { 0x30: 5, 0x31: 5, 0x37: 7 };

export const farCu16Protocol: FarProtocol = {
  requestLength: (head) => lengths[head[2] ?? -1],
  isUnlock: (request) => request[2] === 0x31 || request[2] === 0x33,
};

export function farCu16(address: number): FarBoard {
  const pulses: number[] = [];
  const closed = Array.from({ length: 16 }, () => true);
  return {
    pulses,
    closed,
    answer: (request) => {
      const [, at = 0, command] = request;
      if (at >> 4 !== address) return undefined;
      if (command === 0x31) pulses.push(at & 0x0f);
      if (command !== 0x30) return undefined;
      const hooks = closed.reduce((bits, isClosed, lock) => bits | (Number(isClosed) << lock), 0);
      const body = [0x02, address << 4, 0x35, hooks & 0xff, hooks >> 8, 0, 0, 0x03];
      return [...body, body.reduce((sum, byte) => sum + byte, 0) & 0xff];
    },
  };
}
