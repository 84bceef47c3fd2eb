// Resolves digits of a code, or a signed grant, into what it opens: nothing secret goes further.

import {
  dayNearest,
  onceAheadMaxDays,
  openDocument,
  pickupIssuesMaxCount,
  readCode,
  type Action,
  type Sha256,
  type Verifier,
} from "@driftbox/proto";
import {
  believed,
  compileGrant,
  localDayOf,
  type CodeMeaning,
  type Layout,
  type Now,
  type State,
} from "../../custody/index.ts";
import { placesOf } from "../../custody/layout.ts";
import { recordAt } from "../../custody/state.ts";

/** Computes the codes of this gateway: 9 and 12 digits. */
export interface CodeKeys {
  readonly pickupCodeOf: (of: { readonly parcel: string; readonly issue: number }) => string;
  readonly onceCodeOf: (of: OneTime) => string;
}

interface OneTime {
  readonly box: string;
  readonly action: Action;
  readonly day: number;
  readonly number: number;
}

/** What the signature of a grant is checked with. */
export interface GrantChecks {
  readonly site: string;
  /** Keys that may sign grants under a policy that names these, as raw keys in lower-case hex. */
  readonly keysFor: (grantKeys: readonly string[]) => readonly Verifier[];
  readonly sha256: Sha256;
}

/**
 * Parcels of one box that digits are compared with, in the order of its compartments: with each of
 * their issues the codes that a guess could be.
 */
export const pickupParcelsMaxCount = 256;

/** What digits mean at a box; they are never a PIN. */
export function meaningOfDigits(
  keys: CodeKeys,
  { state, now, box }: { readonly state: State; readonly now: Now; readonly box: string },
  digits: string,
): CodeMeaning {
  const typed = readCode(digits);
  if (typed === undefined) return { word: "slip" };
  if (typed.word === "pickup") return pickupMeaning(keys, parcelsIn(state, box), digits);
  const { policy } = state.volatile;
  const clocks = policy && believed(now, policy, state.durable.lastWallMs);
  const today = clocks && localDayOf(clocks, policy);
  if (today === undefined) return { word: "undated" };
  const { dayInCycle, number } = typed;
  const day = dayNearest(dayInCycle, today);
  if (day > today + onceAheadMaxDays) return { word: "unknown" };
  const action = actions.find((one) => {
    return keys.onceCodeOf({ box, action: one, day, number }) === digits;
  });
  if (action === undefined) return { word: "unknown" };
  return { word: "pass", pass: { proof: "one-time-code", action, day, number } };
}

const actions: readonly Action[] = ["deposit", "collect"];

/** Digits that would be the code of two parcels open neither. */
function pickupMeaning(keys: CodeKeys, parcels: readonly string[], digits: string): CodeMeaning {
  const found = parcels.flatMap((parcel) =>
    Array.from({ length: pickupIssuesMaxCount }, (_, issue) => ({ parcel, issue })).filter(
      (pickup) => keys.pickupCodeOf(pickup) === digits,
    ),
  );
  const [first] = found;
  const isClear = first !== undefined && found.every(({ parcel }) => parcel === first.parcel);
  return isClear ? { word: "pass", pass: { proof: "pickup-code", ...first } } : { word: "unknown" };
}

/** Parcels that a code could be for: in a drop box everybody's lie together. */
function parcelsIn(state: State, box: string): readonly string[] {
  return placesOf(state.layout)
    .filter((place) => place.box.id === box && place.box.kind === "cabinet")
    .flatMap(({ key }) => recordAt(state, key).parcels.map(({ parcel }) => parcel))
    .slice(0, pickupParcelsMaxCount);
}

/** What the bytes of a signed document mean, as they were read off paper. */
export function meaningOfDocument(
  checks: GrantChecks,
  { state, box }: { readonly state: State; readonly box: string },
  bytes: Uint8Array,
): CodeMeaning {
  const { site, sha256, keysFor } = checks;
  const { policy } = state.volatile;
  const opened = openDocument("grant", bytes, keysFor(policy?.grantKeys ?? []), sha256);
  if (!opened.ok || opened.value.message.site !== site) return { word: "bad-grant" };
  const compiled = compileGrant(opened.value.message, layoutAt(state.layout, box));
  const grant = compiled.ok ? compiled.value : undefined;
  if (grant?.holder !== "bearer") return { word: "bad-grant" };
  return { word: "pass", pass: { proof: "grant", grant } };
}

/** A grant is good at its own box only. */
function layoutAt(layout: Layout, box: string): Layout {
  return { ...layout, boxes: layout.boxes.filter(({ id }) => id === box) };
}
