// The gateway under its packaged unit: readiness, a tap at a real line, and ends of every kind
// while the coil is on.

import { afterAll, beforeAll, expect, test } from "vitest";
import { isHigh, pull } from "../gpio/simulated-chip.ts";
import {
  courierBadge,
  doorLine,
  driftbox,
  gatewayData,
  lockLine,
  NetworkReader,
  provision,
} from "./packaged-box.ts";
import {
  gatewayUnit,
  journalOf,
  mainPid,
  processesOf,
  property,
  signal,
  systemctl,
  until,
  untilRestarted,
} from "./units.ts";

let reader: NetworkReader;

beforeAll(async () => {
  provision();
  reader = await NetworkReader.open();
  pull(doorLine, true);
  systemctl("start", gatewayUnit);
});

afterAll(() => {
  systemctl("stop", gatewayUnit);
  reader.close();
});

/** Taps until it holds: a coil that was on has to rest, and a late reader hears nothing. */
async function tapUntil(what: string, holds: () => boolean): Promise<void> {
  let nextTapMs = 0;
  await until(what, () => {
    if (Date.now() >= nextTapMs && reader.isConnected) {
      reader.tap(courierBadge);
      nextTapMs = Date.now() + 4_000;
    }
    return holds();
  });
}

/**
 * Taps until the coil is on and the process that would end its pulse stands still, and gives the
 * gateway a signal then: only what comes from outside of both can bring the line low.
 */
async function signalWhileStuck(name: NodeJS.Signals): Promise<void> {
  await tapUntil("a coil is on whose pulse does not end", () => {
    if (!isHigh(lockLine)) return false;
    const pulses = processesOf(gatewayUnit, /pulse-line|gpioset/);
    for (const pid of pulses) signal(pid, "SIGSTOP");
    if (isHigh(lockLine)) return true;
    for (const pid of pulses) signal(pid, "SIGCONT");
    return false;
  });
  for (const pid of processesOf(gatewayUnit, /driftbox\.js gateway/)) signal(pid, name);
}

function countInJournal(words: string): number {
  return journalOf(gatewayUnit).split(words).length - 1;
}

/** Throws with the program's words when the journal of custody events is not sound. */
function verify(): string {
  return driftbox("verify", "--data", gatewayData);
}

test("the gateway is started when it says so", () => {
  expect(property(gatewayUnit, "Type")).toBe("notify");
  expect(property(gatewayUnit, "ActiveState")).toBe("active");
  expect(isHigh(lockLine)).toBe(false);
});

test("a tap gives the lock one pulse", async () => {
  await tapUntil("the coil is on", () => isHigh(lockLine));
  await until("the pulse is over", () => !isHigh(lockLine));
  expect(property(gatewayUnit, "NRestarts")).toBe("0");
  verify();
});

test.each([
  ["is stopped by a debugger", "SIGSTOP"],
  ["has a loop that stands still", "SIGUSR2"],
] as const)(
  "a gateway that %s while a coil is on loses it, and starts again",
  async (_, signalName) => {
    const [timeouts, off] = [
      countInJournal("Watchdog timeout"),
      countInJournal("line GPIO17: off"),
    ];
    const before = mainPid(gatewayUnit);
    await signalWhileStuck(signalName);
    await until("the line is low", () => !isHigh(lockLine));
    await untilRestarted(gatewayUnit, before);
    expect(countInJournal("Watchdog timeout")).toBe(timeouts + 1);
    expect(countInJournal("line GPIO17: off")).toBe(off + 1);
    expect(isHigh(lockLine)).toBe(false);
    verify();
  },
);

test("a gateway killed while a coil is on loses it, and its chain is sound", async () => {
  const before = mainPid(gatewayUnit);
  await signalWhileStuck("SIGKILL");
  await until("the line is low", () => !isHigh(lockLine));
  await untilRestarted(gatewayUnit, before);
  expect(verify()).toMatch(/\d/);
});

test("a gateway that is told to stop ends in order, with its outputs off", () => {
  systemctl("stop", gatewayUnit);
  expect(property(gatewayUnit, "Result")).toBe("success");
  expect(isHigh(lockLine)).toBe(false);
  systemctl("start", gatewayUnit);
});
