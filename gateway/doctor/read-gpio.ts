// Looks whether the GPIO chip and its lines are there and who holds them; requests none of them.

import { existsSync } from "node:fs";
import { findLine } from "../adapters/gpio/kernel-lines.ts";
import type { GatewayConfig, GpioConfig } from "../config/config.ts";
import type { GpioFacts, LineFacts } from "./facts.ts";

/** Undefined: the configuration has no GPIO. */
export function readGpio(config: GatewayConfig): GpioFacts | undefined {
  const { gpio } = config;
  if (gpio === undefined) return undefined;
  const lines = linesOf(config);
  const none = { misfit: undefined, lines: lines.map(unseen) };
  if (gpio.driver === "sim") return { ...none, driver: "sim", chip: gpio.url };
  if (gpio.driver === "sysfs") return { ...sysfsFacts(gpio, lines), driver: "sysfs" };
  const seen = lines.map((line) => lineFacts(gpio.chip, line));
  const chipMisfit = seen.find(({ missing }) => missing !== undefined && isOfChip(missing));
  const { chip } = gpio;
  if (chipMisfit === undefined) return { chip, driver: "chardev", misfit: undefined, lines: seen };
  return { chip, driver: "chardev", misfit: chipMisfit.missing, lines: [] };
}

function sysfsFacts(gpio: GpioConfig, lines: readonly string[]): Omit<GpioFacts, "driver"> {
  const chip = "chip" in gpio ? gpio.chip : "";
  const has = existsSync("/sys/class/gpio/export");
  const misfit = has ? undefined : "/sys/class/gpio is not there";
  return { chip, misfit, lines: has ? lines.map(unseen) : [] };
}

/** Every line the configuration names, once. */
function linesOf({ boxes, power, tamper, signals }: GatewayConfig): readonly string[] {
  const ofBoxes = boxes.flatMap(({ compartments }) =>
    compartments.flatMap(({ lock, door, presence }) => [
      lock.value.line,
      door.value.line,
      presence?.value.line,
    ]),
  );
  const others = [
    power?.mains,
    power?.batteryLow,
    ...tamper.map(({ input }) => input),
    ...signals.flatMap(({ led, buzzer }) => [led, buzzer]),
  ];
  const all = [...ofBoxes, ...others.map((wired) => wired?.value.line)];
  return [...new Set(all.filter((line) => line !== undefined))];
}

function unseen(line: string): LineFacts {
  return { line, missing: undefined, consumer: "" };
}

function lineFacts(chip: string, line: string): LineFacts {
  try {
    const { info } = findLine(chip, line);
    return { line, missing: undefined, consumer: info.isUsed ? info.consumer || "kernel" : "" };
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return { line, missing, consumer: "" };
  }
}

function isOfChip(message: string): boolean {
  return !message.startsWith("there is no line ") && !message.startsWith("lines ");
}
