// A barcode or QR scanner that types what it sees onto a serial line.
import type { CodeScanner, DeviceHealth, SymptomCounts, Unsubscribe } from "../../ports/devices.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { Repeats } from "../serial/repeats.ts";
import { SupervisedLine, type LineRuntime } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import { Presence } from "./presence.ts";
import { ScanLines } from "./scan-lines.ts";

const defaultHoldMs = 1_500;

/** The rest of a text that began comes within this time, or the cable was pulled. */
const defaultStallMs = 1_000;

export interface SerialCodeScannerOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** The same text again within this time of its last sight, in ms, is one scan; 1,500. */
  readonly holdMs?: number;
  /**
   * For a scanner that sends no line end: a pause this long, in ms, ends a text. Absent, an
   * unfinished text is dropped, since part of a code is another code.
   */
  readonly gapMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

/** The device only speaks: `online` says no more than that the port is open. No text is logged. */
export class SerialCodeScanner implements CodeScanner {
  readonly id: string;
  readonly #options: SerialCodeScannerOptions;
  readonly #timerKey: string;
  readonly #line: SupervisedLine;
  readonly #lines = new ScanLines();
  readonly #held: Presence;
  readonly #repeats = new Repeats();
  readonly #symptoms = new SymptomCounter();
  readonly #scans = new Listeners<[string]>();
  readonly #health = new Listeners<[DeviceHealth]>();

  constructor(options: SerialCodeScannerOptions) {
    const lineId = `scanner/${options.id}`;
    this.id = options.id;
    this.#options = options;
    this.#timerKey = `${lineId}/pause`;
    this.#held = new Presence({ awayMs: options.holdMs ?? defaultHoldMs });
    this.#line = new SupervisedLine({
      ...options,
      id: lineId,
      driver: {
        probe: () => Promise.resolve(),
        onBytes: (bytes) => this.#take(bytes),
        onHealth: (health) => this.#onLine(health),
      },
    });
  }

  onScan(listener: (text: string) => void): Unsubscribe {
    return this.#scans.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#health.add(listener);
  }

  symptoms(): SymptomCounts {
    const own = addedCounts(this.#symptoms.counts(), this.#lines.symptoms());
    return addedCounts(this.#line.symptoms(), own);
  }

  start(): void {
    this.#line.start();
  }

  async stop(): Promise<void> {
    await this.#line.stop();
    this.#held.forget();
  }

  #onLine(health: DeviceHealth): void {
    if (health.state !== "online") {
      this.#options.timers.clear(this.#timerKey);
      this.#lines.cut();
    }
    this.#health.emit(health);
  }

  #take(bytes: Uint8Array): void {
    const { timers, gapMs } = this.#options;
    for (const text of this.#lines.push(bytes)) this.#tell(text);
    timers.clear(this.#timerKey);
    if (!this.#lines.isPending) return;
    timers.set(this.#timerKey, gapMs ?? defaultStallMs, () => {
      if (gapMs === undefined) this.#lines.cut();
      else for (const text of this.#lines.end()) this.#tell(text);
    });
  }

  #tell(text: string): void {
    const nowMs = this.#options.monoMs();
    if (this.#repeats.hears(text, nowMs)) this.#symptoms.note("repeated");
    if (this.#held.seen(text, nowMs)) this.#scans.emit(text);
  }
}
