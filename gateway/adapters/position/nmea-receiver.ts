// A satellite receiver that speaks NMEA 0183 on a supervised line.

import type {
  DeviceHealth,
  Position,
  PositionFix,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import { FrameReader } from "../serial/frame-reader.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { Repeats } from "../serial/repeats.ts";
import { SupervisedLine, type LineRuntime } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import { assembleFix, newAssembly, type FixVerdict } from "./fix-assembly.ts";
import { nmeaRule, type NmeaSentence } from "./nmea-sentence.ts";

/** Receivers speak once a second. */
const defaultSilentMs = 5_000;

export interface NmeaReceiverOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** Without a good sentence for this long the receiver counts as lost; 5000 by default. */
  readonly silentMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

/**
 * The receiver only speaks: it is `online` from its first sentence with a right checksum, with or
 * without a fix, until it is silent. Nothing is ever sent to it.
 */
export class NmeaReceiver implements Position {
  readonly id: string;
  readonly #options: NmeaReceiverOptions;
  readonly #line: SupervisedLine;
  readonly #frames = new FrameReader(nmeaRule);
  readonly #fixes = new Listeners<[PositionFix | undefined]>();
  readonly #health = new Listeners<[DeviceHealth]>();
  readonly #symptoms = new SymptomCounter();
  readonly #repeats = new Repeats();
  readonly #silenceKey: string;
  #assembly = newAssembly;
  #hasFix = false;
  /** Waits for the first sentence of a connection. */
  #identify: (() => void) | undefined;

  constructor(options: NmeaReceiverOptions) {
    this.id = options.id;
    this.#options = options;
    this.#silenceKey = `position/${options.id}/silence`;
    this.#line = new SupervisedLine({
      ...options,
      id: `position/${options.id}`,
      driver: {
        probe: () => this.#probe(),
        onBytes: (bytes) => this.#take(bytes),
        onHealth: (health) => this.#onHealth(health),
      },
    });
  }

  onFix(listener: (fix: PositionFix | undefined) => void): Unsubscribe {
    return this.#fixes.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#health.add(listener);
  }

  symptoms(): SymptomCounts {
    const own = addedCounts(this.#symptoms.counts(), this.#frames.symptoms());
    return addedCounts(this.#line.symptoms(), own);
  }

  start(): void {
    this.#line.start();
  }

  async stop(): Promise<void> {
    this.#options.timers.clear(this.#silenceKey);
    await this.#line.stop();
  }

  #probe(): Promise<void> {
    this.#frames.reset();
    this.#assembly = newAssembly;
    this.#awaitSentence();
    return new Promise((resolve) => (this.#identify = resolve));
  }

  #take(bytes: Uint8Array): void {
    const heardMonoMs = this.#options.monoMs();
    for (const sentence of this.#frames.push(bytes)) {
      this.#awaitSentence();
      this.#identify?.();
      this.#identify = undefined;
      this.#noteRepeat(sentence, heardMonoMs);
      const { assembly, verdict } = assembleFix(this.#assembly, sentence, heardMonoMs);
      this.#assembly = assembly;
      this.#tell(verdict);
    }
  }

  /** Only a sentence with its time is told once; others may be equal in the same second. */
  #noteRepeat(sentence: NmeaSentence, heardMonoMs: number): void {
    if (sentence.type !== "RMC" || sentence.utcUs === undefined) return;
    const isRepeat = this.#repeats.hears(JSON.stringify(sentence), heardMonoMs);
    if (isRepeat) this.#symptoms.note("repeated");
  }

  #awaitSentence(): void {
    const { timers, silentMs = defaultSilentMs } = this.#options;
    timers.set(this.#silenceKey, silentMs, () => {
      this.#line.fail(`no NMEA sentence for ${silentMs} ms`);
    });
  }

  #tell(verdict: FixVerdict): void {
    if (verdict === "nothing-new") return;
    const fix = verdict === "none" ? undefined : verdict;
    if (fix === undefined && !this.#hasFix) return;
    this.#hasFix = fix !== undefined;
    this.#fixes.emit(fix);
  }

  #onHealth(health: DeviceHealth): void {
    if (health.state === "absent" || health.state === "backing-off") {
      this.#options.timers.clear(this.#silenceKey);
      if (this.#identify !== undefined) this.#symptoms.note("no-answer");
      this.#identify = undefined;
      this.#tell("none");
    }
    this.#health.emit(health);
  }
}
