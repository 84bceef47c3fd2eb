// What every badge reader promises, run on each driver over each kind of line.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import type { LinePacing } from "../../../gateway/adapters/serial/line-state.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import type { BadgeReader, DeviceHealth } from "../../../gateway/ports/devices.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { memoryCable, ptyCable, tcpCable, type Cable } from "./cables.ts";

/** The device at the far end, with a field a badge can be held into. */
export interface ReaderDevice {
  readonly hear: (bytes: Uint8Array) => void;
  /** Puts exactly these badges of the kind into the field. */
  hold(...badges: readonly number[]): void;
  /** Ends timers of its own. */
  end(): void;
}

export interface ReaderKind {
  readonly name: string;
  readonly awayMs: number;
  /** Numbers of the badges 0 and 1 as the driver reports them. */
  readonly numbers: readonly [string, string];
  /** Two badges can be in the field together. */
  readonly hearsMany: boolean;
  make(
    options: LineRuntime & { id: string; open: OpenLine; pacing: Partial<LinePacing> },
  ): BadgeReader;
  device(send: (bytes: readonly number[]) => void, cable: Cable): ReaderDevice;
}

const lines: readonly (readonly [string, () => Cable | Promise<Cable>])[] = [
  ["a line in memory", memoryCable],
  ["a pseudo terminal", ptyCable],
  ["a serial server", tcpCable],
];

const noise = [0x00, 0x02, 0xbb, 0x55, 0xff, 0x37, 0x00, 0x00, 0xfe, 0x13];

/** Registers the suite for one driver. */
export function describeBadgeReader(kind: ReaderKind): void {
  describe.each(lines)(`${kind.name} on %s`, (_line, makeCable) => {
    let cable: Cable;
    let log: RecordingLog;
    let reader: BadgeReader;
    let device: ReaderDevice;
    let send: (bytes: readonly number[]) => void;
    let numbers: string[];
    let health: DeviceHealth[];

    const isOnline = (): boolean => health.at(-1)?.state === "online";

    const plug = (): void => {
      cable.plug((speak) => {
        send = speak;
        device = kind.device(speak, cable);
        return (bytes) => device.hear(bytes);
      });
    };

    const unplug = (): void => {
      device.end();
      cable.unplug();
    };

    beforeEach(async () => {
      cable = await makeCable();
      log = new RecordingLog();
      [numbers, health] = [[], []];
      reader = kind.make({
        id: "reader-a",
        open: cable.open,
        timers: cable.timers,
        monoMs: cable.monoMs,
        random: () => 0,
        log,
        pacing: { backoffFirstMs: 20, backoffMaxMs: 50 },
      });
      reader.onRead(({ number }) => numbers.push(number));
      reader.onHealth((now) => health.push(now));
      plug();
      reader.start();
      await cable.until("online", isOnline);
    });

    afterEach(async () => {
      await reader.stop();
      device.end();
      cable.close();
    });

    test("reads a held badge once, and says what it proved", async () => {
      const assurances: string[] = [];
      reader.onRead(({ assurance }) => assurances.push(assurance));
      device.hold(0);
      await cable.until("a read", () => numbers.length > 0);
      await cable.pass(kind.awayMs - 1);
      device.hold(1);
      await cable.until("the other badge", () => numbers.length > 1);
      expect(numbers).toEqual(kind.numbers);
      expect(assurances).toEqual(["identifier", "identifier"]);
    });

    test("reads a badge again that was away", async () => {
      device.hold(0);
      await cable.until("a read", () => numbers.length === 1);
      for (let turn = 0; numbers.length < 2; turn += 1) {
        expect(turn).toBeLessThan(100);
        device.hold();
        await cable.pass(kind.awayMs);
        device.hold(0);
        await cable.linger();
      }
      expect(new Set(numbers)).toEqual(new Set([kind.numbers[0]]));
    });

    if (kind.hearsMany) {
      test("reads two badges in one field once each", async () => {
        device.hold(0, 1);
        await cable.until("two reads", () => numbers.length === 2);
        expect(numbers.toSorted()).toEqual(kind.numbers.toSorted());
      });
    }

    test("reads on after its cable was pulled, and never takes pulled for read", async () => {
      for (let turn = 1; turn <= 2; turn += 1) {
        unplug();
        await cable.until("the end of the line", () => !isOnline());
        await cable.pass(kind.awayMs);
        expect(numbers).toHaveLength(turn - 1);
        plug();
        await cable.until("online again", isOnline);
        device.hold(turn % 2);
        await cable.until("a read", () => numbers.length === turn);
      }
      expect(reader.symptoms().unplugged).toBeGreaterThanOrEqual(2);
      const told = health.filter(({ state }) => state === "backing-off");
      expect(told.every((one) => "reason" in one && one.reason !== "")).toBe(true);
    });

    test("counts noise on the wire, makes no read of it, and reads on", async () => {
      for (let burst = 0; burst < 20; burst += 1) send(noise);
      const seen = (): number => {
        const { noise: bytes = 0, "bad-frame": frames = 0 } = reader.symptoms();
        return bytes + frames;
      };
      await cable.until("noise counted", () => seen() > 0);
      expect(numbers).toEqual([]);
      device.hold(0);
      await cable.until("a read", () => numbers.length === 1);
      expect(numbers).toEqual([kind.numbers[0]]);
    });

    test("keeps numbers out of the log", async () => {
      device.hold(0);
      await cable.until("a read", () => numbers.length === 1);
      unplug();
      await cable.until("the end of the line", () => !isOnline());
      expect(log.lines.length).toBeGreaterThan(1);
      expect(log.lines.join(" ").toUpperCase()).not.toContain(kind.numbers[0]);
    });

    test("is silent after stop, and a subscription that ended is too", async () => {
      const others: string[] = [];
      const unsubscribe = reader.onRead(({ number }) => others.push(number));
      unsubscribe();
      unsubscribe();
      device.hold(0);
      await cable.until("a read", () => numbers.length === 1);
      await reader.stop();
      device.hold(1);
      await cable.pass(kind.awayMs);
      expect(numbers).toHaveLength(1);
      expect(others).toEqual([]);
    });
  });
}
