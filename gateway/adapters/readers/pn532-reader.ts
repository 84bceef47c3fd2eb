// A PN532 module on a serial line (HSU) as a reader of badges, with or without proof.
import { toHex } from "@driftbox/proto";
import type {
  BadgeRead,
  BadgeReader,
  DeviceHealth,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import { ExchangeFailed } from "../nfc/apdu.ts";
import type { CredentialChecker, Verdict } from "../nfc/credential.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import { Pn532Channel } from "./pn532-channel.ts";
import {
  boundedRetries,
  cardOf,
  fieldOff,
  firmwareOf,
  firmwareQuestion,
  listCard,
  samConfiguration,
  type Pn532Card,
} from "./pn532-command.ts";
import { Pn532Link } from "./pn532-link.ts";
import { Presence } from "./presence.ts";

const defaultPollMs = 50;
const defaultAwayMs = 600;

/** This many unanswered polls in a row and the chip is looked for from the start. */
const missedMaxCount = 3;

export interface Pn532ReaderOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** Asks each smart card for a proof; absent = the open number is all that is read. */
  readonly checker?: CredentialChecker;
  /** Pause between two looks into the field in ms; 150 by default. */
  readonly pollMs?: number;
  /** Unseen for this long a badge counts as away; 600 by default. */
  readonly awayMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

/**
 * Online means that the chip named itself and answers polls. The field is off between polls.
 *
 * A card that changes its number at random (a phone) has no number to read, and is ignored unless
 * the checker proves one. A card taken away in the middle of its proof is no read and no forgery;
 * held on, it is asked again at the next poll. A card that keeps its number is asked once a
 * presence, so that its counter is spared.
 */
export class Pn532Reader implements BadgeReader {
  readonly id: string;
  readonly #options: Pn532ReaderOptions;
  readonly #pollKey: string;
  readonly #line: SupervisedLine;
  readonly #link: Pn532Link;
  readonly #presence: Presence;
  readonly #symptoms = new SymptomCounter();
  readonly #reads = new Listeners<[BadgeRead]>();
  readonly #health = new Listeners<[DeviceHealth]>();
  #session: Session | undefined;
  #missedCount = 0;

  constructor(options: Pn532ReaderOptions) {
    const lineId = `reader/${options.id}`;
    this.id = options.id;
    this.#options = options;
    this.#pollKey = `${lineId}/poll`;
    this.#presence = new Presence({ awayMs: options.awayMs ?? defaultAwayMs });
    this.#link = new Pn532Link({ id: lineId, timers: options.timers });
    this.#line = new SupervisedLine({
      ...options,
      id: lineId,
      driver: {
        probe: (session) => this.#probe(session),
        onBytes: (bytes) => this.#link.take(bytes),
        onHealth: (health) => this.#onLine(health),
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
    const ofLink = addedCounts(this.#line.symptoms(), this.#link.symptoms());
    return addedCounts(ofLink, this.#symptoms.counts());
  }

  start(): void {
    this.#line.start();
  }

  async stop(): Promise<void> {
    await this.#line.stop();
    this.#presence.forget();
  }

  async #probe(session: Session): Promise<void> {
    this.#session = session;
    this.#link.begin(session);
    const isAwake = await this.#link.ask(samConfiguration, { isWaking: true });
    if (isAwake === undefined) throw new Error(this.#link.diagnosis());
    const answer = await this.#link.ask(firmwareQuestion);
    const version = answer === undefined ? undefined : firmwareOf(answer);
    if (answer === undefined) throw new Error(this.#link.diagnosis());
    if (version === undefined) throw new Error("a chip answers, but it is no PN532");
    const isBounded = await this.#link.ask(boundedRetries);
    if (isBounded === undefined) throw new Error(this.#link.diagnosis());
    // A clone that refuses this one only gets warm.
    await this.#link.ask(fieldOff);
    this.#options.log.info({ reader: this.id, version }, "reader identified");
  }

  #onLine(health: DeviceHealth): void {
    if (health.state === "online") {
      this.#missedCount = 0;
      if (this.#session !== undefined) void this.#poll(this.#session);
    } else if (health.state !== "probing") {
      this.#options.timers.clear(this.#pollKey);
      this.#session = undefined;
      this.#link.end();
    }
    this.#health.emit(health);
  }

  async #poll(session: Session): Promise<void> {
    const body = await this.#link.ask(listCard);
    const card = body === undefined ? undefined : cardOf(body);
    if (!session.isOpen) return;
    this.#missedCount = card === undefined ? this.#missedCount + 1 : 0;
    if (this.#missedCount >= missedMaxCount) {
      this.#line.fail(`${missedMaxCount} polls failed: ${this.#link.diagnosis()}`);
      return;
    }
    if (card !== undefined && card !== "none") await this.#meet(card, session);
    if (session.isOpen) await this.#link.ask(fieldOff);
    if (!session.isOpen) return;
    const pollMs = this.#options.pollMs ?? defaultPollMs;
    this.#options.timers.set(this.#pollKey, pollMs, () => void this.#poll(session));
  }

  async #meet(card: Pn532Card, session: Session): Promise<void> {
    const { checker, monoMs } = this.#options;
    const openNumber = toHex(card.uid).toUpperCase();
    const isRandom = isRandomUid(card.uid);
    if (!isRandom && this.#presence.has(openNumber, monoMs())) {
      this.#presence.seen(openNumber, monoMs());
      return;
    }
    const asked = checker !== undefined && card.hasApdus;
    const verdict = asked ? await this.#check(checker, card) : ({ kind: "unproved" } as const);
    if (verdict === undefined || !session.isOpen) return;
    const key = isRandom ? keyOfRandom(verdict) : openNumber;
    if (!this.#presence.seen(key, monoMs())) return;
    this.#report(verdict, isRandom ? undefined : openNumber, openNumber);
  }

  /**
   * Undefined: the card or the reader broke off, and nothing was learned. A forgery must show
   * twice: a frame of this chip has one byte of sum, too little to accuse somebody after noise.
   */
  async #check(checker: CredentialChecker, card: Pn532Card): Promise<Verdict | undefined> {
    const channel = new Pn532Channel(this.#link, card.target);
    const uid = isRandomUid(card.uid) ? undefined : card.uid;
    try {
      const verdict = await checker.check(channel, uid);
      return verdict.kind === "forged" ? await checker.check(channel, uid) : verdict;
    } catch (error) {
      if (error instanceof ExchangeFailed) return undefined;
      throw error;
    }
  }

  #report(verdict: Verdict, number: string | undefined, shown: string): void {
    if (verdict.kind === "proved") {
      const { kind: _, ...read } = verdict;
      this.#reads.emit(read);
    } else if (verdict.kind === "forged") {
      this.#symptoms.note("bad-credential");
      this.#reads.emit({ number: shown, assurance: "identifier", isForged: true });
    } else if (number === undefined) {
      const reason = "its number is random, as that of a phone: it proves nothing";
      this.#options.log.info({ reader: this.id, reason }, "medium ignored");
    } else {
      this.#reads.emit({ number, assurance: "identifier" });
    }
  }
}

/** ISO/IEC 14443-3: four bytes beginning with 08 are made up anew at each activation. */
function isRandomUid(uid: Uint8Array): boolean {
  return uid.length === 4 && uid[0] === 0x08;
}

/** What a card without a lasting number is held apart by; never a number of hex digits. */
function keyOfRandom(verdict: Verdict): string {
  return verdict.kind === "proved" ? verdict.number : `random, ${verdict.kind}`;
}
