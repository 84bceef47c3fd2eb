// A decision in the making: facts, effects and new testimony gathered by the rules of one input.

import type { Fact, FactFields, FactKind } from "@driftbox/proto";
import { evolve } from "./evolve.ts";
import type { Effect, Now } from "./inputs.ts";
import type { CompartmentWatch, State, Volatile } from "./state.ts";
import { watchAt } from "./state.ts";

/**
 * What one input leads to. The shell makes `facts` durable in order, the first with the sequence
 * number `observed.durable.nextSeq`; folds them over `observed` with `evolve`; runs `effects`.
 */
export interface Decision {
  readonly facts: readonly Fact[];
  readonly effects: readonly Effect[];
  /** The state before, with volatile testimony brought up to date. */
  readonly observed: State;
}

/**
 * Gathers one decision. `state` already includes the facts added so far, so that a later rule
 * sees what an earlier one stated. Lives within one call of `decide`.
 */
export class Draft {
  readonly now: Now;
  readonly #before: State;
  readonly #facts: Fact[] = [];
  readonly #effects: Effect[] = [];
  #state: State;

  constructor(state: State, now: Now) {
    this.#before = state;
    this.#state = state;
    this.now = now;
  }

  get state(): State {
    return this.#state;
  }

  /** Adds a fact; returns the sequence number it will have. */
  record<K extends FactKind>(kind: K, fields: FactFields[K]): number {
    const fact = { kind, ...fields } as unknown as Fact;
    const seq = this.#state.durable.nextSeq;
    const { bootId } = this.#state.durable;
    this.#state = evolve(this.#state, fact, { ...this.now, seq, bootId });
    this.#facts.push(fact);
    return seq;
  }

  /** Facts added so far, in order. */
  get facts(): readonly Fact[] {
    return this.#facts;
  }

  order(effect: Effect): void {
    this.#effects.push(effect);
  }

  observe(change: Partial<Volatile>): void {
    this.#state = { ...this.#state, volatile: { ...this.#state.volatile, ...change } };
  }

  watch(key: string, change: Partial<CompartmentWatch>): void {
    const watch = { ...watchAt(this.#state, key), ...change };
    this.observe({ compartments: { ...this.#state.volatile.compartments, [key]: watch } });
  }

  finish(): Decision {
    const observed = { ...this.#before, volatile: this.#state.volatile };
    return { facts: this.#facts, effects: this.#effects, observed };
  }
}
