// Names of everything the simulator can do wrong, as scenarios write them.

import { gpioFlaws } from "../../device-sim/devices/gpio-server.ts";
import { ntag424Flaws } from "../../device-sim/devices/ntag424-card.ts";
import { byteFaultNames } from "../../device-sim/faults/byte-faults.ts";
import { drivers } from "../../device-sim/scenario/drivers.ts";
import { flawWords } from "../../device-sim/scenario/plan.ts";
import { deeds, type Step } from "../../device-sim/scenario/steps.ts";

/** Deeds of people and of the sea; every other deed does something wrong, or ends it. */
const wellMeant = ["tap", "show-parcel", "open-door", "close-door", "put", "take"].concat([
  "deposit",
  "collect",
  "wait",
  "press-keys",
  "press-screen",
  "enter-pickup-code",
  "start-gateway",
  "restore-link",
  "replug",
]);

/** Faults of wires, doors, devices and cards. */
export function thingFaults(): readonly string[] {
  const ofDevices = Object.values(drivers).flatMap(({ flaws }) => flaws);
  const ofDoors = Object.keys(flawWords);
  return [...byteFaultNames, ...ofDoors, ...ofDevices, ...ntag424Flaws, ...gpioFlaws];
}

export function faultNames(): readonly string[] {
  const ofDeeds = Object.keys(deeds).filter((verb) => !wellMeant.includes(verb));
  return [...thingFaults(), ...ofDeeds];
}

/** What a step injects: the deed itself, and the fault it names. */
export function injectedBy({ verb, fields }: Step): readonly string[] {
  const named = Object.entries(fields).filter(([key]) => key === "flaw" || key === "layer");
  return [verb, ...named.map(([, value]) => String(value))];
}
