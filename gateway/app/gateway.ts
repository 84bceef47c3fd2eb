// One gateway from its ports: recovers, boots, applies the policy, starts devices and link;
// and stops.

import type { DraftOf, RecordParts } from "@driftbox/proto";
import {
  believed,
  boxStates,
  isBuzzerForAlarms,
  placeKey,
  type AppliedPolicy,
  type Input,
  type Now,
  type State,
} from "../custody/index.ts";
import { ChainContinuation } from "./chain/chain-continuation.ts";
import { watchClock } from "./clock-watch.ts";
import { boxSignals, type ShowSignal } from "./devices/box-signals.ts";
import { startDevices, type Wiring } from "./devices/devices.ts";
import type { GatewayPorts } from "./gateway-ports.ts";
import { watchVitals } from "./health/vital-signs.ts";
import { recover, type Found } from "./recover.ts";
import { DeviceBook } from "./devices/device-book.ts";
import { Panels } from "./devices/panel.ts";
import { effectRunner, type LockWire, type TellCode } from "./loop/effects.ts";
import { CommandDesk } from "./uplink/command-desk.ts";
import { firstHearing } from "./devices/first-hearing.ts";
import { Lineage } from "./chain/lineage.ts";
import { Link } from "./uplink/link.ts";
import { LoopLag } from "./loop/loop-lag.ts";
import { Loop } from "./loop/loop.ts";
import { nowOf } from "./loop/step.ts";
import { Outbox } from "./uplink/outbox.ts";
import { progressTimer } from "./health/progress-watch.ts";
import { SettingsKeeper } from "./settings-keeper.ts";
import { SigningKeys } from "./signing-keys.ts";
import { GrantSource } from "./uplink/grant-source.ts";
import { ManifestSource } from "./uplink/manifest-source.ts";
import { PolicySource } from "./uplink/policy-source.ts";
import { ReceiptDesk } from "./uplink/receipt-desk.ts";
import type { HeldReceipt } from "./uplink/receipt-judge.ts";
import type { ReceiptStore } from "./uplink/receipt-store.ts";
import { SnapshotKeeper } from "./chain/snapshot-keeper.ts";
import { knownPastUs, pruneTimeUs } from "./safe-time.ts";
import { storageReportOf, watchStorage } from "./storage-watch.ts";

const heartbeatTimer = "heartbeat";
const positionTimer = "gateway-position";
/** A site under way is told to the center this often; the link may be dear. */
const positionTellMs = 60_000;
/** What persons do at a box that may leave no fact: a parcel is listed, a PIN is asked for. */
const shownInputs: ReadonlySet<Input["kind"]> = new Set([
  "BadgePresented",
  "TagPresented",
  "TagSeen",
]);
const drainTimer = "gateway-drain";
/** At stop, the longest wait for the receipts of what was just sent. */
const drainMaxMs = 2_000;
const drainLookMs = 25;

/** A running gateway. Made by `startGateway`. */
export class Gateway {
  readonly loop: Loop;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly policies: PolicySource;
  readonly grants: GrantSource;
  readonly manifests: ManifestSource;
  readonly receipts: ReceiptDesk;
  readonly #ports: GatewayPorts;
  readonly #store: ReceiptStore;
  readonly #snapshots: SnapshotKeeper;
  readonly #settings: SettingsKeeper;
  readonly #chain: ChainContinuation;
  readonly #show: ShowSignal;
  readonly #panels: Panels | undefined;
  readonly #book: DeviceBook;
  readonly #lag: LoopLag;
  #stopDevices: () => Promise<void> = () => Promise.resolve();
  #ready: Promise<void> = Promise.resolve();
  #isPumpDue = false;
  #isPositionDue = false;
  readonly #codeListeners: TellCode[] = [];

  constructor(ports: GatewayPorts, found: Found) {
    this.#ports = ports;
    const { journal, log, identity, documents } = ports;
    const { sha256 } = identity;
    const offer = (input: Input): void => this.#offer(input);
    const locks = locksOf(ports.wiring);
    this.#book = new DeviceBook(ports.wiring, () => ports.clock.read().monoUs / 1_000);
    this.#panels = this.#panelsOf(ports);
    const onOrder: ShowSignal = (...order) => this.#panels?.onOrder(...order);
    this.#show = boxSignals({
      wires: ports.wiring.signals ?? [],
      timers: ports.timers,
      onOrder,
      isForAlarms: () => isBuzzerForAlarms(this.loop.state),
    });
    const show = this.#show;
    const tell: TellCode = (told) => this.#codeListeners.forEach((listen) => listen(told));
    const runEffect = effectRunner({ locks, timers: ports.timers, offer, show, tell });
    const onStandstill = (): void => this.#offer({ kind: "StandstillSeen" });
    this.#lag = new LoopLag({ ...ports, onStandstill });
    const isLate = (): boolean => ports.isTimeVirtual !== true && this.#lag.isLate();
    this.loop = new Loop({ ...ports, ...identity, runEffect, isLate }, found.state);
    this.#store = found.store;
    this.#snapshots = new SnapshotKeeper(documents, log, found.snapshotSeq);
    this.#settings = new SettingsKeeper(documents, log);
    const receiptedSeq = (): number => this.#store.held?.nextSeq ?? 0;
    const lineage = new Lineage(journal, found.branch);
    const sendableFrom = (seq: number): number => lineage.sendableFrom(seq);
    this.outbox = new Outbox({ ...ports, sha256, receiptedSeq, sendableFrom });
    const applied = (): AppliedPolicy => {
      const { policyVersion: version, policyHash: hash } = this.loop.state.durable;
      return { version, hash };
    };
    const offerPolicy = (input: Input): void => {
      offer(input);
      if (input.kind === "PolicyAccepted") void this.grants.rejudge();
    };
    const now = (): Now => this.#believedNow();
    this.policies = new PolicySource({ ...ports, offer: offerPolicy, applied, now });
    this.grants = this.#grantsOf(ports, offer);
    this.manifests = new ManifestSource({ ...ports, offer });
    const { loop, outbox } = this;
    const commandKeys = new SigningKeys(identity.centerKeys);
    const trusted = () => commandKeys.keysFor(this.policies.inForce?.commandKeys ?? []);
    const commands = new CommandDesk({ identity, log, offer, trusted });
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
      desks: {
        policy: (document) => this.policies.takeNewest(document),
        // The policy that came just before may name the keys that sign them.
        grants: (document) => {
          void this.policies.settled().then(() => this.grants.takeNewest(document));
        },
        manifests: (document) => this.manifests.takeNewest(document),
        commands: (document) => commands.take(document),
      },
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
    await this.grants.restore();
    await this.manifests.restore();
    this.loop.settle();
    const offer = (input: Input): void => this.#offer(input);
    const boards = this.#ports.wiring.boards.map(({ board }) => board);
    this.#ready = firstHearing({ boards, timers }).then((unheard) => this.#tellReady(unheard));
    if (this.#ports.isTimeVirtual !== true) this.#lag.start();
    this.#stopDevices = startDevices({
      ...this.#ports,
      offer,
      show: this.#show,
      answer: (box, number) => this.#panels?.answer(box, number) ?? false,
      isBadge: (badgeRef) => this.policies.knows(badgeRef),
      keypads: {
        timers: this.#ports.timers,
        enter: (entered) => void this.loop.offer(entered),
      },
    });
    if (this.#panels !== undefined) this.onCode(this.#panels.onCode);
    await this.#panels?.start();
    watchClock({ clock, timers, offer });
    const known = (): State["volatile"] => this.loop.state.volatile;
    watchStorage({ journal: this.#ports.journal, timers, offer, known });
    this.#heartbeatLater();
    this.link.start();
    const { loop, link, outbox, policies } = this;
    const store = this.#store;
    const book = this.#book;
    watchVitals({ ports: this.#ports, loop, link, outbox, policies, store, book });
  }

  /** Called with each check code that somebody at a box is told, once its event is durable. */
  onCode(listener: TellCode): void {
    this.#codeListeners.push(listener);
  }

  /** Address of the screens on this machine; undefined = none are served. */
  get kioskUrl(): string | undefined {
    return this.#ports.kiosk?.server.url;
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
    await Promise.all([this.#stopDevices(), this.#panels?.stop()]);
    // What became of orders under way is said in promises that have just settled.
    await new Promise<void>((done) => this.#ports.defer(done));
    this.#askHeartbeat("shutdown");
    this.loop.close();
    this.outbox.pump();
    await this.#drained(drainMaxMs);
    // Before the farewell, which may take its time on a dead link.
    await this.#store.flush();
    await this.#settings.settled();
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

  /** A command comes before the policy, and the policy before the file. */
  #helpNumber(configured: string): string {
    const { durable, volatile } = this.loop.state;
    const changed = durable.settings["kiosk.helpNumber"]?.value;
    return changed ?? (volatile.policy?.helpNumber || configured);
  }

  #believedNow(): Now {
    const { durable, volatile } = this.loop.state;
    const { issuedUs = 0 } = volatile.policy ?? {};
    return believed(nowOf(this.#ports.clock.read()), { issuedUs }, durable.lastWallMs);
  }

  #grantsOf(ports: GatewayPorts, offer: (input: Input) => void): GrantSource {
    const keys = new SigningKeys(ports.identity.centerKeys);
    return new GrantSource({
      ...ports,
      offer,
      grantKeys: () => keys.keysFor(this.policies.inForce?.grantKeys ?? []),
      applied: () => {
        const { grantsVersion: version, grantsHash: hash } = this.loop.state.durable;
        return { version, hash };
      },
    });
  }

  #panelsOf({ kiosk, layout, timers, log, wiring }: GatewayPorts): Panels | undefined {
    if (kiosk === undefined) return undefined;
    return new Panels({
      server: kiosk.server,
      boxes: layout.boxes.map(({ id }) => id),
      state: () => this.loop.state,
      isLinked: () => this.link.isConnected,
      now: () => this.#believedNow(),
      showLamp: (box, signal) => {
        for (const one of wiring.signals ?? []) if (one.box === box) one.signals.show(signal);
      },
      helpNumber: () => this.#helpNumber(kiosk.helpNumber),
      offer: (offering) => void this.loop.offer(offering),
      timers,
      log,
    });
  }

  /** A badge that cannot even be queued is told so: nothing else will answer it. */
  #offer(input: Input): void {
    const offered = this.loop.offer(input);
    if (offered === "refused" && input.kind === "BadgePresented") this.#show(input.box, "refused");
    if (input.kind === "PositionReported") this.#tellPositionLater();
    // What is read at a box is on its screen at once, also where no fact comes of it.
    if (shownInputs.has(input.kind)) this.#panels?.refresh();
    if (input.kind === "ClockStepSeen") void this.policies.rejudge();
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
    this.#settings.note(state);
    this.#panels?.refresh();
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

/**
 * Recovers and starts a gateway.
 * @param onDurable sees every record after it became durable, in order
 * @throws Fault of the journal or the documents
 */
export async function startGateway(ports: GatewayPorts, onDurable?: OnDurable): Promise<Gateway> {
  const found = await recover(ports);
  const gateway = new Gateway(ports, found);
  // Left there, it would fit by number at a later start, and be of records that were lost.
  if (found.isSnapshotFalse) await gateway.storeSnapshot();
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
