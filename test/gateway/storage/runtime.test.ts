// The clock, timers, entropy and log of this machine behind the runtime ports.

import { describe, expect, it } from "vitest";
import { NodeEntropy } from "../../../gateway/adapters/runtime/node-entropy.ts";
import { NodeTimers } from "../../../gateway/adapters/runtime/node-timers.ts";
import { PinoLog } from "../../../gateway/adapters/runtime/pino-log.ts";
import { SystemClock } from "../../../gateway/adapters/runtime/system-clock.ts";

describe("the system clock", () => {
  it("reads both clocks and one boot identity", () => {
    const clock = new SystemClock({ hasRtc: true, rtcErrMs: 5_000 });
    const first = clock.read();
    const second = clock.read();
    expect(second.monoUs).toBeGreaterThanOrEqual(first.monoUs);
    expect(Math.abs(first.wallUs / 1_000 - Date.now())).toBeLessThan(60_000);
    expect(clock.bootId).toHaveLength(16);
    expect(new SystemClock({ hasRtc: false }).bootId).toEqual(clock.bootId);
    expect(["rtc", "ntp"]).toContain(first.source);
  });

  it("claims nothing on a board without any trusted clock", () => {
    const { source, wallErrMs } = new SystemClock({ hasRtc: false }).read();
    expect(source === "ntp" || wallErrMs === undefined).toBe(true);
    expect(["none", "ntp"]).toContain(source);
  });
});

describe("timers by key", () => {
  it("fire once, in order, and only if not cleared or replaced", async () => {
    const timers = new NodeTimers();
    const fired: string[] = [];
    await new Promise<void>((resolve) => {
      timers.set("replaced", 1, () => fired.push("old"));
      timers.set("replaced", 2, () => fired.push("new"));
      timers.set("cleared", 1, () => fired.push("cleared"));
      timers.clear("cleared");
      timers.set("last", 20, resolve);
    });
    expect(fired).toEqual(["new"]);
    timers.set("never", 0, () => fired.push("never"));
    timers.clearAll();
    await new Promise<void>((resolve) => timers.set("end", 5, resolve));
    expect(fired).toEqual(["new"]);
  });
});

describe("entropy", () => {
  it("gives as many bytes as asked, never the same", () => {
    const entropy = new NodeEntropy();
    expect(entropy.bytes(16)).toHaveLength(16);
    expect(entropy.bytes(16)).not.toEqual(entropy.bytes(16));
  });
});

describe("the log", () => {
  it("writes JSON lines without numbers of transponders, codes and names", () => {
    const lines: string[] = [];
    const log = new PinoLog("info", { write: (line) => void lines.push(line) });
    const secrets = { badge: "7A00B7", number: "7A00B7", tag: "7A00B7", code: "7A00B7" };
    log.info({ ...secrets, name: "7A00B7", reader: "a", below: secrets }, "badge presented");
    log.debug({}, "not at this level");
    log.warn({ error: Object.assign(new Error("gone"), { code: "EIO" }) }, "failed");
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toContain("7A00B7");
    const line: unknown = JSON.parse(lines[0] ?? "");
    expect(line).toMatchObject({ level: "info", reader: "a", msg: "badge presented" });
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ level: "warn", error: { fault: "EIO" } });
  });

  it("never throws", () => {
    const broken = {
      write: () => {
        throw new Error("disk full");
      },
    };
    const log = new PinoLog("info", broken);
    expect(() => log.error({ reader: "a" }, "lost")).not.toThrow();
  });
});
