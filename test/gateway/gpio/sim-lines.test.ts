// Input lines of the simulated GPIO: levels, bounce, active low, and a server that goes away.
import { createServer } from "node:net";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { gpioLines } from "../../../gateway/adapters/gpio/lines.ts";
import { SimGpio } from "../../../gateway/adapters/gpio/sim-lines.ts";
import { SimLevelReader, simLineMaxBytes } from "../../../gateway/adapters/gpio/sim-protocol.ts";
import type { InputLine } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { SystemTime } from "../drivers/system-time.ts";
import { until } from "../drivers/until.ts";

let time: ManualTime;
let socket: MemorySocket;
let gpio: SimGpio;
let door: InputLine;
let levels: (boolean | undefined)[];

function say(text: string): void {
  socket.send(Buffer.from(text, "latin1"));
}

function listen(line: InputLine): (boolean | undefined)[] {
  const heard: (boolean | undefined)[] = [];
  line.onLevel((level) => heard.push(level));
  return heard;
}

beforeEach(() => {
  time = new ManualTime();
  socket = new MemorySocket();
  gpio = new SimGpio({
    id: "gpio",
    open: socket.open,
    timers: time,
    monoMs: time.monoMs,
    random: () => 0,
    log: new RecordingLog(),
  });
  door = gpio.input({ name: "door-a-1" });
  levels = listen(door);
});

describe("an input line", () => {
  test("is reported once after start with the level read, then on change", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\ntamper 0\n");
    await time.advance(29);
    expect(levels).toEqual([]);
    await time.advance(1);
    expect(levels).toEqual([true]);
    say("door-a-1 0\n");
    await time.advance(1_000);
    expect(levels).toEqual([true, false]);
  });

  test("that is active low is reported the other way around", async () => {
    const tamper = gpio.input({ name: "tamper", isActiveLow: true });
    const heard = listen(tamper);
    tamper.start();
    await time.advance(0);
    say("tamper 1\n");
    await time.advance(100);
    say("tamper 0\n");
    await time.advance(100);
    expect(heard).toEqual([false, true]);
  });

  test("that bounces is reported once, with the level it came to rest at", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\n");
    await time.advance(100);
    for (const level of [0, 1, 0, 1, 0]) {
      say(`door-a-1 ${level}\n`);
      await time.advance(9);
    }
    await time.advance(100);
    expect(levels).toEqual([true, false]);
  });

  test("that flickers for less than 30 ms is not reported", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\n");
    await time.advance(100);
    say("door-a-1 0\n");
    await time.advance(20);
    say("door-a-1 1\n");
    await time.advance(1_000);
    expect(levels).toEqual([true]);
  });

  test("that never rests is sampled all the same", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\n");
    await time.advance(100);
    for (let edge = 0; edge < 50; edge += 1) {
      say(`door-a-1 ${edge % 2}\n`);
      await time.advance(7);
    }
    expect(levels).toEqual([true, false]);
  });

  test("the server never named is reported as unknown", async () => {
    door.start();
    await time.advance(0);
    say("other 1\n");
    await time.advance(1_000);
    expect(levels).toEqual([undefined]);
  });

  test("is unknown while the server is away, and read again when it is back", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\n");
    await time.advance(100);
    socket.unplug();
    expect(levels).toEqual([true, undefined]);
    await time.advance(3_000);
    socket.plug();
    await time.advance(3_000);
    expect(levels).toEqual([true, undefined]);
    say("door-a-1 1\n");
    await time.advance(100);
    expect(levels).toEqual([true, undefined, true]);
  });

  test("does not take words of the last connection for words of this one", async () => {
    door.start();
    await time.advance(0);
    say("door-a-1 1\ntamper 1\ndoor-a-1 ");
    await time.advance(100);
    socket.unplug();
    socket.plug();
    await time.advance(600);
    const tamper = gpio.input({ name: "tamper" });
    const heard = listen(tamper);
    tamper.start();
    await time.advance(100);
    say("0\nother 1\n");
    await time.advance(100);
    expect(heard).toEqual([undefined]);
    expect(levels).toEqual([true, undefined]);
  });

  test("is reported as unknown when there never was a server", async () => {
    socket.unplug();
    door.start();
    await time.advance(60_000);
    expect(levels).toEqual([undefined]);
  });

  test("started later gets the level that was said before", async () => {
    const first = gpio.input({ name: "other" });
    first.start();
    await time.advance(0);
    say("other 1\ndoor-a-1 1\n");
    await time.advance(5_000);
    door.start();
    await time.advance(30);
    expect(levels).toEqual([true]);
    await first.stop();
    say("door-a-1 0\n");
    await time.advance(30);
    expect(levels).toEqual([true, false]);
    await door.stop();
    expect(time.keys).toEqual([]);
  });

  test("stopped and started is reported again", async () => {
    for (const expected of [[true], [true, true]]) {
      door.start();
      await time.advance(0);
      say("door-a-1 1\n");
      await time.advance(30);
      expect(levels).toEqual(expected);
      await door.stop();
    }
  });
});

describe("the text of the GPIO server", () => {
  test("is read however it is split, with anything between the lines", () => {
    const noise = fc.string({ maxLength: 200 }).map((text) => `${text.replaceAll("\n", " ")}\n`);
    const level = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, level)),
        fc.integer({ min: 1, max: 50 }),
        (all, size) => {
          const text = all
            .map(([dirt, [name, isHigh]]) => `${dirt}${name} ${isHigh ? 1 : 0}\n`)
            .join("");
          const reader = new SimLevelReader();
          const bytes = Buffer.from(text, "utf8");
          const found: string[] = [];
          for (let at = 0; at < bytes.length; at += size) {
            for (const one of reader.push(bytes.subarray(at, at + size))) {
              found.push(`${one.name} ${one.isHigh}`);
            }
            expect(reader.keptCount).toBeLessThanOrEqual(simLineMaxBytes);
          }
          for (const [, [name, isHigh]] of all) expect(found).toContain(`${name} ${isHigh}`);
        },
      ),
    );
  });

  test("in one endless line is skipped in bounded memory, and the next line is read", () => {
    const reader = new SimLevelReader();
    for (let chunk = 0; chunk < 1_000; chunk += 1) {
      expect(reader.push(Buffer.alloc(100, 0x41))).toEqual([]);
      expect(reader.keptCount).toBeLessThanOrEqual(simLineMaxBytes);
    }
    expect(reader.push(Buffer.from(` 1\n${"A".repeat(simLineMaxBytes + 1)}door 0\n`))).toEqual([]);
    expect(reader.push(Buffer.from("\ndoor 1\n"))).toEqual([{ name: "door", isHigh: true }]);
  });
});

test("configured input lines are read from a real server", async () => {
  const server = createServer((client) => {
    // The near end closes with a reset, to leave no bytes behind.
    client.on("error", () => {});
    client.write("door-a-1 1\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const real = new SystemTime();
  const lines = gpioLines(
    { driver: "sim", url: `tcp://127.0.0.1:${port}` },
    { timers: real, monoMs: real.monoMs, random: Math.random, log: new RecordingLog() },
  );
  const line = lines.input({ name: "door-a-1" });
  const heard = listen(line);
  line.start();
  await until("a level", () => heard.length > 0);
  expect(heard).toEqual([true]);
  await line.stop();
  server.close();
});
