// The state of a stored snapshot: what earlier versions did not know,
// and boxes no longer configured.

import type { Assurance } from "@driftbox/proto";
import { restoredCounters, type StoredCounters } from "./access/counters.ts";
import { fullTrust } from "./doors/trust.ts";
import { restoredCodes, type StoredCodes } from "./access/code-record.ts";
import { noOrders } from "./orders/order-marks.ts";
import { noSettings } from "./orders/settings.ts";
import { servedRecord } from "./service/service-record.ts";
import { isConfigured, placesOf, type Layout } from "./layout.ts";
import { restoredHoldings, type StoredHoldings } from "./parcels/holdings.ts";
import { depositorRole } from "./access/deposit-rules.ts";
import { initialRecord, initialVolatile, isOwing } from "./state.ts";
import type { SessionBasis } from "./state/session.ts";
import type { CoilPulse, CompartmentRecord, Durable, Session, State } from "./state.ts";

/** Version of the shape of `Durable` as it is stored now. */
export const snapshotVersion = 2;
const readableVersions: readonly number[] = [1, snapshotVersion];

/** Whether a stored snapshot can be used. */
export function isReadable(version: number): boolean {
  return readableVersions.includes(version);
}

/** As an earlier version stored a compartment. */
type StoredRecord = Omit<CompartmentRecord, "pulses" | "session" | "sensed" | "trust"> &
  Partial<Pick<CompartmentRecord, "sensed" | "trust">> & {
    readonly pulses: readonly (Omit<CoilPulse, "seq" | "deadlineMonoMs"> & Partial<CoilPulse>)[];
    readonly session: Session | SessionBefore | undefined;
  };

/** As an earlier version stored it, without what it did not know. */
export type StoredDurable = Omit<Durable, StoredLater | "compartments"> &
  Partial<Pick<Durable, Exclude<StoredLater, "counters" | "codes" | "holdings">>> &
  StoredCounters & {
    readonly holdings?: StoredHoldings;
    readonly codes?: StoredCodes;
    readonly compartments: Readonly<Record<string, StoredRecord>>;
  };
type StoredLater =
  | "lastMonoMs"
  | "runMs"
  | "policyHash"
  | "counters"
  | "lockouts"
  | "wrongTries"
  | "anonymous"
  | "powerLoss"
  | "holdings"
  | "orders"
  | "service"
  | "codes"
  | "grantsVersion"
  | "grantsHash"
  | "refusedDocuments"
  | "settings";

/** A session as it was stored before its basis told the kinds apart; the latter came later. */
interface SessionBefore extends Omit<Session, "basis" | "reader"> {
  readonly badgeRef: string;
  readonly assurance?: Assurance;
  readonly reader?: string;
  readonly basis?: "right" | "pass" | "command" | "emergency";
  readonly code?: string;
  readonly grant?: string;
}

/**
 * State of a stored durable part under the layout of now: new compartments start empty; of those no
 * longer configured what is still to be told is kept, until `boot` tells it.
 */
export function restoredState(layout: Layout, durable: StoredDurable): State {
  const records = placesOf(layout).map(
    ({ key }) => [key, restoredRecord(layout, durable.compartments[key])] as const,
  );
  const orphans = Object.entries(durable.compartments)
    .filter(([key]) => !isConfigured(layout, key))
    .map(([key, stored]) => [key, restoredRecord(layout, stored)] as const)
    .filter(([, record]) => isOwing(record));
  const { counters, counterSeqs, ...others } = durable;
  const kept: Durable = {
    lastMonoMs: 0,
    runMs: 0,
    policyHash: "",
    lockouts: {},
    wrongTries: {},
    anonymous: {},
    powerLoss: undefined,
    grantsVersion: 0,
    grantsHash: "",
    refusedDocuments: [],
    settings: noSettings,
    ...others,
    holdings: restoredHoldings(others.holdings),
    orders: { ...noOrders, ...others.orders },
    service: { ...servedRecord, ...others.service },
    codes: restoredCodes(others.codes),
    counters: restoredCounters({ counters, counterSeqs }),
    compartments: Object.fromEntries([...records, ...orphans]),
  };
  return { layout, durable: kept, volatile: initialVolatile(kept) };
}

function restoredRecord(layout: Layout, stored: StoredRecord | undefined): CompartmentRecord {
  if (stored === undefined) return initialRecord;
  const { pulses, session } = stored;
  const { orderLifeMs } = layout.timing;
  return {
    sensed: stored.presence,
    trust: fullTrust,
    ...stored,
    pulses: pulses.map((pulse) => {
      return { seq: -1, deadlineMonoMs: pulse.startMonoMs + orderLifeMs, ...pulse };
    }),
    session: session && restoredSession(session),
  };
}

/** The other persons were not stored: no session that a coil waits for outlives a start. */
function restoredSession(stored: Session | SessionBefore): Session {
  if (!("badgeRef" in stored)) return stored;
  const { grantSeq, action, person, role, reader = "", stage } = stored;
  const { grantedMonoMs, attempts, isOrphan } = stored;
  const by = { grantSeq, action, person, role, reader };
  return { ...by, basis: restoredBasis(stored), stage, grantedMonoMs, attempts, isOrphan };
}

function restoredBasis(stored: SessionBefore): SessionBasis {
  const { basis = "right", person, role, code = "", grant = "" } = stored;
  const { badgeRef, assurance = "identifier" } = stored;
  const opener = { person, badgeRef, assurance, hasPin: false };
  if (basis === "command") return { kind: "command" };
  if (basis === "pass") return { kind: "pass", authorizers: [], code, grant };
  if (basis === "emergency") return { kind: "emergency", opener };
  if (person === "" && role === depositorRole) return { kind: "depositor" };
  return { kind: "badge", opener, authorizers: [], code, grant };
}
