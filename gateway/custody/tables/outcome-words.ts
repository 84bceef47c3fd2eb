// What unlocks, sessions, deposits and locks come to, in words.

import type {
  Evidence,
  LockFault,
  SessionResult,
  UnlockOutcome,
  UnverifiedReason,
} from "@driftbox/proto";

export const outcomes: { readonly [O in UnlockOutcome]: string } = {
  opened: "the door opened, whatever the board said",
  jammed: "pulsed and answered, the bolt stayed engaged",
  refused: "the order never left the gateway",
  unknown: "nobody can tell, or the bolt released and nobody opened",
};

export const results: { readonly [R in SessionResult]: string } = {
  deposited: "parcels were put in",
  collected: "parcels were taken out",
  exchanged: "both",
  "nothing-moved": "no tag, presence unchanged",
  unverified: "something moved that tags and presence do not settle",
  "no-session": "the opening was forced, or its session was replaced",
};

export const evidences: { readonly [E in Evidence]: string } = {
  "tag-and-presence": "tag read in the session, presence changed accordingly",
  "tag-only": "tag read, presence unchanged or unknown",
  "presence-only":
    "no tag read: known inside and seen empty after a collection, or put in without card",
};

export const doubts: { readonly [U in UnverifiedReason]: string } = {
  "no-tag": "presence appeared, no tag was read",
  "no-presence-change":
    "tag read, presence says empty; without card: presence unchanged and nothing denied",
  "sensor-unknown": "presence cannot be read, the door was left open, or the inventory is full",
  "power-lost": "the gateway restarted in the session; tags read before are lost",
};

export const faults: { readonly [F in LockFault]: string | undefined } = {
  jammed: "the bolt stayed engaged after the last retry",
  "not-latched": "the bolt stays released: unlocked and not opened, or shut and not latched",
  "opened-unasked": undefined,
  "board-offline": undefined,
};
