// The words of custody facts: what an enumeration of driftbox/v1/custody.proto can say.

export type Recovery = "clean" | "torn-tail" | "damage" | "restored-image" | "storage-loss";
/** How hard a badge is to copy: `identifier` < `counter-mac` < `mutual-auth`. */
export type Assurance = "identifier" | "counter-mac" | "mutual-auth";
export type Action = "deposit" | "collect";
export type RefusalReason =
  | "unknown-badge"
  | "blocked-badge"
  | "no-right"
  | "outside-schedule"
  | "no-policy"
  | "policy-stale"
  | "policy-expired"
  | "clock-not-trusted"
  | "weak-credential"
  | "no-free-compartment"
  | "nothing-to-collect"
  | "compartment-out-of-service"
  | "box-busy"
  | "lock-offline"
  | "storage-full"
  | "locked-out"
  | "forged-credential"
  | "counter-replayed"
  | "power-failing"
  | "wrong-pin"
  | "pin-missing"
  | "second-person-missing"
  | "other-organization-missing"
  | "same-person"
  | "passback"
  | "wrong-code"
  | "code-spent"
  | "code-expired"
  | "code-revoked"
  | "grant-invalid"
  | "grant-expired"
  | "grant-revoked"
  | "service-suspended"
  | "in-maintenance"
  | "nothing-to-reopen"
  | "deposits-closed"
  | "not-custodian"
  | "blocked-person"
  | "impossible-travel";
/** How a person proved who they are. */
export type Proof =
  | "badge"
  | "badge-and-pin"
  | "pickup-code"
  | "one-time-code"
  | "grant"
  | "none"
  | "command";
export type LockoutCause = "strange-badges" | "wrong-pins" | "wrong-codes";
export type UnlockOutcome = "opened" | "jammed" | "refused" | "unknown";
export type Presence = "empty" | "occupied" | "unknown";
export type SessionResult =
  | "deposited"
  | "collected"
  | "exchanged"
  | "nothing-moved"
  | "unverified"
  | "no-session";
export type Evidence = "tag-and-presence" | "tag-only" | "presence-only";
export type UnverifiedReason = "no-tag" | "no-presence-change" | "sensor-unknown" | "power-lost";
export type LockFault = "jammed" | "not-latched" | "opened-unasked" | "board-offline";
export type SealTagState = "intact" | "broken" | "mismatch";
export type AbandonReason = "nothing-put-in" | "too-big";
export type ListingMethod = "tags" | "scan" | "count";
export type Confidence = "low" | "medium" | "high";
export type DocumentKind = "policy" | "grants" | "manifests";
export type HeartbeatReason = "periodic" | "shutdown";
