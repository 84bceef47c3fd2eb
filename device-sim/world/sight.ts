// One compartment as its gateway sees it, and what a journal tells of it.

import type { Intent } from "./intents.ts";
import type { Spot } from "./model.ts";

/** What a journal tells of one place. */
export interface ToldOfPlace {
  /** `DoorOpened` and `DoorForced`. */
  readonly openings: number;
  /** `DoorForced` alone. */
  readonly forced: number;
  readonly closings: number;
  /** Openings told of a door that by the journal was ajar, or was found open by a session. */
  readonly reopenings: number;
  /** Unlocks concluded as opened or jammed: the coil was on. */
  readonly pulses: number;
  /** Unlocks whose outcome is unknown, and those that are not concluded yet. */
  readonly doubts: number;
  /** Intents whose order may have left. */
  readonly intents: readonly Intent[];
  /** `ParcelDeposited` by the word of a presence sensor. */
  readonly seenDeposits: number;
  /** `ParcelCollected` by the word of a presence sensor. */
  readonly seenCollections: number;
  /** `ParcelDeposited` and `DepositUnverified`. */
  readonly arrivals: number;
  /** Numbers of `ParcelDeposited`, and those of `ParcelCollected` and `ParcelUnaccounted`. */
  readonly deposited: readonly string[];
  readonly left: readonly string[];
}

export interface Sight extends Spot {
  /** What stands for the door: its own contact, or the hook of its lock. */
  readonly door: "contact" | "hook";
  /** Who is silent when the door cannot be seen: the gateway, and the board with its wires. */
  readonly needs: readonly string[];
  /** Who is silent when the bolt cannot be seen. */
  readonly boltNeeds: readonly string[];
  /** Whether a presence sensor looks inside. */
  readonly hasPresence: boolean;
  readonly told: ToldOfPlace;
  /** Whether all that the gateway wrote is known; else only what is too much can be found. */
  readonly isComplete: boolean;
}

/** What happened this long ago may not be told yet. */
export const newMs = 1_500;
/** A door shut for less than this may not be told: latching and settling take their time. */
export const settleMs = 3_000;
