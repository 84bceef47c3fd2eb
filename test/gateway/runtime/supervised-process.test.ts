// The built gateway under a supervisor: ready, fed, stopping, and its health page in memory.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { provision } from "../app/provision.ts";
import { Running } from "../app/running.ts";
import { until } from "../drivers/until.ts";
import { DatagramReceiver } from "./datagram-receiver.ts";

let folder = "";
let place: ReturnType<typeof provision>;
let gateway: Running | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "driftbox-supervised-"));
  // Nobody listens at these ports: no center, no reader, no board.
  place = provision({ mqttPort: 1, readerPort: 2, boardPort: 3 });
});

afterEach(async () => {
  gateway?.child.kill("SIGKILL");
  await gateway?.ended;
  place.remove();
  rmSync(folder, { recursive: true });
});

function start(environment: Readonly<Record<string, string>>): Running {
  const made = new Running(["gateway", "--config", place.configPath], { environment });
  gateway = made;
  return made;
}

describe("the gateway process under systemd", () => {
  it("says when it is ready, feeds the watchdog, and says that it stops", async () => {
    const socket = join(folder, "notify");
    const receiver = await DatagramReceiver.at(socket);
    const watchdog = { NOTIFY_SOCKET: socket, WATCHDOG_USEC: "600000" };
    const running = start({ ...watchdog, RUNTIME_DIRECTORY: folder });
    await until("it is fed three times", () => count(receiver, "WATCHDOG=1") >= 3);
    expect(count(receiver, "READY=1")).toBe(1);
    const page: unknown = JSON.parse(readFileSync(join(folder, "health.json"), "utf8"));
    expect(page).toMatchObject({ format: 1, supervisor: { watchdogMs: 600, stuck: [] } });
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(0);
    expect(receiver.heard).toContain("STOPPING=1");
    receiver.kill();
  });

  it("ends at once, and says why, when its supervisor cannot be told", async () => {
    const { code, stderr } = await start({ NOTIFY_SOCKET: join(folder, "nobody") }).ended;
    expect(stderr).toMatch(/^driftbox gateway: supervisor\/unreachable: NOTIFY_SOCKET is /m);
    expect(code).toBe(69);
  });
});

function count(receiver: DatagramReceiver, word: string): number {
  return receiver.heard.filter((heard) => heard === word).length;
}
