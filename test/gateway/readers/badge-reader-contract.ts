// What every badge reader promises, run on each driver over each kind of line.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memoryCable, ptyCable, tcpCable, type Cable } from "./cables.ts";
import { ReaderBench, type ReaderKind } from "./reader-bench.ts";

const lines: readonly (readonly [string, () => Cable | Promise<Cable>])[] = [
  ["a line in memory", memoryCable],
  ["a pseudo terminal", ptyCable],
  ["a serial server", tcpCable],
];

const noise = [0x00, 0x02, 0xbb, 0x55, 0xff, 0x37, 0x00, 0x00, 0xfe, 0x13];

const contract: Readonly<Record<string, (bench: ReaderBench) => Promise<void>>> = {
  "reads a held badge once, and says what it proved": async (bench) => {
    bench.hold(0);
    await bench.readCount(1);
    await bench.cable.pass(bench.kind.awayMs - 1);
    bench.hold(1);
    await bench.readCount(2);
    const [first, second] = bench.kind.numbers;
    expect(bench.reads).toEqual([
      { number: first, assurance: "identifier" },
      { number: second, assurance: "identifier" },
    ]);
  },

  "reads a badge again that was away": async (bench) => {
    bench.hold(0);
    await bench.readCount(1);
    for (let turn = 0; bench.reads.length < 2; turn += 1) {
      expect(turn).toBeLessThan(100);
      bench.hold();
      // Some readers call away only what several looks have missed.
      for (let looks = 0; looks <= turn; looks += 1) {
        await bench.cable.pass(bench.kind.awayMs);
        await bench.cable.linger();
      }
      bench.hold(0);
      await bench.cable.linger();
    }
    expect(new Set(bench.numbers)).toEqual(new Set([bench.kind.numbers[0]]));
  },

  "reads on after its cable was pulled, and never takes pulled for read": async (bench) => {
    for (const turn of [0, 1]) {
      await bench.unplug();
      await bench.cable.pass(bench.kind.awayMs);
      expect(bench.reads).toHaveLength(turn);
      bench.plug();
      await bench.online();
      bench.hold(turn);
      await bench.readCount(turn + 1);
    }
    expect(bench.numbers).toEqual(bench.kind.numbers);
    expect(bench.reader.symptoms().unplugged).toBeGreaterThanOrEqual(2);
    const told = bench.health.filter(({ state }) => state === "backing-off");
    expect(told.every((one) => "reason" in one && one.reason !== "")).toBe(true);
  },

  "counts noise on the wire, makes no read of it, and reads on": async (bench) => {
    for (let burst = 0; burst < 20; burst += 1) bench.send(noise);
    await bench.cable.until("noise counted", () => {
      const { noise: bytes = 0, "bad-frame": frames = 0 } = bench.reader.symptoms();
      return bytes + frames > 0;
    });
    expect(bench.reads).toEqual([]);
    bench.hold(0);
    await bench.readCount(1);
    expect(bench.numbers).toEqual([bench.kind.numbers[0]]);
  },

  "keeps numbers out of the log": async (bench) => {
    bench.hold(0);
    await bench.readCount(1);
    await bench.unplug();
    expect(bench.log.lines.length).toBeGreaterThan(1);
    expect(bench.log.lines.join(" ").toUpperCase()).not.toContain(bench.kind.numbers[0]);
  },

  "is silent after stop, and a subscription that ended is too": async (bench) => {
    const others: string[] = [];
    const unsubscribe = bench.reader.onRead(({ number }) => others.push(number));
    unsubscribe();
    unsubscribe();
    bench.hold(0);
    await bench.readCount(1);
    await bench.reader.stop();
    bench.hold(1);
    await bench.cable.pass(bench.kind.awayMs);
    await bench.cable.linger();
    expect(bench.reads).toHaveLength(1);
    expect(others).toEqual([]);
  },
};

async function readsTwoAtOnce(bench: ReaderBench): Promise<void> {
  bench.hold(0, 1);
  await bench.readCount(2);
  await bench.cable.linger();
  expect(bench.numbers.toSorted()).toEqual(bench.kind.numbers.toSorted());
}

/** Registers the suite for one driver. */
export function describeBadgeReader(kind: ReaderKind): void {
  describe.each(lines)(`${kind.name} on %s`, (_line, makeCable) => {
    let bench: ReaderBench;

    beforeEach(async () => {
      bench = new ReaderBench(kind, await makeCable());
      await bench.begin();
    });
    afterEach(() => bench.end());

    for (const [name, check] of Object.entries(contract)) test(name, () => check(bench));
    if (kind.hearsMany) {
      test("reads two badges in one field once each", () => readsTwoAtOnce(bench));
    }
  });
}
