// One contract for every kind of line: memory, pseudo-terminal, serial server over TCP.

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SerialPort } from "serialport";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";
import { openPty } from "../../device-sim/lines/libc.ts";
import type { Line } from "../../device-sim/lines/line.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { PtyLine } from "../../device-sim/lines/pty-line.ts";
import { TcpLine } from "../../device-sim/lines/tcp-line.ts";
import { until } from "./until.ts";

/** The gateway's end of a line, opened as a gateway would. */
interface Far {
  readonly heard: number[];
  write(bytes: Uint8Array): void;
  readonly isOpen: () => boolean;
  close(): Promise<void>;
}

interface Kind {
  readonly name: string;
  open(): Promise<Line>;
  dial(line: Line): Promise<Far>;
}

const scheduler = new WallScheduler();
const folder = mkdtempSync(join(tmpdir(), "driftbox-lines-"));
const baudRate = 115_200;
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kinds: readonly Kind[] = [
  {
    name: "memory",
    open: () => Promise.resolve(new MemoryLine({ name: "m", baudRate, scheduler })),
    dial: (line) => {
      const heard: number[] = [];
      if (!(line instanceof MemoryLine)) throw new Error("not a memory line");
      const stop = line.far.onBytes((bytes) => heard.push(...bytes));
      return Promise.resolve({
        heard,
        write: (bytes) => line.far.write(bytes),
        isOpen: () => line.isPlugged,
        close: () => Promise.resolve(stop()),
      });
    },
  },
  {
    name: "pty",
    open: () => Promise.resolve(new PtyLine({ link: join(folder, "tty"), baudRate, scheduler })),
    dial: (line) => dialSerial(line.port, baudRate),
  },
  {
    name: "tcp",
    open: () => TcpLine.open({ host: "127.0.0.1", tcpPort: 0, baudRate, scheduler }),
    dial: dialTcp,
  },
];

async function dialSerial(path: string, rate: number): Promise<Far> {
  const heard: number[] = [];
  const port = new SerialPort({ path, baudRate: rate, autoOpen: false });
  port.on("data", (bytes: Uint8Array) => heard.push(...bytes));
  port.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => port.open((e) => (e ? reject(e) : resolve())));
  // The package may take a hang-up between two reads for silence; its poller does not.
  let isHungUp = false;
  const binding = port.port;
  if (binding !== undefined && "poller" in binding) {
    binding.poller.once("disconnect", () => (isHungUp = true));
  }
  return {
    heard,
    write: (bytes) => port.write(bytes),
    isOpen: () => port.isOpen && !isHungUp,
    close: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())),
  };
}

async function dialTcp(line: Line): Promise<Far> {
  const heard: number[] = [];
  const { hostname, port } = new URL(line.port);
  const socket: Socket = connect(Number(port), hostname);
  socket.on("data", (bytes) => heard.push(...bytes));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return {
    heard,
    write: (bytes) => socket.write(bytes),
    isOpen: () => !socket.destroyed && !socket.readableEnded,
    close: () => Promise.resolve(void socket.destroy()),
  };
}

async function opened(kind: Kind): Promise<{ line: Line; near: number[]; far: Far }> {
  const line = await kind.open();
  closers.push(() => line.close());
  const near: number[] = [];
  line.onBytes((bytes) => near.push(...bytes));
  const far = await kind.dial(line);
  closers.push(() => far.close());
  far.write(Uint8Array.of(0x55));
  await until(() => near.length === 1);
  near.length = 0;
  return { line, near, far };
}

const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);

describe.each(kinds)("a $name line", (kind) => {
  it("carries all 256 byte values in order, both ways", async () => {
    const { line, near, far } = await opened(kind);
    line.send(everyByte);
    far.write(everyByte);
    await until(() => near.length === 256 && far.heard.length === 256);
    expect(near).toEqual([...everyByte]);
    expect(far.heard).toEqual([...everyByte]);
  });

  it("vanishes when unplugged, loses what was pending, and comes back under its name", async () => {
    const { line, near, far } = await opened(kind);
    const name = line.port;
    line.send(everyByte);
    await line.unplug();
    await line.unplug();
    await until(() => !far.isOpen());
    expect(line.isPlugged).toBe(false);
    line.send(Uint8Array.of(1));
    await far.close();
    await line.replug();
    await line.replug();
    expect(line.port).toBe(name);
    const again = await kind.dial(line);
    closers.push(() => again.close());
    again.write(Uint8Array.of(7));
    await until(() => near.length > 0);
    line.send(Uint8Array.of(9));
    await until(() => again.heard.length > 0);
    expect([near, again.heard]).toEqual([[7], [9]]);
  });

  it("comes back under another name when it is told to", async () => {
    const { line, near, far } = await opened(kind);
    const name = line.port;
    await line.unplug();
    await until(() => !far.isOpen());
    await far.close();
    await line.replug("tty-other");
    expect(line.port).not.toBe(name);
    const again = await kind.dial(line);
    closers.push(() => again.close());
    again.write(Uint8Array.of(7));
    await until(() => near.length > 0);
  });

  it("is silent after close", async () => {
    const { line, near, far } = await opened(kind);
    await line.close();
    line.send(Uint8Array.of(1));
    far.write(Uint8Array.of(2));
    await until(() => kind.name === "memory" || !far.isOpen());
    expect(near).toEqual([]);
  });
});

function ptyAt(rate: number): PtyLine {
  const line = new PtyLine({ link: join(folder, "tty-rate"), baudRate: rate, scheduler });
  closers.push(() => line.close());
  return line;
}

describe("a pty line", () => {
  it("has its link while plugged, and no link and no node after", async () => {
    const line = ptyAt(9_600);
    const node = readlinkSync(line.port);
    expect(existsSync(node)).toBe(true);
    await line.unplug();
    expect(existsSync(node)).toBe(false);
    expect(() => readlinkSync(line.port)).toThrow("ENOENT");
  });

  it("comes back under its name with another number", async () => {
    const line = ptyAt(9_600);
    const node = readlinkSync(line.port);
    await line.unplug();
    await line.replug();
    expect(readlinkSync(line.port)).not.toBe(node);
  });

  it("is not held open by programs started beside it", async () => {
    const line = ptyAt(9_600);
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    closers.push(() => Promise.resolve(void child.kill()));
    await once(child, "spawn");
    const far = await dialSerial(line.port, 9_600);
    closers.push(() => far.close());
    await line.unplug();
    await until(() => !far.isOpen());
  });

  it("carries garbage while the gateway's rate is wrong, and follows a reopen", async () => {
    const line = ptyAt(19_200);
    const near: number[] = [];
    line.onBytes((bytes) => near.push(...bytes));
    const status = [0x02, 0x00, 0x30, 0x03, 0x35];
    const wrong = await dialSerial(line.port, 9_600);
    expect(line.isRateWrong).toBe(true);
    wrong.write(Uint8Array.from(status));
    line.send(Uint8Array.from(status));
    await until(() => near.length >= 4 && wrong.heard.length >= 4);
    expect(near).not.toContain(0x02);
    expect(wrong.heard).not.toEqual(status);
    await wrong.close();
    near.length = 0;
    const right = await dialSerial(line.port, 19_200);
    closers.push(() => right.close());
    expect(line.isRateWrong).toBe(false);
    right.write(Uint8Array.from(status));
    await until(() => near.length === status.length);
    expect(near).toEqual(status);
  });
});

it("a terminal that nobody reads loses bytes, and stops nobody", async () => {
  const { master, slave } = openPty();
  const flags = /flags:\s*([0-7]+)/.exec(readFileSync(`/proc/self/fdinfo/${master}`, "utf8"))?.[1];
  for (const fd of [master, slave]) closeSync(fd);
  expect(parseInt(flags ?? "", 8) & constants.O_NONBLOCK).not.toBe(0);
  const link = join(mkdtempSync(join(tmpdir(), "driftbox-unread-")), "tty");
  const line = new PtyLine({ link, baudRate: 4_000_000, scheduler });
  await until(() => {
    line.send(new Uint8Array(4_000));
    return line.lostBytes > 0;
  });
  await line.close();
});
