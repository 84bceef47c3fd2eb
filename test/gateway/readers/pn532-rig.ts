// A PN532 reader on a cable in memory, with the chip, the time and everything it reported.
import type { CredentialChecker } from "../../../gateway/adapters/nfc/credential.ts";
import { Pn532Reader } from "../../../gateway/adapters/readers/pn532-reader.ts";
import type { BadgeRead, DeviceHealth } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { Pn532FarEnd } from "./pn532-far-end.ts";

export class Pn532Rig {
  readonly time = new ManualTime();
  readonly socket = new MemorySocket();
  readonly log = new RecordingLog();
  readonly reads: BadgeRead[] = [];
  readonly health: DeviceHealth[] = [];
  readonly reader: Pn532Reader;
  chip = new Pn532FarEnd((bytes) => this.socket.send(bytes));

  constructor(checker?: CredentialChecker) {
    this.socket.onWrite = (bytes) => this.chip.hear(bytes);
    this.reader = new Pn532Reader({
      id: "reader-a",
      open: this.socket.open,
      timers: this.time,
      monoMs: this.time.monoMs,
      random: () => 0,
      log: this.log,
      ...(checker !== undefined && { checker }),
    });
    this.reader.onRead((read) => this.reads.push(read));
    this.reader.onHealth((health) => this.health.push(health));
  }

  get numbers(): string[] {
    return this.reads.map(({ number }) => number);
  }

  /** What the operator is told about the last trouble. */
  get lastReason(): string {
    const told = this.health.flatMap((health) =>
      health.state === "backing-off" ? [health.reason] : [],
    );
    return told.at(-1) ?? "";
  }

  async begin(): Promise<void> {
    this.reader.start();
    await this.time.advance(50);
  }

  /** Another module, fresh from power-up, on the same cable. */
  replaceChip(): void {
    this.chip = new Pn532FarEnd((bytes) => this.socket.send(bytes));
  }
}
