// The fold of facts: what each fact makes of the durable state. Nothing else may change that part.

import type { Fact, FactKind, FactOf } from "@driftbox/proto";
import { toHex } from "@driftbox/proto";
import { countersAfter } from "./access/counters.ts";
import { addParcel, dropParcels, dropParcelElsewhere, whereIs } from "./parcels/inventory.ts";
import { holdingsAfter } from "./parcels/holdings.ts";
import { sensedOf } from "./doors/fusion.ts";
import { rebasedTrust, trustAfter } from "./doors/trust.ts";
import type { Now } from "./inputs.ts";
import { bounds, isConfigured, placeKey } from "./layout.ts";
import { codesAfter } from "./access/code-record.ts";
import { lockoutsAfter } from "./access/lockouts.ts";
import { clockToleranceMs } from "./access/rights.ts";
import { anonymousAfter } from "./visits/anonymous.ts";
import { asEmergency, isRefusalOf, sessionOf, withAuthorizer } from "./visits/session-basis.ts";
import { ordersAfter } from "./orders/order-marks.ts";
import { refusedDocumentsAfter } from "./access/refused-documents.ts";
import { settingsAfter } from "./orders/settings.ts";
import { serviceAfter } from "./service/service-record.ts";
import { initialRecord, isOwing } from "./state.ts";
import type { CoilPulse, CompartmentRecord, Durable, Session, State } from "./state.ts";

/** What the header of the event says about the fact. */
export interface FactMeta extends Omit<Now, "isWallTrusted"> {
  readonly seq: number;
  /** Lower-case hex. */
  readonly bootId: string;
}

type RecordFold<K extends FactKind> = (
  record: CompartmentRecord,
  fact: FactOf<K>,
  meta: FactMeta,
) => CompartmentRecord;

const minuteMs = 60_000;

function trusted(
  record: CompartmentRecord,
  fact: Parameters<typeof trustAfter>[1],
  meta: FactMeta,
): CompartmentRecord {
  return { ...record, trust: trustAfter(record.trust, fact, meta) };
}

/** Facts about one compartment; kinds without a row leave it as it is. */
const folds: { readonly [K in FactKind]?: RecordFold<K> } = {
  AccessGranted: (record, fact, meta) => ({
    ...record,
    session: sessionOf(fact, meta),
  }),
  AuthorizerAdded: (record, fact) => ({
    ...record,
    session: withAuthorizer(record.session, fact),
  }),
  AccessRefused: (record, fact) => {
    const { session } = record;
    const isGivenUp = session?.stage === "granted" && isRefusalOf(session, fact);
    return isGivenUp ? { ...record, session: undefined } : record;
  },
  UnlockIntended: (record, fact, meta) => ({
    ...record,
    intent: {
      seq: meta.seq,
      grantSeq: fact.grantSeq,
      attempt: fact.attempt,
      deadlineMonoMs: Math.round(fact.deadlineMonoUs / 1_000),
    },
    session: staged(record.session, { stage: "unlocking", attempts: fact.attempt }),
    pulses: pulsesWith(record.pulses, {
      seq: meta.seq,
      startMonoMs: meta.monoMs,
      deadlineMonoMs: Math.round(fact.deadlineMonoUs / 1_000),
      pulseMs: fact.pulseMs,
    }),
  }),
  UnlockConcluded: (record, fact) => concluded(record, fact),
  LockFaulted: (record, fact) => ({
    ...record,
    fault: fact.fault,
    session:
      record.session?.stage === "retrying"
        ? staged(record.session, { stage: "unconfirmed" })
        : record.session,
  }),
  DoorOpened: (record, fact, meta) => ({
    ...record,
    isDoorOpen: true,
    openedMonoMs: meta.monoMs,
    isForced: false,
    isAjar: false,
    heldStage: 0,
    lastPerson: fact.person,
    lastCollection: lastCollectionAfter(record, fact.person, meta),
    session: staged(record.session, { stage: "open" }),
  }),
  DoorForced: (record, _fact, meta) => unlawfullyOpened(record, meta),
  OverrideUsed: (record, _fact, meta) => unlawfullyOpened(record, meta),
  DoorHeldOpen: (record, fact) => ({ ...record, heldStage: fact.stage }),
  DoorAjar: (record) => ({ ...record, isAjar: true }),
  DoorClosed: (record, fact) => ({
    ...record,
    isDoorOpen: false,
    isForced: false,
    isAjar: false,
    heldStage: 0,
    fault: undefined,
    presence: fact.presenceAfter,
    sensed: sensedOf(fact.presenceAfter, fact.confidenceReason),
    isInventoryKnown:
      record.isInventoryKnown || sensedOf(fact.presenceAfter, fact.confidenceReason) === "empty",
    session: fact.grantSeq === record.session?.grantSeq ? undefined : record.session,
  }),
  ParcelDeposited: (record, fact) => ({
    ...addParcel(record, { parcel: fact.parcel, isVerified: true, grantSeq: fact.grantSeq }),
    lastPerson: fact.person,
  }),
  ParcelCollected: (record, fact) => dropParcels(record, [fact.parcel]),
  DepositUnverified: (record, fact) =>
    fact.parcel === ""
      ? { ...record, isInventoryKnown: false }
      : addParcel(record, { parcel: fact.parcel, isVerified: false, grantSeq: fact.grantSeq }),
  DepositAbandoned: (record, { parcel }) =>
    parcel === undefined ? record : dropParcels(record, [parcel]),
  ParcelUnaccounted: (record, fact) => ({
    ...dropParcels(record, fact.parcels),
    presence: fact.presenceAfter,
    sensed: fact.presenceAfter,
    isInventoryKnown: fact.presenceAfter === "empty",
  }),
  SensorDissented: trusted,
  SensorQuarantined: trusted,
  SensorRestored: trusted,
  EmergencyDeclared: (record, fact) => ({ ...record, session: asEmergency(record.session, fact) }),
  CompartmentDisabled: (record) => ({ ...record, isEnabled: false }),
  CompartmentEnabled: (record) => ({ ...record, isEnabled: true, fault: undefined }),
};

/**
 * Folds one durable fact. Of a compartment that is not configured any more the state keeps a record
 * while something of it is still to be told.
 */
export function evolve(state: State, fact: Fact, meta: FactMeta): State {
  const compartments = compartmentsAfter(state, fact, meta);
  const runMs = runAfter(state.durable, meta);
  const durable: Durable = {
    ...state.durable,
    nextSeq: meta.seq + 1,
    bootId: meta.bootId,
    lastMonoMs: meta.monoMs,
    runMs,
    lastWallMs: lastWallAfter(state.durable, fact, meta),
    ...(fact.kind === "PolicyApplied" && appliedBy(fact)),
    compartments,
    holdings: holdingsAfter(state.durable, compartments, fact, { seq: meta.seq, runMs }),
    counters: countersAfter(state.durable.counters, fact, meta.seq),
    ...lockoutsAfter(state.durable, fact, meta),
    anonymous: anonymousAfter(state.durable, fact, meta),
    powerLoss: powerLossAfter(state.durable, fact, meta),
    orders: ordersAfter(state.durable.orders, fact, meta, state.durable.bootId !== meta.bootId),
    service: serviceAfter(state.durable.service, fact, meta),
    codes: codesAfter(state.durable.codes, fact, meta, (one) => whereIs(state, one) !== undefined),
    refusedDocuments: refusedDocumentsAfter(state.durable.refusedDocuments, fact),
    settings: settingsAfter(state.durable.settings, fact),
    ...(fact.kind === "GrantsApplied" && {
      grantsVersion: fact.version,
      grantsHash: toHex(fact.setHash),
    }),
  };
  return { ...state, durable };
}

function appliedBy(fact: FactOf<"PolicyApplied">): Pick<Durable, "policyVersion" | "policyHash"> {
  return { policyVersion: fact.version, policyHash: toHex(fact.policyHash) };
}

function runAfter({ runMs, bootId, lastMonoMs }: Durable, meta: FactMeta): number {
  const sinceMs = bootId === meta.bootId ? meta.monoMs - lastMonoMs : meta.monoMs;
  return runMs + Math.max(0, sinceMs);
}

/**
 * Time as recorded only grows, but a clock that was corrected is right from then on: by whoever
 * keeps it right, not by whoever sets it. A small step back is none: many of them would lead any
 * distance.
 */
function lastWallAfter({ lastWallMs }: Durable, fact: Fact, meta: FactMeta): number {
  if (fact.kind !== "ClockStepped") return Math.max(lastWallMs, meta.wallMs);
  const afterMs = Math.floor(fact.wallAfterUs / 1_000);
  const isCorrected = meta.isWallDisciplined && afterMs < lastWallMs - clockToleranceMs;
  return isCorrected ? afterMs : Math.max(lastWallMs, afterMs);
}

function powerLossAfter(durable: Durable, fact: Fact, meta: FactMeta): Durable["powerLoss"] {
  if (fact.kind === "PowerRestored") return undefined;
  if (fact.kind !== "PowerLost") return durable.powerLoss;
  return { bootId: meta.bootId, monoMs: meta.monoMs, wallMs: meta.wallMs };
}

type Compartments = Durable["compartments"];

function compartmentsAfter({ layout, durable }: State, fact: Fact, meta: FactMeta): Compartments {
  const { compartments } = durable;
  if (fact.kind === "GatewayStarted") return afterRestart(durable, meta);
  if (!("compartment" in fact)) return compartments;
  const key = placeKey(fact.box, fact.compartment);
  const fold = folds[fact.kind] as RecordFold<FactKind> | undefined;
  if (fold === undefined) return compartments;
  const record = fold(compartments[key] ?? initialRecord, fact, meta);
  const { [key]: _before, ...others } = compartments;
  const isKept = isConfigured(layout, key) || isOwing(record);
  const after = isKept ? { ...compartments, [key]: record } : others;
  const hasEntered = fact.kind === "ParcelDeposited" || fact.kind === "DepositUnverified";
  return hasEntered ? dropParcelElsewhere(after, key, fact.parcel) : after;
}

/** Whoever opens to deposit ends nothing that keeps themself from collecting. */
function lastCollectionAfter(
  { session, lastCollection }: CompartmentRecord,
  person: string,
  { monoMs }: FactMeta,
): CompartmentRecord["lastCollection"] {
  if (session?.action === "collect") return { person, monoMs };
  return lastCollection?.person === person ? lastCollection : undefined;
}

/** By force or by the mechanical key: nobody vouches any more for what is inside. */
function unlawfullyOpened(record: CompartmentRecord, { monoMs }: FactMeta): CompartmentRecord {
  const opened = { isDoorOpen: true, openedMonoMs: monoMs, isForced: true };
  return { ...record, ...opened, isInventoryKnown: false };
}

function staged(session: Session | undefined, change: Partial<Session>): Session | undefined {
  return session === undefined ? undefined : { ...session, ...change };
}

function pulsesWith(pulses: readonly CoilPulse[], pulse: CoilPulse): readonly CoilPulse[] {
  const recent = pulses.filter((one) => pulse.startMonoMs - one.startMonoMs < minuteMs);
  return [...recent, pulse].slice(-bounds.coilPulsesMaxCount);
}

function concluded(record: CompartmentRecord, fact: FactOf<"UnlockConcluded">): CompartmentRecord {
  const { intent, session } = record;
  if (intent?.seq !== fact.intentSeq) return record;
  const isOfSession = session?.grantSeq === intent.grantSeq;
  const freed = { ...record, intent: undefined };
  if (fact.outcome === "opened") return { ...freed, fault: undefined };
  if (!isOfSession) return freed;
  if (fact.outcome === "refused") return { ...freed, session: undefined };
  const stage = fact.outcome === "jammed" ? "retrying" : "unconfirmed";
  return { ...freed, session: staged(session, { stage }) };
}

/** A new boot's clock starts anew: what was running counts on from the start of the boot. */
function afterRestart(durable: Durable, meta: FactMeta): Compartments {
  const isNewBoot = durable.bootId !== meta.bootId;
  const entries = Object.entries(durable.compartments).map(([key, record]) => {
    const rebased = isNewBoot ? rebase(record, meta.monoMs) : record;
    return [key, { ...rebased, session: orphaned(rebased, isNewBoot) }] as const;
  });
  return Object.fromEntries(entries);
}

function rebase(record: CompartmentRecord, monoMs: number): CompartmentRecord {
  return {
    ...record,
    openedMonoMs: record.isDoorOpen ? monoMs : 0,
    pulses: record.pulses.map((pulse) => {
      return { ...pulse, startMonoMs: monoMs, deadlineMonoMs: monoMs };
    }),
    lastCollection: record.lastCollection && { ...record.lastCollection, monoMs },
    trust: rebasedTrust(record.trust, monoMs),
    session: staged(record.session, { grantedMonoMs: monoMs }),
  };
}

/**
 * Only a session that was pulsed or open outlives a restart of the program; a new boot, which may
 * come days later, is outlived only by an opening that nobody saw the outcome or the end of.
 */
function orphaned(record: CompartmentRecord, isNewBoot: boolean): Session | undefined {
  const { session } = record;
  if (session === undefined || session.stage === "granted") return undefined;
  if (isNewBoot && session.stage !== "unlocking" && session.stage !== "open") return undefined;
  const stage = session.stage === "retrying" ? "unconfirmed" : session.stage;
  return { ...session, stage, isOrphan: true };
}
