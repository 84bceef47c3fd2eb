// Until a lock board was heard for the first time a gateway is not ready, and nothing opens.

import type { Fact } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { firstHearing, hearingMaxMs } from "../../../gateway/app/devices/first-hearing.ts";
import type { Supervisor } from "../../../gateway/ports/runtime.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { badgeRef, MemoryBoard } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";
import { settled } from "./manual-time.ts";

/** What a supervisor is told, as words. */
class HeardSupervisor implements Supervisor {
  readonly watchdogMs = undefined;
  readonly told: string[] = [];
  ready = (): void => void this.told.push("ready");
  stopping = (): void => void this.told.push("stopping");
  status(): void {}
  progress(): void {}
}

/** A gateway whose lock board says nothing until it is told to. */
async function waiting() {
  const rig = new GatewayRig();
  const supervisor = new HeardSupervisor();
  rig.supervisor = supervisor;
  rig.board.isSilent = true;
  const gateway = await rig.start();
  let isReady = false;
  void gateway.whenReady().then(() => (isReady = true));
  const tap = (): Fact | undefined => {
    const read = { reader: "reader-a", box: "box-a", badgeRef, assurance: "identifier" } as const;
    gateway.loop.offer({ kind: "BadgePresented", ...read });
    gateway.loop.settle();
    return rig.told().findLast(({ fact }) => fact.kind.startsWith("Access"))?.fact;
  };
  const namedBoards = () =>
    rig.log.lines.flatMap(({ level, fields }) => (level === "warn" ? [fields["boards"]] : []));
  return { rig, supervisor, tap, namedBoards, isReady: () => isReady };
}

describe("a gateway that has not heard its lock board", () => {
  it("is not ready, and refuses a tap because the board does not answer", async () => {
    const { rig, supervisor, tap, isReady } = await waiting();
    await rig.time.advance(hearingMaxMs / 2);
    expect(isReady()).toBe(false);
    expect(supervisor.told).toEqual([]);
    expect(tap()).toMatchObject({ kind: "AccessRefused", reason: "lock-offline" });
    expect(rig.board.orders).toEqual([]);
  });

  it("is ready, and grants, once it is heard", async () => {
    const { rig, supervisor, tap, isReady, namedBoards } = await waiting();
    rig.board.report({ state: "online" });
    await settled();
    expect(isReady()).toBe(true);
    expect(supervisor.told).toEqual(["ready"]);
    expect(tap()).toMatchObject({ kind: "AccessGranted" });
    expect(namedBoards()).toEqual([]);
  });

  it("is ready without it after ten seconds, names it in log and page, and still refuses", async () => {
    const { rig, supervisor, tap, isReady, namedBoards } = await waiting();
    let states: readonly string[] = [];
    rig.keepHealthPage = ({ devices }) => {
      states = devices.map(({ id, state }) => `${id} ${state}`);
    };
    rig.board.report({ state: "opening", reason: "attempt 1" });
    await rig.time.advance(hearingMaxMs);
    expect(isReady()).toBe(true);
    expect(supervisor.told).toEqual(["ready"]);
    expect(namedBoards()).toEqual([["lock-a"]]);
    expect(states).toContain("lock-a opening");
    expect(tap()).toMatchObject({ kind: "AccessRefused", reason: "lock-offline" });
  });

  it("waits no longer when the board is known to be lost", async () => {
    const { rig, tap, isReady, namedBoards } = await waiting();
    rig.board.report({ state: "absent", reason: "no such port" });
    await settled();
    expect(isReady()).toBe(true);
    expect(namedBoards()).toEqual([["lock-a"]]);
    expect(tap()).toMatchObject({ kind: "AccessRefused", reason: "lock-offline" });
  });
});

describe("the first hearing", () => {
  it("ends when the last of several boards was heard, and leaves no timer", async () => {
    const time = new ManualTime();
    const boards = [new MemoryBoard(), new MemoryBoard()];
    let unheard: readonly string[] | undefined;
    void firstHearing({ boards, timers: time }).then((ids) => (unheard = ids));
    boards[0]?.report({ state: "online" });
    boards[0]?.report({ state: "online" });
    await settled();
    expect(unheard).toBeUndefined();
    boards[1]?.report({ state: "online" });
    await settled();
    expect(unheard).toEqual([]);
    expect(time.keys).toEqual([]);
  });

  it("is over at once where there is no lock board", async () => {
    expect(await firstHearing({ boards: [], timers: new ManualTime() })).toEqual([]);
  });
});
