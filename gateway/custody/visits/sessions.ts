// Whether a session still counts: alive by its stage and the monotonic clock, busy for others.

import { placesOf } from "../layout.ts";
import { orderEndMs } from "../orders/order-marks.ts";
import { recordAt, watchAt, type Session, type State } from "../state.ts";

/**
 * Monotonic time in ms until which an order for the coil may leave: the person is still there, and
 * a command has not passed its deadline.
 */
export function tapEndMs({ layout, durable }: State, session: Session): number {
  const { tapLifeMs, retryLifeMs } = layout.timing;
  const { attempts, basis, grantSeq } = session;
  const endMs = session.grantedMonoMs + (attempts === 0 ? tapLifeMs : retryLifeMs);
  return basis.kind === "command" ? Math.min(endMs, orderEndMs(durable.orders, grantSeq)) : endMs;
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
