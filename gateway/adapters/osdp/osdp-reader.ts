// A card reader that speaks OSDP: cards, keys, tamper and power in, lamp and buzzer out.
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import { equalBytes, Fault } from "@driftbox/proto";
import type {
  BadgeRead,
  BadgeReader,
  DeviceHealth,
  Signal,
  Signals,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import type { Entropy, Log } from "../../ports/runtime.ts";
import { Presence } from "../readers/presence.ts";
import { Listeners } from "../serial/listeners.ts";
import { cardNumberOf } from "./card-number.ts";
import { broadcastAddress } from "./osdp-frame.ts";
import type { OsdpBus } from "./osdp-bus.ts";
import { OsdpPd } from "./osdp-pd.ts";
import type { Capability, OsdpReply, PdIdentity } from "./osdp-reply.ts";
import { buzzerOf, ledOf } from "./reader-signals.ts";
import { defaultScbk, scbkBytes } from "./secure-channel.ts";

/** A held card is repeated by some readers once a second. */
const defaultAwayMs = 1_500;
const defaultPollMs = 25;
const defaultStatusMs = 5_000;

export interface OsdpReaderOptions {
  readonly id: string;
  readonly bus: OsdpBus;
  readonly monoMs: () => number;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Set at the reader, 0..126. */
  readonly address: number;
  /** True: only the secure channel counts. False is for readers that have none. */
  readonly isSecure: boolean;
  /** Keys the reader may have, 16 bytes each, tried in this order; see `readReaderKeys`. */
  readonly keys?: readonly Uint8Array[];
  /** Who is expected; without it whoever answers first after the start of the program. */
  readonly identity?: Pick<PdIdentity, "vendor" | "serial">;
  /** 100 by default. */
  readonly pollMs?: number;
  /** Time between questions for tamper and power in ms; 5,000 by default. */
  readonly statusMs?: number;
  /** Without a report for this long a card counts as away, in ms; 1,500 by default. */
  readonly awayMs?: number;
}

/**
 * The secure channel protects the wire, not the card: reads have assurance `identifier`. While a
 * secure reader is not in its channel it is offline and nothing it says arrives anywhere. The
 * published default key is refused. What a reader kept while nobody asked is dropped: an old tap
 * opens nothing. Card numbers and keys are never logged.
 */
export class OsdpReader implements BadgeReader, Signals {
  readonly id: string;
  readonly #options: OsdpReaderOptions;
  readonly #pd: OsdpPd;
  readonly #presence: Presence;
  readonly #symptoms = new SymptomCounter();
  readonly #reads = new Listeners<[BadgeRead]>();
  readonly #keys = new Listeners<[string]>();
  readonly #tampers = new Listeners<[boolean, string]>();
  readonly #powers = new Listeners<[boolean | undefined]>();
  #identity: Pick<PdIdentity, "vendor" | "serial"> | undefined;
  #capabilities: readonly Capability[] = [];
  #isOpened = false;
  #isExchanged = false;
  #tamper: string | undefined;
  #isPowerLost: boolean | undefined;
  #signal: Signal | undefined;

  /** @throws Fault key/unreadable without a usable key; RangeError on a wrong or taken address */
  constructor(options: OsdpReaderOptions) {
    const { address, isSecure, keys = [], pollMs, statusMs } = options;
    if (!Number.isInteger(address) || address < 0 || address >= broadcastAddress) {
      throw new RangeError(`address of an OSDP reader is ${address}, not within 0..126`);
    }
    if (isSecure) assertKeys(options.id, keys);
    this.id = options.id;
    this.#options = options;
    this.#identity = options.identity;
    this.#presence = new Presence({ awayMs: options.awayMs ?? defaultAwayMs });
    this.#pd = new OsdpPd({
      ...options,
      settings: {
        address,
        isSecure,
        pollMs: pollMs ?? defaultPollMs,
        statusMs: statusMs ?? defaultStatusMs,
      },
      keys: keys.map((scbk) => ({ scbk })),
    });
    this.#pd.onReply((reply) => this.#take(reply));
    this.#pd.onHealth((health) => this.#onHealth(health));
  }

  /** What the reader says it can do; empty before it said so. */
  get capabilities(): readonly Capability[] {
    return this.#capabilities;
  }

  onRead(listener: (read: BadgeRead) => void): Unsubscribe {
    return this.#reads.add(listener);
  }

  /** Keys pressed, in order: `0`..`9`, `*`, `#`. They may be a PIN: never log them. */
  onKeys(listener: (keys: string) => void): Unsubscribe {
    return this.#keys.add(listener);
  }

  /** The case was opened, or another reader answers in this one's place; `reason` says which. */
  onTamper(listener: (isActive: boolean, reason: string) => void): Unsubscribe {
    return this.#tampers.add(listener);
  }

  /**
   * Whether the reader says that its own supply failed; undefined while it is not heard. It is no
   * word on the mains.
   */
  onPower(listener: (isLost: boolean | undefined) => void): Unsubscribe {
    return this.#powers.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#pd.onHealth(listener);
  }

  symptoms(): SymptomCounts {
    return addedCounts(this.#pd.symptoms(), this.#symptoms.counts());
  }

  start(): void {
    this.#pd.start();
  }

  async stop(): Promise<void> {
    this.#presence.forget();
    await this.#pd.stop();
  }

  /** The lamp shows the last signal again when the reader comes back; the buzzer stays silent. */
  show(signal: Signal, isSilent = false): void {
    this.#signal = signal;
    this.#pd.order({ kind: "led", rhythm: ledOf(signal) });
    this.#pd.order({ kind: "buzzer", rhythm: isSilent ? undefined : buzzerOf(signal) });
  }

  #onHealth(health: DeviceHealth): void {
    this.#options.log.info({ reader: this.id, ...health }, "reader changed");
    if (health.state !== "online") this.#tellPower(undefined);
    if (health.state !== "online" || this.#signal === undefined) return;
    this.#pd.order({ kind: "led", rhythm: ledOf(this.#signal) });
  }

  #take(reply: OsdpReply): void {
    switch (reply.kind) {
      case "card": {
        // Whoever answers in a reader's place can say any number.
        if (this.#isExchanged) return;
        const number = cardNumberOf(reply.card);
        const isNew = this.#presence.seen(number, this.#options.monoMs());
        if (isNew) this.#reads.emit({ number, assurance: "identifier" });
        return;
      }
      case "keys":
        if (this.#isExchanged) return;
        return this.#keys.emit(reply.keys);
      case "id":
        return this.#identify(reply.identity);
      case "capabilities":
        this.#capabilities = reply.capabilities;
        if (reply.capabilities.some(isWithoutCrc)) this.#symptoms.note("weak-check");
        return;
      case "local-status":
        this.#isOpened = reply.isTampered;
        this.#tellTamper();
        return this.#tellPower(reply.isPowerLost);
      default:
        return;
    }
  }

  #identify({ vendor, serial }: PdIdentity): void {
    const known = this.#identity ?? { vendor, serial };
    const isExchanged = known.vendor !== vendor || known.serial !== serial;
    const isNews = this.#identity === undefined || isExchanged !== this.#isExchanged;
    this.#identity = known;
    this.#isExchanged = isExchanged;
    if (!isNews) return;
    const level = isExchanged ? "warn" : "info";
    this.#options.log[level]({ reader: this.id, vendor, serial, known }, "reader identified");
    this.#tellTamper();
  }

  #tellPower(isLost: boolean | undefined): void {
    const wasLost = this.#isPowerLost;
    if (isLost === wasLost) return;
    this.#isPowerLost = isLost;
    const { log, id } = this.#options;
    if (isLost === true) log.warn({ reader: id }, "supply of the reader failed");
    if (isLost === false && wasLost === true)
      log.info({ reader: id }, "supply of the reader is back");
    this.#powers.emit(isLost);
  }

  #tellTamper(): void {
    const exchanged = this.#isExchanged ? "another reader answers in its place" : undefined;
    const tamper = this.#isOpened ? "the case of the reader is open" : exchanged;
    if (tamper === this.#tamper) return;
    this.#tamper = tamper;
    this.#tampers.emit(tamper !== undefined, tamper ?? "");
  }
}

const remedy = "run driftbox commission for it, then restart the gateway";

function assertKeys(id: string, keys: readonly Uint8Array[]): void {
  if (keys.length === 0) {
    throw new Fault("key/unreadable", `reader ${id} has no key; ${remedy}`);
  }
  for (const key of keys) {
    if (key.length !== scbkBytes) {
      throw new Fault("key/unreadable", `a key of reader ${id} has ${key.length} bytes, not 16`);
    }
    if (equalBytes(key, defaultScbk)) {
      const text = `reader ${id} has the published default key; ${remedy}`;
      throw new Fault("key/unreadable", text);
    }
  }
}

/** OSDP 2.2, annex B.9: check characters; level 0 = the checksum alone, 1 = CRC-16 as well. */
function isWithoutCrc({ id, level }: Capability): boolean {
  return id === 8 && level === 0;
}
