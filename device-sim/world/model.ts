// The things of the simulated world as plain values: compartments, coils, parcels, people, power.

import type { Random } from "./prng.ts";

/** One lockable space of a box; compartments count from 1. */
export interface Spot {
  readonly box: string;
  readonly compartment: number;
}

export interface Coil {
  readonly isEnergized: boolean;
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

export interface World {
  readonly nowMs: number;
  readonly random: Random;
  readonly compartments: readonly Compartment[];
  readonly parcels: readonly Parcel[];
  readonly people: readonly Person[];
  readonly presentations: readonly Presentation[];
  /** Lock boards without power. */
  readonly darkBoards: readonly string[];
}

/** Something that physically happened. World time in ms. */
export type Happening = { readonly atMs: number } & (
  | ({ readonly kind: "CoilEnergized"; readonly supplyGroup: string } & Spot)
  | ({ readonly kind: "CoilReleased"; readonly supplyGroup: string; readonly onMs: number } & Spot)
  | ({ readonly kind: "CoilBurnt" } & Spot)
  | ({ readonly kind: "BoltReleased" | "BoltEngaged" } & Spot)
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
  | { readonly kind: "SupplySagged"; readonly supplyGroup: string; readonly volts: number }
  | { readonly kind: "ActionImpossible"; readonly action: string; readonly reason: string }
);

/** What devices, people and faults do to the world. */
export type Action =
  | ({ readonly kind: "energizeCoil" | "releaseCoil" } & Spot)
  | ({ readonly kind: "pullDoor" | "shutDoor" | "forceDoor" } & Spot)
  | ({ readonly kind: "putParcel" | "takeParcel"; readonly parcel: string } & Spot)
  | {
      readonly kind: "present";
      readonly reader: string;
      readonly number: string;
      readonly forMs: number;
    }
  | ({ readonly kind: "setFlaw"; readonly flaw: Flaw; readonly isOn: boolean } & Spot)
  | { readonly kind: "powerBoard"; readonly board: string; readonly isOn: boolean };

/** Mechanical and sensor faults of one compartment. */
export type Flaw = "isJammed" | "isHeld" | "isLatchWorn" | "isBeamDead";

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
