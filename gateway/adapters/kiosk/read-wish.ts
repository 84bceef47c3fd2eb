// Reads wishes and what is added to them: each kind has one row here, or it does not compile.

import type { Wish, WishChange, WishKind, WishOf } from "../../custody/visits/wishes.ts";
import type { ListingMethod } from "@driftbox/proto";
import { listingMethods } from "../../ports/panel.ts";
import type { ActFields } from "./act-fields.ts";

/** What a fitter says who gives no reason. */
const plainReason = "at the screen";

const wishes: { readonly [K in WishKind]: (fields: ActFields) => WishOf<K> } = {
  handover: (fields) => ({ kind: "handover", method: methodIn(fields) }),
  maintain: (fields) => {
    const reason = fields.at("reason") === undefined ? plainReason : fields.text("reason");
    return { kind: "maintain", reason };
  },
  "end-maintenance": () => ({ kind: "end-maintenance" }),
  "open-empty": (fields) => ({ kind: "open-empty", compartment: fields.count("compartment", 1) }),
  "open-all-empty": () => ({ kind: "open-all-empty" }),
  disable: (fields) => ({ kind: "disable", compartment: fields.count("compartment", 1) }),
  enable: (fields) => ({ kind: "enable", compartment: fields.count("compartment", 1) }),
  emergency: (fields) => {
    const compartment = fields.count("compartment", 1);
    return { kind: "emergency", compartment, reason: fields.text("reason") };
  },
  sign: () => ({ kind: "sign" }),
  explain: (fields) => {
    const compartment = fields.count("compartment", 1);
    return { kind: "explain", compartment, explanation: fields.text("explanation") };
  },
  seal: (fields) => ({
    kind: "seal",
    method: methodIn(fields),
    container: fields.text("container"),
    sealTag: fields.text("sealTag"),
  }),
  unseal: (fields) => {
    return {
      kind: "unseal",
      container: fields.text("container"),
      isEnRoute: fields.flag("isEnRoute"),
    };
  },
  "check-seals": () => ({ kind: "check-seals" }),
  "open-manifest": (fields) => ({
    kind: "open-manifest",
    method: methodIn(fields),
    manifest: fields.text("manifest"),
    voyage: fields.text("voyage"),
  }),
  "close-manifest": (fields) => {
    return { kind: "close-manifest", method: methodIn(fields), manifest: fields.text("manifest") };
  },
};

type ChangeWord = WishChange["word"];

const changes: { readonly [W in ChangeWord]: (fields: ActFields) => WishChange } = {
  list: (fields) => ({ word: "list", parcel: fields.text("parcel") }),
  "leave-out": (fields) => ({ word: "leave-out", parcel: fields.text("parcel") }),
  "put-back": (fields) => ({ word: "put-back", parcel: fields.text("parcel") }),
  count: (fields) => ({ word: "count", count: fields.count("count", 0) }),
  seal: (fields) => ({
    word: "seal",
    parcel: fields.text("parcel"),
    sealTag: fields.text("sealTag"),
    isBroken: fields.flag("isBroken"),
  }),
  dispute: () => ({ word: "dispute" }),
  stay: () => ({ word: "stay" }),
};

/** Undefined: no kind of wish is called so; look at `wrong` of the fields else. */
export function readWish(fields: ActFields): Wish | undefined {
  const kind = fields.at("kind");
  return isRow(wishes, kind) ? wishes[kind](fields) : undefined;
}

/** As `readWish`, of what is said while a wish stands. */
export function readChange(fields: ActFields): WishChange | undefined {
  const word = fields.at("word");
  return isRow(changes, word) ? changes[word](fields) : undefined;
}

function isRow<R extends object>(rows: R, name: unknown): name is keyof R {
  return typeof name === "string" && Object.hasOwn(rows, name);
}

function methodIn(fields: ActFields): ListingMethod {
  return fields.word("method", listingMethods);
}
