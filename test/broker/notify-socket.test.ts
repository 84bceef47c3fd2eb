// The center tells systemd what it should, over a real datagram socket, and nobody where none is.

import { closeSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import koffi from "koffi";
import { afterEach, expect, test } from "vitest";
import { noSupervisor, openSupervisor } from "../../broker/adapters/systemd/notify-socket.ts";

const libc = koffi.load(null);
const socket = libc.func("int socket(int family, int type, int protocol)");
const bind = libc.func("int bind(int fd, void *address, uint32_t size)");
const receive = libc.func("long recv(int fd, void *bytes, size_t count, int flags)");
const unixFamily = 1;
const datagram = 2;
const withoutWaiting = 0x40;
const pid = 4_711;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A socket as systemd has it; `next` is the oldest message that waits, undefined if none does. */
function systemdAt(path: string): { next(): string | undefined } {
  const name = Buffer.from(path);
  const address = Buffer.alloc(2 + name.length + (path.startsWith("@") ? 0 : 1));
  address.writeUInt16LE(unixFamily, 0);
  name.copy(address, 2);
  if (path.startsWith("@")) address[2] = 0;
  const fd: number = socket(unixFamily, datagram, 0);
  cleanups.push(() => closeSync(fd));
  expect(bind(fd, address, address.length)).toBe(0);
  const bytes = Buffer.alloc(4_096);
  return {
    next: () => {
      const count: number = receive(fd, bytes, bytes.length, withoutWaiting);
      return count < 0 ? undefined : bytes.toString("utf8", 0, count);
    },
  };
}

function socketPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-notify-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return join(folder, "notify");
}

test.each([
  ["a path", () => socketPath()],
  ["an abstract name", () => `@driftbox-notify-test-${process.pid}`],
])("the center says ready, alive and stopping to %s", async (_, place) => {
  const path = place();
  const systemd = systemdAt(path);
  const supervisor = await openSupervisor({ NOTIFY_SOCKET: path }, pid);
  supervisor.ready("MQTT on 127.0.0.1:1883");
  expect(systemd.next()).toBe("READY=1\nSTATUS=MQTT on 127.0.0.1:1883");
  supervisor.alive();
  expect(systemd.next()).toBe("WATCHDOG=1");
  supervisor.stopping();
  expect(systemd.next()).toBe("STOPPING=1");
  expect(systemd.next()).toBeUndefined();
});

test("without a supervisor nothing is told and nobody watches", async () => {
  expect(await openSupervisor({}, pid)).toBe(noSupervisor);
  expect(await openSupervisor({ NOTIFY_SOCKET: "" }, pid)).toBe(noSupervisor);
});

test("the time limit is taken only by the process it is for", async () => {
  const path = socketPath();
  systemdAt(path);
  const environment = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "30000000" };
  const watched = async (more: Record<string, string>): Promise<number | undefined> =>
    (await openSupervisor({ ...environment, ...more }, pid)).watchdogMs;
  expect(await watched({ WATCHDOG_PID: String(pid) })).toBe(30_000);
  expect(await watched({})).toBe(30_000);
  expect(await watched({ WATCHDOG_PID: "1" })).toBeUndefined();
  expect(await watched({ WATCHDOG_USEC: "soon" })).toBeUndefined();
});

test("a supervisor that cannot be told ends the start, not a running center", async () => {
  const gone = await openSupervisor({ NOTIFY_SOCKET: socketPath() }, pid);
  expect(() => gone.ready("")).toThrow(expect.objectContaining({ code: "supervisor/unreachable" }));
  gone.alive();
  gone.stopping();
  const relative = openSupervisor({ NOTIFY_SOCKET: "notify" }, pid);
  await expect(relative).rejects.toMatchObject({ code: "supervisor/unreachable" });
  const long = openSupervisor({ NOTIFY_SOCKET: `/${"n".repeat(108)}` }, pid);
  await expect(long).rejects.toMatchObject({ code: "supervisor/unreachable" });
});
