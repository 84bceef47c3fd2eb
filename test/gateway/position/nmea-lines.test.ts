// The satellite receiver on real ports: a pseudo terminal and a serial server.

import { describe, expect, test } from "vitest";
import { checksumOf } from "../../../gateway/adapters/position/nmea-sentence.ts";
import { NmeaReceiver } from "../../../gateway/adapters/position/nmea-receiver.ts";
import type { DeviceHealth, PositionFix } from "../../../gateway/ports/devices.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { memoryCable, ptyCable, tcpCable, type Cable } from "../readers/cables.ts";

const lines: readonly (readonly [string, () => Cable | Promise<Cable>])[] = [
  ["a line in memory", memoryCable],
  ["a pseudo terminal", ptyCable],
  ["a serial server", tcpCable],
];

/** A position at sea, so many hundredths of a minute of longitude further east. */
function sentence(hundredths: number): string {
  const body = `GNRMC,083559.00,A,2959.1240,N,12212.${hundredths}000,E,11.2,88.0,211126,,,A`;
  return `$${body}*${checksumOf(body).toString(16).padStart(2, "0")}\r\n`;
}

interface Heard {
  readonly fixes: number[];
  state: DeviceHealth["state"];
}

function receiverOn(cable: Cable): { readonly receiver: NmeaReceiver; readonly heard: Heard } {
  const heard: Heard = { fixes: [], state: "absent" };
  const receiver = new NmeaReceiver({
    id: "gps",
    open: cable.open,
    timers: cable.timers,
    monoMs: cable.monoMs,
    random: () => 0,
    log: new RecordingLog(),
    silentMs: 500,
    pacing: { backoffFirstMs: 20, backoffMaxMs: 50 },
  });
  receiver.onHealth(({ state }) => (heard.state = state));
  receiver.onFix((fix: PositionFix | undefined) => {
    if (fix !== undefined) heard.fixes.push(Math.round((fix.longitude - 122) * 6_000 - 1_200));
  });
  return { receiver, heard };
}

describe.each(lines)("a satellite receiver on %s", (_line, makeCable) => {
  test("is heard between noise, over cables pulled in a sentence, and is lost when silent", async () => {
    const cable = await makeCable();
    let say: (text: string) => void = () => {};
    const told: number[] = [];
    const plug = (): void =>
      cable.plug((send) => {
        say = (text) => send([...Buffer.from(text, "latin1")]);
        return (bytes) => void told.push(...bytes);
      });
    const { receiver, heard } = receiverOn(cable);
    plug();
    receiver.start();
    for (const turn of [11, 12, 13]) {
      await cable.until("an open port", () => heard.state === "probing");
      say(`\u00ff\u0000$GNRMC,0835${sentence(turn)}$GNRMC,08`);
      await cable.until("a fix", () => heard.fixes.at(-1) === turn);
      expect(heard.state).toBe("online");
      cable.unplug();
      await cable.until("the end of the line", () => heard.state !== "online");
      plug();
    }
    await cable.until("an open port", () => heard.state === "probing");
    say(sentence(14));
    await cable.until("a last fix", () => heard.fixes.at(-1) === 14);
    await cable.until("silence", () => heard.state !== "online");
    await receiver.stop();
    cable.close();
    expect(heard.fixes).toEqual([11, 12, 13, 14]);
    expect(told).toEqual([]);
    expect(receiver.symptoms().unplugged).toBe(3);
    expect(receiver.symptoms().noise).toBeGreaterThan(0);
  });
});
