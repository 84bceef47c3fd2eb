// The stages of a session as data: which fact leads from where to where, and when.

import type { CompartmentRecord, SessionStage } from "../state.ts";
import type { Transition } from "./transition.ts";

/** `none` = no session. */
export type SessionWord = SessionStage | "none";

export function sessionWord(record: CompartmentRecord): SessionWord {
  return record.session?.stage ?? "none";
}

/** Every change of a session's stage there is. */
export const sessionTransitions: readonly Transition<SessionWord>[] = [
  {
    from: "none",
    fact: "AccessGranted",
    to: "granted",
    when: "a badge with a right is presented, or somebody without card may deposit",
  },
  {
    from: "unconfirmed",
    fact: "AccessGranted",
    to: "granted",
    when: "a badge comes after an unlock that nobody used",
  },
  {
    from: "open",
    fact: "AccessGranted",
    to: "granted",
    when: "the door was left open past the alarm, or ajar past its fault, and a badge comes",
  },
  {
    from: "granted",
    fact: "UnlockIntended",
    to: "unlocking",
    when: "the coil is free; the pulse follows once this is durable",
  },
  {
    from: "granted",
    fact: "AccessRefused",
    to: "none",
    when: "the coil was not free in time, the program stood still, or the right was withdrawn",
  },
  { from: "granted", fact: "GatewayStarted", to: "none", when: "restart; nothing was pulsed" },
  {
    from: "unlocking",
    fact: "DoorOpened",
    to: "open",
    when: "the door opens; UnlockConcluded opened comes before it",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "jammed",
    to: "retrying",
    when: "the board answered and the bolt stayed engaged",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "refused",
    to: "none",
    when: "the order never left the gateway",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "unknown",
    to: "unconfirmed",
    when: "no opening in time, no answer, or a restart; never pulsed again by itself",
  },
  {
    from: "retrying",
    fact: "UnlockIntended",
    to: "unlocking",
    when: "the coil has rested and the person is still told to wait",
  },
  { from: "retrying", fact: "DoorOpened", to: "open", when: "the door gives way after all" },
  {
    from: "retrying",
    fact: "LockFaulted",
    to: "unconfirmed",
    when: "the last retry jammed, or there is no time or right for another",
  },
  {
    from: "retrying",
    fact: "GatewayStarted",
    to: "unconfirmed",
    when: "restart of the program; the board kept running",
  },
  {
    from: "retrying",
    fact: "GatewayStarted",
    to: "none",
    when: "a new boot: no grant outlives it",
  },
  {
    from: "unconfirmed",
    fact: "GatewayStarted",
    to: "none",
    when: "a new boot: no grant outlives it",
  },
  {
    from: "unconfirmed",
    fact: "DoorOpened",
    to: "open",
    when: "the door was not seen secured since: while the grant lives, or the bolt stood released",
  },
  {
    from: "open",
    fact: "DoorClosed",
    to: "none",
    when: "door shut, bolt engaged, presence settled; at once if that was before a restart",
  },
];
