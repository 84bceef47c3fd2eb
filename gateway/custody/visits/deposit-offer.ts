// Which compartment opens for somebody without card who brings something of a size, or why none.

import type { RefusalReason } from "@driftbox/proto";
import { depositRefusal } from "../access/deposit-rules.ts";
import { obstacle, selectForDeposit, type Selection } from "../access/selection.ts";
import { canWait } from "../coils/solenoids.ts";
import type { Now } from "../inputs.ts";
import { compartmentSizes, placesOf, type CompartmentSize, type PlaceLayout } from "../layout.ts";
import { holdOf } from "../parcels/holds.ts";
import { whereIs } from "../parcels/inventory.ts";
import { recordAt, type State } from "../state.ts";
import { anonymousFreeMs } from "./anonymous.ts";
import { blockingPlaces } from "./sessions.ts";

export interface DepositWish {
  readonly box: string;
  readonly size: CompartmentSize;
  /** Number of the envelope; empty = none. */
  readonly number: string;
}

/** Names that the gateway makes itself for what has no number. */
const madePrefix = "dep-";
const bootChars = 8;
const envelopeNumber = /^[0-9A-Za-z][0-9A-Za-z-]{0,31}$/;

/**
 * Name of a parcel that came without a number: of the boot and the grant it was put in under. No
 * grant of a gateway has the number of another, and no two boots are called the same.
 */
export function madeParcel({ durable }: State, grantSeq: number): string {
  return `${madePrefix}${durable.bootId.slice(0, bootChars)}-${grantSeq}`;
}

/** 1 to 32 letters, digits and hyphens, not as the gateway names parcels itself. */
export function isEnvelopeNumber(text: string): boolean {
  return envelopeNumber.test(text) && !text.toLowerCase().startsWith(madePrefix);
}

/** The smallest compartment that is large enough, lowest number first. */
export function offerDeposit(state: State, now: Now, wish: DepositWish): Selection {
  const no = refusalAt(state, now, wish.box);
  if (no !== undefined) return refused(no);
  const { number } = wish;
  if (number !== "" && !(isEnvelopeNumber(number) && isNew(state, number))) {
    return refused("not-custodian");
  }
  const inBox = placesOf(state.layout).filter(({ box }) => box.id === wish.box);
  const brought = { hasNumber: number !== "" };
  const reasons = inBox.map((place) => depositRefusal(state, now, place, brought));
  const open = inBox.filter((_, at) => reasons[at] === undefined);
  if (open.length === 0) return refused(reasons[0] ?? "deposits-closed");
  const fitting = open.filter((place) => sizeRank(place) >= compartmentSizes.indexOf(wish.size));
  const bySize = fitting.toSorted((a, b) => sizeRank(a) - sizeRank(b));
  const selection = selectForDeposit(state, bySize);
  if (!selection.ok || canWait(state, selection.place, now.monoMs)) return selection;
  return refused("box-busy");
}

/** Whether a parcel of this name is in no compartment, container or hand, as far as is known. */
function isNew(state: State, parcel: string): boolean {
  const hold = holdOf(state.durable.holdings.carried, parcel);
  return whereIs(state, parcel) === undefined && (hold === undefined || hold.by === "nobody");
}

/** What somebody brought before, and where. */
interface Reopening {
  readonly number: string;
  readonly parcel: string;
}

/** The same compartment once more, for whoever just closed it, with nothing of others in it. */
export function offerReopening(
  state: State,
  now: Now,
  place: PlaceLayout,
  { number, parcel }: Reopening,
): Selection {
  const isShared = place.box.kind === "drop-box";
  const { parcels } = recordAt(state, place.key);
  const holdsOthers = !isShared && parcels.some((held) => held.parcel !== parcel);
  if (holdsOthers) return refused("nothing-to-reopen");
  const reason =
    refusalAt(state, now, place.box.id) ??
    depositRefusal(state, now, place, { hasNumber: number !== "" }) ??
    obstacle(state, place, "deposit");
  if (reason !== undefined) return refused(reason);
  if (!canWait(state, place, now.monoMs)) return refused("box-busy");
  return { ok: true, place, action: "deposit" };
}

/** What stands against any opening of a box for somebody without card. */
function refusalAt(state: State, now: Now, box: string): RefusalReason | undefined {
  const { policy, canOpen, visits } = state.volatile;
  if (policy === undefined) return "no-policy";
  if (!canOpen) return "storage-full";
  if (visits[box] !== undefined) return "box-busy";
  if (blockingPlaces(state, box, now.monoMs).length > 0) return "box-busy";
  return anonymousFreeMs(state, box, now.monoMs) > 0 ? "deposits-closed" : undefined;
}

/** Position of a compartment's size among the sizes. */
export function sizeRank({ compartment }: PlaceLayout): number {
  return compartmentSizes.indexOf(compartment.size ?? "medium");
}

function refused(reason: RefusalReason): Selection {
  return { ok: false, reason, compartment: 0 };
}
