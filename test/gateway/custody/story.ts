// Given facts, when input, then facts: a gateway of pure custody on virtual time, and its fixtures.

import { driftbox } from "../../../proto/generated/driftbox.js";
import type { Fact, FactKind, FactOf } from "@driftbox/proto";
import type { Policy } from "@driftbox/proto";
import { decide } from "../../../gateway/custody/decide.ts";
import { evolve, type FactMeta } from "../../../gateway/custody/evolve.ts";
import type {
  Effect,
  Input,
  InputKind,
  InputOf,
  Now,
  Sign,
} from "../../../gateway/custody/inputs.ts";
import { assertInvariants } from "../../../gateway/custody/invariants.ts";
import {
  defaultTiming,
  type BoxLayout,
  type CompartmentLayout,
  type Layout,
} from "../../../gateway/custody/layout.ts";
import { compilePolicy, type CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import { foldEvents, type StoredFact } from "../../../gateway/custody/replay.ts";
import { initialState, recordAt, type State } from "../../../gateway/custody/state.ts";

/** Sunday 2026-11-22 10:00 in Zhoushan. */
export const wallStartMs = Date.UTC(2026, 10, 22, 2, 0, 0);
export const utcOffsetMin = 480;

/** Badge references of the people in the stories. */
export const badges = {
  courier: "c0".repeat(16),
  depositor: "d0".repeat(16),
  clerk: "e0".repeat(16),
  strongCard: "f0".repeat(16),
  blocked: "b0".repeat(16),
  stranger: "ab".repeat(16),
} as const;
export type BadgeName = keyof typeof badges;

function slot(number: number, change: Partial<CompartmentLayout> = {}): CompartmentLayout {
  return {
    number,
    supplyGroup: "s",
    pulseMs: 500,
    board: "lock-a",
    hasDoorContact: true,
    hasPresenceSensor: true,
    ...change,
  };
}

/** A drop box with its own contact, and a cabinet of three whose doors follow the bolt. */
export const ferryBox: BoxLayout = {
  id: "ferry",
  kind: "drop-box",
  compartments: [slot(1, { supplyGroup: "f", board: "lock-f" })],
};
export const cabinet: BoxLayout = {
  id: "branch",
  kind: "cabinet",
  compartments: [1, 2, 3].map((number) => slot(number, { hasDoorContact: false })),
};
export const layout: Layout = { boxes: [ferryBox, cabinet], timing: defaultTiming };

type Bytes = (hex: string) => Uint8Array;
export const bytes: Bytes = (hex) => new Uint8Array(Buffer.from(hex, "hex"));

/** A policy as it leaves the decoder, with every field present. */
export function policyMessage(change: Partial<Policy> = {}): Policy {
  const everywhere = ["ferry", "branch"];
  const draft = {
    version: 1,
    site: "zhoushan",
    issuedUs: (wallStartMs - 3_600_000) * 1_000,
    expiresUs: 0,
    utcOffsetMin,
    badges: [
      { badgeRef: bytes(badges.courier), person: "p-courier", role: "courier" },
      { badgeRef: bytes(badges.depositor), person: "p-depositor", role: "depositor" },
      { badgeRef: bytes(badges.clerk), person: "p-clerk", role: "clerk" },
      { badgeRef: bytes(badges.strongCard), person: "p-strong", role: "courier", assurance: 3 },
      { badgeRef: bytes(badges.blocked), person: "p-blocked", role: "courier" },
    ],
    roles: [
      { role: "courier", rights: everywhere.map((box) => ({ box, canCollect: true })) },
      { role: "depositor", rights: everywhere.map((box) => ({ box, canDeposit: true })) },
      {
        role: "clerk",
        rights: everywhere.map((box) => ({ box, canCollect: true, canDeposit: true })),
      },
    ],
    blockedBadges: [bytes(badges.blocked)],
    ...change,
  };
  const { Policy: Message } = driftbox.v1;
  return Message.decode(Message.encode(draft).finish());
}

export const policyHash = new Uint8Array(32).fill(7);

export function compiled(change: Partial<Policy> = {}, of: Layout = layout): CompiledPolicy {
  const result = compilePolicy(policyMessage(change), of, policyHash);
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}

export type At = readonly [box: string, compartment: number];
export const ferry: At = ["ferry", 1];

const sensors = ["door", "bolt", "presence"] as const;
export type Sensor = (typeof sensors)[number];

export type Proof = Pick<InputOf<"BadgePresented">, "counter" | "isForged" | "isSpent">;
type SignalOrder = Extract<Effect, { readonly kind: "signal" }>;
type CodeOrder = Extract<Effect, { readonly kind: "tellCode" }>;
type PulseOrder = Extract<Effect, { readonly kind: "pulseLock" }>;

/** One gateway's core with its journal and timers. Every step asserts the invariants. */
export class Story {
  readonly layout: Layout;
  state: State;
  readonly journal: StoredFact[] = [];
  readonly pulses: PulseOrder[] = [];
  /** Check codes that were told. */
  readonly codes: CodeOrder[] = [];
  /** What each box shows, by the last order. */
  readonly shown = new Map<string, SignalOrder["signal"]>();
  /** The same with what its words need. */
  readonly signs = new Map<string, Sign & Pick<SignalOrder, "rest">>();
  /** Which kind of input led to which kind of fact, so far. */
  readonly causes = new Set<`${InputKind} -> ${FactKind}`>();
  monoMs = 1_000;
  wallMs = wallStartMs;
  isWallTrusted = true;
  isWallDisciplined = true;
  #bootId = "00".repeat(16);
  #timers = new Map<string, number>();

  constructor(of: Layout = layout) {
    this.layout = of;
    this.state = initialState(of);
  }

  /** Booted, policy in force, every sensor reporting closed, engaged and empty. */
  static ready(policy: CompiledPolicy = compiled(), of: Layout = layout): Story {
    const story = new Story(of);
    story.boot();
    story.when({ kind: "PolicyAccepted", policy });
    story.reportRest();
    story.elapse(1_000);
    return story;
  }

  get now(): Now {
    const { monoMs, wallMs, isWallTrusted, isWallDisciplined } = this;
    return { monoMs, wallMs, isWallTrusted, isWallDisciplined };
  }

  get timerKeys(): readonly string[] {
    return [...this.#timers.keys()];
  }

  /** Starts, and hears every lock board at once. */
  boot(): readonly Fact[] {
    const recovery = "clean" as const;
    const facts = this.when({ kind: "Booted", software: "1.0.0", recovery, droppedBytes: 0 });
    const places = this.layout.boxes.flatMap(({ compartments }) => compartments);
    for (const device of new Set(places.map(({ board }) => board))) {
      this.when({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
    }
    return facts;
  }

  /** Power cut: a new boot folds its state from the journal; timers and testimony are gone. */
  powerCut(policy: CompiledPolicy | undefined = compiled()): readonly Fact[] {
    this.#bootId = (this.journal.length % 256).toString(16).padStart(2, "0").repeat(16);
    this.monoMs = 500;
    return this.restart(policy);
  }

  /** The program is killed and starts again; the board and its clock run on. */
  restart(policy: CompiledPolicy | undefined = compiled()): readonly Fact[] {
    this.#timers.clear();
    this.state = foldEvents(this.layout, undefined, this.journal);
    const facts = this.boot();
    if (policy === undefined) return facts;
    return [...facts, ...this.when({ kind: "PolicyAccepted", policy })];
  }

  reportRest(): void {
    for (const box of this.layout.boxes) {
      for (const { number, hasPresenceSensor } of box.compartments) {
        const at: At = [box.id, number];
        this.bolt(at, true);
        this.door(at, false);
        if (hasPresenceSensor) this.presence(at, false);
      }
    }
  }

  /** Every sensor of a place says that it is shut, one of them after the others. */
  reportPlace(at: At, isOccupied: boolean, last: Sensor): readonly Fact[] {
    const reports = {
      door: () => this.door(at, false),
      bolt: () => this.bolt(at, true),
      presence: () => this.presence(at, isOccupied),
    };
    const order = sensors.toSorted((a, b) => Number(a === last) - Number(b === last));
    return order.flatMap((sensor) => reports[sensor]());
  }

  when(input: Input): readonly Fact[] {
    const before = this.state;
    const decision = decide(before, input, this.now);
    assertInvariants(before, decision, this.now);
    this.state = decision.observed;
    for (const fact of decision.facts) {
      const { nextSeq: seq } = this.state.durable;
      const meta: FactMeta = { ...this.now, seq, bootId: this.#bootId };
      this.state = evolve(this.state, fact, meta);
      this.journal.push({ fact, meta });
      this.causes.add(`${input.kind} -> ${fact.kind}`);
    }
    for (const effect of decision.effects) this.#run(effect);
    return decision.facts;
  }

  #run(effect: Effect): void {
    if (effect.kind === "pulseLock") this.pulses.push(effect);
    if (effect.kind === "tellCode") this.codes.push(effect);
    if (effect.kind === "setTimer") this.#timers.set(effect.key, this.monoMs + effect.afterMs);
    if (effect.kind === "clearTimer") this.#timers.delete(effect.key);
    if (effect.kind !== "signal") return;
    const { kind: _, box, ...sign } = effect;
    this.shown.set(box, sign.signal);
    this.signs.set(box, sign);
  }

  /** Lets time pass and timers fire in their order; returns the facts they led to. */
  elapse(ms: number): readonly Fact[] {
    const untilMs = this.monoMs + ms;
    const facts: Fact[] = [];
    for (let count = 0; count < 10_000; count += 1) {
      const [next] = [...this.#timers].toSorted((a, b) => a[1] - b[1]);
      if (next === undefined || next[1] > untilMs) break;
      this.#timers.delete(next[0]);
      this.#advanceTo(Math.max(this.monoMs, next[1]));
      facts.push(...this.when({ kind: "TimerDue", key: next[0] }));
    }
    this.#advanceTo(untilMs);
    return facts;
  }

  /** A timer comes so long after now although it may be due before. */
  late(key: string, afterMs: number): readonly Fact[] {
    if (!this.#timers.delete(key)) throw new Error(`no timer ${key}`);
    this.#advanceTo(this.monoMs + afterMs);
    return this.when({ kind: "TimerDue", key });
  }

  #advanceTo(monoMs: number): void {
    this.wallMs += monoMs - this.monoMs;
    this.monoMs = monoMs;
  }

  /** `proof`: what the badge proved, or failed to prove, in this read. */
  badge(who: BadgeName, box: string, proof: Proof = {}): readonly Fact[] {
    const assurance = proof.counter === undefined ? "identifier" : "counter-mac";
    const badgeRef = badges[who];
    const read = { reader: `r-${box}`, box, badgeRef, assurance, ...proof } as const;
    return this.when({ kind: "BadgePresented", ...read });
  }

  tag(parcel: string, box: string): readonly Fact[] {
    return this.when({ kind: "TagPresented", reader: `r-${box}`, box, parcel });
  }

  door([box, compartment]: At, isOpen: boolean | undefined): readonly Fact[] {
    return this.when({ kind: "DoorReported", box, compartment, isOpen });
  }

  bolt([box, compartment]: At, isEngaged: boolean | undefined): readonly Fact[] {
    return this.when({ kind: "BoltReported", box, compartment, isEngaged });
  }

  presence([box, compartment]: At, isOccupied: boolean | undefined): readonly Fact[] {
    return this.when({ kind: "PresenceReported", box, compartment, isOccupied });
  }

  /** The driver reports the end of the newest order. */
  pulseEnds(
    outcome: "answered" | "not-sent" | "unknown" = "answered",
    isReleased?: boolean,
  ): readonly Fact[] {
    const intentSeq = this.pulses.at(-1)?.intentSeq ?? -1;
    const said = isReleased === undefined ? {} : { isReleased };
    return this.when({ kind: "PulseEnded", intentSeq, outcome, ...said, detail: "" });
  }

  /** Badge, answered pulse, bolt released, door open. */
  enter(who: BadgeName, at: At): readonly Fact[] {
    const granted = this.badge(who, at[0]);
    return [...granted, ...this.pulseEnds(), ...this.swing(at)];
  }

  swing(at: At): readonly Fact[] {
    return [...this.bolt(at, false), ...this.door(at, true)];
  }

  /** Door shut, bolt engaged, presence settled; at most one session is concluded. */
  shut(at: At): readonly Fact[] {
    return [...this.door(at, false), ...this.bolt(at, true), ...this.elapse(600)];
  }

  /** A whole visit; `leaves` is what the presence sensor says when the door is open. */
  visit(who: BadgeName, at: At, does: { tags?: readonly string[]; leaves?: boolean } = {}): Fact[] {
    const facts = [...this.enter(who, at)];
    for (const parcel of does.tags ?? []) facts.push(...this.tag(parcel, at[0]));
    if (does.leaves !== undefined) facts.push(...this.presence(at, does.leaves));
    facts.push(...this.shut(at));
    this.elapse(10_000);
    return facts;
  }

  parcelsAt([box, compartment]: At): readonly string[] {
    return recordAt(this.state, `${box}#${compartment}`).parcels.map(({ parcel }) => parcel);
  }
}

export function kinds(facts: readonly Fact[]): readonly FactKind[] {
  return facts.map(({ kind }) => kind);
}

/** The only fact of a kind; throws when there is none or more than one. */
export function only<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K> {
  const found = facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} facts ${kind} in ${kinds(facts).join(", ")}`);
  }
  return first;
}
