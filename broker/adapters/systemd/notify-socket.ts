// Tells systemd that the center is ready, alive or stopping, over the socket in NOTIFY_SOCKET.
// Protocol: sd_notify(3), one datagram of NAME=value lines a message.

import { closeSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import type { Supervisor } from "../../ports/supervisor.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** unix(7): AF_UNIX; socket(2): SOCK_DGRAM | SOCK_CLOEXEC. */
const unixFamily = 1;
const datagramOnce = 2 | 0x8_0000;
/** send(2): MSG_NOSIGNAL, MSG_DONTWAIT. */
const noSignal = 0x4000;
const withoutWaiting = 0x40;
/** sun_path of struct sockaddr_un has room for this many bytes. */
const pathMaxBytes = 108;

/** Nobody started the center who wants to hear. */
export const noSupervisor: Supervisor = {
  watchdogMs: undefined,
  ready: () => undefined,
  alive: () => undefined,
  stopping: () => undefined,
};

/**
 * The supervisor named in the environment, or `noSupervisor`.
 * @throws Fault supervisor/unreachable when one is named and cannot be told
 */
export async function openSupervisor(environment: Environment, pid: number): Promise<Supervisor> {
  const path = environment["NOTIFY_SOCKET"];
  if (path === undefined || path === "") return noSupervisor;
  const send = await sender(path);
  const tell = (message: string): boolean => send(message, noSignal | withoutWaiting);
  return {
    watchdogMs: watchdogMsOf(environment, pid),
    ready: (status) => {
      if (send(`READY=1\nSTATUS=${status}`, noSignal)) return;
      throw unreachable(path, "it does not take messages");
    },
    alive: () => void tell("WATCHDOG=1"),
    stopping: () => void tell("STOPPING=1"),
  };
}

/** The time limit is for the process it names only; children inherit the environment. */
function watchdogMsOf(environment: Environment, pid: number): number | undefined {
  const { WATCHDOG_USEC: limit = "", WATCHDOG_PID: whose = String(pid) } = environment;
  const limitUs = Number(limit);
  return whose === String(pid) && limitUs > 0 ? limitUs / 1_000 : undefined;
}

type Send = (message: string, flags: number) => boolean;

/** Loads the C library only where there is somebody to tell. */
async function sender(path: string): Promise<Send> {
  const address = addressOf(path);
  try {
    const { default: koffi } = await import("koffi");
    const libc = koffi.load(null);
    const socket = libc.func("int socket(int family, int type, int protocol)");
    const sendTo = libc.func(
      "long sendto(int fd, void *bytes, size_t count, int flags, void *address, uint32_t size)",
    );
    return (message, flags) => {
      const fd: number = socket(unixFamily, datagramOnce, 0);
      if (fd < 0) return false;
      const bytes = Buffer.from(message);
      const sent: number = sendTo(fd, bytes, bytes.length, flags, address, address.length);
      closeSync(fd);
      return sent === bytes.length;
    };
  } catch (cause) {
    throw unreachable(path, "koffi cannot be loaded", cause);
  }
}

/** struct sockaddr_un; a path that begins with @ is an abstract name, whose first byte is 0. */
function addressOf(path: string): Buffer {
  const name = Buffer.from(path);
  const isAbstract = name[0] === 0x40;
  if (!isAbstract && name[0] !== 0x2f) throw unreachable(path, "it is not a path");
  if (name.length >= pathMaxBytes) throw unreachable(path, "its name is too long");
  const address = Buffer.alloc(2 + name.length + (isAbstract ? 0 : 1));
  address.writeUInt16LE(unixFamily, 0);
  name.copy(address, 2);
  if (isAbstract) address[2] = 0;
  return address;
}

function unreachable(path: string, reason: string, cause?: unknown): Fault {
  return new Fault("supervisor/unreachable", `NOTIFY_SOCKET ${path}: ${reason}`, { cause });
}
