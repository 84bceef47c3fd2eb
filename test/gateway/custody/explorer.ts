// Explores every life of the real core in a small world: each input, each cut of the power between
// one append and the next, each restart, until nothing new is reached or the bound of steps is.

import type { Fact } from "@driftbox/proto";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import { decide } from "../../../gateway/custody/decide.ts";
import { evolve } from "../../../gateway/custody/evolve.ts";
import type { Effect, Input } from "../../../gateway/custody/inputs.ts";
import { assertInvariants } from "../../../gateway/custody/invariants.ts";
import type { Layout } from "../../../gateway/custody/layout.ts";
import { initialState, initialVolatile, type State } from "../../../gateway/custody/state.ts";
import { wallStartMs } from "./story.ts";

/** One moment of a world; `ghost` is what its check remembers beside the core. */
export interface Moment<G> {
  readonly state: State;
  readonly monoMs: number;
  readonly boots: number;
  /** What a start still has to do, before anything else happens. */
  readonly starting: readonly Input[];
  readonly timers: Readonly<Record<string, number>>;
  readonly ghost: G;
}

export interface Step<G> {
  readonly before: Moment<G>;
  readonly input: Input;
  readonly after: State;
  /** Those that became durable. */
  readonly facts: readonly Fact[];
  /** Those that were run: none after a cut. */
  readonly effects: readonly Effect[];
  readonly isCut: boolean;
}

export interface World<G> {
  readonly layout: Layout;
  readonly policy: CompiledPolicy;
  /** What happened before; not explored. */
  readonly past: readonly Fact[];
  readonly ghost: G;
  /** What can happen now, besides timers and cuts. */
  readonly inputs: (moment: Moment<G>) => readonly Input[];
  /** What is remembered after a step; throws where the step is wrong. */
  readonly check: (step: Step<G>) => G;
  readonly stepsMaxCount: number;
}

/** Fails the check of a step. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

export interface Explored {
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  /** Nothing new is left within the bound. */
  readonly isComplete: boolean;
}

const bootMonoMs = 500;

export function explore<G>(world: World<G>): Explored {
  let frontier: readonly Moment<G>[] = [begin(world)];
  const seen = new Set(frontier.map(identityOf));
  let steps = 0;
  let depth = 0;
  while (frontier.length > 0 && depth < world.stepsMaxCount) {
    const next: Moment<G>[] = [];
    for (const moment of frontier) {
      for (const after of successors(world, moment)) {
        steps += 1;
        const identity = identityOf(after);
        if (seen.has(identity)) continue;
        seen.add(identity);
        next.push(after);
      }
    }
    frontier = next;
    depth += 1;
  }
  return { states: seen.size, steps, depth, isComplete: frontier.length === 0 };
}

function startOf<G>({ policy, layout }: World<G>): readonly Input[] {
  const booted = { software: "1.0.0", recovery: "clean", droppedBytes: 0 } as const;
  const places = layout.boxes.flatMap(({ compartments }) => compartments);
  const boards = [...new Set(places.map(({ board }) => board))];
  return [
    { kind: "Booted", ...booted },
    { kind: "PolicyAccepted", policy },
    ...boards.map((device): Input => {
      return { kind: "DeviceHealthChanged", device, isOnline: true, reason: "" };
    }),
  ];
}

function begin<G>(world: World<G>): Moment<G> {
  let state = initialState(world.layout);
  for (const fact of world.past) state = folded(state, fact, { monoMs: 1, boots: 0 });
  const { ghost } = world;
  return { state, monoMs: bootMonoMs, boots: 1, starting: startOf(world), timers: {}, ghost };
}

function folded(state: State, fact: Fact, at: { monoMs: number; boots: number }): State {
  const bootId = at.boots.toString(16).padStart(32, "0");
  const { nextSeq: seq } = state.durable;
  const clocks = { monoMs: at.monoMs, wallMs: wallStartMs, isWallDisciplined: true };
  return evolve(state, fact, { ...clocks, seq, bootId });
}

/** Every way in which each input that can come now can end. */
function* successors<G>(world: World<G>, moment: Moment<G>): Generator<Moment<G>> {
  const [first, ...rest] = moment.starting;
  if (first !== undefined) {
    yield* ends(world, { ...moment, starting: rest }, first);
    return;
  }
  yield cutOff(world, moment);
  for (const input of world.inputs(moment)) yield* ends(world, moment, input);
  const due = Object.entries(moment.timers).toSorted((a, b) => a[1] - b[1])[0];
  if (due === undefined) return;
  const [key, atMs] = due;
  const { [key]: _due, ...timers } = moment.timers;
  const later = { ...moment, timers, monoMs: Math.max(moment.monoMs, atMs) };
  yield* ends(world, later, { kind: "TimerDue", key });
}

/** It is done, or the power is cut after some of its facts, all of them before any effect. */
function* ends<G>(world: World<G>, moment: Moment<G>, input: Input): Generator<Moment<G>> {
  const { state, monoMs } = moment;
  const clocks = { wallMs: wallStartMs, isWallTrusted: true, isWallDisciplined: true };
  const now = { monoMs, ...clocks };
  const decision = decide(state, input, now);
  assertInvariants(state, decision, now);
  let after = decision.observed;
  for (let count = 0; count <= decision.facts.length; count += 1) {
    const facts = decision.facts.slice(0, count);
    const cut = { before: moment, input, after, facts, effects: [], isCut: true };
    if (count > 0) yield cutOff(world, { ...moment, state: after, ghost: world.check(cut) });
    const fact = decision.facts[count];
    if (fact !== undefined) after = folded(after, fact, moment);
  }
  const { facts, effects } = decision;
  const ghost = world.check({ before: moment, input, after, facts, effects, isCut: false });
  yield { ...moment, state: after, timers: timersAfter(moment, effects), ghost };
}

/** The power is cut: what is durable stays. */
function cutOff<G>(world: World<G>, { state, boots, ghost }: Moment<G>): Moment<G> {
  const { durable, layout } = state;
  return {
    state: { layout, durable, volatile: initialVolatile(durable) },
    monoMs: bootMonoMs,
    boots: boots + 1,
    starting: startOf(world),
    timers: {},
    ghost,
  };
}

function timersAfter<G>({ timers, monoMs }: Moment<G>, effects: readonly Effect[]) {
  const all = new Map(Object.entries(timers));
  for (const effect of effects) {
    if (effect.kind === "setTimer") all.set(effect.key, monoMs + effect.afterMs);
    if (effect.kind === "clearTimer") all.delete(effect.key);
  }
  return Object.fromEntries(all);
}

/** No rule of the core asks whether something was longer ago than this. */
const longAgoMs = 130_000;

/** What tells two moments apart: times from now on, numbers of events only by their order. */
function identityOf<G>({ state, monoMs, starting, timers, ghost }: Moment<G>): string {
  const { policy, ...volatile } = state.volatile;
  const { nextSeq: _next, bootId: _boot, lastMonoMs: _mono, ...durable } = state.durable;
  const due = Object.entries(timers).map(([key, atMs]) => ({ key, atMonoMs: atMs }));
  const rest = { starting: starting.length, hasPolicy: policy !== undefined, due, ghost };
  const relative = JSON.stringify({ durable, volatile, ...rest }, (key, value: unknown) => {
    // Parcels are forgotten after a month of running, which no world here lasts.
    if (key === "runMs") return 0;
    if (value instanceof Map) return [...value].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const isTime = key.endsWith("MonoMs") || key === "monoMs";
    if (!isTime || typeof value !== "number") return value;
    return Math.max(-longAgoMs, value - monoMs);
  });
  return inOrder(relative);
}

const numbered = /("(?:seq|grantSeq|intentSeq)":|(?:ferry|pier)-)(\d+)/g;

/** Numbers of events, and handovers named by them, become their rank. */
function inOrder(text: string): string {
  const all = Array.from(text.matchAll(numbered), ([, , seq]) => Number(seq));
  const ranks = [...new Set(all)].toSorted((a, b) => a - b);
  return text.replace(numbered, (_whole, lead: string, seq: string) => {
    return `${lead}${ranks.indexOf(Number(seq))}`;
  });
}
