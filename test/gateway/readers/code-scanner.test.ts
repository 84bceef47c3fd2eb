// A code scanner on a serial line: one scan a sight, whole codes only, nothing unprintable.
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
  SerialCodeScanner,
  type SerialCodeScannerOptions,
} from "../../../gateway/adapters/readers/code-scanner.ts";
import { ScanLines, scanMaxBytes } from "../../../gateway/adapters/readers/scan-lines.ts";
import type { DeviceHealth } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

let time: ManualTime;
let socket: MemorySocket;
let log: RecordingLog;
let scanner: SerialCodeScanner;
let scans: string[];
let health: DeviceHealth["state"][];

async function begin(options: Partial<SerialCodeScannerOptions> = {}): Promise<void> {
  time = new ManualTime();
  socket = new MemorySocket();
  log = new RecordingLog();
  [scans, health] = [[], []];
  const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
  scanner = new SerialCodeScanner({ id: "scan-a", open: socket.open, ...runtime, ...options });
  scanner.onScan((text) => scans.push(text));
  scanner.onHealth(({ state }) => health.push(state));
  scanner.start();
  await time.advance(0);
}

beforeEach(() => begin());

function type(text: string): void {
  socket.send(Buffer.from(text, "latin1"));
}

describe("a code scanner", () => {
  test.each(["\r", "\n", "\r\n", "\n\r"])("ends a code with %j", (end) => {
    type(`P-1001${end}P-1002${end}`);
    expect(scans).toEqual(["P-1001", "P-1002"]);
  });

  test("tells a code held to it once, and again after it was away", async () => {
    for (let repeat = 0; repeat < 10; repeat += 1) {
      type("P-1\r\n");
      await time.advance(400);
    }
    expect(scans).toEqual(["P-1"]);
    await time.advance(1_100);
    type("P-1\r\n");
    expect(scans).toEqual(["P-1", "P-1"]);
  });

  test("tells two codes in turn, each once while both are held", async () => {
    for (let repeat = 0; repeat < 6; repeat += 1) {
      type(repeat % 2 === 0 ? "A\r" : "B\r");
      await time.advance(100);
    }
    expect(scans).toEqual(["A", "B"]);
  });

  test("counts a code that is sent twice at once as repeated, and tells it once", async () => {
    type("P-1\rP-1\r");
    await time.advance(2_000);
    type("P-1\r");
    await time.advance(200);
    type("P-1\r");
    expect(scans).toEqual(["P-1", "P-1"]);
    expect(scanner.symptoms()).toEqual({ repeated: 1 });
  });

  test("drops a code with a byte that is not printable, whole, and counts the byte", () => {
    type("P-\u00011002\rP-\u00e91002\rP-2\r");
    expect(scans).toEqual(["P-2"]);
    expect(scanner.symptoms()).toEqual({ noise: 2 });
  });

  test("takes a code of 512 bytes and drops a longer one, whole", () => {
    type(`${"7".repeat(scanMaxBytes)}\r${"8".repeat(scanMaxBytes + 1)}\rP-3\r`);
    expect(scans).toEqual(["7".repeat(scanMaxBytes), "P-3"]);
    expect(scanner.symptoms()).toEqual({ "bad-frame": 1 });
  });

  test("drops half a code whose rest does not come", async () => {
    type("P-10");
    await time.advance(1_000);
    type("02\rP-4\r");
    expect(scans).toEqual(["02", "P-4"]);
    expect(scanner.symptoms()).toEqual({ "half-frame": 1 });
  });

  test("that sends no line ends is read by its pauses, where the site says so", async () => {
    await begin({ gapMs: 50 });
    type("P-1");
    await time.advance(49);
    type("001");
    await time.advance(49);
    expect(scans).toEqual([]);
    await time.advance(1);
    type("P-1002\r");
    await time.advance(100);
    expect(scans).toEqual(["P-1001", "P-1002"]);
  });

  test("loses its cable at any byte of a code without making another code of it", async () => {
    const code = "P-123456\r\n";
    for (let length = 0; length < code.length - 2; length += 1) {
      type(code.slice(0, length));
      socket.unplug();
      await time.advance(2_000);
      socket.plug();
      await time.advance(60_000);
      expect(health.at(-1)).toBe("online");
      type("\r\n");
    }
    expect(scans).toEqual([]);
    type(code);
    expect(scans).toEqual(["P-123456"]);
  });

  test("at a wrong speed is garbled", () => {
    socket.send([0xfe, 0x80, 0x00, 0x0d, 0xf8]);
    expect(scanner.symptoms()).toMatchObject({ garbled: 1, noise: 4 });
  });

  test("keeps codes out of log and timer names, and is silent after stop", async () => {
    type("SECRET-1\rhalf");
    const names = time.keys.join(" ");
    await scanner.stop();
    type("SECRET-2\r");
    await time.advance(60_000);
    expect(scans).toEqual(["SECRET-1"]);
    expect(time.keys).toEqual([]);
    expect(`${names} ${log.lines.join(" ")}`).not.toMatch(/SECRET|half/);
  });
});

describe("a stream of codes", () => {
  const printable = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 40,
  });

  test("is read however it is split", () => {
    const ends = fc.constantFrom("\r", "\n", "\r\n");
    fc.assert(
      fc.property(fc.array(printable), ends, fc.nat(7), (codes, end, size) => {
        const bytes = Buffer.from(codes.map((code) => code + end).join(""), "latin1");
        const lines = new ScanLines();
        const found: string[] = [];
        for (let at = 0; at < bytes.length; at += size + 1) {
          found.push(...lines.push(bytes.subarray(at, at + size + 1)));
        }
        expect(found).toEqual(codes);
      }),
    );
  });

  test("of random bytes never throws and gives only printable codes of bounded length", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 5 }), (chunks) => {
        const lines = new ScanLines();
        for (const text of chunks.flatMap((chunk) => lines.push(chunk))) {
          expect(text).toMatch(/^[\x20-\x7e]{1,512}$/);
        }
      }),
    );
  });
});
