// Places where a board can be plugged in: a cable in memory, a pseudo terminal, a serial server.
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { lineOpener } from "../../../gateway/adapters/serial/open-line.ts";
import type { Timers } from "../../../gateway/ports/runtime.ts";
import { ManualTime } from "./manual-time.ts";
import { MemorySocket } from "./memory-line.ts";
import { Pty } from "./pty.ts";
import { SystemTime } from "./system-time.ts";
import { until } from "./until.ts";

/** One place with a stable name, and the time that passes there. */
export interface Stand {
  readonly open: OpenLine;
  readonly timers: Timers;
  readonly monoMs: () => number;
  /** How long devices may take here, in ms: real machines are busy. */
  readonly answerMs: number;
  /** Connects a far end: bytes that reach it go to `hear`. */
  plug(hear: (bytes: Uint8Array) => void): void;
  /** Bytes from the far end. */
  send(bytes: Uint8Array): void;
  unplug(): void;
  /** Lets time pass until `isTrue` holds, with a bound. */
  until(what: string, isTrue: () => boolean): Promise<void>;
  end(): void;
}

const stepMs = 5;
const limitMs = 120_000;

export function memoryStand(): Promise<Stand> {
  const time = new ManualTime();
  const socket = new MemorySocket();
  socket.unplug();
  return Promise.resolve({
    open: socket.open,
    timers: time,
    monoMs: time.monoMs,
    answerMs: 150,
    plug: (hear) => {
      socket.onWrite = (bytes) => queueMicrotask(() => hear(bytes));
      socket.plug();
    },
    send: (bytes) => socket.send(bytes),
    unplug: () => socket.unplug(),
    until: async (what, isTrue) => {
      for (let passedMs = 0; !isTrue(); passedMs += stepMs) {
        if (passedMs > limitMs) throw new Error(`waited ${limitMs} virtual ms for: ${what}`);
        await time.advance(stepMs);
      }
    },
    end: () => socket.unplug(),
  });
}

let count = 0;

export function ptyStand(): Promise<Stand> {
  count += 1;
  const port = join(tmpdir(), `driftbox-drivers-${process.pid}-${count}`);
  let pty: Pty | undefined;
  const unplug = (): void => {
    if (existsSync(port)) rmSync(port);
    pty?.unplug();
  };
  return Promise.resolve({
    ...realTime(),
    open: lineOpener(port, 9_600),
    plug: (hear) => {
      pty = new Pty();
      pty.onWrite = hear;
      symlinkSync(pty.path, port);
    },
    send: (bytes) => pty?.send(bytes),
    unplug,
    end: unplug,
  });
}

export async function tcpStand(): Promise<Stand> {
  let client: Socket | undefined;
  let onBytes: ((bytes: Uint8Array) => void) | undefined;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => onBytes?.(bytes));
    if (onBytes === undefined) socket.destroy();
    else client = socket;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const unplug = (): void => {
    onBytes = undefined;
    client?.destroy();
  };
  return {
    ...realTime(),
    open: lineOpener(`tcp://127.0.0.1:${port}`, 9_600),
    plug: (hear) => {
      onBytes = hear;
    },
    send: (bytes) => void client?.write(bytes),
    unplug,
    end: () => {
      unplug();
      server.close();
    },
  };
}

function realTime(): Pick<Stand, "timers" | "monoMs" | "answerMs" | "until"> {
  const time = new SystemTime();
  return { timers: time, monoMs: time.monoMs, answerMs: 200, until };
}
