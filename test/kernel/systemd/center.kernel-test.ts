// The center under its packaged unit: readiness, watchdog, restart.

import { beforeAll, expect, test } from "vitest";
import { provision } from "./packaged-box.ts";
import { brokerUnit, journalOf, mainPid, property, systemctl, untilRestarted } from "./units.ts";

beforeAll(() => provision());

test("the center is started when it says so", () => {
  expect(property(brokerUnit, "Type")).toBe("notify");
  expect(property(brokerUnit, "ActiveState")).toBe("active");
  expect(property(brokerUnit, "StatusText")).toBe(
    "MQTT on 127.0.0.1:1883, console on 127.0.0.1:8080",
  );
});

test.each([
  ["is stopped by a debugger", "SIGSTOP"],
  ["has a loop that stands still", "SIGUSR2"],
] as const)("a center that %s is ended by its watchdog and started again", async (_, signal) => {
  const before = mainPid(brokerUnit);
  const timeouts = timeoutCount();
  process.kill(before, signal);
  await untilRestarted(brokerUnit, before);
  expect(timeoutCount()).toBe(timeouts + 1);
});

test("a killed center is started again", async () => {
  const before = mainPid(brokerUnit);
  process.kill(before, "SIGKILL");
  await untilRestarted(brokerUnit, before);
  expect(property(brokerUnit, "ActiveState")).toBe("active");
});

test("a center that is told to stop ends in order", () => {
  systemctl("stop", brokerUnit);
  expect(property(brokerUnit, "Result")).toBe("success");
  systemctl("start", brokerUnit);
});

function timeoutCount(): number {
  return journalOf(brokerUnit).split("Watchdog timeout").length - 1;
}
