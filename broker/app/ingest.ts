// Ingest: judges what a turn of the loop brought, commits it at once, then answers with receipts.

import {
  fromHex,
  openDocument,
  signDocument,
  Standing,
  type EventId,
  type GatewayName,
  type Signer,
  type SiteName,
  type UpwardTopic,
  type Verifier,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { Address, Downlink, Log, Now, Published } from "../ports/downlink.ts";
import type { GatewayNumber, Ledger } from "../ports/ledger.ts";
import type { Registry } from "../ports/registry.ts";
import type { SealChecks } from "../ports/seal-checks.ts";
import { commandFor, openAsked, type SentCommand, type Unsent } from "./command-dispatch.ts";
import { hexOf } from "./examine.ts";
import { Desks, type Desk } from "./gateway-desk.ts";
import { Publisher } from "./publisher.ts";
import type { FinishedSeals } from "./seal-finisher.ts";
import { Turn, type TurnLimits } from "./turn.ts";
import { takeHello, takeState, takeStatus } from "./words.ts";

/** One message from a gateway whose right to the topic is already established. */
export interface Delivery extends Address {
  readonly word: UpwardTopic;
  readonly payload: Uint8Array;
}

export interface IngestPorts {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly seals: SealChecks;
  readonly downlink: Downlink;
  readonly published: Published;
  /** The center's key: signs receipts. */
  readonly signer: Signer;
  readonly now: Now;
  readonly log: Log;
}

export const ingestLimits: TurnLimits = { parkedMaxCount: 1_024, parkedTotalMaxCount: 16_384 };

/** Pause before the same place of a chain is asked for again. */
const resendPauseMs = 2_000;

export class Ingest {
  readonly #ports: IngestPorts;
  readonly #limits: TurnLimits;
  readonly #desks: Desks;
  readonly #publisher: Publisher;
  /** Called when entries were appended whose own seals are still to be verified. */
  onCovered: () => void = () => undefined;
  /** Called with gateways that gave a sign of life, and when, Unix ms. */
  onHeard: (gateways: readonly GatewayNumber[], atMs: number) => void = () => undefined;
  /** When entries were last appended whose own seals are still to be verified, Unix ms. */
  lastCoveredMs = 0;

  constructor(ports: IngestPorts, limits: TurnLimits = ingestLimits) {
    this.#ports = ports;
    this.#limits = limits;
    this.#desks = new Desks(ports.ledger, ports.registry);
    this.#publisher = new Publisher(ports);
  }

  /** True for an enrolled gateway. */
  knows(address: Address): boolean {
    return this.#ports.registry.find(address.site, address.gateway) !== undefined;
  }

  /** Site of an enrolled gateway. */
  siteOf(gateway: GatewayName): SiteName | undefined {
    return this.#ports.registry.named(gateway)?.site;
  }

  /**
   * Returns when everything is committed; receipts are sent before it returns. Throws
   * Fault ledger/io when nothing was: then no message may be acknowledged.
   */
  take(deliveries: readonly Delivery[]): void {
    const turn = this.#turn();
    const greeted = new Set<Desk>();
    for (const delivery of deliveries) {
      const desk = this.#desks.at(delivery);
      if (desk === undefined) turn.count("refused/ingest/unknown-gateway");
      else if (this.#dispatch(turn, desk, delivery)) greeted.add(desk);
    }
    this.#ports.ledger.commit(turn.change());
    for (const { desk, owesReceipt, hasGap } of turn.adopt()) {
      if (greeted.has(desk)) desk.resend = undefined;
      if (owesReceipt) this.#sendReceipt(desk, hasGap);
      if (greeted.has(desk)) this.#afterHello(desk);
    }
    // Receipts first: they are small, and nothing about a document may keep one back.
    for (const desk of greeted) this.#publisher.greet(desk);
    if (!turn.hasCovered) return;
    this.lastCoveredMs = this.#ports.now();
    this.onCovered();
  }

  /** Gateways whose connections are alive though they had nothing to say. */
  heard(gateways: Iterable<Address>): void {
    const numbers = [...gateways].flatMap((address) => this.#desks.at(address)?.number ?? []);
    if (numbers.length > 0) this.onHeard(numbers, this.#ports.now());
  }

  /**
   * What the background found of covered seals, in one transaction. A record under a bad one is
   * asked for again: only its sender can say whether the seal was changed on the way.
   */
  finishSeals({ direct, broken }: FinishedSeals): void {
    const turn = this.#turn();
    for (const entry of broken) {
      const desk = this.#desks.numbered(entry.gateway);
      if (desk !== undefined) turn.brokenSeal(desk, entry);
    }
    const cursorsOf = (entries: typeof direct) => entries.map((each) => each.cursor);
    const seals = { direct: cursorsOf(direct), broken: cursorsOf(broken) };
    this.#ports.ledger.commit({ ...turn.change(), seals });
    for (const { desk } of turn.adopt()) this.#askForSeals(desk);
  }

  /**
   * Acts on a registrar's signed decision that a quarantined gateway counts again, once. Answers
   * why it did not, undefined when it did; the receipt that says so is sent before it returns.
   */
  lift(document: Uint8Array, registrar: Verifier): string | undefined {
    const opened = openDocument("quarantine-lift", document, [registrar], sha256);
    if (!opened.ok) return opened.detail;
    const { gatewayId, decidedBy, reason, decidedUs } = opened.value.message;
    const desk = this.#desks.identified(hexOf(gatewayId));
    if (desk === undefined) return "no gateway of this id is enrolled";
    if (this.#ports.ledger.hasDecision(document)) return "it was acted on before";
    if (desk.chain.standing === "accepted") return "the gateway is not in quarantine";
    const turn = this.#turn();
    turn.lift(desk, { decidedBy, reason, decidedMs: Math.floor(decidedUs / 1_000), document });
    this.#ports.ledger.commit(turn.change());
    for (const { hasGap } of turn.adopt()) {
      desk.resend = undefined;
      this.#sendReceipt(desk, hasGap);
    }
    return undefined;
  }

  /**
   * Sends a command that a program of this center signed, to a gateway that is connected. What
   * becomes of it, the gateway's events say.
   */
  command(document: Uint8Array, center: Verifier): SentCommand | Unsent {
    const opened = openAsked(document, center);
    if ("reason" in opened) return opened;
    const { asked } = opened;
    const desk = this.#desks.identified(hexOf(asked.gatewayId));
    if (desk === undefined) return { reason: "no gateway of this id is enrolled" };
    const { signer, now, downlink } = this.#ports;
    const made = commandFor(desk, asked, { signer, nowMs: now() });
    if ("reason" in made) return made;
    downlink.command(desk.identity, made.body);
    return made.sent;
  }

  /** Sends documents that changed since the last look to the gateways that are there. */
  publish(): void {
    this.#publisher.look(this.#desks.all());
  }

  /** Counts refusals made before a message got here, by name. */
  count(counts: ReadonlyMap<string, number>): void {
    const change = { appends: [], gateways: [], evidence: [], atMs: this.#ports.now() };
    if (counts.size > 0) this.#ports.ledger.commit({ ...change, counts });
  }

  #turn(): Turn {
    const atMs = this.#ports.now();
    return new Turn(this.#ports, this.#limits, { atMs, parkedTotal: this.#desks.parkedCount() });
  }

  /** True when it was a good hello. */
  #dispatch(turn: Turn, desk: Desk, { word, payload }: Delivery): boolean {
    const { seals } = this.#ports;
    if (word === "hello") return takeHello(turn, desk, seals, payload);
    if (word === "status") takeStatus(turn, desk, payload);
    else if (word === "state") takeState(turn, desk, seals, payload);
    else if (word === "events") {
      turn.events(desk, payload);
      turn.word(desk, { lastWordMs: turn.atMs }, { owesReceipt: true });
    } else turn.count("received/command-results");
    return false;
  }

  /** What a hello is asked for beside its answer; a hole found after it is asked for at once. */
  #afterHello(desk: Desk): void {
    desk.resend = undefined;
    if (desk.chain.standing === "accepted") this.#askForSeals(desk);
  }

  /** A receipt up to the oldest broken seal: its record and what follows are sent again. */
  #askForSeals(desk: Desk): void {
    const [oldest] = desk.broken;
    if (desk.chain.standing !== "accepted") return this.#sendReceipt(desk, false);
    if (oldest === undefined) return;
    const { epoch, seq: nextSeq, prev: headEventId } = oldest;
    this.#send(desk, { epoch, nextSeq, headEventId, resend: true });
  }

  #sendReceipt(desk: Desk, hasGap: boolean): void {
    const { chain } = desk;
    const atMs = this.#ports.now();
    const isAsked =
      desk.resend?.nextSeq === chain.nextSeq && atMs - desk.resend.atMs < resendPauseMs;
    const resend = hasGap && chain.standing === "accepted" && !isAsked;
    if (resend) desk.resend = { nextSeq: chain.nextSeq, atMs };
    this.#send(desk, { ...chain, resend });
  }

  #send(desk: Desk, held: ReceiptWords): void {
    const { chain, identity } = desk;
    const isAccepted = chain.standing === "accepted";
    // Two receipts of one millisecond must not look like one, or the second like an older copy.
    desk.issuedUs = Math.max(this.#ports.now() * 1_000, desk.issuedUs + 1);
    const body = signDocument(
      "receipt",
      {
        gatewayId: fromHex(chain.gatewayId) ?? new Uint8Array(),
        epoch: held.epoch,
        nextSeq: held.nextSeq,
        headEventId: fromHex(held.headEventId) ?? new Uint8Array(),
        standing: isAccepted ? Standing.STANDING_ACCEPTED : Standing.STANDING_QUARANTINED,
        resend: held.resend,
        issuedUs: desk.issuedUs,
      },
      this.#ports.signer,
      sha256,
    );
    this.#ports.downlink.send(identity, "receipt", body);
  }
}

/** What one receipt says is held, and whether to send again from there. */
interface ReceiptWords {
  readonly epoch: number;
  readonly nextSeq: number;
  readonly headEventId: EventId;
  readonly resend: boolean;
}
