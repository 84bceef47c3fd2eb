// From the tap to the first feedback, on the simulator's clock: a real reader's bytes at 9600 baud,
// and a custody core that has not decided anything yet.

import { expect, it } from "vitest";
import {
  Em4100Reader as SimulatedReader,
  em4100BaudRate,
} from "../../../device-sim/devices/em4100.ts";
import { VirtualScheduler, type Cancel } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../../device-sim/lines/memory-line.ts";
import { Em4100Reader } from "../../../gateway/adapters/readers/em4100-reader.ts";
import { LineEnd } from "../../../gateway/adapters/serial/line-end.ts";
import { LineSignals } from "../../../gateway/adapters/signals/line-signals.ts";
import { boxSignals } from "../../../gateway/app/devices/box-signals.ts";
import { Panels } from "../../../gateway/app/devices/panel.ts";
import { listenToReader } from "../../../gateway/app/devices/reader-listeners.ts";
import type { OutputLine } from "../../../gateway/ports/devices.ts";
import type { PanelDesk, PanelServer } from "../../../gateway/ports/panel.ts";
import type { Timers } from "../../../gateway/ports/runtime.ts";
import { smallWorld } from "../../device-sim/rig.ts";
import { Story } from "../custody/story.ts";
import { settle } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

/** People take a box that is silent for longer for dead. */
const feedbackMaxMs = 100;
const number = "0F0184F07A";

/** Remembers when it first said that somebody was heard. */
class FirstSeen {
  readonly #nowMs: () => number;
  lampMs: number | undefined;
  screenMs: number | undefined;
  #desk: PanelDesk | undefined;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  readonly lamp: OutputLine = {
    id: "lamp",
    set: (isActive) => {
      if (isActive) this.lampMs ??= this.#nowMs();
    },
    start: () => undefined,
    stop: () => Promise.resolve(),
  };

  readonly server: PanelServer = {
    url: undefined,
    start: (desk) => {
      this.#desk = desk;
      return Promise.resolve();
    },
    show: (box) => {
      if (this.#desk?.view(box)?.screen.name === "working") this.screenMs ??= this.#nowMs();
    },
    stop: () => Promise.resolve(),
  };
}

function timersOn(scheduler: VirtualScheduler): Timers {
  const running = new Map<string, Cancel>();
  const clear = (key: string): void => running.get(key)?.();
  return {
    set: (key, afterMs, onDue) => {
      clear(key);
      running.set(key, scheduler.after(afterMs, onDue));
    },
    clear,
    clearAll: () => undefined,
  };
}

it("lamp and screen say within 100 ms of the tap that it was heard, before anything is decided", async () => {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(smallWorld(), scheduler);
  const line = new MemoryLine({ name: "a", baudRate: em4100BaudRate, scheduler });
  const device = new SimulatedReader({ id: "reader-a", style: "rdm6300", stage, line, scheduler });
  const timers = timersOn(scheduler);
  const log = new RecordingLog();
  const seen = new FirstSeen(() => scheduler.nowMs());
  const panels = new Panels({
    server: seen.server,
    boxes: ["ferry"],
    state: () => Story.ready().state,
    isLinked: () => false,
    now: () => ({ wallMs: 0, monoMs: 0 }),
    showLamp: () => undefined,
    helpNumber: () => "",
    offer: () => undefined,
    timers,
    log,
  });
  await panels.start();
  const signals = new LineSignals({ id: "a", timers, lamp: seen.lamp });
  const show = boxSignals({ wires: [{ signals, box: "ferry" }], timers, onOrder: panels.onOrder });
  const end = new LineEnd();
  line.far.onBytes((bytes) => end.receive(bytes));
  const port = {
    write: () => ({ outcome: "sent" as const }),
    onBytes: end.onBytes.bind(end),
    onClosed: end.onClosed.bind(end),
    close: () => Promise.resolve(),
  };
  const runtime = { timers, monoMs: () => scheduler.nowMs(), random: () => 0, log };
  const reader = new Em4100Reader({
    ...runtime,
    id: "reader-a",
    open: () => Promise.resolve(port),
  });
  const parts = { offer: () => undefined, badgeRefOf: () => "ref", isBadge: () => true, show };
  listenToReader(parts, { reader, box: "ferry", tagPrefixes: [] });
  stage.start();
  reader.start();
  const pass = async (ms: number): Promise<void> => {
    for (let at = 0; at < ms; at += 1) {
      scheduler.advance(1);
      await settle();
    }
  };
  await pass(200);
  const tappedMs = scheduler.nowMs();
  stage.act({ kind: "present", reader: "reader-a", number, forMs: 500 });
  await pass(400);
  device.close();
  const after = { lampMs: seen.lampMs ?? Infinity, screenMs: seen.screenMs ?? Infinity };
  expect(after.lampMs - tappedMs).toBeLessThanOrEqual(feedbackMaxMs);
  expect(after.screenMs - tappedMs).toBeLessThanOrEqual(feedbackMaxMs);
  // At 9600 baud the frame itself takes its time: nothing was seen before it was said.
  expect(after.lampMs - tappedMs).toBeGreaterThan(10);
});
