// Which clock is believed: the network's, then the satellites', then the battery's, then none.

import { describe, expect, it } from "vitest";
import { SystemClock, writtenUs } from "../../../gateway/adapters/runtime/system-clock.ts";
import { stepBetween } from "../../../gateway/app/clock-watch.ts";

const utcUs = Date.UTC(2026, 10, 22, 2, 0, 0) * 1_000;

/** A machine whose clocks a test sets by hand. */
class Machine {
  monoUs = 20_000_000;
  wallUs = utcUs;
  isSynchronized = false;

  clock(hasRtc: boolean): SystemClock {
    const host = {
      bootTimeUs: () => this.monoUs,
      wallUs: () => this.wallUs,
      discipline: () => ({ isSynchronized: this.isSynchronized, maxErrorMs: 40 }),
    };
    return new SystemClock({ hasRtc, rtcErrMs: 5_000, host });
  }

  pass(ms: number): void {
    this.monoUs += ms * 1_000;
    this.wallUs += ms * 1_000;
  }

  /** Fixes that are right, one a second. */
  hearFixes(clock: SystemClock, count: number): void {
    for (let each = 0; each < count; each += 1) {
      this.pass(1_000);
      clock.hear({ utcUs: this.wallUs - 200_000, heardMonoMs: this.monoUs / 1_000 });
    }
  }
}

describe("the clock of a board", () => {
  it("without network, satellites and battery claims nothing", () => {
    const reading = new Machine().clock(false).read();
    expect(reading).toMatchObject({ source: "none", wallErrMs: undefined });
  });

  it("with a battery is worth that, until the battery is empty", () => {
    const machine = new Machine();
    const clock = machine.clock(true);
    expect(clock.read()).toMatchObject({ source: "rtc", wallErrMs: 5_000 });
    machine.wallUs = writtenUs - 1;
    expect(clock.read()).toMatchObject({ source: "none", wallErrMs: undefined });
  });

  it("learns the time from satellites although the machine's own clock is unset", () => {
    const machine = new Machine();
    const clock = machine.clock(false);
    machine.hearFixes(clock, 2);
    const trueUs = machine.wallUs;
    machine.wallUs = 0;
    const reading = clock.read();
    expect(reading).toMatchObject({ source: "gnss", wallErrMs: 1_000, wallUs: trueUs - 200_000 });
  });

  it("believes the network before the satellites, and these before a battery", () => {
    const machine = new Machine();
    const clock = machine.clock(true);
    machine.hearFixes(clock, 2);
    expect(clock.read().source).toBe("gnss");
    machine.isSynchronized = true;
    machine.pass(10_000);
    expect(clock.read()).toMatchObject({ source: "ntp", wallErrMs: 40, wallUs: machine.wallUs });
  });

  it("does not believe satellites that tell a time before the policy in force", () => {
    const machine = new Machine();
    const clock = machine.clock(false);
    clock.notBefore(utcUs + 3_600_000_000);
    machine.hearFixes(clock, 3);
    expect(clock.read().source).toBe("none");
  });

  it("steps where its source changes, and the step is seen", () => {
    const machine = new Machine();
    const clock = machine.clock(false);
    machine.wallUs -= 86_400_000_000;
    const before = clock.read();
    machine.wallUs += 86_400_000_000;
    machine.hearFixes(clock, 2);
    machine.wallUs -= 86_400_000_000;
    const step = stepBetween(before, clock.read());
    expect(step?.stepUs).toBe(86_400_000_000 - 200_000);
  });
});
