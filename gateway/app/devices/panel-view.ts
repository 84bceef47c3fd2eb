// What a screen shows: a pure function of the state of custody and of what the screen remembers.

import { isSurelyEmpty } from "../../custody/service/emptiness.ts";
import { isSuspended } from "../../custody/service/suspension.ts";
import type { Sign } from "../../custody/inputs.ts";
import { compartmentSizes, placesOf } from "../../custody/layout.ts";
import { releasesAt } from "../../custody/handover/releases.ts";
import { restSign } from "../../custody/signals.ts";
import { recordAt, type State } from "../../custody/state.ts";
import {
  depositAt,
  type DepositAnswer,
  type DepositVisit,
} from "../../custody/visits/deposit-visits.ts";
import { wishAt } from "../../custody/visits/wishes.ts";
import type { DoorLook, PanelDoor, PanelScreen, PanelStock, PanelView } from "../../ports/panel.ts";
import type { PanelMemory } from "./panel-memory.ts";

/** What the state of custody does not know. */
export interface PanelSurroundings {
  readonly helpNumber: string;
  readonly isLinked: boolean;
}

/** Undefined: no such box. */
export function panelView(
  state: State,
  box: string,
  memory: PanelMemory,
  around: PanelSurroundings,
): PanelView | undefined {
  if (!state.layout.boxes.some(({ id }) => id === box)) return undefined;
  return {
    box,
    ...around,
    doors: doorsOf(state, box),
    choices: memory.choices,
    screen: screenOf(state, box, memory),
    isEnding: memory.isEnding,
  };
}

function doorsOf(state: State, box: string): readonly PanelDoor[] {
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  return places.map(({ key, compartment }) => {
    const { isDoorOpen, isEnabled, session } = recordAt(state, key);
    const isUnlocking = session !== undefined && session.stage !== "open";
    const closed: DoorLook = isUnlocking ? "unlocking" : isEnabled ? "closed" : "disabled";
    return { number: compartment.number, look: isDoorOpen ? "open" : closed };
  });
}

/** Help is shown to whoever asked for it, whatever happens at the box. */
function screenOf(state: State, box: string, memory: PanelMemory): PanelScreen {
  if (memory.place === "help") return { name: "help" };
  const sign = memory.passing ?? restSign(state, box);
  const deposit = depositAt(state, box);
  return signScreen(sign, deposit) ?? restScreen(state, box, memory, sign);
}

/** The screen of a sign that leaves no question open; undefined = there is one. */
function signScreen(sign: Sign, deposit: DepositVisit | undefined): PanelScreen | undefined {
  const { signal, compartment: n = 0, action, reason } = sign;
  const isDeposit = deposit?.compartment === n && deposit.endMonoMs === undefined;
  const answers: readonly DepositAnswer[] = isDeposit ? ["nothing-put-in", "too-big"] : [];
  const door = { name: "door", n, ...(action !== undefined && { action }) } as const;
  switch (signal) {
    case "granted":
      return { ...door, stage: "unlocked", answers: [] };
    case "door-open":
      return { ...door, stage: "open", answers };
    case "held-open":
      return { ...door, stage: "held-open", answers };
    case "waiting":
      return reason === "pin-missing" || reason === undefined
        ? { name: "pin" }
        : { name: "person", reason };
    case "refused":
      return { name: "refused", reason: reason ?? "no-right", ...(n > 0 && { n }) };
    case "working":
    case "alarm":
    case "locate":
      return { name: signal };
    default:
      return undefined;
  }
}

/** Doors are shut and nothing was turned away: what is asked or told at the screen itself. */
function restScreen(state: State, box: string, memory: PanelMemory, sign: Sign): PanelScreen {
  const deposit = depositAt(state, box);
  const isClosed = deposit?.endMonoMs !== undefined;
  const answers: readonly DepositAnswer[] = isClosed ? ["done", "reopen", "nothing-put-in"] : [];
  if (memory.code !== undefined) return { name: "code", ...memory.code, answers };
  if (deposit !== undefined && isClosed) {
    return { name: "deposited", n: deposit.compartment, answers };
  }
  const listing = listingScreen(state, box);
  if (listing !== undefined) return listing;
  if (sign.signal === "secured") return { name: "secured", n: sign.compartment ?? 0 };
  return placeScreen(state, box, memory, sign);
}

function listingScreen(state: State, box: string): PanelScreen | undefined {
  const standing = wishAt(state, box);
  if (standing === undefined) return undefined;
  if (standing.awaited !== undefined) return { name: "pin" };
  if (standing.wish.kind !== "handover") return { name: "badge" };
  const { listing, wish, came } = standing;
  const released = releasesAt(state.durable.holdings.releases, box);
  const isReleased = came.length > 0;
  const parcels = isReleased ? released.flatMap((one) => one.parcels) : listing.parcels;
  return {
    name: "listing",
    method: wish.method,
    step: isReleased ? "receiver" : "giver",
    parcels: parcels.map((parcel) => {
      return { parcel, isLeftOut: listing.leftOut.includes(parcel) };
    }),
    ...(listing.count !== undefined && { count: listing.count }),
    isDisputed: listing.isDisputed,
  };
}

function placeScreen(state: State, box: string, memory: PanelMemory, sign: Sign): PanelScreen {
  const { place, size, isNumbered } = memory;
  if (place === "deposit") {
    const sizes = sizesOf(state, box);
    const isAsked = size === undefined && sizes.length > 1;
    const numbering = isNumbered ? "number" : "is-numbered";
    return { name: "deposit", step: isAsked ? "size" : numbering, sizes };
  }
  if (place !== "start") return { name: place };
  // Returns and staff go on while the service is suspended, so only the first screen says it.
  if (sign.signal === "maintenance") return serviceScreen(state, box, memory);
  return isSuspended(state, box) ? { name: "suspended" } : { name: "start" };
}

function serviceScreen(state: State, box: string, { servedNumber }: PanelMemory): PanelScreen {
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  const stock = places.map((place): PanelStock => {
    const { parcels, isEnabled } = recordAt(state, place.key);
    const { number: n } = place.compartment;
    return { n, parcelCount: parcels.length, isEmpty: isSurelyEmpty(state, place), isEnabled };
  });
  const next = stock.find(({ n, isEmpty }) => isEmpty && n > servedNumber);
  return { name: "service", stock, nextEmpty: next?.n ?? 0 };
}

/** Sizes of the compartments of a box, smallest first. */
export function sizesOf(state: State, box: string): PanelSizes {
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  const there = places.map(({ compartment }) => compartment.size ?? "medium");
  return compartmentSizes.filter((size) => there.includes(size));
}

type PanelSizes = Extract<PanelScreen, { readonly name: "deposit" }>["sizes"];
