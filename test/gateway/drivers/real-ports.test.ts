// The drivers on real ports: serialport on pseudo terminals and sockets to a serial server.
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cu16Board, cu16BaudRate } from "../../../gateway/adapters/boards/cu16-board.ts";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import { Em4100Reader, em4100BaudRate } from "../../../gateway/adapters/readers/em4100-reader.ts";
import { lineOpener } from "../../../gateway/adapters/serial/open-line.ts";
import { Cu16FarEnd } from "./cu16-far-end.ts";
import { bytesOf } from "./hex.ts";
import { Pty } from "./pty.ts";
import { RecordingLog } from "./recording-log.ts";
import { SystemTime } from "./system-time.ts";
import { until } from "./until.ts";

/** A place a device can be plugged into: a stable name for whatever is behind it. */
interface Socketed {
  readonly port: string;
  /** Connects a new far end; bytes that reach it go to `hear`. */
  plug(hear: (bytes: Uint8Array) => void): Promise<(bytes: Uint8Array) => void>;
  unplug(): void;
}

let count = 0;

function ptySocket(): Socketed {
  count += 1;
  const port = join(tmpdir(), `driftbox-drivers-${process.pid}-${count}`);
  let pty: Pty | undefined;
  return {
    port,
    plug: (hear) => {
      const plugged = new Pty();
      pty = plugged;
      plugged.onWrite = hear;
      symlinkSync(plugged.path, port);
      return Promise.resolve((bytes) => plugged.send(bytes));
    },
    unplug: () => {
      if (existsSync(port)) rmSync(port);
      pty?.unplug();
    },
  };
}

async function tcpSocket(): Promise<Socketed> {
  let client: Socket | undefined;
  let onBytes: ((bytes: Uint8Array) => void) | undefined;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => onBytes?.(bytes));
    if (onBytes === undefined) socket.destroy();
    else client = socket;
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: `tcp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    plug: (hear) => {
      onBytes = hear;
      return Promise.resolve((bytes) => void client?.write(bytes));
    },
    unplug: () => {
      onBytes = undefined;
      client?.destroy();
    },
  };
}

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function runtime() {
  const time = new SystemTime();
  const pacing = { backoffFirstMs: 20, backoffMaxMs: 50 };
  return {
    timers: time,
    monoMs: time.monoMs,
    random: Math.random,
    log: new RecordingLog(),
    pacing,
  };
}

describe.each([
  ["a pseudo terminal", () => Promise.resolve(ptySocket())],
  ["a serial server", tcpSocket],
])("a CU16 on %s", (_name, makeSocket) => {
  test("opens a lock, loses its cable, and gets no stale unlock when it is back", async () => {
    const socket = await makeSocket();
    const ports = runtime();
    const open = lineOpener(socket.port, cu16BaudRate);
    const bus = new RequestBus({ id: "bus", open, rule: cu16Rule, ...ports });
    const board = cu16Board({ id: "lock-a", bus, ...ports, pollMs: 20 });
    let isOnline = false;
    board.onHealth((health) => (isOnline = health.state === "online"));
    cleanups.push(
      () => board.stop(),
      () => socket.unplug(),
    );
    const order = () => ({ channel: 0, pulseMs: 500, deadlineMonoMs: ports.monoMs() + 5_000 });

    let send: ((bytes: Uint8Array) => void) | undefined;
    const far = new Cu16FarEnd((bytes) => send?.(bytes));
    send = await socket.plug((bytes) => far.hear(bytes));
    board.start();
    await until("online", () => isOnline);
    await expect(board.pulse(order())).resolves.toEqual({ outcome: "answered" });
    expect(far.unlocks).toEqual(["02 00 31 03 36"]);

    const before = [board.pulse(order()), board.pulse(order()), board.pulse(order())];
    socket.unplug();
    await until("the end of the line", () => !isOnline);
    before.push(board.pulse(order()));
    const outcomes = (await Promise.all(before)).map((result) => result.outcome);
    expect(outcomes.slice(1)).toEqual(["not-sent", "not-sent", "not-sent"]);

    const next = new Cu16FarEnd((bytes) => send?.(bytes));
    send = await socket.plug((bytes) => next.hear(bytes));
    await until("online again", () => isOnline);
    await until("some polls", () => next.requests.length > 10);
    expect(next.requests[0]).toBe("02 00 37 00 32 03 6E");
    expect(next.unlocks).toEqual([]);
    await expect(board.pulse(order())).resolves.toEqual({ outcome: "answered" });
    expect(next.unlocks).toHaveLength(1);
  });
});

describe("an EM4100 reader on a pseudo terminal", () => {
  test("reads, loses its cable in mid-frame many times, and reads again", async () => {
    const socket = ptySocket();
    const badge = bytesOf("02 36 32 45 33 30 38 36 43 45 44 30 38 03");
    const ports = runtime();
    const open = lineOpener(socket.port, em4100BaudRate);
    const reader = new Em4100Reader({ id: "reader-a", open, ...ports, awayMs: 1 });
    const reads: string[] = [];
    let isOnline = false;
    reader.onRead(({ number }) => reads.push(number));
    reader.onHealth((health) => (isOnline = health.state === "online"));
    cleanups.push(
      () => reader.stop(),
      () => socket.unplug(),
    );
    reader.start();
    for (let turn = 1; turn <= 15; turn += 1) {
      const send = await socket.plug(() => {});
      await until("online", () => isOnline);
      send(badge);
      await until("a read", () => reads.length === turn);
      // Bytes right before the end: the reads of the port must not miss the hang-up.
      send(badge.subarray(0, turn));
      socket.unplug();
      await until("the end of the line", () => !isOnline);
    }
    expect(new Set(reads)).toEqual(new Set(["62E3086CED"]));
  });
});
