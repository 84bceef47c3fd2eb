// One gateway from its ports: recovers, boots, applies the policy, starts devices and link;
// and stops.

import type { DraftOf, RecordParts } from "@driftbox/proto";
import {
  boxStates,
  placeKey,
  type AppliedPolicy,
  type Input,
  type Layout,
  type State,
} from "../custody/index.ts";
import type { Clock, Entropy, Log, SatelliteTime, Supervisor, Timers } from "../ports/runtime.ts";
import type { Documents, Journal, RecoveryReport } from "../ports/storage.ts";
import type { Uplink } from "../ports/uplink.ts";
import type { BackoffBounds } from "./uplink/backoff.ts";
import { ChainContinuation } from "./chain/chain-continuation.ts";
import { planBoot } from "./chain/chain-recovery.ts";
import { watchClock } from "./clock-watch.ts";
import type { CustodyCore } from "./loop/custody-core.ts";
import { replayCustody } from "./chain/custody-replay.ts";
import { boxSignals, type ShowSignal } from "./devices/box-signals.ts";
import { startDevices, type Wiring } from "./devices/devices.ts";
import { DeviceBook } from "./devices/device-book.ts";
import { effectRunner, type LockWire } from "./loop/effects.ts";
import { firstHearing } from "./devices/first-hearing.ts";
import { healthPageOf, type HealthPage } from "./health/health-page.ts";
import { watchHealth, type KeepHealthPage } from "./health/health-watch.ts";
import type { Identity } from "./identity.ts";
import { findBranch, Lineage, type Branch } from "./chain/lineage.ts";
import { Link } from "./uplink/link.ts";
import { LoopLag } from "./loop/loop-lag.ts";
import { Loop } from "./loop/loop.ts";
import type { WindowLimits } from "./uplink/outbox-window.ts";
import { Outbox } from "./uplink/outbox.ts";
import { progressTimer, watchProgress } from "./health/progress-watch.ts";
import type { Signs } from "./health/progress.ts";
import { PolicySource } from "./uplink/policy-source.ts";
import { ReceiptDesk } from "./uplink/receipt-desk.ts";
import type { HeldReceipt } from "./uplink/receipt-judge.ts";
import { ReceiptStore } from "./uplink/receipt-store.ts";
import { firstConnectionOfRun } from "./run-count.ts";
import { readSnapshot, SnapshotKeeper } from "./chain/snapshot-keeper.ts";
import { knownPastUs, pruneTimeUs } from "./safe-time.ts";
import { storageReportOf, watchStorage } from "./storage-watch.ts";

const heartbeatTimer = "heartbeat";
const positionTimer = "gateway-position";
/** A site under way is told to the center this often; the link may be dear. */
const positionTellMs = 60_000;
const drainTimer = "gateway-drain";
/** At stop, the longest wait for the receipts of what was just sent. */
const drainMaxMs = 2_000;
const drainLookMs = 25;

export interface GatewayPorts {
  readonly identity: Identity;
  readonly layout: Layout;
  readonly wiring: Wiring;
  readonly core: CustodyCore;
  readonly journal: Journal;
  readonly report: RecoveryReport;
  readonly documents: Documents;
  readonly uplink: Uplink;
  readonly clock: Clock;
  /** The same clock, where it can learn from satellites. */
  readonly satelliteTime?: SatelliteTime;
  /** Absent: nobody supervises. */
  readonly supervisor?: Supervisor;
  /** Absent: nobody reads how the gateway is. */
  readonly keepHealthPage?: KeepHealthPage;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly badgeRefOf: (number: string) => string;
  readonly windowLimits: WindowLimits;
  readonly backoff: BackoffBounds;
  readonly heartbeatMs: number;
  /** True: time passes only while nothing runs, so nothing ever stands still. */
  readonly isTimeVirtual?: boolean;
  readonly defer: (run: () => void) => void;
  /** The signed policy file as it is now; undefined = none configured or not readable. */
  readonly readPolicyFile: () => Uint8Array | undefined;
  readonly onFatal: (error: unknown) => void;
}

/** A running gateway. Made by `startGateway`. */
export class Gateway {
  readonly loop: Loop;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly policies: PolicySource;
  readonly receipts: ReceiptDesk;
  readonly #ports: GatewayPorts;
  readonly #store: ReceiptStore;
  readonly #snapshots: SnapshotKeeper;
  readonly #chain: ChainContinuation;
  readonly #show: ShowSignal;
  readonly #book: DeviceBook;
  readonly #lag: LoopLag;
  #stuck: () => readonly string[] = () => [];
  #stopDevices: () => Promise<void> = () => Promise.resolve();
  #ready: Promise<void> = Promise.resolve();
  #isPumpDue = false;
  #isPositionDue = false;

  constructor(ports: GatewayPorts, found: Found) {
    this.#ports = ports;
    const { journal, log, identity, documents, layout } = ports;
    const { sha256 } = identity;
    const offer = (input: Input): void => this.#offer(input);
    const locks = locksOf(ports.wiring);
    this.#book = new DeviceBook(ports.wiring, () => ports.clock.read().monoUs / 1_000);
    this.#show = boxSignals({ wires: ports.wiring.signals ?? [], timers: ports.timers });
    const show = this.#show;
    const runEffect = effectRunner({ locks, timers: ports.timers, offer, show });
    const onStandstill = (): void => this.#offer({ kind: "StandstillSeen" });
    this.#lag = new LoopLag({ ...ports, onStandstill });
    const isLate = (): boolean => ports.isTimeVirtual !== true && this.#lag.isLate();
    this.loop = new Loop({ ...ports, ...identity, runEffect, isLate }, found.state);
    this.#store = found.store;
    this.#snapshots = new SnapshotKeeper(documents, log, found.snapshotSeq);
    const receiptedSeq = (): number => this.#store.held?.nextSeq ?? 0;
    const lineage = new Lineage(journal, found.branch);
    const sendableFrom = (seq: number): number => lineage.sendableFrom(seq);
    this.outbox = new Outbox({ ...ports, sha256, receiptedSeq, sendableFrom });
    const applied = (): AppliedPolicy => {
      const { policyVersion: version, policyHash: hash } = this.loop.state.durable;
      return { version, hash };
    };
    this.policies = new PolicySource({ identity, layout, documents, log, offer, applied });
    const { loop, outbox } = this;
    const store = found.store;
    const { publicKey } = identity.signer;
    this.#chain = new ChainContinuation({ ...ports, loop, lineage, store, publicKey });
    const onUnlinked = (held: HeldReceipt): boolean => this.#chain.goBehind(held);
    this.receipts = new ReceiptDesk({ journal, log, lineage, store, outbox, onUnlinked });
    this.link = new Link({
      ...ports,
      outbox: this.outbox,
      receipts: this.receipts,
      firstConnection: found.firstConnection,
      held: () => this.#store.held,
      snapshot: () => this.#snapshot(),
      onPolicy: (document) => this.policies.takeNewest(document),
    });
    this.loop.onDurable((_records, state) => this.#recordsAppended(state));
    this.#store.onStored(() => this.#prune());
  }

  /** Facts of the start are durable and the policy is in force when the promise resolves. */
  async start(found: Found, onDurable: OnDurable | undefined): Promise<void> {
    const { report, identity, clock, timers } = this.#ports;
    if (onDurable !== undefined) this.loop.onDurable(onDurable);
    this.#prune();
    this.#chain.resume({ epoch: found.plan.epoch, branch: found.branch });
    const { software } = identity;
    const { recovery } = found.plan;
    this.loop.offer({ kind: "Booted", software, recovery, droppedBytes: report.droppedBytes });
    this.loop.settle();
    await this.policies.restore();
    await this.reloadPolicy();
    this.loop.settle();
    const offer = (input: Input): void => this.#offer(input);
    const boards = this.#ports.wiring.boards.map(({ board }) => board);
    this.#ready = firstHearing({ boards, timers }).then((unheard) => this.#tellReady(unheard));
    if (this.#ports.isTimeVirtual !== true) this.#lag.start();
    this.#stopDevices = startDevices({
      ...this.#ports,
      offer,
      show: this.#show,
      isBadge: (badgeRef) => this.policies.knows(badgeRef),
      keypads: {
        timers: this.#ports.timers,
        enter: (entered) => void this.loop.offer(entered),
      },
    });
    watchClock({ clock, timers, offer });
    const known = (): State["volatile"] => this.loop.state.volatile;
    watchStorage({ journal: this.#ports.journal, timers, offer, known });
    this.#heartbeatLater();
    this.link.start();
    this.#beWatched();
  }

  /** Resolves when the box can be used, as far as its lock boards are there. */
  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** Reads the policy file again. What is wrong with it is logged and the old policy stays. */
  async reloadPolicy(): Promise<void> {
    const bytes = this.#ports.readPolicyFile();
    if (bytes !== undefined) await this.policies.take(bytes, "file");
  }

  /** Stops taking, seals a last heartbeat, sends what it can, stores receipt and snapshot. */
  async stop(): Promise<void> {
    const { journal, timers, supervisor } = this.#ports;
    supervisor?.stopping();
    timers.clear(progressTimer);
    await this.#stopDevices();
    // What became of orders under way is said in promises that have just settled.
    await new Promise<void>((done) => this.#ports.defer(done));
    this.#askHeartbeat("shutdown");
    this.loop.close();
    this.outbox.pump();
    await this.#drained(drainMaxMs);
    // Before the farewell, which may take its time on a dead link.
    await this.#store.flush();
    await this.#snapshots.store(this.loop.state);
    await this.link.stop();
    await this.#store.flush();
    timers.clearAll();
    journal.close();
  }

  /** Replaces the stored snapshot by one of this journal. */
  async storeSnapshot(): Promise<void> {
    await this.#snapshots.store(this.loop.state);
  }

  /** A board that is not there keeps no other from serving; its own locks are refused. */
  #tellReady(unheard: readonly string[]): void {
    const { supervisor, log } = this.#ports;
    if (unheard.length > 0) log.warn({ boards: unheard }, "ready without these lock boards");
    supervisor?.ready();
  }

  /** Tells the supervisor, and whoever reads the health page, how it goes from now on. */
  #beWatched(): void {
    const { supervisor, timers, log, clock, keepHealthPage: keep } = this.#ports;
    if (supervisor !== undefined) {
      this.#stuck = watchProgress({ supervisor, timers, log, signs: () => this.#signs() });
    }
    const startedMonoMs = Math.floor(clock.read().monoUs / 1_000);
    const page = (): HealthPage => this.#healthPage(startedMonoMs);
    if (keep !== undefined) watchHealth({ timers, page, keep });
  }

  #signs(): Signs {
    const { loop } = this;
    const { waiting: waitingCount, taken: takenCount } = loop.counts;
    return {
      monoMs: this.#ports.clock.read().monoUs / 1_000,
      takenCount,
      waitingCount,
      isPaused: loop.isPaused,
      isJournalUsable: !loop.isDead,
      boards: this.#book.boardSigns(),
    };
  }

  #healthPage(startedMonoMs: number): HealthPage {
    const { clock, identity, journal, supervisor } = this.#ports;
    const { loop, link, outbox } = this;
    const { software, site, gateway } = identity;
    const { held } = this.#store;
    const receiptedNextSeq = held?.nextSeq ?? 0;
    const { isConnected, failures } = link;
    return healthPageOf({
      names: { software, site, gateway },
      bootId: clock.bootId,
      startedMonoMs,
      reading: clock.read(),
      devices: this.#book.devices(),
      lines: this.#book.lines(),
      fix: this.#book.fix(),
      queue: { ...loop.counts, unrecorded: loop.unrecordedCount, isPaused: loop.isPaused },
      journal: journal.use(),
      uplink: { isConnected, failures, outboxCount: outbox.count, receiptedNextSeq },
      roundTripMs: outbox.window?.lastRttMs,
      receiptIssuedUs: held?.issuedUs,
      state: loop.state,
      policyRefusals: this.policies.refusals,
      watchdogMs: supervisor?.watchdogMs,
      stuck: this.#stuck(),
    });
  }

  /** A badge that cannot even be queued is told so: nothing else will answer it. */
  #offer(input: Input): void {
    const offered = this.loop.offer(input);
    if (offered === "refused" && input.kind === "BadgePresented") this.#show(input.box, "refused");
    if (input.kind === "PositionReported") this.#tellPositionLater();
  }

  /** A position is no fact, so the state document that has it would not be sent by itself. */
  #tellPositionLater(): void {
    if (this.#isPositionDue) return;
    this.#isPositionDue = true;
    this.#ports.timers.set(positionTimer, positionTellMs, () => {
      this.#isPositionDue = false;
      this.link.stateChanged();
    });
  }

  #recordsAppended(state: State): void {
    this.#ports.satelliteTime?.notBefore(knownPastUs(state));
    this.#snapshots.note(state);
    if (this.#isPumpDue) return;
    this.#isPumpDue = true;
    // After the effects of the same group: a lock never waits for the network.
    this.#ports.defer(() => {
      this.#isPumpDue = false;
      this.link.recordsAppended();
    });
  }

  #snapshot(): DraftOf<"state"> {
    const { state } = this.loop;
    const { policyVersion } = state.durable;
    return { policyVersion, boxes: boxStates(state), ...state.volatile.position };
  }

  #heartbeatLater(): void {
    this.#ports.timers.set(heartbeatTimer, this.#ports.heartbeatMs, () => {
      this.#askHeartbeat("periodic");
      this.#heartbeatLater();
    });
  }

  #askHeartbeat(reason: "periodic" | "shutdown"): void {
    const storageFreeBytes = storageReportOf(this.#ports.journal).freeBytes;
    const outboxCount = this.outbox.count;
    this.loop.offer({ kind: "HeartbeatAsked", reason, outboxCount, storageFreeBytes });
  }

  #prune(): void {
    const { stored } = this.#store;
    this.#ports.journal.prune({
      receiptedNextSeq: stored?.nextSeq ?? 0,
      snapshotNextSeq: this.#snapshots.storedSeq,
      nowWallUs: pruneTimeUs(this.#ports.clock.read(), stored?.issuedUs),
    });
  }

  async #drained(leftMs: number): Promise<void> {
    if (!this.link.isConnected || this.outbox.count === 0 || leftMs <= 0) return;
    await new Promise<void>((done) => this.#ports.timers.set(drainTimer, drainLookMs, done));
    await this.#drained(leftMs - drainLookMs);
  }
}

export type OnDurable = (records: readonly RecordParts[]) => void;

/** What a start found on disk. */
interface Found {
  readonly state: State;
  readonly store: ReceiptStore;
  readonly snapshotSeq: number;
  readonly plan: ReturnType<typeof planBoot>;
  readonly branch: Branch | undefined;
  readonly firstConnection: number;
}

/**
 * Recovers and starts a gateway.
 * @param onDurable sees every record after it became durable, in order
 * @throws Fault of the journal or the documents
 */
export async function startGateway(ports: GatewayPorts, onDurable?: OnDurable): Promise<Gateway> {
  const { journal, documents, log, identity, report } = ports;
  const store = await ReceiptStore.open(ports);
  const snapshot = await readSnapshot(documents, log);
  const { publicKey } = identity.signer;
  const branch = findBranch(journal, store.held, identity.sha256);
  const held = branch?.held ?? store.held;
  const plan = planBoot({ report, head: journal.head, held, publicKey });
  const { state, foldedCount, snapshotSeq } = replayCustody(ports, snapshot);
  log.info({ recovery: plan.recovery, nextSeq: journal.head.nextSeq, foldedCount }, "recovered");
  const firstConnection = await firstConnectionOfRun(documents, log);
  const found = { state, store, snapshotSeq, plan, branch, firstConnection };
  const gateway = new Gateway(ports, found);
  const isRefused = snapshot !== undefined && snapshotSeq !== snapshot.durable.nextSeq;
  // Left there, it would fit by number at a later start, and be of records that were lost.
  if (isRefused) await gateway.storeSnapshot();
  await gateway.start(found, onDurable);
  return gateway;
}

function locksOf(wiring: Wiring): ReadonlyMap<string, LockWire> {
  const wires = wiring.boards.flatMap(({ board, channels }) =>
    channels.map(({ channel, box, compartment }): [string, LockWire] => [
      placeKey(box, compartment),
      { board, channel },
    ]),
  );
  return new Map(wires);
}
