// Cables a reader can hang on: in memory with time that only a test moves, a pseudo terminal, and
// a socket to a serial server, both with real timers. The clock of presence is the test's on all.
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { lineOpener } from "../../../gateway/adapters/serial/open-line.ts";
import type { Timers } from "../../../gateway/ports/runtime.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { Pty } from "../drivers/pty.ts";
import { SystemTime } from "../drivers/system-time.ts";
import { until } from "../drivers/until.ts";

type Send = (bytes: readonly number[]) => void;
type Hear = (bytes: Uint8Array) => void;

export interface Cable {
  readonly open: OpenLine;
  readonly timers: Timers;
  readonly monoMs: () => number;
  /** Moves the clock that presence is judged by. */
  pass(ms: number): Promise<void>;
  /** Lets a few looks into the field go by. */
  linger(): Promise<void>;
  /** Lets time go by until the condition holds; rejects after a bound. */
  until(what: string, isTrue: () => boolean): Promise<void>;
  /** Connects a device: what it hears, and how it speaks. */
  plug(makeDevice: (send: Send) => Hear): void;
  unplug(): void;
  close(): void;
}

export function memoryCable(): Cable {
  const time = new ManualTime();
  const socket = new MemorySocket();
  socket.unplug();
  return {
    open: socket.open,
    timers: time,
    monoMs: time.monoMs,
    pass: (ms) => time.advance(ms),
    linger: () => time.advance(200),
    until: async (what, isTrue) => {
      for (let turn = 0; turn < 10_000; turn += 1) {
        if (isTrue()) return;
        await time.advance(10);
      }
      throw new Error(`waited 100 s of manual time for: ${what}`);
    },
    plug: (makeDevice) => {
      socket.onWrite = makeDevice((bytes) => socket.send(bytes));
      socket.plug();
    },
    unplug: () => socket.unplug(),
    close: () => {},
  };
}

/** Real timers, and a clock beside them that stands still until it is moved. */
function realTime(): Pick<Cable, "timers" | "monoMs" | "pass" | "linger" | "until"> {
  let nowMs = 1_000;
  return {
    timers: new SystemTime(),
    monoMs: () => nowMs,
    pass: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    linger: () => new Promise((resolve) => setTimeout(resolve, 100)),
    until: (what, isTrue) => until(what, isTrue),
  };
}

let count = 0;

export function ptyCable(): Cable {
  count += 1;
  const path = join(tmpdir(), `driftbox-readers-${process.pid}-${count}`);
  let pty: Pty | undefined;
  const unplug = (): void => {
    if (existsSync(path)) rmSync(path);
    pty?.unplug();
    pty = undefined;
  };
  return {
    ...realTime(),
    open: lineOpener(path, 115_200),
    plug: (makeDevice) => {
      const plugged = new Pty();
      pty = plugged;
      plugged.onWrite = makeDevice((bytes) => plugged.send(bytes));
      symlinkSync(plugged.path, path);
    },
    unplug,
    close: unplug,
  };
}

export async function tcpCable(): Promise<Cable> {
  let client: Socket | undefined;
  let hear: Hear | undefined;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => hear?.(bytes));
    if (hear === undefined) socket.destroy();
    else client = socket;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const unplug = (): void => {
    hear = undefined;
    client?.destroy();
    client = undefined;
  };
  return {
    ...realTime(),
    open: lineOpener(`tcp://127.0.0.1:${port}`, 115_200),
    plug: (makeDevice) => {
      hear = makeDevice((bytes) => void client?.write(Uint8Array.from(bytes)));
    },
    unplug,
    close: () => {
      unplug();
      server.close();
    },
  };
}
