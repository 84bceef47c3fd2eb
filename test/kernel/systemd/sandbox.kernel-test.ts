// What a program under the gateway's packaged unit can and cannot do, tried from inside.

import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatewayData } from "./packaged-box.ts";
import { gatewayUnit, systemctl } from "./units.ts";

const probeUnit = "driftbox-probe.service";
/** The checkout may be where the sandbox does not let it look. */
const program = "/usr/lib/driftbox/probe.mjs";
const report = join(gatewayData, "probe.json");
let found: Readonly<Record<string, string>> = {};

/** The packaged unit with the probe in place of the gateway. */
function probeUnitText(): string {
  const lines = readFileSync(`/usr/lib/systemd/system/${gatewayUnit}`, "utf8").split("\n");
  const changed = /^(?:Type|NotifyAccess|Watchdog|Restart|ExecReload|ExecStopPost|ExecStart)/;
  const kept = lines.filter((line) => !changed.test(line));
  const start = ["Type=oneshot", `ExecStart=/usr/bin/node ${program} ${report}`];
  return kept.join("\n").replace("[Service]", ["[Service]", ...start].join("\n"));
}

beforeAll(() => {
  copyFileSync(join(import.meta.dirname, "probe.mjs"), program);
  writeFileSync(`/run/systemd/system/${probeUnit}`, probeUnitText());
  // Whoever may open these by their mode still needs the unit's leave.
  for (const device of ["/dev/watchdog", "/dev/kmsg"]) chmodSync(device, 0o666);
  systemctl("daemon-reload");
  systemctl("start", probeUnit);
  found = Object(JSON.parse(readFileSync(report, "utf8")));
});

afterAll(() => rmSync(program));

test("the gateway's user has the GPIO chip and its own folders", () => {
  expect(found).toMatchObject({
    user: "driftbox",
    "open /dev/gpiochip0": "ok",
    "write the state folder": "ok",
    "write the runtime folder": "ok",
    "write /tmp": "ok",
    "read the boot id": "ok",
    "load koffi": "ok",
  });
});

test("no other device is open to it, whatever the mode of its node says", () => {
  expect(found).toMatchObject({
    "open /dev/watchdog": "EPERM",
    // Hidden as well, with the rest of the kernel's log.
    "open /dev/kmsg": "EACCES",
  });
});

test("nothing else of the system can be written or read", () => {
  expect(found).toMatchObject({
    "write /usr": "EROFS",
    "write /etc": "EROFS",
    "write /sys": "EROFS",
    "write /proc/sys": "EROFS",
    "read /etc/shadow": "EACCES",
    "list /root": "EACCES",
    "write the group of processes": "EROFS",
  });
});

test("other processes are not visible", () => {
  expect(found["other processes"]).toBe("none");
});

test("no way leads to more rights", () => {
  expect(found).toMatchObject({
    capabilities: "0000000000000000",
    "no new privileges": "1",
    "system calls are filtered": "2",
    "make a namespace": "EPERM",
    mount: "EPERM",
    "set the clock": "EPERM",
    "open a raw socket": "EAFNOSUPPORT",
  });
});
