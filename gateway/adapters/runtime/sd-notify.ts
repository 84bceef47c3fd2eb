// The supervisor is systemd: readiness, status and watchdog as datagrams (sd_notify(3)).

import { Fault } from "@driftbox/proto";
import type { Supervisor } from "../../ports/runtime.ts";
import { openDatagramSocket, sendDatagram } from "./libc.ts";

const statusMaxChars = 200;

type Environment = Readonly<Record<string, string | undefined>>;

/** Nobody supervises: started by hand, or by something that asks for no word. */
export const noSupervisor: Supervisor = {
  watchdogMs: undefined,
  ready() {},
  status() {},
  progress() {},
  stopping() {},
};

/**
 * The supervisor named by the environment. Where it waits for a word that cannot be sent, the
 * program must not run: it would be ended without a reason.
 * @throws Fault supervisor/unreachable
 */
export function openSupervisor(environment: Environment, pid: number): Supervisor {
  const path = environment["NOTIFY_SOCKET"];
  if (path === undefined || path === "") return noSupervisor;
  try {
    return new SdNotify(path, watchdogMsOf(environment, pid));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const what = `NOTIFY_SOCKET is ${JSON.stringify(path)}, but nothing can be sent there`;
    throw new Fault("supervisor/unreachable", `${what}: ${reason}`, { cause });
  }
}

/** The watchdog may be meant for another process of the service. */
function watchdogMsOf(environment: Environment, pid: number): number | undefined {
  const watched = environment["WATCHDOG_PID"];
  const us = Number(environment["WATCHDOG_USEC"]);
  const isOurs = watched === undefined || watched === String(pid);
  return isOurs && Number.isSafeInteger(us) && us > 0 ? us / 1_000 : undefined;
}

/** Keeps one unnamed socket open. A datagram that cannot be sent now is lost. */
export class SdNotify implements Supervisor {
  readonly watchdogMs: number | undefined;
  readonly #path: string;
  readonly #fd: number;
  #status = "";

  /** @throws Error when nothing can be sent to the path */
  constructor(path: string, watchdogMs: number | undefined) {
    if (!/^[/@]./.test(path)) throw new Error("not the path of a Unix socket");
    this.watchdogMs = watchdogMs;
    this.#path = path;
    this.#fd = openDatagramSocket();
    const errno = this.#send("STATUS=starting");
    if (errno !== 0) throw new Error(`sendto failed with errno ${errno}`);
  }

  ready(): void {
    this.#send("READY=1");
  }

  status(text: string): void {
    if (text === this.#status) return;
    this.#status = text;
    const line = text.replaceAll(/\s+/g, " ").slice(0, statusMaxChars);
    this.#send(`STATUS=${line}`);
  }

  progress(): void {
    this.#send("WATCHDOG=1");
  }

  stopping(): void {
    this.#send("STOPPING=1");
  }

  #send(text: string): number {
    return sendDatagram(this.#fd, this.#path, Buffer.from(text, "utf8"));
  }
}
