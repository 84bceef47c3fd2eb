// Checks of the machine: disk, ports and their names, GPIO, clock battery, watchdogs.

import type { Cause } from "./causes.ts";
import { fine, wrong, type Check } from "./check.ts";
import type { Facts, GpioFacts, LineFacts, PortFacts } from "./facts.ts";
import { mebibytes, plain, spanWords, words } from "./words.ts";

/** Below this even a receipt cannot be stored. */
const diskFullBytes = 16 * 1_048_576;
/** An FTDI adapter that is not set holds bytes back for 16 ms. */
const latencyMaxMs = 2;

export function hostChecks(facts: Facts): readonly Check[] {
  return [
    diskCheck(facts),
    ...facts.ports.flatMap((port) => portChecks(port)),
    ...gpioChecks(facts),
    rtcCheck(facts),
    hardwareWatchdogCheck(facts),
    ...unitCheck(facts),
  ];
}

/** The journal may still grow up to its limit; the disk must have that much. */
function diskCheck({ host, config, journal }: Facts): Check {
  const { freeBytes } = host;
  if (freeBytes === undefined) return fine("disk", words("not measured", "未测量"));
  const used = journal.state === "read" ? journal.fileBytes : 0;
  const wantedBytes = Math.max(0, config.journal.maxMiB * 1_048_576 - used);
  const [free, wanted] = [mebibytes(freeBytes), mebibytes(wantedBytes)];
  const seen = words(
    `${free} free, the journal may take ${wanted} more`,
    `剩余 ${free}，日志还可能占用 ${wanted}`,
  );
  if (freeBytes < diskFullBytes) return wrong("disk", "disk-full", seen);
  return freeBytes < wantedBytes ? wrong("disk", "disk-low", seen) : fine("disk", seen);
}

const portCauses: Partial<Record<PortFacts["state"], Cause>> = {
  missing: "port-missing",
  forbidden: "port-forbidden",
};

function portChecks(facts: PortFacts): readonly Check[] {
  const { port, devices, state, latencyMs, isPolled } = facts;
  const id = devices[0] ?? port;
  const name = `port/${id}`;
  const cause = portCauses[state];
  const seen = words(`${port} for ${devices.join(", ")}`, `${port}：${devices.join("、")}`);
  const row = cause === undefined ? fine(name, seen) : wrong(name, cause, seen);
  if (state !== "there") return [row];
  const latency =
    latencyMs === undefined
      ? []
      : [latencyCheck(`ftdi/latency/${id}`, isPolled && latencyMs > latencyMaxMs, latencyMs)];
  return [row, nameCheck(id, facts), ...latency];
}

function latencyCheck(name: string, isSlow: boolean, latencyMs: number): Check {
  const seen = plain(`latency_timer ${latencyMs} ms`);
  return isSlow ? wrong(name, "slow-latency", seen) : fine(name, seen);
}

function nameCheck(id: string, { port, stableName }: PortFacts): Check {
  const name = `udev/by-id/${id}`;
  if (!/^\/dev\/tty(USB|ACM)\d+$/.test(port)) return fine(name, plain(port));
  const hint =
    stableName === undefined
      ? words(`${port} has no lasting name`, `${port} 没有固定名字`)
      : words(`${port} is also ${stableName}`, `${port} 也叫 ${stableName}`);
  return wrong(name, "unstable-name", hint);
}

function gpioChecks(facts: Facts): readonly Check[] {
  const { gpio, host } = facts;
  if (gpio === undefined) return [];
  return [
    chipCheck(gpio),
    ...gpio.lines.map((line) => lineCheck(line, facts)),
    ...strictCheck(facts, host.keepsLines),
  ];
}

function chipCheck({ chip, driver, misfit }: GpioFacts): Check {
  if (misfit !== undefined) return wrong("gpio/chip", "chip-missing", plain(misfit));
  return fine("gpio/chip", plain(`${driver} ${chip}`));
}

/** A slammed door may spring open and shut once or twice. */
const restlessMaxCount = 3;

function lineCheck({ line, missing, consumer }: LineFacts, { page }: Facts): Check {
  const name = `gpio/line/${line}`;
  if (missing !== undefined) return wrong(name, "chip-missing", plain(missing));
  if (consumer !== "" && !consumer.startsWith("driftbox")) {
    return wrong(name, "line-held", words(`held by "${consumer}"`, `被“${consumer}”占用`));
  }
  const {
    lines = [],
    startedMonoMs = 0,
    writtenMonoMs = 0,
  } = page.state === "read" ? page.page : {};
  const told = lines.find(({ id }) => id === line);
  if (told?.isActive === null) return wrong(name, "line-unreadable", plain(""));
  const { restlessCount = 0 } = told ?? {};
  const sinceStartMs = writtenMonoMs - startedMonoMs;
  if (restlessCount <= restlessMaxCount + sinceStartMs / 3_600_000) {
    return fine(name, plain(consumer));
  }
  const [en, zh] = [`${restlessCount} changes at once`, `${restlessCount} 次瞬间变化`];
  const span = spanWords(sinceStartMs);
  return wrong(name, "contact-chatters", words(`${en} in ${span.en}`, `${zh}（${span.zh}内）`));
}

/** Matters where a lock hangs on a line of the board itself. */
function strictCheck({ config }: Facts, keepsLines: boolean | undefined): readonly Check[] {
  const hasLocks = config.boxes.some(({ compartments }) =>
    compartments.some(({ lock }) => lock.value.line !== undefined),
  );
  if (!hasLocks || keepsLines === undefined) return [];
  const seen = plain(`persist_gpio_outputs ${keepsLines ? "Y" : "N"}`);
  return [keepsLines ? wrong("gpio/strict", "lines-stay-driven", seen) : fine("gpio/strict", seen)];
}

function rtcCheck({ host, config }: Facts): Check {
  const { clocks } = host;
  const has = clocks.length > 0;
  const seen = has ? plain(clocks.join(", ")) : words("none", "无");
  if (config.hasRtc) return has ? fine("boot/rtc", seen) : wrong("boot/rtc", "rtc-missing", seen);
  return has ? wrong("boot/rtc", "rtc-unused", seen) : wrong("boot/rtc", "no-rtc", seen);
}

function hardwareWatchdogCheck({ host: { hardwareWatchdog } }: Facts): Check {
  const name = "watchdog/hardware";
  if (hardwareWatchdog === undefined) return wrong(name, "no-hardware-watchdog", plain(""));
  return fine(name, plain(hardwareWatchdog));
}

function unitCheck({ host: { unit } }: Facts): readonly Check[] {
  if (unit === undefined) return [];
  const name = "supervisor/unit";
  const { path, watchdogSec } = unit;
  if (watchdogSec === undefined) return [wrong(name, "unit-without-watchdog", plain(path))];
  return [fine(name, plain(`${path}, WatchdogSec=${watchdogSec}`))];
}
