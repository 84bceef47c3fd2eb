// How each kind of input may be treated while it waits: an exhaustive table, one row a kind.

import type { Offering } from "../devices/credential-desk.ts";

export type OfferingKind = Offering["kind"];
type Offerings = { readonly [K in OfferingKind]: Extract<Offering, { readonly kind: K }> };

interface Traits<K extends OfferingKind> {
  /** Somebody at a box waits for it: of no use later, and dangerous then. */
  readonly isOfPerson?: true;
  /** It may be given up where there is no space to record it: it comes again, or says little. */
  readonly isDispensable?: true;
  /** What the input is about, where a newer one speaks of it too; absent = an event of its own. */
  readonly source?: (input: Offerings[K]) => string;
  /** What a level says, in a word; `open` is never dropped. Absent = it is no level. */
  readonly level?: (input: Offerings[K]) => string;
}

const ofPerson = { isOfPerson: true, isDispensable: true } as const;
const ofGateway = { source: () => "" } as const;
const place = ({ box, compartment }: { readonly box: string; readonly compartment: number }) =>
  `${box} ${compartment}`;

const traits: { readonly [K in OfferingKind]: Traits<K> } = {
  BadgePresented: ofPerson,
  DigitsEntered: ofPerson,
  PinEntered: ofPerson,
  CodePresented: ofPerson,
  CodeScanned: ofPerson,
  WishStated: ofPerson,
  WishAmended: ofPerson,
  ManifestsAccepted: ofGateway,
  DepositAsked: ofPerson,
  DepositAnswered: ofPerson,
  CommandReceived: ofPerson,
  CommandUnreadable: { isDispensable: true },
  CommandMissed: { isDispensable: true },
  DocumentTurnedAway: {
    isDispensable: true,
    source: ({ document, documentHash }) => `${document} ${documentHash}`,
  },
  TagPresented: { isDispensable: true },
  TagSeen: { isDispensable: true },
  DoorReported: {
    source: place,
    level: ({ isOpen }) => (isOpen === undefined ? "unknown" : isOpen ? "open" : "closed"),
  },
  BoltReported: { source: place, level: ({ isEngaged }) => `engaged ${isEngaged}` },
  PresenceReported: { source: place, level: ({ isOccupied }) => `occupied ${isOccupied}` },
  KeyReported: {
    source: place,
    level: ({ isTurned }) => (isTurned === true ? "open" : `turned ${isTurned}`),
  },
  WeightReported: { source: place, level: ({ isLoaded }) => `loaded ${isLoaded}` },
  DeviceHealthChanged: {
    source: ({ device }) => device,
    level: ({ isOnline }) => `online ${isOnline}`,
  },
  TamperReported: {
    source: ({ box, sensor }) => `${box} ${sensor}`,
    level: ({ isActive }) => (isActive === true ? "open" : `active ${isActive}`),
  },
  MainsReported: { ...ofGateway, level: ({ isPresent }) => `present ${isPresent}` },
  BatteryReported: { ...ofGateway, level: ({ isLow }) => `low ${isLow}` },
  TimerDue: { source: ({ key }) => key },
  PulseEnded: { source: ({ intentSeq }) => String(intentSeq) },
  Booted: ofGateway,
  PolicyAccepted: ofGateway,
  GrantsAccepted: ofGateway,
  StorageReported: ofGateway,
  ClockStepSeen: ofGateway,
  HeartbeatAsked: { ...ofGateway, isDispensable: true },
  StandstillSeen: ofGateway,
  PositionReported: ofGateway,
};

/** Whether somebody at a box waits for it. A read that only tells its counter is nobody's. */
export function isOfPerson(input: Offering): boolean {
  if (input.kind === "BadgePresented" && input.isSpent === true) return false;
  return traits[input.kind].isOfPerson === true;
}

/** Reads that a person repeats and heartbeats may be given up; everything else waits for space. */
export function isDispensable({ kind }: Offering): boolean {
  return traits[kind].isDispensable === true;
}

/** What a level says, in a word; undefined for inputs that are no level. */
export function levelOf(input: Offering): string | undefined {
  return levelIn(input.kind, input);
}

/** Inputs with the same source speak about one thing; undefined = each is an event of its own. */
export function sourceOf(input: Offering): string | undefined {
  const source = sourceIn(input.kind, input);
  return source === undefined ? undefined : `${input.kind} ${source}`;
}

function levelIn<K extends OfferingKind>(kind: K, input: Offerings[K]): string | undefined {
  return traits[kind].level?.(input);
}

function sourceIn<K extends OfferingKind>(kind: K, input: Offerings[K]): string | undefined {
  return traits[kind].source?.(input);
}
