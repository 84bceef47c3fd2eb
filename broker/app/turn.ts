// One turn of ingest: everything that arrived together becomes one change of the ledger.

import { parseBatch, type ErrorCode } from "@driftbox/proto";
import {
  lifted,
  type Candidate,
  type Chain,
  type KeyHex,
  type Outcome,
  type SeqRange,
} from "../core/chain.ts";
import { judge } from "../core/judge.ts";
import { nothingParked, openGaps, type Parked } from "../core/parking.ts";
import type {
  Append,
  BrokenSeal,
  CoveredEntry,
  Decision,
  Evidence,
  GatewayChange,
  Ledger,
  LedgerChange,
  MendedSeal,
} from "../ports/ledger.ts";
import { brokenSealsMaxCount } from "../ports/ledger.ts";
import type { Log } from "../ports/downlink.ts";
import type { SealChecks } from "../ports/seal-checks.ts";
import { evidenceKinds, evidenceOfBrokenSeal, evidenceOfOutcome, prevOf } from "./evidence-of.ts";
import { detached, examine } from "./examine.ts";
import type { Desk } from "./gateway-desk.ts";

/** Everything the gateway says in one turn, before it is committed. */
interface Working {
  chain: Chain;
  parked: Parked;
  /** By sequence, which no two epochs share. */
  readonly appended: Map<number, Candidate>;
  readonly lostGaps: SeqRange[];
  epochKeys: ReadonlyMap<number, KeyHex>;
  broken: readonly BrokenSeal[];
  word: Partial<Omit<GatewayChange, "gateway">>;
  /** The gateway's next sequence in its newest hello or state. */
  statedNextSeq: number;
  hasGap: boolean;
  owesReceipt: boolean;
}

export interface TurnPorts {
  readonly ledger: Ledger;
  readonly seals: SealChecks;
  readonly log: Log;
}

export interface TurnLimits {
  readonly parkedMaxCount: number;
  /** Records parked by all gateways together. */
  readonly parkedTotalMaxCount: number;
}

type OutcomeOf<V extends Outcome["verdict"]> = Extract<Outcome, { readonly verdict: V }>;

/** Views into a Buffer are slower to make than into plain bytes, and an event needs several. */
function plainView(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export class Turn {
  readonly #ports: TurnPorts;
  readonly #limits: TurnLimits;
  /** Unix ms at the center. */
  readonly atMs: number;
  readonly #appends: Append[] = [];
  readonly #evidence: Evidence[] = [];
  readonly #mended: MendedSeal[] = [];
  readonly #decisions: Decision[] = [];
  readonly #counts = new Map<string, number>();
  readonly #working = new Map<Desk, Working>();
  #parkedTotal: number;

  constructor(ports: TurnPorts, limits: TurnLimits, start: { atMs: number; parkedTotal: number }) {
    this.#ports = ports;
    this.#limits = limits;
    this.atMs = start.atMs;
    this.#parkedTotal = start.parkedTotal;
  }

  /** Judges one batch message of a gateway. */
  events(desk: Desk, payload: Uint8Array): void {
    const working = this.of(desk);
    working.owesReceipt = true;
    const batch = parseBatch(plainView(payload));
    if (!batch.ok) return this.refuse(desk, batch.code, batch.detail);
    const arrival = { isLate: batch.value.mark === "backlog", receivedMs: this.atMs };
    const candidates: Candidate[] = [];
    for (const record of batch.value.records) {
      const candidate = examine(record, arrival);
      if (candidate.ok) candidates.push(candidate.value);
      else this.refuse(desk, candidate.code, candidate.detail);
    }
    const room = this.#limits.parkedTotalMaxCount - this.#parkedTotal + working.parked.size;
    const judgment = judge({
      chain: working.chain,
      parked: working.parked,
      mark: batch.value.mark,
      candidates,
      reads: {
        verifySeal: (key, record) => this.#ports.seals.check(key, record),
        heldEventId: (epoch, seq) => {
          const appended = working.appended.get(seq);
          if (appended?.header.keyEpoch === epoch) return appended.eventId;
          return this.#ports.ledger.heldEventId(desk.number, epoch, seq);
        },
        keyOfEpoch: (epoch) => working.epochKeys.get(epoch),
        isSealBroken: (epoch, seq) =>
          working.broken.some((each) => each.seq === seq && each.epoch === epoch),
      },
      limits: { parkedMaxCount: Math.min(this.#limits.parkedMaxCount, room) },
    });
    this.#parkedTotal += judgment.parked.size - working.parked.size;
    working.chain = judgment.chain;
    working.parked = judgment.parked;
    for (const outcome of judgment.outcomes) this.#take(desk, working, outcome);
  }

  /** A registrar lets the gateway count again; what waited while it did not is asked for anew. */
  lift(
    desk: Desk,
    decision: Pick<Decision, "decidedBy" | "reason" | "decidedMs" | "document">,
  ): void {
    const working = this.of(desk);
    const { epoch, nextSeq, headEventId } = working.chain;
    const held = { gateway: desk.number, epoch, nextSeq, headEventId };
    this.#decisions.push({ ...decision, ...held, kind: "quarantine-lifted" });
    working.chain = lifted(working.chain);
    this.#parkedTotal -= working.parked.size;
    working.parked = nothingParked;
    working.owesReceipt = true;
    working.hasGap = true;
    this.count("quarantine/lifted");
    const { site, gateway } = desk.identity;
    this.#ports.log.info({ site, gateway, nextSeq }, "a quarantine was lifted");
  }

  /** What was said beside events; later words of one turn replace earlier ones. */
  word(desk: Desk, word: Working["word"], options: { readonly owesReceipt: boolean }): void {
    const working = this.of(desk);
    working.word = { ...working.word, ...word };
    working.owesReceipt ||= options.owesReceipt;
  }

  /** Bad input: counted and reported, never fatal. */
  refuse(desk: Desk, code: ErrorCode, detail: string): void {
    this.count(`refused/${code}`);
    const { site, gateway } = desk.identity;
    this.#ports.log.warn({ code, site, gateway, detail }, "refused what a gateway sent");
  }

  count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  keep(evidence: Evidence): void {
    this.#evidence.push(evidence);
  }

  /** An entry that a later seal covered turned out to have a bad one of its own. */
  brokenSeal(desk: Desk, entry: CoveredEntry): void {
    const working = this.of(desk);
    const { epoch, seq } = entry;
    this.keep(evidenceOfBrokenSeal(entry, this.atMs));
    this.count("seal/broken");
    const { site, gateway } = desk.identity;
    this.#ports.log.error(
      { site, gateway, epoch, seq },
      "a covered seal is not valid: asked again",
    );
    if (working.broken.length < brokenSealsMaxCount) {
      working.broken = [...working.broken, { epoch, seq, prev: prevOf(entry) }];
    } else if (working.chain.standing === "accepted") {
      working.chain = { ...working.chain, standing: "quarantined" };
      this.count("quarantine/broken-seal");
    }
  }

  of(desk: Desk): Working {
    const known = this.#working.get(desk);
    if (known !== undefined) return known;
    const working: Working = {
      chain: desk.chain,
      parked: desk.parked,
      appended: new Map(),
      lostGaps: [],
      epochKeys: desk.epochKeys,
      broken: desk.broken,
      word: {},
      statedNextSeq: desk.statedNextSeq,
      hasGap: false,
      owesReceipt: false,
    };
    this.#working.set(desk, working);
    return working;
  }

  change(): LedgerChange {
    const gateways = [...this.#working].map(([desk, working]): GatewayChange => {
      const hasMoved = working.chain !== desk.chain;
      const hasParked = working.parked !== desk.parked;
      return {
        gateway: desk.number,
        ...working.word,
        ...(hasMoved ? { chain: working.chain } : {}),
        ...(hasParked || hasMoved
          ? {
              parkedCount: working.parked.size,
              openGaps: openGaps(working.chain.nextSeq, working.parked),
            }
          : {}),
        ...(working.lostGaps.length > 0 ? { lostGaps: working.lostGaps } : {}),
      };
    });
    return {
      atMs: this.atMs,
      appends: this.#appends,
      gateways,
      evidence: this.#evidence,
      mendedSeals: this.#mended,
      decisions: this.#decisions,
      counts: this.#counts,
    };
  }

  /** After the commit: the desks become what was judged. */
  adopt(): readonly { readonly desk: Desk; readonly owesReceipt: boolean; hasGap: boolean }[] {
    return [...this.#working].map(([desk, working]) => {
      desk.chain = working.chain;
      desk.epochKeys = working.epochKeys;
      desk.broken = working.broken;
      desk.statedNextSeq = working.statedNextSeq;
      if (working.parked !== desk.parked) {
        desk.parked = new Map(
          [...working.parked].map(([seq, each]) => [
            seq,
            desk.parked.get(seq) === each ? each : detached(each),
          ]),
        );
      }
      return { desk, owesReceipt: working.owesReceipt, hasGap: working.hasGap };
    });
  }

  get hasCovered(): boolean {
    return this.#appends.some((each) => each.sealState === "chain");
  }

  #take(desk: Desk, working: Working, outcome: Outcome): void {
    const { candidate, verdict } = outcome;
    this.count(`verdict/${verdict}`);
    if (verdict === "append") {
      const { sealState, lost, epochKey } = outcome;
      this.#appends.push({ gateway: desk.number, candidate, sealState, epochKey });
      working.appended.set(candidate.header.seq, candidate);
      if (epochKey !== undefined) {
        working.epochKeys = new Map(working.epochKeys).set(candidate.header.keyEpoch, epochKey);
      }
      if (lost !== undefined) working.lostGaps.push(lost);
      return;
    }
    if (verdict === "duplicate") return this.#takeAgain(desk, working, outcome);
    if (verdict === "gap") {
      working.hasGap = true;
      if (!outcome.isParked) this.count("refused/ingest/over-limit");
      return;
    }
    const kind = evidenceKinds[verdict];
    if (kind !== undefined) this.#keepOutcome(desk, kind, outcome);
  }

  /** A record that was held already matters only where its seal was broken. */
  #takeAgain(desk: Desk, working: Working, outcome: OutcomeOf<"duplicate">): void {
    const { candidate, mend } = outcome;
    const { keyEpoch: epoch, seq } = candidate.header;
    if (mend === "bad") {
      this.count("quarantine/broken-seal");
      return this.#keepOutcome(desk, "broken-seal", outcome);
    }
    if (mend === undefined) return;
    working.broken = working.broken.filter((each) => each.seq !== seq || each.epoch !== epoch);
    this.#mended.push({ gateway: desk.number, epoch, seq, seal: candidate.record.seal });
    this.count("seal/mended");
  }

  #keepOutcome(desk: Desk, kind: Evidence["kind"], outcome: Outcome): void {
    const evidence = evidenceOfOutcome(outcome, { gateway: desk.number, kind, atMs: this.atMs });
    this.keep(evidence);
    const { detail, seq } = evidence;
    if (outcome.verdict === "reject") return this.refuse(desk, outcome.code, detail);
    if (outcome.verdict === "quarantined") return;
    const { site, gateway } = desk.identity;
    this.#ports.log.warn({ site, gateway, seq, detail, kind }, "kept as evidence");
  }
}
