// What comes of a deed whose questions are all answered: a wish, or something said of one.

import type { ListingMethod } from "@driftbox/proto";
import type { State } from "../../custody/state.ts";
import type { Wish, WishChange } from "../../custody/visits/wishes.ts";
import {
  emergencyReasons,
  listingMethods,
  openingReasons,
  recordedReason,
  type PanelDeed,
} from "../../ports/panel.ts";
import { offAt } from "./panel-form.ts";

export type FormOutcome =
  | { readonly kind: "wish"; readonly wish: Wish }
  | { readonly kind: "change"; readonly change: WishChange };

/** Answers in the order of the questions; an empty one was not asked for. */
type Said = readonly [first: string, second: string, third: string];

interface At {
  readonly state: State;
  readonly box: string;
}

const outcomes: { readonly [D in PanelDeed]: (said: Said, at: At) => FormOutcome } = {
  handover: ([method]) => wished({ kind: "handover", method: methodIn(method) }),
  seal: ([container, sealTag, method]) =>
    wished({ kind: "seal", container, sealTag, method: methodIn(method) }),
  unseal: ([container, where]) => wished({ kind: "unseal", container, isEnRoute: where === "way" }),
  "open-manifest": ([manifest, voyage, method]) =>
    wished({ kind: "open-manifest", manifest, voyage, method: methodIn(method) }),
  "close-manifest": ([manifest, method]) =>
    wished({ kind: "close-manifest", manifest, method: methodIn(method) }),
  emergency: ([n, why]) =>
    wished({ kind: "emergency", compartment: Number(n), reason: reasonIn(emergencyReasons, why) }),
  explain: ([n, how]) => {
    const explanation = reasonIn(openingReasons, how);
    return wished({ kind: "explain", compartment: Number(n), explanation });
  },
  "open-empty": ([n]) => wished({ kind: "open-empty", compartment: Number(n) }),
  switch: ([n], { state, box }) => {
    const kind = offAt(state, box).includes(n) ? "enable" : "disable";
    return wished({ kind, compartment: Number(n) });
  },
  list: ([parcel]) => ({ kind: "change", change: { word: "list", parcel } }),
  "check-seal": ([parcel, sealTag, how]) => {
    const isBroken = how === "broken";
    return { kind: "change", change: { word: "seal", parcel, sealTag, isBroken } };
  },
};

/** @param said one answer for each question, each of them one that could be given */
export function outcomeOf(at: At, deed: PanelDeed, said: readonly string[]): FormOutcome {
  const [first = "", second = "", third = ""] = said;
  return outcomes[deed]([first, second, third], at);
}

function wished(wish: Wish): FormOutcome {
  return { kind: "wish", wish };
}

function methodIn(word: string): ListingMethod {
  return listingMethods.find((one) => one === word) ?? "scan";
}

type Reasons = Readonly<Record<string, Parameters<typeof recordedReason>[0]>>;

/** A word that is none of them is recorded as it is. */
function reasonIn(reasons: Reasons, word: string): string {
  const reason = Object.hasOwn(reasons, word) ? reasons[word] : undefined;
  return reason === undefined ? word : recordedReason(reason);
}
