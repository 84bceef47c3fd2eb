// The control panel against the simulator's reader, written by another hand, at 9600 baud.
import { describe, expect, test } from "vitest";
import type { OsdpFlaw, OsdpOptions } from "../../../device-sim/devices/osdp-options.ts";
import { OsdpPeripheral } from "../../../device-sim/devices/osdp-peripheral.ts";
import type { Scheduler } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../../device-sim/lines/memory-line.ts";
import { commission } from "../../../gateway/adapters/osdp/commissioning.ts";
import { OsdpBus } from "../../../gateway/adapters/osdp/osdp-bus.ts";
import { OsdpReader } from "../../../gateway/adapters/osdp/osdp-reader.ts";
import type { ReaderKeyStore, StoredKeys } from "../../../gateway/adapters/osdp/reader-keys.ts";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { LineEnd } from "../../../gateway/adapters/serial/line-end.ts";
import { smallWorld } from "../../device-sim/rig.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { entropy, keyA, keyB } from "./osdp-rig.ts";

/** Virtual time as the simulator's devices want it. */
function schedulerOn(time: ManualTime): Scheduler {
  let count = 0;
  return {
    nowMs: time.monoMs,
    after: (delayMs, run) => {
      count += 1;
      const key = `sim/${count}`;
      time.set(key, delayMs, run);
      return () => time.clear(key);
    },
  };
}

/** A line with simulated readers, and one driver for each that is asked for. */
class Rig {
  readonly time = new ManualTime();
  readonly log = new RecordingLog();
  readonly scheduler = schedulerOn(this.time);
  readonly stage = new Stage(smallWorld(), this.scheduler);
  readonly line = new MemoryLine({ name: "osdp", baudRate: 9_600, scheduler: this.scheduler });
  readonly runtime = {
    timers: this.time,
    monoMs: this.time.monoMs,
    random: () => 0,
    log: this.log,
  };
  readonly open: OpenLine = () => {
    const end = new LineEnd();
    this.line.far.onBytes((bytes) => end.receive(bytes));
    return Promise.resolve({
      write: (bytes) => {
        if (!end.isClosed) this.line.far.write(bytes);
        return { outcome: "sent" };
      },
      onBytes: (listener) => end.onBytes(listener),
      onClosed: (listener) => end.onClosed(listener),
      close: () => {
        end.end("closed here");
        return Promise.resolve();
      },
    });
  };
  readonly bus = new OsdpBus({ id: "bus-a", open: this.open, ...this.runtime });
  readonly reads: string[] = [];
  readonly tampers: string[] = [];
  readonly health: string[] = [];

  constructor() {
    this.stage.start();
  }

  device(options: Partial<OsdpOptions> = {}): OsdpPeripheral {
    const { stage, line, scheduler } = this;
    return new OsdpPeripheral({ id: "reader-a", address: 0, stage, line, scheduler, ...options });
  }

  reader(keys: readonly Uint8Array[], address = 0, isSecure = true): OsdpReader {
    const { bus, log } = this;
    const id = `reader-${address}`;
    const { monoMs } = this.time;
    const reader = new OsdpReader({ id, bus, monoMs, entropy, log, address, isSecure, keys });
    reader.onRead(({ number }) => this.reads.push(`${address} ${number}`));
    reader.onTamper((isActive, reason) => this.tampers.push(`${isActive} ${reason}`));
    reader.onHealth(({ state }) => this.health.push(`${address} ${state}`));
    reader.start();
    return reader;
  }

  present(reader = "reader-a"): void {
    this.stage.act({ kind: "present", reader, number: "0A123456", forMs: 500 });
  }
}

class MemoryKeys implements ReaderKeyStore {
  #keys: StoredKeys = { pending: undefined, current: undefined };

  load(): Promise<StoredKeys> {
    return Promise.resolve(this.#keys);
  }

  storePending(pending: Uint8Array): Promise<void> {
    this.#keys = { ...this.#keys, pending };
    return Promise.resolve();
  }

  promote(): Promise<void> {
    this.#keys = { pending: undefined, current: this.#keys.pending };
    return Promise.resolve();
  }
}

describe("the simulated reader", () => {
  test("opens its channel, reports cards, keys and tamper, and obeys the signals", async () => {
    const rig = new Rig();
    const device = rig.device({ key: keyA, isSecureOnly: true });
    const reader = rig.reader([keyA]);
    const keys: string[] = [];
    reader.onKeys((pressed) => keys.push(pressed));
    await rig.time.advance(1_500);
    expect(rig.health.at(-1)).toBe("0 online");
    expect(device.isSecured).toBe(true);
    rig.present();
    device.pressKeys("12#");
    device.setTamper(true);
    reader.show("granted");
    await rig.time.advance(1_500);
    expect(rig.reads).toEqual(["0 123456"]);
    expect(keys.join("")).toBe("12#");
    expect(rig.tampers).toEqual(["true the case of the reader is open"]);
    expect(device.signals.ledColor()).toBe("green");
    expect(reader.symptoms()).toEqual({});
    expect(reader.capabilities.length).toBeGreaterThan(3);
  });

  test("is understood with mark bytes, with checksums, and slow to answer", async () => {
    const variants: Partial<OsdpOptions>[] = [
      { sendsMark: true },
      { flaws: ["checksum-only"] },
      { replyDelayMs: 190 },
    ];
    for (const options of variants) {
      const rig = new Rig();
      rig.device({ key: keyA, ...options });
      const reader = rig.reader([keyA]);
      await rig.time.advance(4_000);
      rig.present();
      await rig.time.advance(3_000);
      expect(rig.reads).toEqual(["0 123456"]);
      // By its own word: one that knows checksums only is told apart, and serves.
      const named = options.flaws === undefined ? {} : { "weak-check": 1 };
      expect(reader.symptoms()).toEqual(named);
    }
  });

  test.each([
    ["clear-replies", "clear-text"],
    ["wrong-key", "wrong-key"],
    ["claims-no-security", "clear-text"],
    ["answers-late", "no-answer"],
  ] as const)("with the flaw %s is offline and named", async (flaw, symptom) => {
    const rig = new Rig();
    const device = rig.device({ key: keyA });
    const reader = rig.reader([keyA]);
    await rig.time.advance(1_500);
    expect(rig.health.at(-1)).toBe("0 online");
    device.setFlaw(flaw, true);
    // A key counts from the next handshake on.
    rig.stage.act({ kind: "powerBoard", board: "reader-a", isOn: false });
    rig.stage.act({ kind: "powerBoard", board: "reader-a", isOn: true });
    await rig.time.advance(500);
    rig.present();
    await rig.time.advance(8_000);
    expect(rig.health.at(-1)).not.toBe("0 online");
    expect(rig.reads).toEqual([]);
    expect(reader.symptoms()[symptom]).toBeGreaterThan(0);
  });

  test("that replays what it once sent is not believed", async () => {
    const rig = new Rig();
    const device = rig.device({ key: keyA });
    const reader = rig.reader([keyA]);
    await rig.time.advance(1_500);
    rig.present();
    await rig.time.advance(4_000);
    expect(rig.reads).toHaveLength(1);
    device.setFlaw("replays-old", true);
    await rig.time.advance(10_000);
    expect(rig.reads).toHaveLength(1);
    expect(reader.symptoms()["wrong-key"]).toBeGreaterThan(0);
  });

  test("that kept a tap while it was offline does not open with it later", async () => {
    const rig = new Rig();
    rig.device({ key: keyA, keepsOfflineReads: true });
    rig.present();
    rig.reader([keyA]);
    await rig.time.advance(3_000);
    expect(rig.health.at(-1)).toBe("0 online");
    expect(rig.reads).toEqual([]);
  });

  test("exchanged for one with another serial number is tamper, and opens nothing", async () => {
    const rig = new Rig();
    const device = rig.device({ key: keyA });
    rig.reader([keyA]);
    await rig.time.advance(1_500);
    device.setFlaw("swaps-serial" satisfies OsdpFlaw, true);
    await rig.time.advance(6_000);
    expect(rig.tampers).toEqual(["true another reader answers in its place"]);
    rig.present("reader-a");
    await rig.time.advance(1_000);
    expect(rig.reads).toEqual([]);
  });

  test("shares its line with others", async () => {
    const rig = new Rig();
    rig.device({ key: keyA });
    rig.device({ id: "reader-b", address: 1, key: keyB });
    rig.reader([keyA], 0);
    rig.reader([keyB], 1);
    rig.reader([keyB], 2);
    await rig.time.advance(3_000);
    rig.present("reader-a");
    rig.present("reader-b");
    await rig.time.advance(2_000);
    expect(rig.reads.toSorted()).toEqual(["0 123456", "1 123456"]);
    expect(rig.health).toContain("2 backing-off");
  });

  test("is commissioned out of install mode, and then serves the gateway", async () => {
    const rig = new Rig();
    const device = rig.device({ isInstallMode: true });
    const { open, runtime, time } = rig;
    const keys = new MemoryKeys();
    const events: string[] = [];
    const tell = ({ event }: { readonly event: string }): void => {
      events.push(event);
      if (event === "confirmed") rig.scheduler.after(1_000, () => rig.present());
    };
    const confirm = () => Promise.resolve(undefined);
    const place = { id: "reader-a", open, address: 0 };
    const options = { ...place, entropy, keys, windowMs: 60_000, confirm, tell };
    const done = commission({ ...options, ...runtime });
    await time.advance(10_000);
    await done;
    expect(events.at(-1)).toBe("commissioned");
    expect(device.isInstallMode).toBe(false);
    const { current, pending } = await keys.load();
    expect(pending).toBeUndefined();
    rig.reader(current === undefined ? [] : [current]);
    await time.advance(2_000);
    expect(rig.health.at(-1)).toBe("0 online");
  });
});
