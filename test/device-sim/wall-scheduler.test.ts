// Time of simulated devices while the process that holds them is kept from running.

import { describe, expect, it } from "vitest";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";

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

  it("does not make a call that was taken back", async () => {
    const scheduler = new WallScheduler();
    const heard: string[] = [];
    const cancel = scheduler.after(5, () => heard.push("taken back"));
    cancel();
    await new Promise<void>((resolve) => void scheduler.after(10, resolve));
    expect(heard).toEqual([]);
  });
});
