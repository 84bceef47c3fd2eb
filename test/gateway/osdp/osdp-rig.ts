// Readers on one bus over a memory line in virtual time, with a person in the middle if wanted.
import { OsdpBus, type OsdpBusOptions } from "../../../gateway/adapters/osdp/osdp-bus.ts";
import { OsdpReader, type OsdpReaderOptions } from "../../../gateway/adapters/osdp/osdp-reader.ts";
import type { Entropy } from "../../../gateway/ports/runtime.ts";
import { CountingEntropy } from "../app/fixtures.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import type { PdFarEnd } from "./pd-far-end.ts";

/** A key of one reader, not a published one. */
export const keyA = Uint8Array.from({ length: 16 }, (_, i) => 0xa0 + i);
export const keyB = Uint8Array.from({ length: 16 }, (_, i) => 0xb0 + i);

/** The same nonces in each run. */
export const entropy: Entropy = new CountingEntropy();

/** The line: what the panel writes goes to all devices, what they answer goes back. */
export class OsdpWire {
  readonly time = new ManualTime();
  readonly socket = new MemorySocket();
  readonly log = new RecordingLog();
  readonly bus: OsdpBus;
  readonly devices: PdFarEnd[];
  /** Virtual ms between a command and its answer. */
  answerMs = 3;
  /** What becomes of an answer on the way; undefined = lost. */
  onReply: (reply: Uint8Array) => Uint8Array | undefined = (reply) => reply;
  /** What becomes of a command on the way. */
  onCommand: (command: Uint8Array) => Uint8Array | undefined = (command) => command;
  /** Every command as sent, with its time. */
  readonly sent: { readonly atMs: number; readonly bytes: Uint8Array }[] = [];
  #answerCount = 0;

  constructor(devices: PdFarEnd[], options: Partial<OsdpBusOptions> = {}) {
    this.devices = devices;
    const { time, log, socket } = this;
    socket.onWrite = (bytes) => this.#carry(Uint8Array.from(bytes));
    const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
    this.bus = new OsdpBus({ id: "bus-a", open: socket.open, ...runtime, ...options });
  }

  #carry(bytes: Uint8Array): void {
    this.sent.push({ atMs: this.time.monoMs(), bytes });
    const command = this.onCommand(bytes);
    if (command === undefined) return;
    for (const device of this.devices) {
      const answer = device.hear(command);
      const reply = answer === undefined ? undefined : this.onReply(answer);
      if (reply === undefined) continue;
      this.#answerCount += 1;
      this.time.set(`answer/${this.#answerCount}`, this.answerMs, () => this.socket.send(reply));
    }
  }
}

/** One reader and all it reported. */
export class ReaderRig {
  readonly reader: OsdpReader;
  readonly reads: string[] = [];
  readonly keys: string[] = [];
  readonly tampers: string[] = [];
  readonly powers: (boolean | undefined)[] = [];
  readonly health: string[] = [];

  constructor(wire: OsdpWire, options: Partial<OsdpReaderOptions> = {}) {
    const { time, log, bus } = wire;
    const isSecure = options.isSecure ?? true;
    this.reader = new OsdpReader({
      id: "reader-a",
      bus,
      monoMs: time.monoMs,
      entropy,
      log,
      address: 0,
      isSecure,
      keys: isSecure ? [keyA] : [],
      ...options,
    });
    this.reader.onRead(({ number, assurance }) => this.reads.push(`${number} ${assurance}`));
    this.reader.onKeys((keys) => this.keys.push(keys));
    this.reader.onTamper((isActive, reason) => this.tampers.push(`${isActive} ${reason}`));
    this.reader.onPower((isLost) => this.powers.push(isLost));
    this.reader.onHealth((health) => {
      const reason = "reason" in health ? `: ${health.reason}` : "";
      this.health.push(`${health.state}${reason}`);
    });
  }

  get lastHealth(): string | undefined {
    return this.health.at(-1);
  }
}
