// A process that stands still again and again, as on a busy machine: no device is lost for it.
import { describe, expect, test } from "vitest";
import { Pn532Reader } from "../../../gateway/adapters/readers/pn532-reader.ts";
import { Yrm100Reader } from "../../../gateway/adapters/readers/yrm100-reader.ts";
import { keyA, OsdpWire, ReaderRig } from "../osdp/osdp-rig.ts";
import { PdFarEnd } from "../osdp/pd-far-end.ts";
import { Pn532FarEnd } from "../readers/pn532-far-end.ts";
import { Yrm100FarEnd } from "../readers/yrm100-far-end.ts";
import { Cu16Rig } from "./cu16-rig.ts";
import { ManualTime } from "./manual-time.ts";
import { MemorySocket } from "./memory-line.ts";
import { RecordingLog } from "./recording-log.ts";

const stallMs = 2_000;
const stallCount = 20;

/** Stalls after each of the next questions. */
async function stallOften(time: ManualTime, askedCount: () => number): Promise<void> {
  for (let turn = 0; turn < stallCount; turn += 1) {
    const before = askedCount();
    for (let ms = 0; askedCount() === before && ms < 1_000; ms += 1) await time.advance(1);
    time.stall(stallMs);
    await time.advance(0);
  }
}

/** A far end that a question reaches only when the process goes on, and answers 20 ms later. */
function lateSocket(time: ManualTime, hear: (bytes: Uint8Array) => void) {
  const socket = new MemorySocket();
  let count = 0;
  socket.onWrite = (bytes) => {
    count += 1;
    const startMs = time.monoMs();
    const answer = (): void => {
      if (time.monoMs() - startMs < stallMs) hear(bytes);
      else time.set(`far/${count}/late`, 20, () => hear(bytes));
    };
    time.set(`far/${count}`, 1, answer);
  };
  return { socket, count: () => count };
}

function runtimeOf(time: ManualTime) {
  return { timers: time, monoMs: time.monoMs, random: () => 0, log: new RecordingLog() };
}

describe("while this process stands still", () => {
  test("an OSDP reader is not lost", async () => {
    const wire = new OsdpWire([new PdFarEnd(0, keyA)]);
    const rig = new ReaderRig(wire);
    rig.reader.start();
    await wire.time.advance(2_000);
    wire.answerMs = stallMs + 20;
    await stallOften(wire.time, () => wire.sent.length);
    wire.answerMs = 3;
    await wire.time.advance(1_000);
    expect(rig.health.filter((state) => state === "online")).toHaveLength(1);
    expect(rig.lastHealth).toBe("online");
    expect(rig.reader.symptoms()["no-answer"]).toBeUndefined();
  });

  test("a lock board is not lost", async () => {
    const rig = new Cu16Rig();
    await rig.startOnline();
    const { onWrite } = rig.socket;
    let count = 0;
    rig.socket.onWrite = (bytes) => {
      count += 1;
      rig.time.set(`far/${count}`, stallMs + 20, () => onWrite(bytes));
    };
    await stallOften(rig.time, () => count);
    rig.socket.onWrite = onWrite;
    await rig.time.advance(1_000);
    expect(rig.health.filter((state) => state === "online")).toHaveLength(1);
    expect(rig.health.at(-1)).toBe("online");
    expect(rig.board.symptoms()).toEqual({});
  });

  test("a PN532 is not lost", async () => {
    const time = new ManualTime();
    const { socket, count } = lateSocket(time, (bytes) => far.hear(bytes));
    const far: Pn532FarEnd = new Pn532FarEnd((bytes) => socket.send(bytes));
    const reader = new Pn532Reader({ id: "reader-a", open: socket.open, ...runtimeOf(time) });
    const health: string[] = [];
    reader.onHealth(({ state }) => health.push(state));
    reader.start();
    await time.advance(1_000);
    await stallOften(time, count);
    await time.advance(1_000);
    expect(health).toEqual(["opening", "probing", "online"]);
    expect(reader.symptoms()["no-answer"]).toBeUndefined();
  });

  test("a YRM100 is not lost", async () => {
    const time = new ManualTime();
    const { socket, count } = lateSocket(time, (bytes) => far.hear(bytes));
    const far: Yrm100FarEnd = new Yrm100FarEnd((bytes) => socket.send(bytes));
    const reader = new Yrm100Reader({ id: "tags-a", open: socket.open, ...runtimeOf(time) });
    const health: string[] = [];
    reader.onHealth(({ state }) => health.push(state));
    reader.start();
    await time.advance(1_000);
    await stallOften(time, count);
    await time.advance(1_000);
    expect(health).toEqual(["opening", "probing", "online"]);
    expect(reader.symptoms()["no-answer"]).toBeUndefined();
  });
});
