// The things of the simulated world as plain values: compartments, coils, parcels, people, power.

import type { Random } from "./prng.ts";

/** One lockable space of a box; compartments count from 1. */
export interface Spot {
  readonly box: string;
  readonly compartment: number;
}

export interface Coil {
  /** Whether its relay is ordered on. A welded relay feeds the coil without that. */
  readonly isDriven: boolean;
  readonly isEnergized: boolean;
  /** Its relay has welded: it feeds the coil whenever its board has power. */
  readonly isStuck: boolean;
  /** World time of the last switch-on. */
  readonly onSinceMs: number;
  /** 0 = ambient, 1 = the winding fails. */
  readonly heat: number;
  readonly isBurnt: boolean;
}

/** A level the reed contact will take; several in a row are its bounce. */
export interface ContactEdge {
  readonly atMs: number;
  readonly isClosed: boolean;
}

export interface Compartment extends Spot {
  /** Lock board that feeds the coil: without its power the coil is off. */
  readonly board: string;
  readonly supplyGroup: string;
  readonly coil: Coil;
  /** The rotary hook of the lock: engaged holds a closed door. */
  readonly bolt: "engaged" | "released";
  /** The lock's mechanical key holds the hook back, whatever the coil does. */
  readonly isKeyTurned: boolean;
  /** 0 = shut, 90 = wide open. */
  readonly doorDegrees: number;
  /** Where spring or hand move the door to. */
  readonly doorTarget: number;
  readonly doorSpeed: number;
  /** The reed contact as the wire shows it now, bounce included. */
  readonly isContactClosed: boolean;
  readonly contactEdges: readonly ContactEdge[];
  readonly hasBeam: boolean;
  readonly isBeamBroken: boolean;
  readonly parcels: readonly string[];
  /** Fault: the bolt does not move when the coil pulls. */
  readonly isJammed: boolean;
  /** Fault: something blocks the door where it is. */
  readonly isHeld: boolean;
  /** Fault: the hook does not catch when the door shuts. */
  readonly isLatchWorn: boolean;
  /** Fault: the infrared beam reports empty whatever is inside. */
  readonly isBeamDead: boolean;
  /** Fault: the contact stays as it is, whatever the door does. */
  readonly isReedStuck: boolean;
  /** Fault: the contact chatters at each change, longer than any debounce waits. */
  readonly isReedWorn: boolean;
  /** Fault: the relay welds as soon as it is on, and does not let go any more. */
  readonly isWelded: boolean;
}

export interface Parcel {
  readonly number: string;
  /** Transponder number as ten hex digits. */
  readonly tag: string;
  readonly thicknessMm: number;
  /** Whether the beam sees it where it lies now; drawn when it is put down. */
  readonly isSeenByBeam: boolean;
  readonly at: { readonly spot: Spot } | { readonly person: string } | "elsewhere";
}

export interface Person {
  readonly name: string;
  /** Transponder number as ten hex digits; undefined = carries no badge. */
  readonly badge: string | undefined;
}

/** A transponder in the field of a reader until the given world time. */
export interface Presentation {
  readonly reader: string;
  readonly number: string;
  readonly untilMs: number;
}

/**
 * A two-state part with two wires in a normally closed loop: mains and battery monitors, tamper
 * switches. Closed = all is well, so that a cut wire reads as an alarm.
 */
export interface Switch {
  readonly name: string;
  readonly isClosed: boolean;
}

/** What people see or hear of one lamp or buzzer. */
export interface Signal {
  /** Name of the output line, or of the device that has the lamp. */
  readonly source: string;
  readonly part: "led" | "buzzer";
  /** `off`, `on`, or a color; the last word of whoever drives it. */
  readonly shows: string;
}

export interface World {
  readonly nowMs: number;
  readonly random: Random;
  readonly compartments: readonly Compartment[];
  readonly parcels: readonly Parcel[];
  readonly people: readonly Person[];
  readonly presentations: readonly Presentation[];
  /** Lock boards without power. */
  readonly darkBoards: readonly string[];
  /** Boards that a brown-out has stopped, and when they start again. */
  readonly brownOuts: readonly { readonly board: string; readonly untilMs: number }[];
  /** Supply groups whose supply sags under one coil already. */
  readonly weakSupplies: readonly string[];
  /** Devices whose wires do not carry what is sent on them, and gateways that do not run. */
  readonly silent: readonly string[];
  readonly switches: readonly Switch[];
  readonly signals: readonly Signal[];
}

/** Something that physically happened. World time in ms. */
export type Happening = { readonly atMs: number } & (
  | ({ readonly kind: "CoilEnergized"; readonly supplyGroup: string } & Spot)
  | ({ readonly kind: "CoilReleased"; readonly supplyGroup: string; readonly onMs: number } & Spot)
  | ({ readonly kind: "CoilBurnt" } & Spot)
  /** A board took an order to unlock; `atMs` is when its last byte had arrived. */
  | ({ readonly kind: "UnlockOrdered" } & Spot)
  | ({ readonly kind: "FlawChanged"; readonly flaw: Flaw; readonly isOn: boolean } & Spot)
  | ({ readonly kind: "BoltReleased" | "BoltEngaged" } & Spot)
  | ({ readonly kind: "KeyTurned"; readonly isTurned: boolean } & Spot)
  | ({ readonly kind: "DoorOpened"; readonly by: "spring" | "force" } & Spot)
  | ({ readonly kind: "DoorClosed" } & Spot)
  | ({ readonly kind: "ContactChanged"; readonly isClosed: boolean } & Spot)
  | ({ readonly kind: "BeamChanged"; readonly isBroken: boolean } & Spot)
  | ({ readonly kind: "ParcelPut" | "ParcelTaken"; readonly parcel: string } & Spot)
  | {
      readonly kind: "TransponderArrived" | "TransponderLeft";
      readonly reader: string;
      readonly number: string;
    }
  | { readonly kind: "BoardWentDark" | "BoardPowered"; readonly board: string }
  | { readonly kind: "SilenceChanged"; readonly name: string; readonly isSilent: boolean }
  | { readonly kind: "SwitchChanged"; readonly name: string; readonly isClosed: boolean }
  | ({ readonly kind: "SignalChanged" } & Signal)
  | { readonly kind: "SupplySagged"; readonly supplyGroup: string; readonly volts: number }
  | { readonly kind: "ActionImpossible"; readonly action: string; readonly reason: string }
);

/** What devices, people and faults do to the world. */
export type Action =
  | ({ readonly kind: "orderUnlock" | "energizeCoil" | "releaseCoil" } & Spot)
  | ({ readonly kind: "pullDoor" | "shutDoor" | "forceDoor" } & Spot)
  | ({ readonly kind: "turnKey"; readonly isTurned: boolean } & Spot)
  | ({ readonly kind: "putParcel" | "takeParcel"; readonly parcel: string } & Spot)
  | {
      readonly kind: "present";
      readonly reader: string;
      readonly number: string;
      readonly forMs: number;
    }
  | ({ readonly kind: "setFlaw"; readonly flaw: Flaw; readonly isOn: boolean } & Spot)
  | { readonly kind: "powerBoard"; readonly board: string; readonly isOn: boolean }
  | { readonly kind: "weakenSupply"; readonly supplyGroup: string; readonly isWeak: boolean }
  | { readonly kind: "markSilent"; readonly name: string; readonly isSilent: boolean }
  | { readonly kind: "turnSwitch"; readonly name: string; readonly isClosed: boolean }
  | ({ readonly kind: "showSignal" } & Signal);

/** Mechanical, electrical and sensor faults of one compartment. */
export type Flaw =
  | "isJammed"
  | "isHeld"
  | "isLatchWorn"
  | "isBeamDead"
  | "isReedStuck"
  | "isReedWorn"
  | "isWelded";

export interface Stepped {
  readonly world: World;
  readonly happenings: readonly Happening[];
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.box === b.box && a.compartment === b.compartment;
}

export function compartmentAt(world: World, spot: Spot): Compartment | undefined {
  return world.compartments.find((one) => isSameSpot(one, spot));
}
