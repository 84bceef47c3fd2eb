// The state of custody: a durable part folded from facts alone, and volatile testimony beside it.

import type { Layout } from "./layout.ts";
import type { CompartmentRecord } from "./state/compartment-record.ts";
import { initialDurable, type Durable } from "./state/durable.ts";
import { initialVolatile, type Volatile } from "./state/volatile.ts";
import type { CompartmentWatch } from "./state/watch.ts";

export { initialRecord, isOwing } from "./state/compartment-record.ts";
export type { CoilPulse, CompartmentRecord, HeldParcel } from "./state/compartment-record.ts";
export type { Durable } from "./state/durable.ts";
export type { Session, SessionStage } from "./state/session.ts";
export { initialVolatile } from "./state/volatile.ts";
export type { Visit, Visitor, Volatile } from "./state/volatile.ts";
export type { CompartmentWatch, OrderEnd, PulseWatch } from "./state/watch.ts";

/** Immutable; a new value after each step, so the shell can keep the old one until durable. */
export interface State {
  readonly layout: Layout;
  readonly durable: Durable;
  readonly volatile: Volatile;
}

/** A gateway with no facts: everything enabled, empty and closed as far as anybody knows. */
export function initialState(layout: Layout): State {
  const durable = initialDurable(layout);
  return { layout, durable, volatile: initialVolatile(durable) };
}

/** Durable part of a compartment of the layout; throws for a key of none, which is a defect. */
export function recordAt(state: State, key: string): CompartmentRecord {
  const record = state.durable.compartments[key];
  if (record === undefined) throw new Error(`no compartment ${key}`);
  return record;
}

/** Volatile part of a compartment of the layout; throws for a key of none, which is a defect. */
export function watchAt(state: State, key: string): CompartmentWatch {
  const watch = state.volatile.compartments[key];
  if (watch === undefined) throw new Error(`no compartment ${key}`);
  return watch;
}
