// What a program under the gateway's packaged unit can and cannot do, tried from inside.

import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatewayData } from "./packaged-box.ts";
import { gatewayUnit, systemctl } from "./units.ts";

/** The checkout may be where the sandbox does not let it look. */
const program = "/usr/lib/driftbox/probe.mjs";
const report = join(gatewayData, "probe.json");
let found: Readonly<Record<string, string>> = {};
let device: ChildProcess;

/**
 * What the probe finds in place of the gateway under the packaged unit, without some lines of it.
 */
function findingsWithout(name: string, left?: RegExp): Readonly<Record<string, string>> {
  const lines = readFileSync(`/usr/lib/systemd/system/${gatewayUnit}`, "utf8").split("\n");
  const changed = /^(?:Type|NotifyAccess|Watchdog|Restart|ExecReload|ExecStopPost|ExecStart)/;
  const kept = lines.filter((line) => !changed.test(line) && left?.test(line) !== true);
  expect(kept.length).toBeLessThan(lines.length - (left === undefined ? 0 : 1));
  const start = ["Type=oneshot", `ExecStart=/usr/bin/node ${program} ${report}`];
  const text = kept.join("\n").replace("[Service]", ["[Service]", ...start].join("\n"));
  writeFileSync(`/run/systemd/system/${name}.service`, text);
  systemctl("daemon-reload");
  systemctl("start", `${name}.service`);
  return Object(JSON.parse(readFileSync(report, "utf8")));
}

beforeAll(() => {
  copyFileSync(join(import.meta.dirname, "probe.mjs"), program);
  // Whoever may open these by their mode still needs the unit's leave.
  for (const path of ["/dev/watchdog", "/dev/kmsg"]) chmodSync(path, 0o666);
  // At the other end of ttyS0: says again what it hears.
  const echo = "exec <>/dev/ttyS1 >&0; stty raw -echo; exec cat";
  device = spawn("sh", ["-c", echo], { stdio: "ignore" });
  found = findingsWithout("driftbox-probe");
});

afterAll(() => {
  device.kill("SIGKILL");
  rmSync(program);
});

test("a serial port is open to it, and what is at the port answers", () => {
  expect(found).toMatchObject({
    "open /dev/ttyS0": "ok",
    "the device at /dev/ttyS0": "echo",
  });
});

test("a serial port is open to it by its line in the unit alone", () => {
  const withoutPorts = findingsWithout("driftbox-probe-portless", /^DeviceAllow=char-ttyS/);
  expect(withoutPorts).toMatchObject({
    "open /dev/gpiochip0": "ok",
    "open /dev/ttyS0": "EPERM",
    "the device at /dev/ttyS0": expect.stringContaining("not permitted"),
  });
});

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
    // Of the same driver number as a serial port: its mode is what keeps it.
    "open /dev/tty1": "EACCES",
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
