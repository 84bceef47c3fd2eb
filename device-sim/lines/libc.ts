// The C functions a pseudo-terminal and a shared clock need, called through koffi.

import koffi from "koffi";
import { Fault } from "@driftbox/proto";

const libc = koffi.load("libc.so.6");
const callOpenpty = libc.func(
  "int openpty(_Out_ int *amaster, _Out_ int *aslave, void *name, void *termp, void *winp)",
);
const callIoctl = libc.func("int ioctl(int fd, unsigned long request, void *argument)");
const callFcntl = libc.func("int fcntl(int fd, int command, int value)");
const callTcflush = libc.func("int tcflush(int fd, int queue)");
const callClockGettime = libc.func("int clock_gettime(int clock, void *time)");

const nameMaxBytes = 128;
/** `struct termios2` of Linux on x86-64 and the generic layout: 44 bytes, speeds at 36 and 40. */
const termios2Bytes = 44;
const inputSpeedAt = 36;
const outputSpeedAt = 40;
const getTermios2 = 0x802c542a;
const setTermios2 = 0x402c542b;
const controlFlagsAt = 8;
/** Least number of bytes of a read: sixth of the control characters at 17. */
const minCountAt = 23;
/** CS8, CREAD, CLOCAL, and BOTHER: the rate is in the speed fields. */
const rawControlFlags = 0x30 | 0x80 | 0x800 | 0x1000;
/** Counts from boot, suspend included: the clock that a gateway's deadlines are told in. */
const clockBoottime = 7;
const flushBoth = 2;
const setDescriptorFlags = 2;
const closeOnExec = 1;
const setStatusFlags = 4;
const nonBlocking = 0o4000;

export interface PtyPair {
  readonly master: number;
  readonly slave: number;
  /** Device path of the slave. */
  readonly path: string;
}

/** @throws Fault device/absent when the system has no pseudo-terminal left */
export function openPty(): PtyPair {
  const master: [number] = [0];
  const slave: [number] = [0];
  const name = Buffer.alloc(nameMaxBytes);
  if (callOpenpty(master, slave, name, null, null) !== 0) {
    throw new Fault("device/absent", `no pseudo-terminal: errno ${koffi.errno()}`);
  }
  const path = name.toString("latin1").split("\0")[0] ?? "";
  // A child that inherits the master would keep an unplugged terminal alive.
  for (const fd of [master[0], slave[0]]) callFcntl(fd, setDescriptorFlags, closeOnExec);
  // A write to a terminal that nobody reads would stop the whole simulator.
  callFcntl(master[0], setStatusFlags, nonBlocking);
  return { master: master[0], slave: slave[0], path };
}

/** Speeds the gateway set on its end, in baud; undefined when they cannot be read. */
export function lineSpeeds(fd: number): { input: number; output: number } | undefined {
  const termios = Buffer.alloc(termios2Bytes);
  if (callIoctl(fd, getTermios2, termios) !== 0) return undefined;
  return {
    input: termios.readUInt32LE(inputSpeedAt),
    output: termios.readUInt32LE(outputSpeedAt),
  };
}

/**
 * Makes an open serial device raw at a rate: eight bits, no parity, one stop bit, no flow control.
 * False when it is no terminal or refuses the rate.
 */
export function setRawSpeed(fd: number, baudRate: number): boolean {
  const termios = Buffer.alloc(termios2Bytes);
  if (callIoctl(fd, getTermios2, termios) !== 0) return false;
  const rest = termios.subarray(0, inputSpeedAt);
  rest.fill(0);
  rest.writeUInt32LE(rawControlFlags, controlFlagsAt);
  rest[minCountAt] = 1;
  termios.writeUInt32LE(baudRate, inputSpeedAt);
  termios.writeUInt32LE(baudRate, outputSpeedAt);
  return callIoctl(fd, setTermios2, termios) === 0;
}

/** Throws away what was written and not read, in both directions. */
export function flushTerminal(fd: number): void {
  callTcflush(fd, flushBoth);
}

const timespec = new BigInt64Array(2);

/** The machine's boot-time clock in microseconds. 64-bit `time_t` is assumed. */
export function bootTimeUs(): number {
  callClockGettime(clockBoottime, new Uint8Array(timespec.buffer));
  return Number(timespec[0]) * 1_000_000 + Math.floor(Number(timespec[1]) / 1_000);
}
