// What a scenario is made of: sites, gateways, boxes, people, parcels and the steps of its story.

import type { Ntag424Flaw } from "../devices/ntag424-card.ts";
import type { Flaw } from "../world/index.ts";
import type { DeviceSetting, SerialSetting } from "./device-setting.ts";
import type { Shown } from "./shown.ts";
import type { Step } from "./steps.ts";

export type Language = "en" | "zh";
/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export interface CompartmentSetting {
  readonly compartment: number;
  /**
   * line = reed contact on a GPIO line; hook = the lock's own switch stands for it; input = reed
   * contact on the input of its lock board.
   */
  readonly door: "line" | "hook" | "input";
  /** Whether a beam looks into it, on an input of the lock board or on a GPIO line. */
  readonly presence: "infrared" | "line" | "none";
  /** Whether its floor is a scale. */
  readonly hasScale?: boolean;
  /** Whether the switch behind its mechanical key is watched on a GPIO line. */
  readonly hasKey?: boolean;
  /** Coils of one group hang on one supply. */
  readonly supplyGroup: string;
  /** On-time of its coil in the gateway's configuration; undefined = the usual one. */
  readonly pulseMs?: number | undefined;
}

export interface BoxSetting {
  readonly box: string;
  readonly kind: "drop-box" | "cabinet";
  readonly reader: SerialSetting;
  readonly board: DeviceSetting;
  /** Reads the numbers printed on parcels; undefined = their tags are held to the reader. */
  readonly scanner: SerialSetting | undefined;
  /** Takes the inventory of parcels inside by radio. */
  readonly tags?: SerialSetting | undefined;
  /** Whether the box has an LED and a buzzer on GPIO lines. */
  readonly hasSignals: boolean;
  /** Whether the enclosure has a tamper switch on a GPIO line. */
  readonly hasTamper: boolean;
  readonly compartments: readonly CompartmentSetting[];
}

export interface GatewaySetting {
  readonly site: string;
  readonly gateway: string;
  readonly timing: Readonly<Record<string, number>>;
  /** Whether mains and battery are watched on GPIO lines. */
  readonly hasPower: boolean;
  /** Whether it serves screens though no box is a cabinet. */
  readonly hasScreen?: boolean;
  /** Size of a disk of its own for its data; undefined = that of this machine. */
  readonly diskMiB?: number | undefined;
  /** Whether its site has a policy from the beginning. */
  readonly hasPolicy?: boolean;
  /** Where it is by satellite; undefined = it does not know. */
  readonly position: SerialSetting | undefined;
  readonly boxes: readonly BoxSetting[];
}

export interface RightSetting {
  readonly box: string;
  readonly canDeposit: boolean;
  readonly canCollect: boolean;
  readonly canAuthorize?: boolean;
  readonly canMaintain?: boolean;
  readonly canEmergency?: boolean;
  /** Compartments and windows, as a policy file writes them. */
  readonly limits?: Readonly<Record<string, unknown>>;
}

export interface RoleSetting {
  readonly role: string;
  /** Stale and clock rules, as a policy file writes them. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly rights: readonly RightSetting[];
}

export interface PersonSetting {
  readonly person: string;
  /** Ten hex digits of an EM4100, or fourteen of an NTAG 424 DNA card that proves itself. */
  readonly badge: string;
  /** What the policy asks of this badge. */
  readonly assurance: "identifier" | "counter-mac";
  readonly cardFlaw: Ntag424Flaw | undefined;
  /** Undefined = no policy knows this badge. */
  readonly role: string | undefined;
  readonly organization: string;
  /** Whose second badge this is; undefined = a person of its own. */
  readonly sameAs?: string | undefined;
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
  /** Undefined = it is about the simulator or the wires alone. */
  readonly shows?: Shown | undefined;
  readonly gateways: readonly GatewaySetting[];
  readonly roles: readonly RoleSetting[];
  readonly people: readonly PersonSetting[];
  readonly parcels: readonly ParcelSetting[];
  /** Keys of the policy file beside those that the scenario itself makes, as written. */
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

/** Leading digits that make a transponder a parcel's tag. */
export const tagPrefix = "7A";

/** Faults of a compartment by their names in scenarios. */
export const flawWords: Readonly<Record<string, Flaw>> = {
  "jammed-latch": "isJammed",
  "held-door": "isHeld",
  "worn-latch": "isLatchWorn",
  "dead-beam": "isBeamDead",
  "stuck-reed": "isReedStuck",
  bounce: "isReedWorn",
  "welded-relay": "isWelded",
};

/** Names of the devices of a box, the same in the simulator and in the gateway's configuration. */
export function deviceNames(box: string): {
  readonly reader: string;
  readonly board: string;
  readonly scanner: string;
  readonly tags: string;
} {
  return {
    reader: `reader-${box}`,
    board: `lock-${box}`,
    scanner: `scanner-${box}`,
    tags: `tags-${box}`,
  };
}

/** Name of the position receiver of a gateway. */
export function positionName(gateway: string): string {
  return `position-${gateway}`;
}

/** Name of the GPIO of a gateway. */
export function gpioName(gateway: string): string {
  return `gpio-${gateway}`;
}

/** Every device of a gateway that has a port, with its name. */
export function devicesOf({ gateway, position, boxes }: GatewaySetting): readonly NamedDevice[] {
  const ofBoxes = boxes.flatMap(({ box, reader, board, scanner, tags }): readonly NamedDevice[] => {
    const names = deviceNames(box);
    return [
      { name: names.reader, setting: reader },
      ...(board.driver === "gpio" ? [] : [{ name: names.board, setting: board }]),
      ...(scanner === undefined ? [] : [{ name: names.scanner, setting: scanner }]),
      ...(tags === undefined ? [] : [{ name: names.tags, setting: tags }]),
    ];
  });
  if (position === undefined) return ofBoxes;
  return [...ofBoxes, { name: positionName(gateway), setting: position }];
}

export interface NamedDevice {
  readonly name: string;
  readonly setting: SerialSetting;
}

/** Name of the GPIO line of a door. */
export function doorLine(box: string, compartment: number): string {
  return `door-${box}-${compartment}`;
}

/** Name of the GPIO line of a lock without a board. */
export function lockLine(box: string, compartment: number): string {
  return `lock-${box}-${compartment}`;
}

/** Name of the GPIO line of a presence sensor. */
export function presenceLine(box: string, compartment: number): string {
  return `presence-${box}-${compartment}`;
}

/** Switches of a gateway's power: closed = mains there, battery well. */
export function powerLines(gateway: string): { mains: string; battery: string } {
  return { mains: `mains-${gateway}`, battery: `battery-${gateway}` };
}

/** The tamper switch of a box: closed = its enclosure is shut. */
export function tamperLine(box: string): string {
  return `tamper-${box}`;
}

/** The switch behind the mechanical key of a lock: closed = the key is not turned. */
export function keyLine(box: string, compartment: number): string {
  return `key-${box}-${compartment}`;
}

/** The load cell under a compartment, and the folder of its files. */
export function scaleName(box: string, compartment: number): string {
  return `scale-${box}-${compartment}`;
}

/** Names of all scales. */
export function scalesOf(gateways: readonly GatewaySetting[]): readonly string[] {
  return gateways
    .flatMap(({ boxes }) => boxes)
    .flatMap(({ box, compartments }) =>
      compartments
        .filter(({ hasScale = false }) => hasScale)
        .map(({ compartment }) => scaleName(box, compartment)),
    );
}

/** Output lines of the lamp and the buzzer of a box. */
export function signalLines(box: string): { led: string; buzzer: string } {
  return { led: `led-${box}`, buzzer: `buzzer-${box}` };
}

/** Names of the buses of a gateway, each once. */
export function busNames(gateway: GatewaySetting): readonly string[] {
  const buses = devicesOf(gateway).map(({ setting }) => setting.bus);
  return [...new Set(buses.filter((bus) => bus !== undefined))];
}
