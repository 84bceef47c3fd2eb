// What a scenario is made of: sites, gateways, boxes, people, parcels and the steps of its story.

import type { Em4100Style } from "../devices/em4100.ts";
import type { Flaw } from "../world/index.ts";
import type { Step } from "./steps.ts";

export type Language = "en" | "zh";
/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export interface CompartmentSetting {
  readonly compartment: number;
  /** line = reed contact on a GPIO line; hook = the lock's own switch stands for it. */
  readonly door: "line" | "hook";
  readonly infrared: boolean;
}

export interface BoxSetting {
  readonly box: string;
  readonly kind: "drop-box" | "cabinet";
  readonly reader: Em4100Style;
  readonly silentAfterUnlockMs: number;
  readonly compartments: readonly CompartmentSetting[];
}

export interface GatewaySetting {
  readonly site: string;
  readonly gateway: string;
  readonly timing: Readonly<Record<string, number>>;
  readonly boxes: readonly BoxSetting[];
}

export interface RightSetting {
  readonly box: string;
  readonly canDeposit: boolean;
  readonly canCollect: boolean;
}

export interface RoleSetting {
  readonly role: string;
  readonly rights: readonly RightSetting[];
}

export interface PersonSetting {
  readonly person: string;
  readonly badge: string;
  /** Undefined = no policy knows this badge. */
  readonly role: string | undefined;
  readonly organization: string;
}

export interface ParcelSetting {
  /** Name in the scenario. */
  readonly parcel: string;
  /** Ten hex digits; begins with `tagPrefix`. */
  readonly tag: string;
  /** Decimal number printed on it: the last four bytes of the tag. */
  readonly number: string;
  readonly thicknessMm: number;
}

export interface Scenario {
  readonly name: string;
  readonly title: Words;
  readonly gateways: readonly GatewaySetting[];
  readonly roles: readonly RoleSetting[];
  readonly people: readonly PersonSetting[];
  readonly parcels: readonly ParcelSetting[];
  readonly steps: readonly Step[];
}

/** Leading digits that make a transponder a parcel's tag. */
export const tagPrefix = "7A";

/** Mechanical faults by their names in scenarios. */
export const flawWords: Readonly<Record<string, Flaw>> = {
  "jammed-latch": "isJammed",
  "held-door": "isHeld",
  "worn-latch": "isLatchWorn",
  "dead-beam": "isBeamDead",
};

/** Names of the devices of a box, the same in the simulator and in the gateway's configuration. */
export function deviceNames(box: string): { reader: string; board: string } {
  return { reader: `reader-${box}`, board: `lock-${box}` };
}

/** Name of the GPIO line of a door. */
export function doorLine(box: string, compartment: number): string {
  return `door-${box}-${compartment}`;
}
