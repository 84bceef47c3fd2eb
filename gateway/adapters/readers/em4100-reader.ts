// A reader of EM4100 transponders (RDM6300, ID-12LA) on a supervised line.
import type {
  BadgeRead,
  BadgeReader,
  DeviceHealth,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import { FrameReader } from "../serial/frame-reader.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { SupervisedLine, type LineRuntime } from "../serial/supervised-line.ts";
import { addedCounts } from "../serial/symptom-counter.ts";
import { em4100Rule } from "./em4100-frame.ts";
import { Presence } from "./presence.ts";

/** Serial speed of the readers, 8N1. */
export const em4100BaudRate = 9_600;

/** A held transponder is repeated by an RDM6300 several times in this time. */
const defaultAwayMs = 300;

export interface Em4100ReaderOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** Without a frame for this long a transponder counts as away; 300 by default. */
  readonly awayMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

/**
 * The device only speaks and cannot be asked, so probing means that the port is open and `online`
 * says no more than that: a dead reader on a live port is not noticed. The medium proves nothing:
 * such transponders are copied for cents (assurance `identifier`). Numbers are never logged.
 */
export class Em4100Reader implements BadgeReader {
  readonly id: string;
  readonly #line: SupervisedLine;
  readonly #frames = new FrameReader(em4100Rule);
  readonly #presence: Presence;
  readonly #monoMs: () => number;
  readonly #reads = new Listeners<[BadgeRead]>();
  readonly #health = new Listeners<[DeviceHealth]>();

  constructor(options: Em4100ReaderOptions) {
    this.id = options.id;
    this.#presence = new Presence({ awayMs: options.awayMs ?? defaultAwayMs });
    this.#monoMs = options.monoMs;
    this.#line = new SupervisedLine({
      ...options,
      id: `reader/${options.id}`,
      driver: {
        probe: () => {
          this.#frames.reset();
          return Promise.resolve();
        },
        onBytes: (bytes) => this.#take(bytes),
        onHealth: (health) => this.#health.emit(health),
      },
    });
  }

  onRead(listener: (read: BadgeRead) => void): Unsubscribe {
    return this.#reads.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#health.add(listener);
  }

  symptoms(): SymptomCounts {
    return addedCounts(this.#line.symptoms(), this.#frames.symptoms());
  }

  start(): void {
    this.#line.start();
  }

  async stop(): Promise<void> {
    this.#presence.forget();
    await this.#line.stop();
  }

  #take(bytes: Uint8Array): void {
    for (const number of this.#frames.push(bytes)) {
      const isNew = this.#presence.seen(number, this.#monoMs());
      if (isNew) this.#reads.emit({ number, assurance: "identifier" });
    }
  }
}
