// Names of everything the simulator can do wrong, as scenarios write them.

import { gpioFlaws } from "../../device-sim/devices/gpio-server.ts";
import { loadCellFlaws } from "../../device-sim/devices/load-cell.ts";
import { ntag424Flaws } from "../../device-sim/devices/ntag424-card.ts";
import { byteFaultNames } from "../../device-sim/faults/byte-faults.ts";
import { drivers } from "../../device-sim/scenario/drivers.ts";
import { flawWords } from "../../device-sim/scenario/plan.ts";
import { deeds, type Step } from "../../device-sim/scenario/steps.ts";

/** Deeds of people and of the sea; every other deed does something wrong, or ends it. */
const wellMeant: readonly string[] = [
  "tap",
  "tap-together",
  "show-parcel",
  "show-parcels",
  "show-grant",
  "press-keys",
  "press-screen",
  "state-wish",
  "amend-wish",
  "note-code",
  "enter-pickup-code",
  "enter-once-code",
  "turn-key",
  "open-door",
  "close-door",
  "put",
  "put-all",
  "take",
  "take-all",
  "deposit",
  "collect",
  "wait",
  "command",
  "publish-manifest",
  "publish-grant",
  "revoke-grant",
  "switch-policy",
  "start-gateway",
  "restore-link",
  "replug",
];

/** An event of its own tells each; nothing wrong is left behind that doctor could find. */
const toldByEvents: readonly string[] = ["repeat-command", "forge-command", "wear-disk"];

/** Faults of wires, doors, devices and cards. */
export function thingFaults(): readonly string[] {
  const ofDevices = Object.values(drivers).flatMap(({ flaws }) => flaws);
  const ofDoors = Object.keys(flawWords);
  return [
    ...byteFaultNames,
    ...ofDoors,
    ...ofDevices,
    ...ntag424Flaws,
    ...gpioFlaws,
    ...loadCellFlaws,
  ];
}

export function faultNames(): readonly string[] {
  const others = [...wellMeant, ...toldByEvents];
  const ofDeeds = Object.keys(deeds).filter((verb) => !others.includes(verb));
  return [...thingFaults(), ...ofDeeds];
}

/** What a step injects: the deed itself, and the fault it names. */
export function injectedBy({ verb, fields }: Step): readonly string[] {
  const named = Object.entries(fields).filter(([key]) => key === "flaw" || key === "layer");
  return [verb, ...named.map(([, value]) => String(value))];
}
