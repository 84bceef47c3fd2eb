// What a screen shows of parcels under a wish, of what is owed, and of a box that is serviced.

import { isFullOfUnsigned } from "../../custody/service/emergencies.ts";
import { isSurelyEmpty } from "../../custody/service/emptiness.ts";
import { closingOf } from "../../custody/manifests/closing.ts";
import { custodyOf } from "../../custody/parcels/holdings.ts";
import { listedOf } from "../../custody/parcels/listed.ts";
import { isDeviceOnline } from "../../custody/devices.ts";
import { placesOf, type PlaceLayout } from "../../custody/layout.ts";
import { answerOf } from "../../custody/handover/answers.ts";
import { releasesAt } from "../../custody/handover/releases.ts";
import { recordAt, watchAt, type State } from "../../custody/state.ts";
import { wishAt, type StandingWish } from "../../custody/visits/wishes.ts";
import {
  testSteps,
  type ListingDeed,
  type PanelClosing,
  type PanelListing,
  type PanelScreen,
  type PanelStock,
  type PanelTestRow,
} from "../../ports/panel.ts";
import type { PanelMemory } from "./panel-memory.ts";

type PanelScreenOf<N> = Extract<PanelScreen, { readonly name: N }>;

/** The screen of a wish that stands; undefined = none does. */
export function wishScreen(state: State, box: string): PanelScreen | undefined {
  const standing = wishAt(state, box);
  if (standing === undefined) return undefined;
  if (standing.awaited !== undefined) return { name: "pin" };
  const { wish, came } = standing;
  switch (wish.kind) {
    case "close-manifest":
      return came.length > 0
        ? { name: "closing", ...closingAt(state, standing, wish.manifest) }
        : { name: "listing", ...listingAt(standing, wish.kind) };
    case "handover":
      return { name: "listing", ...handoverAt(state, { ...standing, wish }) };
    case "seal":
    case "open-manifest":
    case "check-seals":
      return { name: "listing", ...listingAt(standing, wish.kind) };
    default:
      return { name: "badge" };
  }
}

function listingAt(standing: StandingWish, deed: ListingDeed): PanelListing {
  const { wish, listing } = standing;
  const { count, seals, isDisputed, parcels, leftOut } = listing;
  return {
    deed,
    about: aboutOf(standing),
    ...("method" in wish && { method: wish.method }),
    step: deed === "close-manifest" ? "first" : "one",
    parcels: parcels.map((parcel) => ({ parcel, isLeftOut: leftOut.includes(parcel) })),
    ...(count !== undefined && { count }),
    isDisputed,
    seals,
  };
}

/** Once it is released, the list is that of the giver, as the receiver would answer it now. */
function handoverAt(state: State, standing: StandingWish<"handover">): PanelListing {
  const listing = listingAt(standing, "handover");
  if (standing.came.length === 0) return { ...listing, step: "giver" };
  const releases = releasesAt(state.durable.holdings.releases, standing.box);
  const { refused, isDisputed } = answerOf(releases, standing);
  const { leftOut } = standing.listing;
  const parcels = releases
    .flatMap((one) => one.parcels)
    .map((parcel) => {
      const isLeftOut = refused.includes(parcel);
      const isUnlisted = isLeftOut && !leftOut.includes(parcel);
      return { parcel, isLeftOut, ...(isUnlisted && { isUnlisted }) };
    });
  return { ...listing, step: "receiver", parcels, isDisputed };
}

function aboutOf({ wish }: StandingWish): string {
  if ("container" in wish) return wish.container;
  return "manifest" in wish ? wish.manifest : "";
}

/** The same reckoning as that of the fact, which the second person makes come about. */
function closingAt(state: State, standing: StandingWish, manifest: string): PanelClosing {
  const { manifests } = state.durable.holdings;
  const expected = Object.hasOwn(manifests, manifest) ? manifests[manifest]?.expected : undefined;
  const listed = listedOf(standing, () => true);
  const parts = closingOf(custodyOf(state.durable), expected ?? [], listed);
  return {
    manifest,
    expectedCount: parts.reduce((sum, part) => sum + part.expected.length, 0),
    foundCount: parts.reduce((sum, part) => sum + part.found.length, 0),
    missing: parts.flatMap((part) => part.missing),
    extra: parts.flatMap((part) => part.extra),
  };
}

export function owedScreen(state: State, box: string): PanelScreenOf<"owed"> {
  const { unsigned, unexplained } = state.durable.service;
  const owedOf = (all: typeof unsigned) =>
    all.filter((one) => one.box === box).map(({ compartment: n, seq }) => ({ n, seq }));
  return {
    name: "owed",
    unsigned: owedOf(unsigned),
    unexplained: owedOf(unexplained),
    isFull: isFullOfUnsigned(state),
  };
}

function placesAt(state: State, box: string): readonly PlaceLayout[] {
  return placesOf(state.layout).filter((place) => place.box.id === box);
}

/** Whether the fitter at work proved who they are, and did not leave the screen since. */
export function isFitterAt(
  { durable }: State,
  box: string,
  { leftMonoMs }: Pick<PanelMemory, "leftMonoMs">,
): boolean {
  const fitter = durable.service.maintenance[box];
  return fitter !== undefined && fitter.beganMonoMs !== leftMonoMs;
}

export function serviceScreen(state: State, box: string): PanelScreen {
  const stock = placesAt(state, box).map((place): PanelStock => {
    const { parcels, isEnabled } = recordAt(state, place.key);
    const { number: n } = place.compartment;
    return { n, parcelCount: parcels.length, isEmpty: isSurelyEmpty(state, place), isEnabled };
  });
  const hasEmpty = stock.some(({ isEmpty, isEnabled }) => isEmpty && isEnabled);
  return { name: "service", stock, hasEmpty };
}

/** @param testAt which step, from 0 */
export function testScreen(state: State, box: string, testAt: number): PanelScreen {
  const step = testSteps[testAt] ?? "sensors";
  const rows = placesAt(state, box).map((place): PanelTestRow => {
    const { compartment, key } = place;
    const { intent } = recordAt(state, key);
    const { contactIsOpen, boltIsEngaged, isOccupied, orderEnd } = watchAt(state, key);
    const isHeld = orderEnd !== undefined && orderEnd.offMonoMs === undefined;
    return {
      n: compartment.number,
      isOutputOff: intent === undefined && !isHeld,
      isLockOnline: isDeviceOnline(state, compartment.board) === true,
      isOpen: contactIsOpen,
      isBolted: boltIsEngaged,
      isOccupied,
    };
  });
  return { name: "test", step, rows };
}
