// The far ends of a measurement's serial lines by specification: sixteen readers, one lock board.

import { createServer, type Server, type Socket } from "node:net";

export const channelCount = 16;

/** Nanoseconds of CLOCK_MONOTONIC, the same clock in every process. */
export function nowNs(): number {
  return Number(process.hrtime.bigint());
}

async function listen(onLine: (socket: Socket) => void): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    onLine(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { server, url: `tcp://127.0.0.1:${port}` };
}

/** EM4100 in ASCII: 02, ten hex digits, XOR of the five bytes, 03. */
export function em4100Frame(number: string): Buffer {
  const sum = Buffer.from(number, "hex").reduce((xor, byte) => xor ^ byte, 0);
  const check = sum.toString(16).padStart(2, "0").toUpperCase();
  return Buffer.from(`\x02${number}${check}\x03`, "latin1");
}

export interface FarEnd {
  readonly url: string;
  close(): void;
}

export async function openReader(): Promise<FarEnd & { present(number: string): number }> {
  let line: Socket | undefined;
  const { server, url } = await listen((socket) => (line = socket));
  const present = (number: string): number => {
    const atNs = nowNs();
    line?.write(em4100Frame(number));
    return atNs;
  };
  const close = (): void => {
    line?.destroy();
    server.close();
  };
  return { url, present, close };
}

/** CU16 at address 0: answers status, notes unlocks, and moves hooks as it is told. */
export class BoardFarEnd implements FarEnd {
  readonly url: string;
  readonly #server: Server;
  #hooks = 0xffff;
  #line: Socket | undefined;
  onUnlock: (channel: number, atNs: number) => void = () => undefined;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async open(): Promise<BoardFarEnd> {
    const boards: BoardFarEnd[] = [];
    const { server, url } = await listen((socket) => boards[0]?.serve(socket));
    const board = new BoardFarEnd(server, url);
    boards.push(board);
    return board;
  }

  setHook(channel: number, isClosed: boolean): void {
    if (isClosed) this.#hooks |= 1 << channel;
    else this.#hooks &= ~(1 << channel);
  }

  serve(socket: Socket): void {
    this.#line = socket;
    socket.on("data", (bytes) => {
      const atNs = nowNs();
      for (let at = 0; at + 4 < bytes.length;) at += this.#take(bytes.subarray(at), atNs);
    });
  }

  close(): void {
    this.#line?.destroy();
    this.#server.close();
  }

  /** One request; returns its length. The bench's gateway sends whole frames. */
  #take(bytes: Buffer, atNs: number): number {
    const command = bytes[2];
    if (command === 0x37) return 7;
    if (command === 0x31) this.onUnlock((bytes[1] ?? 0) & 15, atNs);
    if (command === 0x30) {
      const low = this.#hooks & 0xff;
      const high = this.#hooks >> 8;
      const body = [0x02, 0x00, 0x35, low, high, 0x00, 0x00, 0x03];
      const sum = body.reduce((total, byte) => total + byte, 0) & 0xff;
      this.#line?.write(Buffer.from([...body, sum]));
    }
    return 5;
  }
}
