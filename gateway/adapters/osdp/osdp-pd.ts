// One OSDP device on a bus: runs the effects of `stepPd` and passes on what is to be believed.
import type { DeviceHealth, LineSymptom, SymptomCounts, Unsubscribe } from "../../ports/devices.ts";
import type { Entropy } from "../../ports/runtime.ts";
import { Listeners } from "../serial/listeners.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import type { OsdpBus, OsdpBusMember } from "./osdp-bus.ts";
import type { OsdpCommand } from "./osdp-command.ts";
import type { OsdpFrame } from "./osdp-frame.ts";
import type { OsdpReply } from "./osdp-reply.ts";
import { isAnswerTo } from "./pd-hearing.ts";
import {
  closedPd,
  type OrderOutcome,
  type PdEffect,
  type PdInput,
  type PdKey,
  type PdSettings,
  type PdState,
} from "./pd-state.ts";
import { stepPd } from "./pd-step.ts";
import { randomBytes } from "./secure-channel.ts";

export interface OsdpPdOptions {
  readonly bus: OsdpBus;
  readonly settings: PdSettings;
  readonly keys: readonly PdKey[];
  readonly monoMs: () => number;
  readonly entropy: Entropy;
}

type Untimed<I> = I extends unknown ? Omit<I, "nowMs"> : never;

/** All failures end in `onHealth`, never in a throw. Replies come only while it is online. */
export class OsdpPd {
  readonly #options: OsdpPdOptions;
  readonly #member: OsdpBusMember;
  readonly #symptoms = new SymptomCounter();
  readonly #replies = new Listeners<[OsdpReply]>();
  readonly #healths = new Listeners<[DeviceHealth]>();
  readonly #orders = new Listeners<[OsdpCommand, OrderOutcome]>();
  #state: PdState;
  #health: DeviceHealth = { state: "absent", reason: "not started" };

  constructor(options: OsdpPdOptions) {
    options.bus.claim(options.settings.address);
    this.#options = options;
    this.#state = closedPd(options.keys);
    const dueMs = (): number => this.#state.dueMs;
    this.#member = {
      address: options.settings.address,
      get dueMs() {
        return dueMs();
      },
      onOpened: () => this.#step({ kind: "opened" }),
      onLine: (health) => this.#onLine(health),
      turn: () => this.#turn(),
      takes: (frame) => isAnswerTo(this.#state, frame),
      onReply: (frame: OsdpFrame) => this.#step({ kind: "reply", frame }),
      onSilence: () => this.#step({ kind: "silence" }),
    };
  }

  get health(): DeviceHealth {
    return this.#health;
  }

  /** The key the device has proved, or the one that is tried next. */
  get key(): PdKey | undefined {
    return this.#state.keys[this.#state.keyAt];
  }

  onReply(listener: (reply: OsdpReply) => void): Unsubscribe {
    return this.#replies.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healths.add(listener);
  }

  onOrderEnded(listener: (command: OsdpCommand, outcome: OrderOutcome) => void): Unsubscribe {
    return this.#orders.add(listener);
  }

  symptoms(): SymptomCounts {
    return addedCounts(this.#symptoms.counts(), this.#options.bus.symptoms());
  }

  start(): void {
    this.#options.bus.attach(this.#member);
  }

  async stop(): Promise<void> {
    await this.#options.bus.detach(this.#member);
    this.#onLine({ state: "absent", reason: "stopped" });
  }

  /** Sent in the next turn; replaces an order of the same kind that waits. Lost when offline. */
  order(command: OsdpCommand): void {
    this.#step({ kind: "order", command });
    this.#options.bus.wake();
  }

  /** Ends the conversation and begins another with these keys, tried in this order. */
  rekey(keys: readonly PdKey[]): void {
    this.#step({ kind: "rekey", keys });
    this.#options.bus.wake();
  }

  #turn(): Uint8Array | undefined {
    const randomA = this.#options.entropy.bytes(randomBytes);
    const effects = this.#step({ kind: "turn", randomA });
    return effects.find((effect) => effect.kind === "send")?.bytes;
  }

  #onLine(health: DeviceHealth): void {
    if (health.state === "probing" || health.state === "online") return;
    this.#step({ kind: "closed" });
    this.#tellHealth(health);
  }

  #step(input: Untimed<PdInput>): readonly PdEffect[] {
    const { settings, monoMs } = this.#options;
    const { state, effects } = stepPd(this.#state, { ...input, nowMs: monoMs() }, settings);
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    return effects;
  }

  #run(effect: PdEffect): void {
    switch (effect.kind) {
      case "send":
        return;
      case "reply":
        return this.#replies.emit(effect.reply);
      case "symptom":
        return this.#note(effect.symptom);
      case "health":
        return this.#tellHealth(effect.health);
      case "order-ended":
        return this.#orders.emit(effect.command, effect.outcome);
    }
  }

  #note(symptom: LineSymptom): void {
    this.#symptoms.note(symptom);
  }

  #tellHealth(health: DeviceHealth): void {
    const before = this.#health;
    const isSame = before.state === health.state && reasonOf(before) === reasonOf(health);
    if (isSame) return;
    this.#health = health;
    this.#healths.emit(health);
  }
}

function reasonOf(health: DeviceHealth): string {
  return health.state === "online" ? "" : health.reason;
}
