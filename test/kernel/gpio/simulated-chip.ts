// The hand of the tests on the simulated chip: pulls inputs, reads what is driven.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const simulated = process.env["DRIFTBOX_GPIO_SIM"] ?? "/sys/kernel/config/gpio-sim/box";

/** Label of the chip, as a configuration names it. */
export const chipLabel = "pinctrl-bcm2711";

function configured(path: string): string {
  return readFileSync(join(simulated, path), "utf8").trim();
}

/** `/dev/gpiochip0` */
export function chipDevice(): string {
  return `/dev/${configured("bank0/chip_name")}`;
}

function attribute(offset: number, name: string): string {
  const [device, chip] = [configured("dev_name"), configured("bank0/chip_name")];
  return `/sys/devices/platform/${device}/${chip}/sim_gpio${offset}/${name}`;
}

/** Sets the electrical level of an input. */
export function pull(offset: number, level: boolean): void {
  writeFileSync(attribute(offset, "pull"), level ? "pull-up" : "pull-down");
}

/** The electrical level of a line. */
export function isHigh(offset: number): boolean {
  return readFileSync(attribute(offset, "value"), "utf8").trim() === "1";
}

/** Takes the chip away, as a pulled USB cable does, or puts it back. */
export function plug(isThere: boolean): void {
  writeFileSync(join(simulated, "live"), isThere ? "1" : "0");
}
