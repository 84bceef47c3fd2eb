// A disk that is really full: no opening without a record, and openings again once there is space.

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodePayload, splitRecords, type FactKind } from "@driftbox/proto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { custodyCore } from "../../../gateway/app/loop/custody-core.ts";
import { effectRunner } from "../../../gateway/app/loop/effects.ts";
import { Loop } from "../../../gateway/app/loop/loop.ts";
import { watchStorage } from "../../../gateway/app/storage-watch.ts";
import { compilePolicy, initialState, type Input } from "../../../gateway/custody/index.ts";
import type { Journal } from "../../../gateway/ports/storage.ts";
import { driftbox } from "../../../proto/generated/driftbox.js";
import {
  badgeRef,
  CountingEntropy,
  gatewayId,
  genesis,
  identity,
  layout,
  MemoryBoard,
  MemoryLog,
  must,
  policyDraft,
} from "./fixtures.ts";
import { ManualTime, settled } from "./manual-time.ts";

const diskMiB = 24;
const fillStepBytes = 65_536;

let disk: string;

function command(name: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(name, args);
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}: ${String(stderr)}`);
}

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), "driftbox-full-"));
  command("mount", ["-t", "tmpfs", "-o", `size=${diskMiB}m`, "tmpfs", disk]);
});
afterEach(() => {
  command("umount", ["--lazy", disk]);
  rmSync(disk, { recursive: true });
});

/** Takes every free byte of the disk. */
function fillDisk(): void {
  const fd = openSync(join(disk, "filler"), "w");
  const zeros = new Uint8Array(fillStepBytes);
  try {
    for (let step = 0; step <= (diskMiB * 1_048_576) / fillStepBytes; step += 1) {
      writeSync(fd, zeros);
    }
    throw new Error("the disk is larger than it was made");
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  } finally {
    closeSync(fd);
  }
}

function badge(ref: string): Input {
  const from = { reader: "reader-a", box: "box-a", assurance: "identifier" } as const;
  return { kind: "BadgePresented", badgeRef: ref, ...from };
}

const guestRef = "cd".repeat(16);

/** The usual policy, and a guest who has no right anywhere. */
function policyWithGuest() {
  const { badges = [], roles = [], ...rest } = policyDraft(1);
  const guest = { badgeRef: Buffer.from(guestRef, "hex"), person: "p-2", role: "guest" };
  return {
    ...rest,
    badges: [...(badges ?? []), guest],
    roles: [...(roles ?? []), { role: "guest" }],
  };
}

/** The shell around a journal on the small disk, on a clock of the test. */
function gatewayOn(journal: Journal) {
  const time = new ManualTime();
  const board = new MemoryBoard();
  const deaths: unknown[] = [];
  const offer = (input: Input) => loop.offer(input);
  const locks = new Map([["box-a#1", { board, channel: 0 }]]);
  const loop: Loop = new Loop(
    {
      ...identity,
      core: custodyCore,
      journal,
      clock: time,
      timers: time,
      entropy: new CountingEntropy(),
      log: new MemoryLog(),
      runEffect: effectRunner({ locks, timers: time, offer, show: () => undefined }),
      defer: setImmediate,
      onFatal: (error) => void deaths.push(error),
    },
    initialState(layout),
  );
  watchStorage({ journal, timers: time, offer, known: () => loop.state.volatile });
  return { time, board, deaths, loop };
}

function kindsIn(journal: Journal): readonly FactKind[] {
  const kinds: FactKind[] = [];
  for (let seq = 0; seq < journal.head.nextSeq;) {
    const part = journal.read(seq, 512, 1_000_000);
    for (const { payload } of must(splitRecords(part.framed, part.count))) {
      const decoded = must(decodePayload(payload));
      if (decoded.isKnown) kinds.push(decoded.fact.kind);
    }
    seq = part.firstSeq + part.count;
  }
  return kinds;
}

describe("a gateway on a disk that is full", () => {
  it("opens nothing it cannot record, records what happens, and opens again", async () => {
    const owner = { gatewayId, genesisPrev: genesis };
    const folder = join(disk, "journal");
    const { journal } = openFileJournal({ ...owner, folder, segmentBytes: 65_536 });
    const { time, board, deaths, loop } = gatewayOn(journal);
    const { Policy } = driftbox.v1;
    const message = Policy.decode(Policy.encode(policyWithGuest()).finish());
    const policy = must(compilePolicy(message, layout, genesis));
    const start = { software: "test", recovery: "clean", droppedBytes: 0 } as const;
    loop.offer({ kind: "Booted", ...start });
    loop.offer({ kind: "PolicyAccepted", policy });
    loop.offer({ kind: "DeviceHealthChanged", device: "lock-a", isOnline: true, reason: "" });
    loop.settle();
    fillDisk();
    const place = { box: "box-a", compartment: 1 };
    // Somebody without a right is refused, and recorded until there is no space for that either.
    for (let tries = 0; tries < 2_000 && loop.state.volatile.canOpen; tries += 1) {
      loop.offer(badge(guestRef));
      loop.settle();
    }
    expect(loop.state.volatile.canOpen).toBe(false);
    loop.offer(badge(badgeRef));
    loop.settle();
    expect(board.orders).toEqual([]);
    loop.offer({ kind: "DoorReported", ...place, isOpen: true });
    loop.settle();
    expect(kindsIn(journal).slice(-1)).toEqual(["DoorForced"]);
    await time.advance(10_000);
    expect(loop.state.volatile.canOpen).toBe(false);
    loop.offer({ kind: "DoorReported", ...place, isOpen: false });
    loop.offer({ kind: "BoltReported", ...place, isEngaged: true });
    await time.advance(2_000);

    rmSync(join(disk, "filler"));
    await time.advance(10_000);
    expect(loop.state.volatile.canOpen).toBe(true);
    loop.offer(badge(badgeRef));
    await settled();
    expect(kindsIn(journal).slice(-2)).toEqual(["AccessGranted", "UnlockIntended"]);
    expect(board.orders).toHaveLength(1);
    expect(deaths).toEqual([]);
    journal.close();
    const again = openFileJournal({ ...owner, folder, segmentBytes: 65_536 });
    expect(again.report.recovery).toBe("clean");
    expect(kindsIn(again.journal).slice(-1)).toEqual(["UnlockIntended"]);
    again.journal.close();
  });
});
