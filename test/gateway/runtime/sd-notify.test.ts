// Words to the supervisor over a real Unix datagram socket, as systemd would hear them.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "@driftbox/proto";
import { noSupervisor, openSupervisor } from "../../../gateway/adapters/runtime/sd-notify.ts";
import { until } from "../drivers/until.ts";
import { DatagramReceiver } from "./datagram-receiver.ts";

let folder = "";
let receiver: DatagramReceiver | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "driftbox-notify-"));
});

afterEach(() => {
  receiver?.kill();
  receiver = undefined;
  rmSync(folder, { recursive: true });
});

async function listenAt(path: string): Promise<() => readonly string[]> {
  const made = await DatagramReceiver.at(path);
  receiver = made;
  return () => made.heard;
}

const pid = 4_711;

describe("systemd as the supervisor", () => {
  it.each(["a path", "an abstract name"])("hears every word at %s", async (kind) => {
    const isAbstract = kind === "an abstract name";
    const path = isAbstract ? `@driftbox-${process.pid}-${Date.now()}` : join(folder, "notify");
    const heard = await listenAt(path);
    const environment = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "15000000" };
    const supervisor = openSupervisor(environment, pid);
    expect(supervisor.watchdogMs).toBe(15_000);
    supervisor.ready();
    supervisor.status("two\nlines");
    supervisor.status("two\nlines");
    supervisor.progress();
    supervisor.stopping();
    await until("all words are heard", () => heard().length >= 5);
    expect(heard()).toEqual([
      "STATUS=starting",
      "READY=1",
      "STATUS=two lines",
      "WATCHDOG=1",
      "STOPPING=1",
    ]);
  });

  it("has a watchdog for this process only", async () => {
    const path = join(folder, "notify");
    await listenAt(path);
    const watchdogOf = (environment: Record<string, string>): number | undefined =>
      openSupervisor({ NOTIFY_SOCKET: path, ...environment }, pid).watchdogMs;
    expect(watchdogOf({})).toBeUndefined();
    expect(watchdogOf({ WATCHDOG_USEC: "3000000", WATCHDOG_PID: String(pid) })).toBe(3_000);
    expect(watchdogOf({ WATCHDOG_USEC: "3000000", WATCHDOG_PID: "1" })).toBeUndefined();
    expect(watchdogOf({ WATCHDOG_USEC: "soon" })).toBeUndefined();
  });

  it("that went away costs words, never the program", async () => {
    const path = join(folder, "notify");
    await listenAt(path);
    const supervisor = openSupervisor({ NOTIFY_SOCKET: path }, pid);
    receiver?.kill();
    await until("the receiver is gone", () => receiver?.isGone === true);
    rmSync(path);
    for (let each = 0; each < 1_000; each += 1) supervisor.progress();
    expect(() => supervisor.stopping()).not.toThrow();
  });

  it("that waits for a word which cannot be sent lets nothing start", () => {
    const paths = [join(folder, "nobody"), "vsock:2:1", "@", "/", `/${"x".repeat(200)}`];
    for (const path of paths) {
      const open = (): unknown => openSupervisor({ NOTIFY_SOCKET: path }, pid);
      expect(open, path).toThrow(Fault);
      expect(open, path).toThrow(/NOTIFY_SOCKET is .* nothing can be sent there/);
    }
  });

  it("is nobody for a program started by hand", () => {
    expect(openSupervisor({}, pid)).toBe(noSupervisor);
    expect(openSupervisor({ NOTIFY_SOCKET: "", WATCHDOG_USEC: "1" }, pid)).toBe(noSupervisor);
  });
});
