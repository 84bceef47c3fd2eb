// Time of simulated devices while the process that holds them is kept from running.

import { describe, expect, it } from "vitest";
import { ModbusRelay, modbusBaudRate } from "../../device-sim/devices/modbus-relay.ts";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { smallWorld } from "./rig.ts";

/** Nothing of this process runs meanwhile, as on a machine with too much to do. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe("a wall clock for devices", () => {
  it("lets a relay glow for its time although the process stood still", async () => {
    const scheduler = new WallScheduler();
    const onMs = await new Promise<number>((resolve) => {
      scheduler.after(5, () => {
        const sinceMs = scheduler.nowMs();
        scheduler.after(20, () => resolve(scheduler.nowMs() - sinceMs));
        standStill(200);
      });
    });
    expect(onMs).toBeCloseTo(20, 6);
  });

  it("makes up in order for what was due meanwhile", async () => {
    const scheduler = new WallScheduler();
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      scheduler.after(30, () => heard.push("30"));
      scheduler.after(10, () => {
        heard.push("10");
        scheduler.after(10, () => heard.push("10 and 10"));
        scheduler.after(40, resolve);
      });
      scheduler.after(30, () => heard.push("30 again"));
      standStill(100);
    });
    expect(heard).toEqual(["10", "10 and 10", "30", "30 again"]);
  });

  it("lets nobody see a time behind which a call is still to be made", async () => {
    const scheduler = new WallScheduler();
    let calledMs = 0;
    const called = new Promise<void>((resolve) => {
      scheduler.after(10, () => {
        calledMs = scheduler.nowMs();
        resolve();
      });
    });
    standStill(100);
    const seenMs = scheduler.nowMs();
    await called;
    expect(seenMs).toBeLessThanOrEqual(calledMs);
  });

  it("lets a linked relay go when its door springs, although the process stood still", async () => {
    const scheduler = new WallScheduler();
    const stage = new Stage(smallWorld(), scheduler, { coilMaxOnMs: 500 });
    const line = new MemoryLine({ name: "lock-a", baudRate: modbusBaudRate, scheduler });
    const wiring = new Map([[0, { box: "box-a", compartment: 1 }]]);
    const parts = { id: "lock-a", address: 1, wiring, stage, line, scheduler };
    const relay = new ModbusRelay({ ...parts, linkage: 1 });
    stage.start();
    standStill(1_000);
    await new Promise<void>((resolve) => void scheduler.after(1_000, resolve));
    stage.stop();
    expect(stage.world.compartments.some(({ isContactClosed }) => !isContactClosed)).toBe(true);
    expect(stage.violations()).toEqual([]);
    relay.close();
  });

  it("does not make a call that was taken back", async () => {
    const scheduler = new WallScheduler();
    const heard: string[] = [];
    const cancel = scheduler.after(5, () => heard.push("taken back"));
    cancel();
    await new Promise<void>((resolve) => void scheduler.after(10, resolve));
    expect(heard).toEqual([]);
  });
});
