// The look into a box by UHF: what comes in, what leaves, what shines through the wall.
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
  Yrm100Reader,
  type Yrm100ReaderOptions,
} from "../../../gateway/adapters/readers/yrm100-reader.ts";
import type { DeviceHealth } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { Yrm100FarEnd, type FieldTag } from "./yrm100-far-end.ts";

let time: ManualTime;
let socket: MemorySocket;
let log: RecordingLog;
let module: Yrm100FarEnd;
let reader: Yrm100Reader;
let reads: string[];
let health: DeviceHealth[];

async function begin(options: Partial<Yrm100ReaderOptions> = {}): Promise<void> {
  time = new ManualTime();
  socket = new MemorySocket();
  log = new RecordingLog();
  module = new Yrm100FarEnd((bytes) => socket.send(bytes));
  [reads, health] = [[], []];
  socket.onWrite = (bytes) => module.hear(bytes);
  const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
  reader = new Yrm100Reader({ id: "reader-a", open: socket.open, ...runtime, ...options });
  reader.onRead(({ number }) => reads.push(number));
  reader.onHealth((now) => health.push(now));
  reader.start();
  await time.advance(300);
}

beforeEach(() => begin());

function tag(last: number, rssiDbm = -50): FieldTag {
  return { epc: [0xe2, 0x80, 0, last], rssiDbm };
}

const a = "E2800001";
const b = "E2800002";

/** What the operator is told about the last trouble. */
function lastReason(): string {
  const told = health.flatMap((now) => (now.state === "backing-off" ? [now.reason] : []));
  return told.at(-1) ?? "";
}

describe("a look into a box", () => {
  test("ends online, also when the box is empty", () => {
    expect(reads).toEqual([]);
    expect(health.map(({ state }) => state)).toEqual(["opening", "probing", "online"]);
    expect(module.heard.slice(0, 2)).toEqual(["BB00280000287E", "BB00220000227E"]);
  });

  test("tells a tag that stays once, also when it is not heard for a moment", async () => {
    module.tags = [tag(1)];
    await time.advance(20_000);
    expect(reads).toEqual([a]);
    module.tags = [];
    await time.advance(1_600);
    module.tags = [tag(1)];
    await time.advance(20_000);
    expect(reads).toEqual([a]);
  });

  test("tells no tag anew that a hand hides, or weakens under the gate, for some seconds", async () => {
    module.tags = [tag(1)];
    await time.advance(1_000);
    for (const hidden of [[], [tag(1, -90)]]) {
      module.tags = hidden;
      await time.advance(8_000);
      module.tags = [tag(1)];
      await time.advance(1_000);
    }
    expect(reads).toEqual([a]);
  });

  test("takes a tag for away by many looks, not by one during which this process stood still", async () => {
    module.tags = [tag(1)];
    await time.advance(1_000);
    module.tags = [];
    time.stall(60_000);
    await time.advance(2_000);
    module.tags = [tag(1)];
    await time.advance(1_000);
    expect(reads).toEqual([a]);
  });

  test("takes a tag for away after the time that is set", async () => {
    await begin({ awayMs: 10_000 });
    for (const [awayMs, readCount] of [
      [8_000, 1],
      [12_000, 2],
    ] as const) {
      module.tags = [tag(1)];
      await time.advance(1_000);
      module.tags = [];
      await time.advance(awayMs);
      module.tags = [tag(1)];
      await time.advance(1_000);
      expect(reads).toHaveLength(readCount);
    }
  });

  test("tells a tag that came back after it was away as a new read", async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      module.tags = [tag(1)];
      await time.advance(1_000);
      module.tags = [];
      await time.advance(11_000);
    }
    expect(reads).toEqual([a, a, a]);
  });

  test("is steady while tags are heard in turn", async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      module.tags = [tag(1 + (turn % 2))];
      await time.advance(200);
    }
    expect(reads).toEqual([a, b]);
  });

  test("does not count tags that shine through the wall", async () => {
    module.tags = [tag(1, -66), tag(2, -65)];
    await time.advance(1_000);
    expect(reads).toEqual([b]);
  });

  test("keeps a tag inside that is heard a little weaker, and lets go of a much weaker one", async () => {
    module.tags = [tag(1, -60)];
    await time.advance(1_000);
    module.tags = [tag(1, -71)];
    await time.advance(10_000);
    module.tags = [tag(1, -60)];
    await time.advance(1_000);
    expect(reads).toEqual([a]);
    module.tags = [tag(1, -72)];
    await time.advance(11_000);
    module.tags = [tag(1, -60)];
    await time.advance(1_000);
    expect(reads).toEqual([a, a]);
  });

  test("is bounded in a crowded field, steady, and says so", async () => {
    module.tags = Array.from({ length: 100 }, (_, at) => tag(at));
    await time.advance(10_000);
    expect(reads).toHaveLength(64);
    expect(log.lines.filter((line) => line.includes("field full"))).toHaveLength(1);
  });

  test("does not change while the cable is out, however long", async () => {
    module.tags = [tag(1), tag(2)];
    await time.advance(1_000);
    socket.unplug();
    await time.advance(600_000);
    socket.plug();
    await time.advance(32_000);
    expect(reads).toEqual([a, b]);
  });

  test("can be taken in many rounds a poll, each ended before the next", async () => {
    await begin({ rounds: 300 });
    module.tags = [tag(1)];
    await time.advance(2_000);
    expect(module.heard.slice(0, 4)).toEqual([
      "BB00280000287E",
      "BB0027000322012C797E",
      "BB00280000287E",
      "BB0027000322012C797E",
    ]);
    expect(reads).toEqual([a]);
    await reader.stop();
    expect(module.heard.at(-1)).toBe("BB00280000287E");
    expect(time.keys).toEqual([]);
  });
});

describe("trouble at a YRM100", () => {
  test("that falls silent is named, counted and tried again, and no tag leaves for it", async () => {
    module.tags = [tag(1)];
    await time.advance(1_000);
    module.isDead = true;
    await time.advance(100_000);
    expect(lastReason()).toContain("no answer");
    expect(reader.symptoms()["no-answer"]).toBeGreaterThan(5);
    module.isDead = false;
    await time.advance(40_000);
    expect(health.at(-1)?.state).toBe("online");
    expect(reads).toEqual([a]);
  });

  test("that refuses to poll is named with its error", async () => {
    module.error = 0x20;
    await time.advance(10_000);
    expect(lastReason()).toContain("refuses to poll (error 32)");
  });

  test("whose wires are bridged is an echo", async () => {
    socket.onWrite = (bytes) => socket.send(bytes);
    await time.advance(10_000);
    expect(reader.symptoms().echo).toBeGreaterThan(0);
    expect(lastReason()).toContain("our own bytes");
  });

  test("on a noisy wire is counted, and no tag is made of it", async () => {
    let count = 0;
    module.spoil = (bytes) => {
      count += 1;
      const at = (count * 5) % bytes.length;
      return count % 2 === 0 ? bytes.with(at, (bytes[at] ?? 0) ^ 0x04) : bytes;
    };
    module.tags = [tag(1)];
    await time.advance(60_000);
    expect(reads).toEqual([a]);
    expect(reader.symptoms()["bad-frame"]).toBeGreaterThan(5);
    expect(health.at(-1)?.state).toBe("online");
  });

  test("of random bytes between answers is no tag but the one inside", async () => {
    const hostile = fc.oneof(fc.constantFrom(0xbb, 0x7e, 0, 1, 2, 0x22), fc.nat(255));
    const bursts = fc.array(fc.array(hostile, { maxLength: 40 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(bursts, async (given) => {
        await begin();
        module.tags = [tag(1)];
        let count = 0;
        module.spoil = (bytes) => {
          const burst = given[(count += 1) % given.length] ?? [];
          return count % 3 === 0 ? burst : [...burst, ...bytes];
        };
        await time.advance(5_000);
        module.spoil = (bytes) => bytes;
        await time.advance(60_000);
        expect(reads).toEqual([a]);
        expect(health.at(-1)?.state).toBe("online");
        await reader.stop();
        expect(time.keys).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("loses its cable at any byte of a report without a tag that is not there", async () => {
    for (let length = 0; length <= 15; length += 1) {
      module.tags = [tag(1)];
      module.spoil = (bytes) => {
        queueMicrotask(() => socket.unplug());
        return bytes.slice(0, length);
      };
      await time.advance(400);
      expect(health.at(-1)?.state).not.toBe("online");
      module.spoil = (bytes) => bytes;
      socket.plug();
      await time.advance(60_000);
      expect(health.at(-1)?.state).toBe("online");
    }
    expect(reads).toEqual([a]);
  });

  test("stopped before it ever answered leaves nothing behind", async () => {
    await begin();
    module.isDead = true;
    await time.advance(400);
    await reader.stop();
    await time.advance(60_000);
    expect(time.keys).toEqual([]);
  });
});
