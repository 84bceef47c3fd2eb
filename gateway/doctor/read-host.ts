// Reads what the system tells of clock, watchdogs, disk and board; changes nothing.

import { readdirSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { clockDiscipline } from "../adapters/runtime/libc.ts";
import type { HostFacts } from "./facts.ts";

/** Folders of the service unit, the strongest first. */
const unitFolders = ["/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];
const unitName = "driftbox-gateway.service";
const systemConfigs = ["/etc/systemd/system.conf", "/usr/lib/systemd/system.conf"];
const systemConfigFolders = ["/etc/systemd/system.conf.d", "/usr/lib/systemd/system.conf.d"];
/** Raspberry Pi 1 to 4, and 5. */
const keepsLinesPaths = ["pinctrl_bcm2835", "pinctrl_rp1"].map(
  (module) => `/sys/module/${module}/parameters/persist_gpio_outputs`,
);

export interface HostPlace {
  readonly data: string;
  readonly software: string;
  /** Put before every path of the system; a test has a tree of its own. */
  readonly root?: string;
}

export function readHost({ data, software, root = "" }: HostPlace): HostFacts {
  const read = (path: string): string | undefined => textAt(join(root, path));
  const list = (path: string): readonly string[] => listAt(join(root, path));
  const { isSynchronized, maxErrorMs } = clockDiscipline();
  const keeps = keepsLinesPaths.map(read).find((one) => one !== undefined);
  return {
    nowMs: Date.now(),
    isSynchronized,
    maxErrorMs,
    clocks: list("/sys/class/rtc").toSorted(),
    hardwareWatchdog: watchdogOf(read, list),
    unit: unitOf(read, list),
    freeBytes: freeBytesAt(data),
    model: (read("/proc/device-tree/model") ?? "").replaceAll("\0", "").trim(),
    keepsLines: keeps === undefined ? undefined : keeps.trim() === "Y",
    nodeVersion: process.version,
    software,
  };
}

type Read = (path: string) => string | undefined;
type List = (path: string) => readonly string[];

/** A timer that runs now, or the order to systemd to start it. */
function watchdogOf(read: Read, list: List): string | undefined {
  const folder = "/sys/class/watchdog";
  const running = list(folder).find((name) => read(`${folder}/${name}/state`)?.trim() === "active");
  if (running !== undefined) return `${running} active`;
  const files = systemConfigFolders.flatMap((path) => list(path).map((name) => join(path, name)));
  const texts = [...files, ...systemConfigs].map((path) => read(path) ?? "");
  const set = texts.map((text) => settingIn(text, "RuntimeWatchdogSec")).find((one) => one);
  const isOn = set !== undefined && !/^(0|off|infinity)/.test(set);
  return isOn ? `RuntimeWatchdogSec=${set}` : undefined;
}

function unitOf(read: Read, list: List): HostFacts["unit"] {
  for (const folder of unitFolders) {
    const path = join(folder, unitName);
    const text = read(path);
    if (text === undefined) continue;
    const dropIns = unitFolders.flatMap((each) =>
      list(join(each, `${unitName}.d`)).map((name) => read(join(each, `${unitName}.d`, name))),
    );
    const texts = [...dropIns, text].filter((one) => one !== undefined);
    const watchdogSec = texts.map((one) => settingIn(one, "WatchdogSec")).find((one) => one);
    return { path, watchdogSec };
  }
  return undefined;
}

/** The last value of a key in an ini file of systemd; undefined = not set. */
function settingIn(text: string, key: string): string | undefined {
  const found = text.split("\n").filter((line) => line.startsWith(`${key}=`));
  return found
    .at(-1)
    ?.slice(key.length + 1)
    .trim();
}

function freeBytesAt(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function listAt(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
