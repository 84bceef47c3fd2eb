// The code scanner on real ports: a pseudo terminal and a serial server.
import { describe, expect, test } from "vitest";
import { SerialCodeScanner } from "../../../gateway/adapters/readers/code-scanner.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { memoryCable, ptyCable, tcpCable, type Cable } from "./cables.ts";

const lines: readonly (readonly [string, () => Cable | Promise<Cable>])[] = [
  ["a line in memory", memoryCable],
  ["a pseudo terminal", ptyCable],
  ["a serial server", tcpCable],
];

describe.each(lines)("a code scanner on %s", (_line, makeCable) => {
  test("scans, loses its cable in the middle of a code, and scans again", async () => {
    const cable = await makeCable();
    const scans: string[] = [];
    let isOnline = false;
    let type: (text: string) => void = () => {};
    const plug = (): void =>
      cable.plug((send) => {
        type = (text) => send([...Buffer.from(text, "latin1")]);
        return () => {};
      });
    const scanner = new SerialCodeScanner({
      id: "scan-a",
      open: cable.open,
      timers: cable.timers,
      monoMs: cable.monoMs,
      random: () => 0,
      log: new RecordingLog(),
      pacing: { backoffFirstMs: 20, backoffMaxMs: 50 },
    });
    scanner.onScan((text) => scans.push(text));
    scanner.onHealth(({ state }) => (isOnline = state === "online"));
    plug();
    scanner.start();
    for (const turn of [1, 2, 3]) {
      await cable.until("online", () => isOnline);
      type(`P-${turn}\r\nP-9`);
      await cable.until("a scan", () => scans.length === turn);
      cable.unplug();
      await cable.until("the end of the line", () => !isOnline);
      plug();
    }
    await scanner.stop();
    cable.close();
    expect(scans).toEqual(["P-1", "P-2", "P-3"]);
    expect(scanner.symptoms().unplugged).toBe(3);
  });
});
