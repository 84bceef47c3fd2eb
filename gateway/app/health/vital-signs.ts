// How a running gateway is, told to its supervisor and on its health page.

import type { DeviceBook } from "../devices/device-book.ts";
import type { GatewayPorts } from "../gateway-ports.ts";
import type { Loop } from "../loop/loop.ts";
import type { Link } from "../uplink/link.ts";
import type { Outbox } from "../uplink/outbox.ts";
import type { PolicySource } from "../uplink/policy-source.ts";
import type { ReceiptStore } from "../uplink/receipt-store.ts";
import { healthPageOf, type HealthPage } from "./health-page.ts";
import { watchHealth } from "./health-watch.ts";
import type { Signs } from "./progress.ts";
import { watchProgress } from "./progress-watch.ts";

/** The parts of a gateway that are looked at. */
export interface Vitals {
  readonly ports: GatewayPorts;
  readonly loop: Loop;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly policies: PolicySource;
  readonly store: ReceiptStore;
  readonly book: DeviceBook;
}

/** Tells the supervisor, and whoever reads the health page, how it goes from now on. */
export function watchVitals(vitals: Vitals): void {
  const { supervisor, timers, log, clock, keepHealthPage: keep } = vitals.ports;
  const startedMonoMs = Math.floor(clock.read().monoUs / 1_000);
  const signs = (): Signs => signsOf(vitals);
  const stuck =
    supervisor === undefined
      ? (): readonly string[] => []
      : watchProgress({ supervisor, timers, log, signs });
  const page = (): HealthPage => pageOf(vitals, startedMonoMs, stuck());
  if (keep !== undefined) watchHealth({ timers, page, keep });
}

function signsOf({ ports, loop, book }: Vitals): Signs {
  const { waiting: waitingCount, taken: takenCount } = loop.counts;
  return {
    monoMs: ports.clock.read().monoUs / 1_000,
    takenCount,
    waitingCount,
    isPaused: loop.isPaused,
    isJournalUsable: !loop.isDead,
    boards: book.boardSigns(),
  };
}

function pageOf(vitals: Vitals, startedMonoMs: number, stuck: readonly string[]): HealthPage {
  const { ports, loop, link, outbox, policies, store, book } = vitals;
  const { clock, identity, journal, supervisor } = ports;
  const { software, site, gateway } = identity;
  const { held } = store;
  const { isConnected, failures } = link;
  const receiptedNextSeq = held?.nextSeq ?? 0;
  return healthPageOf({
    names: { software, site, gateway },
    bootId: clock.bootId,
    startedMonoMs,
    reading: clock.read(),
    devices: book.devices(),
    lines: book.lines(),
    fix: book.fix(),
    queue: { ...loop.counts, unrecorded: loop.unrecordedCount, isPaused: loop.isPaused },
    journal: journal.use(),
    uplink: { isConnected, failures, outboxCount: outbox.count, receiptedNextSeq },
    roundTripMs: outbox.window?.lastRttMs,
    receiptIssuedUs: held?.issuedUs,
    state: loop.state,
    kioskUrl: ports.kiosk?.server.url,
    policyRefusals: policies.refusals,
    watchdogMs: supervisor?.watchdogMs,
    stuck,
  });
}
