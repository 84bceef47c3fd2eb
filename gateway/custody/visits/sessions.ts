// Whether a session still counts: alive by its stage and the monotonic clock, busy for others.

import type { RefusalReason } from "@driftbox/proto";
import { grantsAt } from "../access/grants.ts";
import { passRefusal } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import type { Draft } from "../decision.ts";
import type { Now } from "../inputs.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { depositRefusal, isDepositor } from "../access/deposit-rules.ts";
import { believed, refusalOf } from "../access/rights.ts";
import { obstacle } from "../access/selection.ts";
import { isSurelyEmpty } from "../service/emptiness.ts";
import { isReturn } from "../service/returns.ts";
import { entitle } from "../service/service-rights.ts";
import { recordAt, watchAt, type Session, type State } from "../state.ts";

/** Monotonic time in ms until which an order for the coil may leave: the person is still there. */
export function tapEndMs({ layout }: State, session: Session): number {
  const { tapLifeMs, retryLifeMs } = layout.timing;
  return session.grantedMonoMs + (session.attempts === 0 ? tapLifeMs : retryLifeMs);
}

/** Monotonic time in ms until which a grant explains an opening. */
export function grantEndMs(state: State, session: Session): number {
  return session.grantedMonoMs + state.layout.timing.grantLifeMs;
}

/** Whether a session waits for its coil. */
export function isWaiting(session: Session | undefined): session is Session {
  return session?.stage === "granted" || session?.stage === "retrying";
}

/** Whether the session of a compartment is still going on; `unconfirmed` ones are not. */
export function isSessionLive(state: State, key: string, monoMs: number): boolean {
  const { session } = recordAt(state, key);
  if (session === undefined || session.stage === "unconfirmed") return false;
  if (session.stage === "open" || session.stage === "unlocking") return true;
  return monoMs <= tapEndMs(state, session);
}

/**
 * Whether a session keeps its box from others. One that was left open or ajar until the alarm
 * does not: a forgotten door or a lying contact must not lock a whole box.
 */
export function isSessionBlocking(state: State, key: string, monoMs: number): boolean {
  const { session, heldStage, fault } = recordAt(state, key);
  if (session?.stage === "open" && (heldStage >= 2 || fault === "not-latched")) return false;
  return isSessionLive(state, key, monoMs);
}

/** Keys of the compartments of a box with a session that blocks others. */
export function blockingPlaces(state: State, box: string, monoMs: number): readonly string[] {
  return placesOf(state.layout)
    .filter((place) => place.box.id === box && isSessionBlocking(state, place.key, monoMs))
    .map(({ key }) => key);
}

/**
 * Why the session of a place must not be pulsed now, by the rules of a tap; undefined = it may.
 * What was granted may have been withdrawn while it waited.
 */
export function withdrawal(
  { state, now }: Draft,
  place: PlaceLayout,
  session: Session,
): RefusalReason | undefined {
  const { policy, canOpen, hasMains } = state.volatile;
  if (policy === undefined) return "no-policy";
  if (!canOpen) return "storage-full";
  const refusal = basisRefusal(state, now, policy, { place, session });
  if (refusal !== undefined) return refusal;
  if (session.action === "deposit" && hasMains === false) return "power-failing";
  return obstacle(state, place, session.action);
}

/** Whether what a session rests on is still there; a command rests on what the center signed. */
function basisRefusal(
  state: State,
  now: Now,
  policy: CompiledPolicy,
  { place, session }: { readonly place: PlaceLayout; readonly session: Session },
): RefusalReason | undefined {
  if (session.basis === "command") return undefined;
  const at = { box: place.box.id, compartment: place.compartment.number };
  if (session.basis === "emergency") {
    const entitled = entitle(state, now, session.badgeRef, { right: "canEmergency", at });
    return entitled.ok ? undefined : entitled.reason;
  }
  if (isByFitter(state, now, place, session)) return undefined;
  if (session.basis === "pass") return passRefusal(state, policy, place, session);
  if (isDepositor(session)) {
    const hasNumber = state.volatile.deposits[place.box.id]?.number !== "";
    return depositRefusal(state, now, place, { hasNumber });
  }
  const { id: box } = place.box;
  const grantsOf = grantsAt(state, box, session.grant);
  const { tags } = watchAt(state, place.key);
  const isBroughtBack = isReturn(state, session.person, tags);
  const wish = { ...session, ...at, grantsOf, isReturn: isBroughtBack };
  return refusalOf(policy, wish, believed(now, policy, state.durable.lastWallMs));
}

/** Whether a session is of the fitter who is at work, at a compartment that is still empty. */
function isByFitter(state: State, now: Now, place: PlaceLayout, session: Session): boolean {
  const at = { box: place.box.id, compartment: place.compartment.number };
  const isFitter = state.durable.service.maintenance[at.box]?.person === session.person;
  if (!isFitter || !isSurelyEmpty(state, place)) return false;
  return entitle(state, now, session.badgeRef, { right: "canMaintain", at }).ok;
}

/**
 * Whether a door that opens now does so under its session. After the unlock is concluded it does
 * only until the door was seen secured: while its grant lives, and later only if the bolt is known
 * to have stood released all the time. Between the retries of a jam it is the person's own pull.
 */
export function isOpeningLawful(state: State, key: string, at: OpeningMoment): boolean {
  const { session } = recordAt(state, key);
  if (session === undefined || session.attempts === 0) return false;
  if (session.stage === "unlocking") return true;
  const { pulse, isSecured } = watchAt(state, key);
  if (isSecured && session.stage !== "retrying") return false;
  const hasStoodReleased = at.wasBoltEngaged === false && pulse?.hasReleased === true;
  return at.monoMs <= grantEndMs(state, session) || hasStoodReleased;
}

/** When a door opens, and the bolt's testimony just before. */
export interface OpeningMoment {
  readonly monoMs: number;
  readonly wasBoltEngaged: boolean | undefined;
}
