// A satellite receiver on its line: identified by its sentences, lost when it falls silent.

import { beforeEach, describe, expect, it } from "vitest";
import { checksumOf } from "../../../gateway/adapters/position/nmea-sentence.ts";
import { NmeaReceiver } from "../../../gateway/adapters/position/nmea-receiver.ts";
import type { DeviceHealth, PositionFix } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

let time: ManualTime;
let socket: MemorySocket;
let receiver: NmeaReceiver;
let fixes: (PositionFix | undefined)[];
let health: DeviceHealth["state"][];

function say(body: string): void {
  const check = checksumOf(body).toString(16).padStart(2, "0");
  socket.send(Buffer.from(`$${body}*${check}\r\n`, "latin1"));
}

const atSea = "GNRMC,083559.00,A,2959.1240,N,12212.4320,E,11.2,88.0,211126,,,A";
const noFix = "GNRMC,083559.00,V,,,,,,,211126,,,N";

beforeEach(async () => {
  time = new ManualTime();
  socket = new MemorySocket();
  fixes = [];
  health = [];
  receiver = new NmeaReceiver({
    id: "gps",
    open: socket.open,
    timers: time,
    monoMs: time.monoMs,
    random: () => 0,
    log: new RecordingLog(),
  });
  receiver.onFix((fix) => void fixes.push(fix));
  receiver.onHealth((now) => void health.push(now.state));
  receiver.start();
  await time.advance(0);
});

describe("a satellite receiver", () => {
  it("is online from its first good sentence, with or without a fix, and never spoken to", async () => {
    expect(health).toEqual(["opening", "probing"]);
    say(noFix);
    await time.advance(0);
    expect(health.at(-1)).toBe("online");
    expect(fixes).toEqual([]);
    expect(socket.received).toEqual([]);
  });

  it("tells each fix with the moment it was heard", async () => {
    await time.advance(700);
    say(atSea);
    expect(fixes).toHaveLength(1);
    expect(fixes[0]).toMatchObject({
      latitude: 29 + 59.124 / 60,
      longitude: 122 + 12.432 / 60,
      quality: 1,
      heardMonoMs: time.monoMs(),
      utcUs: Date.UTC(2026, 10, 21, 8, 35, 59) * 1_000,
    });
  });

  it("says once that there is no fix any more", async () => {
    say(atSea);
    say(noFix);
    say(noFix);
    expect(fixes.slice(1)).toEqual([undefined]);
  });

  it("that tells one moment twice is counted as repeated, and one that has no time is not", async () => {
    const dark = "GNRMC,,V,,,,,,,,,,N";
    for (const each of [atSea, atSea, noFix, dark, dark]) say(each);
    await time.advance(1_000);
    say(noFix);
    expect(receiver.symptoms()).toEqual({ repeated: 1 });
  });

  it("that only makes noise is never online, and its symptoms say why", async () => {
    for (let each = 0; each < 10; each += 1) {
      socket.send(Uint8Array.of(0x24, 0xff, 0x80, 0x00));
      await time.advance(1_000);
    }
    expect(health).not.toContain("online");
    expect(health).toContain("backing-off");
    expect(receiver.symptoms()).toMatchObject({ garbled: 1, "no-answer": 1 });
  });

  it("that falls silent has no fix and is lost, and is back when it speaks again", async () => {
    say(atSea);
    await time.advance(4_999);
    expect(fixes).toHaveLength(1);
    await time.advance(1);
    expect(fixes.at(-1)).toBeUndefined();
    expect(health.at(-1)).toBe("backing-off");
    await time.advance(1_000);
    say(atSea);
    await time.advance(0);
    expect(health.at(-1)).toBe("online");
    expect(fixes.at(-1)).toBeDefined();
  });

  it("that is unplugged has no fix, and half a sentence from before makes none", async () => {
    say(atSea);
    await time.advance(0);
    socket.send(Buffer.from("$GNRMC,083559.00,A,29", "latin1"));
    socket.unplug();
    await time.advance(2_000);
    expect(fixes.at(-1)).toBeUndefined();
    socket.plug();
    await time.advance(5_000);
    const count = fixes.length;
    socket.send(Buffer.from("59.1240,N,12212.4320,E,11.2,88.0,211126,,,A*00\r\n", "latin1"));
    expect(fixes).toHaveLength(count);
    say(atSea);
    expect(fixes.at(-1)).toBeDefined();
  });

  it("is silent after stop and leaves no timer", async () => {
    say(atSea);
    await receiver.stop();
    const count = fixes.length;
    say(atSea);
    await time.advance(60_000);
    expect(fixes).toHaveLength(count);
    expect(time.keys).toEqual([]);
  });
});
