// A GPIO chip on a cable: lines are lost with it and taken again when it is back.

import { expect, test } from "vitest";
import { until } from "../../gateway/drivers/until.ts";
import { kernelLines } from "./back-ends.ts";
import { isHigh, plug, pull } from "./simulated-chip.ts";

test("a chip that goes away makes its inputs unknown, and is used again when back", async () => {
  pull(27, true);
  const lines = kernelLines("chardev");
  const door = lines.input({ name: "GPIO27", debounceMs: 10 });
  const lamp = lines.output({ name: "GPIO18" });
  const heard: (boolean | undefined)[] = [];
  door.onLevel((level) => heard.push(level));
  door.start();
  lamp.start();
  await until("both are held", () => heard.length === 1 && lamp.health.state === "online");
  lamp.set(true);
  plug(false);
  const isLost = (): boolean => heard.at(-1) === undefined && lamp.health.state === "absent";
  await until("both are lost", isLost).finally(() => plug(true));
  pull(27, true);
  await until("both are back", () => heard.at(-1) === true && lamp.health.state === "online");
  expect(isHigh(18)).toBe(false);
  expect(lamp.drive(true).outcome).toBe("answered");
  expect(isHigh(18)).toBe(true);
  await door.stop();
  await lamp.stop();
});
