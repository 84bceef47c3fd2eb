// The state of a stored snapshot: what earlier versions did not know,
// and boxes no longer configured.

import { restoredCounters, type StoredCounters } from "./access/counters.ts";
import { fullTrust } from "./doors/trust.ts";
import { noCodes } from "./access/code-record.ts";
import { noOrders } from "./orders/order-marks.ts";
import { servedRecord } from "./service/service-record.ts";
import { isConfigured, placesOf, type Layout } from "./layout.ts";
import { noHoldings } from "./parcels/holdings.ts";
import { initialRecord, initialVolatile, isOwing } from "./state.ts";
import type { CoilPulse, CompartmentRecord, Durable, Session, State } from "./state.ts";

/** Version of the shape of `Durable`; a stored snapshot of another version is not used. */
export const snapshotVersion = 1;

/** As an earlier version stored a compartment. */
type StoredRecord = Omit<CompartmentRecord, "pulses" | "session" | "sensed" | "trust"> &
  Partial<Pick<CompartmentRecord, "sensed" | "trust">> & {
    readonly pulses: readonly (Omit<CoilPulse, "seq" | "deadlineMonoMs"> & Partial<CoilPulse>)[];
    readonly session: (Omit<Session, keyof typeof sessionBefore> & Partial<Session>) | undefined;
  };

/** As an earlier version stored it, without what it did not know. */
export type StoredDurable = Omit<Durable, StoredLater | "compartments"> &
  Partial<Pick<Durable, Exclude<StoredLater, "counters">>> &
  StoredCounters & {
    readonly compartments: Readonly<Record<string, StoredRecord>>;
  };
type StoredLater =
  | "lastMonoMs"
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
  | "grantsHash";

const sessionBefore = {
  assurance: "identifier",
  reader: "",
  basis: "right",
  code: "",
  grant: "",
} as const satisfies Partial<Session>;

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
    policyHash: "",
    lockouts: {},
    wrongTries: {},
    anonymous: {},
    powerLoss: undefined,
    grantsVersion: 0,
    grantsHash: "",
    ...others,
    holdings: { ...noHoldings, ...others.holdings },
    orders: { ...noOrders, ...others.orders },
    service: { ...servedRecord, ...others.service },
    codes: { ...noCodes, ...others.codes },
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
    session: session && { ...sessionBefore, ...session },
  };
}
