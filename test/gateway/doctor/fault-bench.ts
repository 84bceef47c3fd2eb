// The gateway's drivers at the simulator's devices, in virtual time, as doctor would see them.

import { FaultedLine } from "../../../device-sim/faults/faulted-line.ts";
import type { Scheduler } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../../device-sim/lines/memory-line.ts";
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { LineEnd } from "../../../gateway/adapters/serial/line-end.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import type { DeviceRole } from "../../../gateway/app/devices/device-book.ts";
import type { HealthPage } from "../../../gateway/app/health/health-page.ts";
import { deviceChecks } from "../../../gateway/doctor/device-checks.ts";
import type { Check } from "../../../gateway/doctor/check.ts";
import type { SeenDevice } from "../../../gateway/doctor/facts.ts";
import type { Device, DeviceHealth } from "../../../gateway/ports/devices.ts";
import { smallWorld } from "../../device-sim/rig.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { paged } from "./facts-fixture.ts";

interface Heard {
  readonly role: DeviceRole;
  readonly device: Device;
  health: DeviceHealth;
}

/** One line, the devices on it, and one virtual time for both ends. */
export class FaultBench {
  readonly time = new ManualTime();
  readonly scheduler: Scheduler = schedulerOn(this.time);
  readonly stage = new Stage(smallWorld(), this.scheduler);
  readonly line: FaultedLine;
  readonly runtime: LineRuntime = {
    timers: this.time,
    monoMs: this.time.monoMs,
    random: () => 0,
    log: new RecordingLog(),
  };
  readonly open: OpenLine;
  readonly #heard: Heard[] = [];

  constructor(baudRate: number) {
    const { scheduler } = this;
    const wire = new MemoryLine({ name: "a", baudRate, scheduler });
    this.line = new FaultedLine({ line: wire, scheduler, seed: 3 });
    this.open = () => {
      if (!wire.isPlugged) return Promise.reject(new Error("ENOENT: no such file or directory"));
      const end = new LineEnd();
      wire.far.onBytes((bytes) => end.receive(bytes));
      return Promise.resolve({
        write: (bytes) => {
          if (!end.isClosed) wire.far.write(bytes);
          return { outcome: "sent" as const };
        },
        onBytes: (listener) => end.onBytes(listener),
        onClosed: (listener) => end.onClosed(listener),
        close: () => Promise.resolve(end.end("closed here")),
      });
    };
    this.stage.start();
  }

  start(role: DeviceRole, device: Device): void {
    const heard: Heard = { role, device, health: { state: "absent", reason: "not started" } };
    device.onHealth((health) => {
      const isTrying = health.state === "opening" || health.state === "probing";
      if (!isTrying) heard.health = health;
    });
    this.#heard.push(heard);
    device.start();
  }

  pass(ms: number): Promise<void> {
    return this.time.advance(ms);
  }

  present(number: string): void {
    this.stage.act({ kind: "present", reader: "reader-a", number, forMs: 800 });
  }

  /** What doctor says of the device; undefined = there is none of this id. */
  check(id: string, change: Partial<HealthPage> = {}): Check | undefined {
    const probe = this.#heard.map(seenDevice);
    const position = { latitude: 30, longitude: 122, quality: 1 };
    const rows = deviceChecks({ ...paged({ position, ...change }), ports: [], probe });
    return rows.find(({ name }) => name === `device/${id}`);
  }

  symptoms(): object {
    return this.#heard.map(seenDevice);
  }
}

function seenDevice({ role, device, health }: Heard): SeenDevice {
  const { state, reason } = { reason: "", ...health };
  return { id: device.id, role, state, reason, symptoms: device.symptoms() };
}

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
