// The contract of a byte line, run on memory, on TCP and on a pseudo terminal.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Fault } from "@driftbox/proto";
import type { ByteLine, OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { lineOpener } from "../../../gateway/adapters/serial/open-line.ts";
import { MemorySocket } from "./memory-line.ts";
import { Pty } from "./pty.ts";
import { until } from "./until.ts";

/** The device side of one kind of line. */
interface FarEnd {
  readonly open: OpenLine;
  readonly received: readonly number[];
  send(bytes: Uint8Array): void;
  unplug(): void;
  dispose(): void;
}

function memoryEnd(): Promise<FarEnd> {
  const socket = new MemorySocket();
  return Promise.resolve({
    open: socket.open,
    received: socket.received,
    send: (bytes) => socket.send(bytes),
    unplug: () => socket.unplug(),
    dispose: () => {},
  });
}

function ptyEnd(): Promise<FarEnd> {
  const pty = new Pty();
  return Promise.resolve({
    open: lineOpener(pty.path, 9_600),
    received: pty.received,
    send: (bytes) => pty.send(bytes),
    unplug: () => pty.unplug(),
    dispose: () => pty.unplug(),
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function tcpEnd(): Promise<FarEnd> {
  const received: number[] = [];
  let device: Socket | undefined;
  const server = createServer((socket) => {
    device = socket;
    socket.on("error", () => {});
    socket.on("data", (bytes) => received.push(...bytes));
  });
  const port = await listen(server);
  const unplug = (): void => {
    device?.destroy();
    server.close();
  };
  return {
    open: lineOpener(`tcp://127.0.0.1:${port}`, 9_600),
    received,
    send: (bytes) => void device?.write(bytes),
    unplug,
    dispose: unplug,
  };
}

const never = new AbortController().signal;
const allBytes = Uint8Array.from({ length: 256 }, (_, value) => value);
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

describe.each([
  ["memory", memoryEnd],
  ["tcp", tcpEnd],
  ["a pseudo terminal", ptyEnd],
])("a byte line on %s", (_name, makeEnd) => {
  async function openOne(): Promise<{ far: FarEnd; line: ByteLine }> {
    const far = await makeEnd();
    const line = await far.open(never);
    cleanups.push(() => void line.close().then(() => far.dispose()));
    return { far, line };
  }

  test("carries every byte value both ways", async () => {
    const { far, line } = await openOne();
    const heard: number[] = [];
    line.onBytes((bytes) => heard.push(...bytes));
    expect(line.write(allBytes)).toEqual({ outcome: "sent" });
    await until("256 bytes out", () => far.received.length === 256);
    far.send(allBytes);
    await until("256 bytes in", () => heard.length === 256);
    expect(far.received).toEqual([...allBytes]);
    expect(heard).toEqual([...allBytes]);
  });

  test("tells its end once, also to one who asks later, and then sends nothing", async () => {
    const { far, line } = await openOne();
    const ends: string[] = [];
    line.onClosed((reason) => ends.push(reason));
    far.send(Uint8Array.of(1));
    far.unplug();
    await until("the end", () => ends.length > 0);
    line.onClosed((reason) => ends.push(reason));
    await until("the end told again", () => ends.length > 1);
    const before = far.received.length;
    expect(line.write(Uint8Array.of(2))).toMatchObject({ outcome: "not-sent" });
    await line.close();
    expect(ends).toHaveLength(2);
    expect(far.received).toHaveLength(before);
  });

  test("closed here sends nothing, frees the port, and a second close does no harm", async () => {
    const { far, line } = await openOne();
    await line.close();
    await line.close();
    expect(line.write(Uint8Array.of(2))).toMatchObject({ outcome: "not-sent" });
    const again = await far.open(never);
    cleanups.push(() => void again.close());
    expect(again.write(Uint8Array.of(7))).toEqual({ outcome: "sent" });
    await until("the byte of the new line", () => far.received.length > 0);
    expect(far.received).toEqual([7]);
  });

  test("stops telling a listener that left", async () => {
    const { far, line } = await openOne();
    const kept: number[] = [];
    const left: number[] = [];
    line.onBytes((bytes) => kept.push(...bytes));
    const leave = line.onBytes((bytes) => left.push(...bytes));
    leave();
    leave();
    far.send(Uint8Array.of(5));
    await until("the byte", () => kept.length > 0);
    expect(left).toEqual([]);
  });

  test("that cannot be opened is a fault that names the device", async () => {
    const far = await makeEnd();
    const line = await far.open(never);
    await line.close();
    far.unplug();
    await expect(far.open(never)).rejects.toMatchObject({ code: "device/absent" });
  });
});

describe("a configured port", () => {
  test.each(["COM3", "tcp://127.0.0.1", "tcp://:5", "http://127.0.0.1:80", "", "tcp://h:0"])(
    "like %j is refused with what would be right",
    (port) => {
      expect(() => lineOpener(port, 9_600)).toThrow(Fault);
      expect(() => lineOpener(port, 9_600)).toThrow(/neither \/dev\/\.\.\. nor tcp:/);
    },
  );

  test("is held exclusively while it is open", async () => {
    const pty = new Pty();
    const line = await lineOpener(pty.path, 9_600)(never);
    await expect(lineOpener(pty.path, 9_600)(never)).rejects.toMatchObject({
      code: "device/busy",
      message: expect.stringContaining("another program holds it"),
    });
    await line.close();
    pty.unplug();
  });

  test("is not left open when opening was given up", async () => {
    const pty = new Pty();
    const giveUp = new AbortController();
    const opened = lineOpener(pty.path, 9_600)(giveUp.signal);
    giveUp.abort();
    await expect(opened).rejects.toMatchObject({ code: "device/absent" });
    const line = await lineOpener(pty.path, 9_600)(never);
    expect(line.write(Uint8Array.of(1))).toEqual({ outcome: "sent" });
    await line.close();
    pty.unplug();
  });

  test("leaves no handle when it fails in mid-opening", async () => {
    const pty = new Pty();
    const line = await lineOpener(pty.path, 9_600)(never);
    const before = handlesOn(pty.path);
    await expect(lineOpener(pty.path, 9_600)(never)).rejects.toThrow(Fault);
    expect(handlesOn(pty.path)).toBe(before);
    await line.close();
    expect(handlesOn(pty.path)).toBe(before - 1);
    pty.unplug();
  });
});

describe("a connection to a serial server", () => {
  async function connected(): Promise<{ line: ByteLine; far: Socket; port: number }> {
    const server = createServer();
    const port = await listen(server);
    const accepted = new Promise<Socket>((resolve) => server.once("connection", resolve));
    const line = await lineOpener(`tcp://127.0.0.1:${port}`, 9_600)(never);
    const far = await accepted;
    cleanups.push(() => {
      far.destroy();
      server.close();
    });
    return { line, far, port };
  }

  test("is reset at its close, so that the server frees its port at once", async () => {
    const { line, far } = await connected();
    const ended = new Promise<Error>((resolve) => far.once("error", resolve));
    await line.close();
    expect(await ended).toMatchObject({ code: "ECONNRESET" });
  });

  test("is asked for a sign of life after five silent seconds", async () => {
    const { line, port } = await connected();
    const { kind, afterMs } = kernelTimerOf(port);
    expect(kind).toBe("keep-alive");
    expect(afterMs).toBeLessThanOrEqual(5_000);
    await line.close();
  });
});

/** How many open files of this process are the device at `path`. */
function handlesOn(path: string): number {
  const targets = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => target === path).length;
}

/** The timer that the kernel runs for our connection to a port, as /proc/net/tcp tells it. */
function kernelTimerOf(port: number): { kind: "keep-alive" | "other"; afterMs: number } {
  const far = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = readFileSync("/proc/net/tcp", "latin1").split("\n");
  const cells = rows.map((row) => row.trim().split(/\s+/));
  const row = cells.find(([, , remote, state]) => remote?.endsWith(far) && state === "01");
  const [kind, ticks = ""] = row?.[5]?.split(":") ?? [];
  const afterMs = Number.parseInt(ticks, 16) * 10;
  return { kind: kind === "02" ? "keep-alive" : "other", afterMs };
}
