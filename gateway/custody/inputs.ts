// What can happen to a gateway, as the custody core sees it: inputs in, effects out, plain data.

import type {
  Action,
  Assurance,
  DocumentKind,
  ErrorCode,
  Place,
  Recovery,
  RefusalReason,
  Whereabouts,
} from "@driftbox/proto";
import type { CodeMeaning } from "./access/codes.ts";
import type { CompiledGrants } from "./access/grants.ts";
import type { CompiledPolicy } from "./access/policy.ts";
import type { Order } from "./orders/order.ts";
import type { CompartmentSize } from "./layout.ts";
import type { DepositAnswer } from "./visits/deposit-visits.ts";
import type { ManifestDocument } from "./manifests/manifests.ts";
import type { Wish, WishChange } from "./visits/wishes.ts";

/** The clocks read when an input was taken from the queue. */
export interface Now {
  /** CLOCK_BOOTTIME in ms; all durations use it. */
  readonly monoMs: number;
  /** Claimed Unix time in ms; 0 = unknown. */
  readonly wallMs: number;
  /** False when nothing vouches for the wall clock since boot. */
  readonly isWallTrusted: boolean;
  /** True while something outside this board keeps the wall clock right: it needs no proof. */
  readonly isWallDisciplined: boolean;
}

export type Input =
  /** First input of a run, after the journal was opened and state folded from it. */
  | {
      readonly kind: "Booted";
      readonly software: string;
      readonly recovery: Recovery;
      readonly droppedBytes: number;
    }
  | { readonly kind: "PolicyAccepted"; readonly policy: CompiledPolicy }
  | {
      readonly kind: "BadgePresented";
      readonly reader: string;
      readonly box: string;
      /** Lower-case hex of the 16-byte keyed reference. */
      readonly badgeRef: string;
      readonly assurance: Assurance;
      /** Rolling counter proved together with the number; absent when the badge has none. */
      readonly counter?: number;
      /** True: the badge tried to prove itself and failed. */
      readonly isForged?: boolean;
      /** True: it came too late to decide anything; only its counter still counts. */
      readonly isSpent?: boolean;
    }
  | {
      readonly kind: "PinEntered";
      readonly reader: string;
      readonly box: string;
      /** Whose PIN it was taken for. */
      readonly person: string;
      /** Lower-case hex of the 16-byte keyed reference, salted by the person. */
      readonly pinRef: string;
    }
  /**
   * What persons say at a screen or keypad before they show a badge; undefined = never mind, also
   * of a badge that waits for its PIN or for another person.
   */
  | {
      readonly kind: "WishStated";
      readonly panel: string;
      readonly box: string;
      readonly wish: Wish | undefined;
    }
  /** An order of the center whose signature was checked. */
  | ({ readonly kind: "CommandReceived" } & Order)
  /** What came as a command and is none that can be judged. */
  | { readonly kind: "CommandUnreadable"; readonly reason: "forged" | "undecodable" }
  /** A signed command that found no room, or came too late to be judged. */
  | {
      readonly kind: "CommandMissed";
      readonly command: string;
      readonly reason: "busy" | "stale";
    }
  /** A policy, a set of grants or of manifests that was not taken; its sender is not believed. */
  | {
      readonly kind: "DocumentTurnedAway";
      readonly document: DocumentKind;
      /** As it claims; 0 = it cannot be read. */
      readonly version: number;
      readonly code: ErrorCode;
      /** SHA-256 of its bytes as received, lower-case hex. */
      readonly documentHash: string;
    }
  /** Somebody without card wants to put something in. */
  | {
      readonly kind: "DepositAsked";
      /** The screen or keypad where it was said. */
      readonly panel: string;
      readonly box: string;
      readonly size: CompartmentSize;
      /** Of the envelope; absent = none. */
      readonly number?: string;
    }
  | {
      readonly kind: "DepositAnswered";
      readonly panel: string;
      readonly box: string;
      readonly answer: DepositAnswer;
    }
  /** A code or a signed grant, without what was entered or shown. */
  | {
      readonly kind: "CodePresented";
      readonly reader: string;
      readonly box: string;
      readonly meaning: CodeMeaning;
    }
  /** All grants of this gateway, signatures checked. */
  | { readonly kind: "GrantsAccepted"; readonly grants: CompiledGrants }
  /** What the center expects of voyages and rounds, signature checked. */
  | ({ readonly kind: "ManifestsAccepted" } & ManifestDocument)
  /** What else is said there while the wish stands. */
  | {
      readonly kind: "WishAmended";
      readonly panel: string;
      readonly box: string;
      readonly change: WishChange;
    }
  | {
      readonly kind: "TagPresented";
      readonly reader: string;
      readonly box: string;
      readonly parcel: string;
    }
  /** A tag came into the field of a reader that nobody holds it to. */
  | {
      readonly kind: "TagSeen";
      readonly reader: string;
      readonly box: string;
      readonly parcel: string;
    }
  /** Door contact; undefined = cannot be read. */
  | ({ readonly kind: "DoorReported"; readonly isOpen: boolean | undefined } & Place)
  /** Hook switch of the lock; true = bolt engaged. */
  | ({ readonly kind: "BoltReported"; readonly isEngaged: boolean | undefined } & Place)
  | ({ readonly kind: "PresenceReported"; readonly isOccupied: boolean | undefined } & Place)
  /** A scale under a compartment: loaded = more than nothing; undefined = cannot be read. */
  | ({ readonly kind: "WeightReported"; readonly isLoaded: boolean | undefined } & Place)
  | {
      readonly kind: "PulseEnded";
      readonly intentSeq: number;
      readonly outcome: "answered" | "not-sent" | "unknown";
      /** Whether the output is known to be off; absent: the board ends the pulse by itself. */
      readonly isReleased?: boolean;
      readonly detail: string;
    }
  | { readonly kind: "TimerDue"; readonly key: string }
  /** The program stood still so long that people may have gone away meanwhile. */
  | { readonly kind: "StandstillSeen" }
  /** Mains power; undefined = cannot be read. */
  | { readonly kind: "MainsReported"; readonly isPresent: boolean | undefined }
  | {
      readonly kind: "BatteryReported";
      /** Undefined = cannot be read. */
      readonly isLow: boolean | undefined;
      readonly millivolts?: number;
    }
  /** The switch behind the mechanical key of a lock. */
  | {
      readonly kind: "KeyReported";
      readonly box: string;
      readonly compartment: number;
      /** Undefined = cannot be read. */
      readonly isTurned: boolean | undefined;
    }
  | {
      readonly kind: "TamperReported";
      readonly sensor: string;
      /** Empty = the gateway's own enclosure. */
      readonly box: string;
      /** Undefined = cannot be read. */
      readonly isActive: boolean | undefined;
      readonly detail: string;
    }
  /** Where the gateway is now; undefined = nobody knows. */
  | { readonly kind: "PositionReported"; readonly position: Whereabouts | undefined }
  | {
      readonly kind: "DeviceHealthChanged";
      readonly device: string;
      readonly isOnline: boolean;
      readonly reason: string;
    }
  | {
      readonly kind: "StorageReported";
      readonly canOpen: boolean;
      readonly freeBytes: number;
      readonly reserveBytes: number;
    }
  | {
      readonly kind: "ClockStepSeen";
      readonly stepUs: number;
      readonly wallBeforeUs: number;
      readonly wallAfterUs: number;
    }
  | {
      readonly kind: "HeartbeatAsked";
      readonly reason: "periodic" | "shutdown";
      readonly outboxCount: number;
      readonly storageFreeBytes: number;
    };

export type InputKind = Input["kind"];
/** The input of kind K. */
export type InputOf<K extends InputKind> = Extract<Input, { readonly kind: K }>;

/** What the shell must do once the facts of the same decision are durable, in this order. */
export type Effect =
  | ({
      readonly kind: "pulseLock";
      readonly intentSeq: number;
      readonly pulseMs: number;
      /** Boot-time clock in ms; the order is dropped after it. */
      readonly deadlineMonoMs: number;
    } & Place)
  | { readonly kind: "setTimer"; readonly key: string; readonly afterMs: number }
  | { readonly kind: "clearTimer"; readonly key: string }
  /** The check code of the fact `seq` of this decision is told at a box. */
  | {
      readonly kind: "tellCode";
      readonly box: string;
      readonly seq: number;
      readonly what: ToldFact;
      /** Whom it is told, by staff number; absent = whoever stands there. */
      readonly for?: string;
      /** Eight characters; the shell knows them once the fact is sealed. */
      readonly code?: string;
    }
  /** What a person at a box sees and hears from now on; `rest` = what lasts when that passed. */
  | ({ readonly kind: "signal"; readonly box: string; readonly rest?: Sign } & Sign);

/**
 * `working`, `granted`, `refused` and `secured` pass by themselves; all others last until the next.
 * `waiting` = for a PIN or another person.
 */
export type BoxSignal =
  | "idle"
  | "working"
  | "granted"
  | "refused"
  | "waiting"
  | "door-open"
  | "held-open"
  | "secured"
  | "alarm"
  | "suspended"
  | "maintenance"
  | "locate";

/** What a check code that is told commits to. */
export type ToldFact =
  | "deposited"
  | "unverified"
  | "released"
  | "accepted"
  | "disputed"
  /** Of a handover: nobody took it. */
  | "unanswered"
  | "sealed"
  | "unsealed"
  | "seals-checked"
  | "manifest-opened"
  | "manifest-closed"
  | "signed"
  | "explained";

/** A signal with what its words need. It names nobody: everybody at a box may read it. */
export interface Sign {
  readonly signal: BoxSignal;
  /** The door that it is about; absent = none in particular. */
  readonly compartment?: number;
  /** What the door was opened for. */
  readonly action?: Action;
  /** Of `refused`: why. Of `waiting`: what is missing. */
  readonly reason?: RefusalReason;
}
