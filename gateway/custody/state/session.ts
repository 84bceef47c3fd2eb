// A session: one opening of a compartment, from its grant until its door is shut again.

import type { Action, Assurance } from "@driftbox/proto";

/**
 * How far a session has come.
 * - `granted`: waits for its coil. `unlocking`: an intent is unresolved.
 * - `retrying`: jammed once or twice, waits for its coil again.
 * - `unconfirmed`: the pulse ended without an opening; it may still open, it is not pulsed again.
 * - `open`: the door was opened under it and is not closed yet.
 */
export type SessionStage = "granted" | "unlocking" | "retrying" | "unconfirmed" | "open";

/** Somebody of an opening, as they showed who they are. */
export interface Shown {
  readonly person: string;
  /** Lower-case hex. */
  readonly badgeRef: string;
  readonly assurance: Assurance;
  readonly hasPin: boolean;
}

/** What a session rests on, as far as it can be withdrawn. `grant` is empty where there is none. */
export type SessionBasis =
  /** Rights of persons, by the policy or by a signed grant that one of them holds. */
  | {
      readonly kind: "badge";
      readonly opener: Shown;
      /** The other persons, in the order they were stated. */
      readonly authorizers: readonly Shown[];
      readonly grant: string;
      /** As the facts name a grant that opens once; empty = none. */
      readonly code: string;
    }
  /** One person's right where the others are waived. */
  | { readonly kind: "emergency"; readonly opener: Shown }
  /** Digits, or a signed grant of whoever shows it, and those who confirm it. */
  | {
      readonly kind: "pass";
      readonly authorizers: readonly Shown[];
      readonly grant: string;
      readonly code: string;
    }
  /** Nobody was asked who they are. */
  | { readonly kind: "depositor" }
  | { readonly kind: "command" };

export interface Session {
  readonly grantSeq: number;
  readonly action: Action;
  /** Who answers for it; empty = nobody who has a name here. */
  readonly person: string;
  readonly role: string;
  readonly reader: string;
  readonly basis: SessionBasis;
  readonly stage: SessionStage;
  readonly grantedMonoMs: number;
  /** Unlock attempts so far. */
  readonly attempts: number;
  /** True when the gateway restarted in it: what was read before is lost. */
  readonly isOrphan: boolean;
}
