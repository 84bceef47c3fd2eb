// Faults of wires and devices at real drivers in virtual time,
// and the row of doctor that names them.

import { describe, expect, it } from "vitest";
import { Cu16Board } from "../../../device-sim/devices/cu16.ts";
import { cu16BaudRate } from "../../../device-sim/devices/cu16-frame.ts";
import { em4100BaudRate, Em4100Reader } from "../../../device-sim/devices/em4100.ts";
import { gpsBaudRate, GpsReceiver } from "../../../device-sim/devices/gps-receiver.ts";
import { Ntag424Card } from "../../../device-sim/devices/ntag424-card.ts";
import { OsdpPeripheral, osdpBaudRate } from "../../../device-sim/devices/osdp-peripheral.ts";
import { pn532BaudRate, Pn532Reader } from "../../../device-sim/devices/pn532-reader.ts";
import { SharedBus } from "../../../device-sim/lines/shared-bus.ts";
import { byteFaultNames, type ByteFaultName } from "../../../device-sim/faults/byte-faults.ts";
import { cu16Board } from "../../../gateway/adapters/boards/cu16-board.ts";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import { SunChecker } from "../../../gateway/adapters/nfc/sun-checker.ts";
import { OsdpBus } from "../../../gateway/adapters/osdp/osdp-bus.ts";
import { OsdpReader } from "../../../gateway/adapters/osdp/osdp-reader.ts";
import { NmeaReceiver } from "../../../gateway/adapters/position/nmea-receiver.ts";
import { Em4100Reader as Em4100Driver } from "../../../gateway/adapters/readers/em4100-reader.ts";
import { Pn532Reader as Pn532Driver } from "../../../gateway/adapters/readers/pn532-reader.ts";
import { causes } from "../../../gateway/doctor/causes.ts";
import { bytesOf } from "../drivers/hex.ts";
import { entropy, keyA, keyB } from "../osdp/osdp-rig.ts";
import { FaultBench } from "./fault-bench.ts";
import { byteFaultRows, cardFlawRows, gpsFlawRows, osdpFlawRows } from "./fault-table.ts";

const spot = { box: "box-a", compartment: 1 };
const badge = "0A00112233";
const route = { waypoints: [{ atS: 0, latitude: 30, longitude: 122 }], gaps: [] };

function withBoard(): FaultBench {
  const bench = new FaultBench(cu16BaudRate);
  const { runtime, open, stage, line, scheduler } = bench;
  void new Cu16Board({ id: "x", address: 0, wiring: new Map([[0, spot]]), stage, line, scheduler });
  const bus = new RequestBus({ ...runtime, id: "x", open, rule: cu16Rule });
  bench.start("board", cu16Board({ id: "x", address: 0, monoMs: runtime.monoMs, bus }));
  return bench;
}

interface OsdpBench {
  readonly bench: FaultBench;
  readonly device: OsdpPeripheral;
}

function osdpBench(): OsdpBench {
  const bench = new FaultBench(osdpBaudRate);
  const { runtime, open, stage, line, scheduler } = bench;
  const about = { id: "reader-a", address: 0, stage, line, scheduler };
  const device = new OsdpPeripheral({ ...about, key: keyA });
  const bus = new OsdpBus({ ...runtime, id: "x", open, baudRate: osdpBaudRate });
  const { monoMs, log } = runtime;
  const options = { id: "x", address: 0, isSecure: true, keys: [keyA], entropy };
  bench.start("reader", new OsdpReader({ ...options, bus, monoMs, log }));
  return { bench, device };
}

function withEm4100(): FaultBench {
  const bench = new FaultBench(em4100BaudRate);
  const { runtime, open, stage, line, scheduler } = bench;
  void new Em4100Reader({ id: "reader-a", style: "rdm6300", stage, line, scheduler });
  bench.start("reader", new Em4100Driver({ ...runtime, id: "x", open }));
  return bench;
}

function withGps(...flaws: (keyof typeof gpsFlawRows)[]): FaultBench {
  const bench = new FaultBench(gpsBaudRate);
  const { runtime, open, stage, line, scheduler } = bench;
  const startUtcMs = Date.UTC(2026, 6, 1);
  void new GpsReceiver({ id: "gps", stage, line, scheduler, route, startUtcMs, flaws });
  bench.start("position", new NmeaReceiver({ ...runtime, id: "x", open }));
  return bench;
}

const kinds = {
  board: withBoard,
  osdp: () => osdpBench().bench,
  em4100: withEm4100,
  nmea: withGps,
} as const;
type Kind = keyof typeof kinds;

/** Lets a healthy device come up, breaks its wire and looks again. */
async function named(kind: Kind, fault: ByteFaultName): Promise<string> {
  const bench = kinds[kind]();
  const { rate, delayMs = 0 } = byteFaultRows[fault];
  // A reader that only talks at a tap has few bytes that can be hit.
  const isRare = kind === "em4100" && rate < 0.1;
  // Of a receiver half a sentence is nothing: it must lose many.
  const isMild = kind === "nmea" && fault === "truncate";
  bench.line.setLayer(fault, { rate: rate * (isRare ? 8 : isMild ? 5 : 1), delayMs });
  for (let tap = 0; tap < 10; tap += 1) {
    bench.present(badge);
    await bench.pass(2_000);
  }
  return bench.check("x")?.cause ?? "none";
}

const all = byteFaultNames.flatMap((fault) => {
  return (["board", "osdp", "em4100", "nmea"] as const).map((kind) => [kind, fault] as const);
});

describe("a fault of the wire", () => {
  it.each(all)("at a device of kind %s: %s is named", async (kind, fault) => {
    expect([byteFaultRows[fault][kind]].flat()).toContain(await named(kind, fault));
  });

  it("is nothing while there is none", async () => {
    for (const kind of ["board", "osdp", "em4100", "nmea"] as const) {
      const bench = kinds[kind]();
      bench.present(badge);
      await bench.pass(5_000);
      expect(bench.check("x")?.level, kind).toBe("ok");
    }
  });

  it("that bytes cannot tell from another is named with it", () => {
    for (const cause of ["garbled", "no-answer"] as const) {
      expect(causes[cause].means.en).toMatch(/baud rate.*A and B swapped/);
      expect(causes[cause].means.zh).toMatch(/波特率.*A、B/);
    }
  });
});

const osdpFlaws = ["clear-replies", "wrong-key", "replays-old", "swaps-serial"] as const;
const moreOsdpFlaws = ["answers-late", "busy", "checksum-only", "claims-no-security"] as const;
const gpsFlaws = ["no-fix", "wrong-checksum", "wrong-clock", "silent"] as const;
const cardFlaws = ["frozen", "wrong-meta-key", "wrong-file-key"] as const;

describe("a fault of a device", () => {
  it.each([...osdpFlaws, ...moreOsdpFlaws])("of an OSDP reader: %s is named", async (flaw) => {
    const { bench, device } = osdpBench();
    await bench.pass(2_000);
    bench.present("0A123456");
    await bench.pass(4_000);
    device.setFlaw(flaw, true);
    if (flaw !== "replays-old") {
      for (const isOn of [false, true]) {
        bench.stage.act({ kind: "powerBoard", board: "reader-a", isOn });
      }
    }
    await bench.pass(500);
    bench.present("0A123456");
    await bench.pass(10_000);
    expect(bench.check("x")?.cause ?? "none").toBe(osdpFlawRows[flaw]);
  });

  it.each(cardFlaws)("of an NTAG 424 card: %s is named", async (flaw) => {
    const bench = new FaultBench(pn532BaudRate);
    const { runtime, open, stage, line, scheduler } = bench;
    const number = "04DE5F1EACC040";
    const card = new Ntag424Card({ uid: bytesOf(number), metaKey: keyA, fileKey: keyB, flaw });
    const wallet = new Map([[number, card]]);
    void new Pn532Reader({ id: "reader-a", stage, line, scheduler, wallet });
    const checker = new SunChecker({ metaReadKey: keyA, fileReadKey: keyB });
    bench.start("reader", new Pn532Driver({ ...runtime, id: "x", open, checker }));
    await bench.pass(500);
    bench.present(number);
    await bench.pass(2_000);
    expect(bench.check("x")?.cause ?? "none").toBe(cardFlawRows[flaw]);
  });

  it.each(gpsFlaws)("of a satellite receiver: %s is named", async (flaw) => {
    const bench = withGps(flaw);
    await bench.pass(20_000);
    const clock = { source: "ntp", wallMs: 0, errMs: 10, satellitesAheadMin: -10_321_920 };
    const page = flaw === "no-fix" ? { position: null } : flaw === "wrong-clock" ? { clock } : {};
    expect(bench.check("x", page)?.cause ?? "none").toBe(gpsFlawRows[flaw]);
  });

  it("that shares its address is named, and the good one beside it is not", async () => {
    const bench = new FaultBench(cu16BaudRate);
    const { runtime, open, stage, line, scheduler } = bench;
    const shared = new SharedBus({ line, scheduler, seed: 1 });
    const common = { stage, scheduler, wiring: new Map([[0, spot]]) };
    for (const [id, address] of [
      ["x", 0],
      ["y", 0],
      ["z", 2],
    ] as const) {
      void new Cu16Board({ ...common, id, address, line: shared.tap() });
    }
    const bus = new RequestBus({ ...runtime, id: "x", open, rule: cu16Rule });
    const { monoMs } = runtime;
    bench.start("board", cu16Board({ id: "x", address: 0, monoMs, bus }));
    bench.start("board", cu16Board({ id: "z", address: 2, monoMs, bus }));
    await bench.pass(30_000);
    expect(bench.check("x")?.cause).toBe("duplicate-address");
    expect(bench.check("z")?.level).not.toBe("fail");
  });

  it("that has no power, or whose plug is pulled, is named", async () => {
    const dark = withBoard();
    await dark.pass(3_000);
    dark.stage.act({ kind: "powerBoard", board: "x", isOn: false });
    await dark.pass(20_000);
    expect(dark.check("x")?.cause).toBe("no-answer");
    const gone = withBoard();
    await gone.line.unplug();
    await gone.pass(10_000);
    expect(gone.check("x")?.cause).toBe("port-missing");
  });
});
