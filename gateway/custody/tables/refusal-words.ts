// When each reason of a refusal is given, in words.

import type { RefusalReason } from "@driftbox/proto";

/** Reasons in the order they are looked at; `undefined` = in the vocabulary, not used yet. */
export const refusals: { readonly [R in RefusalReason]: string | undefined } = {
  "forged-credential": "the badge tried to prove itself and failed, whatever its number",
  "counter-replayed": "a known badge's rolling counter has not grown: it was copied",
  "no-policy": "no policy is in force",
  "blocked-badge": "the badge is on the block list, whatever else is written",
  "unknown-badge": "the policy does not know the badge; nobody is named",
  "clock-not-trusted":
    "a schedule, expiry or stale limit applies and the role may not go without clock",
  "policy-expired": "the policy's expiry has passed",
  "policy-stale": "the policy is older than the role allows",
  "weak-credential":
    "less proof than badge or compartment must have, or no counter of one that has shown one",
  "no-right": "the role has no right at this box",
  "outside-schedule": "the role has rights here, none of them now (local time)",
  "storage-full": "nothing can be stored, so nothing may open",
  "box-busy": "others are at the box, or the coil is not free in time",
  "same-person": "another badge of somebody who is in the visit already: it takes another person",
  passback: "who collected there last comes again too soon, and nobody else opened it since",
  "nothing-to-collect": "a cabinet in which nothing is, for who may only collect",
  "no-free-compartment": "no compartment is left to deposit into",
  "compartment-out-of-service": "disabled, or jammed and asked for a deposit",
  "lock-offline": "the lock board does not answer",
  "power-failing": "a deposit while mains power is away; what is inside may still be taken out",
  "locked-out": "a PIN is asked for, and too many were wrong, of this person or at this reader",
  "wrong-pin": "not a PIN of the person; it counts against the person and the reader",
  "pin-missing": "no PIN came in time",
  "second-person-missing": "no other person, or not enough, came in time",
  "other-organization-missing": "nobody of an organization that is asked for came in time",
  "wrong-code": "no code of this box; it counts against the box",
  "code-spent": "a one-time code or grant that has opened before",
  "code-expired": "the last day of a one-time code is over",
  "code-revoked": "a pickup code of an earlier issue than the least that holds",
  "grant-invalid":
    "a signed grant that is forged, damaged, or not for this box and whoever shows it",
  "grant-expired": "the time of every grant that somebody holds here is over",
  "grant-revoked": "a grant that the newest set of grants takes back",
  "service-suspended": "service at the box is stopped, by order or schedule: nothing is taken in",
  "in-maintenance": "a fitter is at work at the box, and it is somebody else, or to deposit",
  "nothing-to-reopen": "nobody without card just closed a door here, or it was reopened twice",
  "deposits-closed":
    "without card the policy takes no deposit here or now, or 30 doors opened so within the hour",
  "not-custodian":
    "what is named or inside is not theirs: another's, in a container, its number taken",
  "blocked-person": "the person is blocked, with whatever badge",
  "impossible-travel": undefined,
};
