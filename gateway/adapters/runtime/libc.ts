// The C library calls Node lacks: file locks, the boot-time clock, its discipline, device control.

import koffi from "koffi";

const libc = koffi.load(null);
const flockCall = libc.func("int flock(int fd, int operation)");
/** A 32-bit system has two: the older one counts seconds in 32 bits, which is not read here. */
const hasShortLong = koffi.sizeof("long") === 4;
const clockGettime = hasShortLong ? "__clock_gettime64" : "clock_gettime";
const clockGettimeCall = libc.func(`int ${clockGettime}(int clock, void *time)`);
const ntpAdjtimeCall = libc.func("int ntp_adjtime(void *timex)");

const socketCall = libc.func("int socket(int domain, int type, int protocol)");
const sendtoCall = libc.func(
  "long sendto(int fd, void *message, size_t length, int flags, void *address, uint32_t size)",
);

/** AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC of Linux. */
const unixDatagram = [1, 2 | 0o2000000] as const;
/** MSG_DONTWAIT | MSG_NOSIGNAL. */
const sendNowQuietly = 0x40 | 0x4000;
/** sockaddr_un: two bytes of family, then the path. */
const socketPathAt = 2;
/** A path ends with a zero byte inside sun_path[108]; an abstract name begins with one. */
export const socketPathMaxBytes = 107;

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

/** CLOCK_BOOTTIME in microseconds. @throws Error if the call fails */
export function bootTimeUs(): number {
  if (clockGettimeCall(clockBoottime, timespecBytes) !== 0) {
    throw new Error(`clock_gettime failed with errno ${koffi.errno()}`);
  }
  // The upper half of the second number is padding on a 32-bit system.
  const nanoseconds = Number(BigInt.asUintN(32, timespec[1] ?? 0n));
  return Number(timespec[0]) * 1_000_000 + Math.floor(nanoseconds / 1_000);
}

/** What the kernel knows of its wall clock. `maxErrorMs` is its own bound of the error. */
export interface ClockDiscipline {
  readonly isSynchronized: boolean;
  readonly maxErrorMs: number;
}

/** Reads adjtimex(2) without changing anything. */
export function clockDiscipline(): ClockDiscipline {
  const timex = new ArrayBuffer(timexBytes);
  const state: unknown = ntpAdjtimeCall(new Uint8Array(timex));
  const isSynchronized = typeof state === "number" && state >= 0 && state !== timeError;
  return { isSynchronized, maxErrorMs: Math.ceil(maxErrorUsOf(timex, hasShortLong) / 1_000) };
}

/** `maxerror` of a struct timex: the fourth word of its size of `long`, in microseconds. */
export function maxErrorUsOf(timex: ArrayBuffer, isShort: boolean): number {
  const view = new DataView(timex);
  return isShort ? view.getInt32(3 * 4, true) : Number(view.getBigInt64(3 * 8, true));
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

/** A Unix datagram socket of no name; close it with fs. @throws Error when there is none */
export function openDatagramSocket(): number {
  const fd: unknown = socketCall(...unixDatagram, 0);
  if (typeof fd === "number" && fd >= 0) return fd;
  throw new Error(`socket failed with errno ${koffi.errno()}`);
}

/**
 * Sends one datagram to a socket by its path, or by its abstract name written as `@name`, without
 * waiting. Returns errno, 0 = sent. @throws Error when the path is empty or too long
 */
export function sendDatagram(fd: number, path: string, message: Uint8Array): number {
  const name = Buffer.from(path, "utf8");
  if (name.length === 0 || name.length > socketPathMaxBytes) {
    throw new Error(`a socket path has 1 to ${socketPathMaxBytes} bytes, not ${name.length}`);
  }
  const isAbstract = name[0] === 0x40;
  const address = Buffer.alloc(socketPathAt + socketPathMaxBytes + 1);
  Buffer.from(Uint16Array.of(unixDatagram[0]).buffer).copy(address);
  name.copy(address, socketPathAt);
  if (isAbstract) address[socketPathAt] = 0;
  const size = socketPathAt + name.length + (isAbstract ? 0 : 1);
  const sent: unknown = sendtoCall(fd, message, message.length, sendNowQuietly, address, size);
  return sent === message.length ? 0 : koffi.errno();
}
