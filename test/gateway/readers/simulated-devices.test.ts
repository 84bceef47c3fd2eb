// The reader drivers against the simulator's devices: two readings of one specification meet.
import { describe, expect, test } from "vitest";
import { Ntag424Card } from "../../../device-sim/devices/ntag424-card.ts";
import { phoneCard, type VirtualCard } from "../../../device-sim/devices/pn532-card.ts";
import { Pn532Reader as SimulatedPn532 } from "../../../device-sim/devices/pn532-reader.ts";
import { VirtualScheduler, type Cancel } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import type { Yrm100Tag } from "../../../device-sim/devices/yrm100-frame.ts";
import { Yrm100Reader as SimulatedYrm100 } from "../../../device-sim/devices/yrm100.ts";
import { MemoryLine } from "../../../device-sim/lines/memory-line.ts";
import { SunChecker } from "../../../gateway/adapters/nfc/sun-checker.ts";
import { Pn532Reader } from "../../../gateway/adapters/readers/pn532-reader.ts";
import { Yrm100Reader } from "../../../gateway/adapters/readers/yrm100-reader.ts";
import { LineEnd } from "../../../gateway/adapters/serial/line-end.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import type { BadgeRead, BadgeReader } from "../../../gateway/ports/devices.ts";
import { bytesOf } from "../drivers/hex.ts";
import { settle } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { smallWorld } from "../../device-sim/rig.ts";

const metaKey = bytesOf("101112131415161718191A1B1C1D1E1F");
const fileKey = bytesOf("202122232425262728292A2B2C2D2E2F");
const uid = bytesOf("04 DE 5F 1E AC C0 40");

/** One virtual time for the simulator's device and the driver, and the line between them. */
class Meeting {
  readonly scheduler = new VirtualScheduler();
  readonly stage = new Stage(smallWorld(), this.scheduler);
  readonly line = new MemoryLine({ name: "a", baudRate: 115_200, scheduler: this.scheduler });
  readonly reads: BadgeRead[] = [];
  readonly #timers = new Map<string, Cancel>();

  readonly open: OpenLine = () => {
    const end = new LineEnd();
    this.line.far.onBytes((bytes) => end.receive(bytes));
    return Promise.resolve({
      write: (bytes) => {
        this.line.far.write(bytes);
        return { outcome: "sent" as const };
      },
      onBytes: (listener) => end.onBytes(listener),
      onClosed: (listener) => end.onClosed(listener),
      close: () => Promise.resolve(end.end("closed here")),
    });
  };

  readonly runtime: LineRuntime = {
    timers: {
      set: (key, afterMs, onDue) => {
        this.#clear(key);
        this.#timers.set(key, this.scheduler.after(afterMs, onDue));
      },
      clear: (key) => this.#clear(key),
      clearAll: () => {},
    },
    monoMs: () => this.scheduler.nowMs(),
    random: () => 0,
    log: new RecordingLog(),
  };

  begin(reader: BadgeReader): void {
    reader.onRead((read) => this.reads.push(read));
    reader.start();
  }

  async pass(ms: number): Promise<void> {
    for (let at = 0; at < ms; at += 1) {
      this.scheduler.advance(1);
      await settle();
    }
  }

  #clear(key: string): void {
    this.#timers.get(key)?.();
    this.#timers.delete(key);
  }
}

/** Holds a card to a simulated PN532 twice, half a second each, a second apart. */
async function tapTwice(card?: VirtualCard): Promise<readonly BadgeRead[]> {
  const meeting = new Meeting();
  const { stage, line, scheduler } = meeting;
  const wallet = new Map(card === undefined ? [] : [["04DE5F1EACC040", card]]);
  const device = new SimulatedPn532({ id: "reader-a", stage, line, scheduler, wallet });
  stage.start();
  const checker = new SunChecker({
    metaReadKey: metaKey,
    fileReadKey: fileKey,
    diversification: { applicationId: bytesOf("3042F5"), systemIdentifier: bytesOf("4472") },
  });
  const { runtime, open } = meeting;
  meeting.begin(new Pn532Reader({ ...runtime, id: "reader-a", open, checker }));
  await meeting.pass(300);
  for (let tap = 0; tap < 2; tap += 1) {
    const number = "04DE5F1EACC040";
    stage.act({ kind: "present", reader: "reader-a", number, forMs: 500 });
    await meeting.pass(1_600);
  }
  device.close();
  return meeting.reads;
}

const number = "04DE5F1EACC040";
const tag = { uid, metaKey, fileKey, diversifier: bytesOf("3042F5 4472") };

describe("the PN532 driver at the simulator's PN532", () => {
  test("reads a genuine tag with a counter that grows by one a tap", async () => {
    const reads = await tapTwice(new Ntag424Card({ ...tag, counter: 7 }));
    expect(reads).toEqual([
      { number, assurance: "counter-mac", counter: 8 },
      { number, assurance: "counter-mac", counter: 9 },
    ]);
  });

  test.each(["wrong-meta-key", "wrong-file-key"] as const)("tells a %s", async (flaw) => {
    const forged = { number, assurance: "identifier", isForged: true };
    expect(await tapTwice(new Ntag424Card({ ...tag, flaw }))).toEqual([forged, forged]);
  });

  test("delivers the counter of a copied message as it is", async () => {
    const reads = await tapTwice(new Ntag424Card({ ...tag, flaw: "frozen" }));
    expect(new Set(reads.map(({ counter }) => counter)).size).toBe(1);
    expect(reads).toHaveLength(2);
  });

  test("takes a plain card as an identifier, and no phone", async () => {
    const plain = { number, assurance: "identifier" };
    expect(await tapTwice()).toEqual([plain, plain]);
    expect(await tapTwice(phoneCard(1))).toEqual([]);
  });
});

describe("the YRM100 driver at the simulator's YRM100", () => {
  test.each([1, 300])("hears the tags inside by polls of %i rounds", async (rounds) => {
    const meeting = new Meeting();
    const { stage, line, scheduler, runtime, open } = meeting;
    const epc = bytesOf("30751FEB705C5904E3D50D70");
    let tags: readonly Yrm100Tag[] = [];
    const device = new SimulatedYrm100({ id: "uhf-a", stage, line, scheduler, range: () => tags });
    const reader = new Yrm100Reader({ ...runtime, id: "uhf-a", open, rounds });
    meeting.begin(reader);
    await meeting.pass(500);
    tags = [{ epc, rssiDbm: -55 }];
    await meeting.pass(1_000);
    tags = [];
    await meeting.pass(40_000);
    const read = { number: "30751FEB705C5904E3D50D70", assurance: "identifier" };
    expect(meeting.reads).toEqual([read]);
    tags = [{ epc, rssiDbm: -55 }];
    await meeting.pass(1_000);
    device.close();
    expect(meeting.reads).toEqual([read, read]);
  });
});
