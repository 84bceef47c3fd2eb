// The C library calls Node lacks: file locks, the boot-time clock, its discipline, device control.

import koffi from "koffi";

const libc = koffi.load(null);
const flockCall = libc.func("int flock(int fd, int operation)");
const clockGettimeCall = libc.func("int clock_gettime(int clock, void *time)");
const ntpAdjtimeCall = libc.func("int ntp_adjtime(void *timex)");

/** flock(2): exclusive, not blocking. */
const lockExclusiveNow = 2 | 4;
/** clock_gettime(2): grows in suspend, never steps. */
const clockBoottime = 7;
/** sizeof(struct timex) is 208 on 64-bit and 128 on 32-bit Linux. */
const timexBytes = 256;
/** adjtimex(2): the clock is not synchronized. */
const timeError = 5;

/**
 * Takes an exclusive advisory lock on an open file. False when another open file description holds
 * it. The kernel releases it when the descriptor closes or the process ends, however it ends.
 * @throws Error when flock fails for another reason
 */
export function tryLockFile(fd: number): boolean {
  if (flockCall(fd, lockExclusiveNow) === 0) return true;
  const errno = koffi.errno();
  if (errno === koffi.os.errno["EWOULDBLOCK"] || errno === koffi.os.errno["EAGAIN"]) return false;
  throw new Error(`flock failed with errno ${errno}`);
}

const timespec = new BigInt64Array(2);
const timespecBytes = new Uint8Array(timespec.buffer);

/** CLOCK_BOOTTIME in microseconds. 64-bit `time_t` is assumed. @throws Error if the call fails */
export function bootTimeUs(): number {
  if (clockGettimeCall(clockBoottime, timespecBytes) !== 0) {
    throw new Error(`clock_gettime failed with errno ${koffi.errno()}`);
  }
  return Number(timespec[0]) * 1_000_000 + Math.floor(Number(timespec[1]) / 1_000);
}

/** What the kernel knows of its wall clock. `maxErrorMs` is its own bound of the error. */
export interface ClockDiscipline {
  readonly isSynchronized: boolean;
  readonly maxErrorMs: number;
}

/**
 * Reads adjtimex(2) without changing anything. 64-bit `long` is assumed: maxerror is at byte 24.
 */
export function clockDiscipline(): ClockDiscipline {
  const timex = new BigInt64Array(timexBytes / 8);
  const state: unknown = ntpAdjtimeCall(new Uint8Array(timex.buffer));
  const isSynchronized = typeof state === "number" && state >= 0 && state !== timeError;
  return { isSynchronized, maxErrorMs: Math.ceil(Number(timex[3]) / 1_000) };
}

const ioctlCall = libc.func("int ioctl(int fd, unsigned long request, void *argument)");
const fcntlCall = libc.func("int fcntl(int fd, int command, int value)");
const pollCall = libc.func("int poll(void *fds, unsigned long count, int timeoutMs)");

/** fcntl(2): F_SETFL and O_NONBLOCK of the generic layout, which arm and x86 share. */
const setStatusFlags = 4;
const nonBlocking = 0x800;
/** poll(2): sizeof(struct pollfd), POLLIN, and POLLERR | POLLHUP | POLLNVAL. */
const pollEntryBytes = 8;
const pollIn = 1;
const pollGone = 0x38;

/** ioctl(2) on `argument`, which the kernel may change. 0, or the error number as errno(3). */
export function deviceControl(fd: number, request: number, argument: Uint8Array): number {
  return ioctlCall(fd, request, argument) < 0 ? koffi.errno() : 0;
}

/** Reads of `fd` fail with EAGAIN instead of waiting. @throws Error if the call fails */
export function neverBlock(fd: number): void {
  if (fcntlCall(fd, setStatusFlags, nonBlocking) === 0) return;
  throw new Error(`fcntl failed with errno ${koffi.errno()}`);
}

/** What poll(2) says of one descriptor now; `isGone`: error, hang-up, or not open. */
export interface Readiness {
  readonly isReadable: boolean;
  readonly isGone: boolean;
}

/** Asks for all descriptors in one call, without waiting. @throws Error if the call fails */
export function readinessOf(fds: readonly number[]): readonly Readiness[] {
  const entries = Buffer.alloc(fds.length * pollEntryBytes);
  for (const [at, fd] of fds.entries()) {
    entries.writeInt32LE(fd, at * pollEntryBytes);
    entries.writeInt16LE(pollIn, at * pollEntryBytes + 4);
  }
  if (pollCall(entries, fds.length, 0) < 0) {
    throw new Error(`poll failed with errno ${koffi.errno()}`);
  }
  return fds.map((_, at) => {
    const said = entries.readInt16LE(at * pollEntryBytes + 6);
    return { isReadable: (said & pollIn) !== 0, isGone: (said & pollGone) !== 0 };
  });
}
