// One badge reader on one cable, with its device and everything it reported.
import type { OpenLine } from "../../../gateway/adapters/serial/byte-line.ts";
import type { LinePacing } from "../../../gateway/adapters/serial/line-state.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import type { BadgeRead, BadgeReader, DeviceHealth } from "../../../gateway/ports/devices.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import type { Cable } from "./cables.ts";

/** The device at the far end, with a field a badge can be held into. */
export interface ReaderDevice {
  readonly hear: (bytes: Uint8Array) => void;
  /** Puts exactly these badges of the kind into the field. */
  hold(...badges: readonly number[]): void;
  /** Ends timers of its own. */
  end(): void;
}

export interface ReaderKind {
  readonly name: string;
  readonly awayMs: number;
  /** Numbers of the badges 0 and 1 as the driver reports them. */
  readonly numbers: readonly [string, string];
  /** Two badges can be in the field together. */
  readonly hearsMany: boolean;
  make(
    options: LineRuntime & { id: string; open: OpenLine; pacing: Partial<LinePacing> },
  ): BadgeReader;
  device(send: (bytes: readonly number[]) => void, cable: Cable): ReaderDevice;
}

export class ReaderBench {
  readonly kind: ReaderKind;
  readonly cable: Cable;
  readonly log = new RecordingLog();
  readonly reads: BadgeRead[] = [];
  readonly health: DeviceHealth[] = [];
  readonly reader: BadgeReader;
  /** Bytes from the far end that no device sent. */
  send: (bytes: readonly number[]) => void = () => {};
  #device: ReaderDevice | undefined;

  constructor(kind: ReaderKind, cable: Cable) {
    this.kind = kind;
    this.cable = cable;
    this.reader = kind.make({
      id: "reader-a",
      open: cable.open,
      timers: cable.timers,
      monoMs: cable.monoMs,
      random: () => 0,
      log: this.log,
      pacing: { backoffFirstMs: 20, backoffMaxMs: 50 },
    });
    this.reader.onRead((read) => this.reads.push(read));
    this.reader.onHealth((now) => this.health.push(now));
  }

  get numbers(): string[] {
    return this.reads.map(({ number }) => number);
  }

  async begin(): Promise<void> {
    this.plug();
    this.reader.start();
    await this.online();
  }

  async end(): Promise<void> {
    await this.reader.stop();
    this.#device?.end();
    this.cable.close();
  }

  plug(): void {
    this.cable.plug((speak) => {
      this.send = speak;
      this.#device = this.kind.device(speak, this.cable);
      return (bytes) => this.#device?.hear(bytes);
    });
  }

  async unplug(): Promise<void> {
    this.#device?.end();
    this.cable.unplug();
    await this.cable.until("the end of the line", () => !this.#isOnline);
  }

  hold(...badges: readonly number[]): void {
    this.#device?.hold(...badges);
  }

  online(): Promise<void> {
    return this.cable.until("online", () => this.#isOnline);
  }

  readCount(count: number): Promise<void> {
    return this.cable.until(`${count} reads`, () => this.reads.length >= count);
  }

  get #isOnline(): boolean {
    return this.health.at(-1)?.state === "online";
  }
}
