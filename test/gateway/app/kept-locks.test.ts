// The gateway writes down which lines have locks before it can open any.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readLockLines } from "../../../gateway/lock-lines.ts";
import { provision } from "./provision.ts";
import { Running, until } from "./running.ts";

const place = provision({ mqttPort: 1, readerPort: 1, boardPort: 2 });
let gateway: Running | undefined;

afterEach(async () => {
  gateway?.child.kill("SIGKILL");
  await gateway?.ended;
  place.remove();
});

test("a gateway that is ready has its lock lines on disk, also when it is killed", async () => {
  const text = readFileSync(place.configPath, "utf8")
    .replace("{ board: lock-a, channel: 0,", "{ line: lock-1, activeLow: true,")
    .replace("door: { hook: true }\n", "door: { line: door-1 }\n")
    .replace("        presence: { infrared: true }\n", "");
  const gpio = { driver: "sim", url: "tcp://127.0.0.1:1" } as const;
  writeFileSync(place.configPath, `${text}gpio: { driver: sim, url: "${gpio.url}" }\n`);
  const running = new Running(["gateway", "--config", place.configPath, "--json"]);
  gateway = running;
  await until("the gateway is ready", () => running.stdout.includes(`"ready"`));
  running.child.kill("SIGKILL");
  await running.ended;
  const lines = [{ name: "lock-1", isActiveLow: true }];
  expect(await readLockLines(join(place.folder, "data"))).toEqual([{ gpio, lines }]);
});
