// The screen at a box: what it shows, what people press on it, and who draws it. Shapes are plain
// JSON and name nobody.

import type { Action, ListingMethod, RefusalReason } from "@driftbox/proto";
import type { ToldFact } from "../custody/inputs.ts";
import type { CompartmentSize } from "../custody/layout.ts";
import type { DepositAnswer } from "../custody/visits/deposit-visits.ts";
import type { SealSaid, Wish, WishChange } from "../custody/visits/wishes.ts";

export type { SealSaid, WishChange };

export const panelLanguages = ["zh", "en"] as const;
export type PanelLanguage = (typeof panelLanguages)[number];

/** Where a person went on the screen by pressing; `tools` are of a fitter at work alone. */
export const panelPlaces = [
  "start",
  "deposit",
  "pickup",
  "staff",
  "owed",
  "tools",
  "help",
] as const;
export type PanelPlace = (typeof panelPlaces)[number];

/** Words of acts; the types behind them are those of the core. */
export const compartmentSizes = ["small", "medium", "large"] as const satisfies CompartmentSize[];
export const depositAnswers = [
  "done",
  "nothing-put-in",
  "too-big",
  "reopen",
] as const satisfies DepositAnswer[];
export const listingMethods = ["tags", "scan", "count"] as const satisfies ListingMethod[];

/**
 * What is asked for in several steps: wishes, what is added to one, `open-empty` for one of the
 * empty compartments, and `switch`, which takes one out of service or puts it back.
 */
export const panelDeeds = [
  "handover",
  "seal",
  "unseal",
  "open-manifest",
  "close-manifest",
  "emergency",
  "explain",
  "list",
  "check-seal",
  "open-empty",
  "switch",
] as const;
export type PanelDeed = (typeof panelDeeds)[number];

/** One question of a deed. */
export type PanelField =
  | "method"
  | "container"
  | "seal-tag"
  | "where"
  | "manifest"
  | "voyage"
  | "compartment"
  | "reason"
  | "explanation"
  | "parcel"
  | "seal-state";

interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** Why a box is opened although the policy gives no right to. */
export const emergencyReasons = {
  person: { zh: "救人", en: "To help somebody" },
  water: { zh: "进水着火", en: "Water or fire" },
  urgent: { zh: "急件", en: "Papers needed now" },
  lock: { zh: "锁坏了", en: "The lock is broken" },
  other: { zh: "其他", en: "Other" },
} as const satisfies Readonly<Record<string, Reason>>;

/** What became of a door that opened by key or by force. */
export const openingReasons = {
  key: { zh: "用钥匙开的", en: "Opened by key" },
  repair: { zh: "修理", en: "Repair" },
  forced: { zh: "被人撬开", en: "Broken open" },
  unlatched: { zh: "没有关好", en: "Was not shut" },
  unknown: { zh: "不清楚", en: "Not known" },
} as const satisfies Readonly<Record<string, Reason>>;

/** As it is recorded: read by whoever reads either language. */
export function recordedReason({ zh, en }: Reason): string {
  return `${zh} / ${en}`;
}

/** How the screen is set, until it is wiped. */
export interface PanelChoices {
  readonly language: PanelLanguage;
  readonly hasMoreContrast: boolean;
  /** Whether the page may speak and beep; lamp and buzzer of the box are not asked. */
  readonly hasSound: boolean;
}

export type DoorLook = "closed" | "unlocking" | "open" | "disabled";

/** One door in the picture of the cabinet. */
export interface PanelDoor {
  readonly number: number;
  readonly look: DoorLook;
}

/** One question or statement at a time. `n` is the number of the door it is about. */
export type PanelScreen =
  | { readonly name: "start" | "pickup" | "help" }
  | { readonly name: "staff"; readonly owedCount: number }
  /** What is brought: its size first, where the box has several, then the number on it. */
  | {
      readonly name: "deposit";
      readonly step: "size" | "is-numbered" | "number";
      readonly sizes: readonly CompartmentSize[];
    }
  | ({ readonly name: "form" } & PanelForm)
  | ({ readonly name: "listing" } & PanelListing)
  /** A manifest before the second person confirms what is there. */
  | ({ readonly name: "closing" } & PanelClosing)
  /** Something was said that a badge must follow. */
  | { readonly name: "badge" }
  /** What persons still have to answer for at this box. */
  | {
      readonly name: "owed";
      /** Emergencies that wait for the signature of another person. */
      readonly unsigned: readonly PanelOwed[];
      /** Openings that nobody has explained. */
      readonly unexplained: readonly PanelOwed[];
      /** Whether so many signatures are owed that nobody may open in an emergency before. */
      readonly isFull: boolean;
    }
  /** A fitter is at work, and somewhere else just now. */
  | { readonly name: "serviced" }
  /** A fitter is at work: what is in the box. */
  | {
      readonly name: "service";
      readonly stock: readonly PanelStock[];
      /** Whether a compartment in service has nothing inside. */
      readonly hasEmpty: boolean;
    }
  | { readonly name: "tools" }
  | ({ readonly name: "test" } & PanelTest)
  | { readonly name: "working" | "alarm" | "suspended" | "locate" }
  /** A PIN is asked for. */
  | { readonly name: "pin" }
  /** Another person must tap: the second one, or one of another organization. */
  | { readonly name: "person"; readonly reason: RefusalReason }
  | {
      readonly name: "door";
      readonly stage: "unlocked" | "open" | "held-open";
      readonly n: number;
      /** Absent: opened for nothing that the box knows of. */
      readonly action?: Action;
      /** What may be said of it meanwhile. */
      readonly answers: readonly DepositAnswer[];
    }
  /** The door of a deposit is closed: is it in? */
  | { readonly name: "deposited"; readonly n: number; readonly answers: readonly DepositAnswer[] }
  | {
      readonly name: "code";
      /** One for each event, in their order; at least one. */
      readonly codes: readonly PanelCode[];
      readonly answers: readonly DepositAnswer[];
    }
  | { readonly name: "secured"; readonly n: number }
  | { readonly name: "refused"; readonly reason: RefusalReason; readonly n?: number };

/** One question of a deed under way. */
export interface PanelForm {
  readonly deed: PanelDeed;
  readonly field: PanelField;
  /** Tells one question from the next. */
  readonly step: string;
  /** Words or names to choose from; a compartment by its number. */
  readonly choices: readonly string[];
  /** Compartments among the choices that are out of service. */
  readonly off: readonly string[];
  /** Whether another one may be typed. */
  readonly canType: boolean;
  /** It is being typed. */
  readonly isTyping: boolean;
  /** The number that was said last is in use. */
  readonly isDenied: boolean;
}

/** A check code to write down or to hear. */
export interface PanelCode {
  /** Two groups of four. */
  readonly code: string;
  /** A word for each character, for a voice. */
  readonly spoken: Readonly<Record<PanelLanguage, readonly string[]>>;
  readonly what: ToldFact;
}

/** Wishes under which parcels or seal tags are listed. */
export type ListingDeed = "handover" | "seal" | "open-manifest" | "close-manifest" | "check-seals";

export interface PanelParcel {
  readonly parcel: string;
  readonly isLeftOut: boolean;
  /** Left out because the receiver listed others and not this one. */
  readonly isUnlisted?: boolean;
}

/** Parcels that are listed before a badge. */
export interface PanelListing {
  readonly deed: ListingDeed;
  /** The container or manifest; empty = none. */
  readonly about: string;
  /** Absent: seal tags alone are looked at. */
  readonly method?: ListingMethod;
  /** Of a handover: first the giver taps, then the receiver. `first` = of two who do the same. */
  readonly step: "giver" | "receiver" | "one" | "first";
  readonly parcels: readonly PanelParcel[];
  /** As counted; absent = not counted yet. */
  readonly count?: number;
  readonly isDisputed: boolean;
  readonly seals: readonly SealSaid[];
}

/** Of an open manifest: what is there, what is not, and what else. */
export interface PanelClosing {
  readonly manifest: string;
  readonly expectedCount: number;
  readonly foundCount: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Something that a person has to answer for; it names nobody. */
export interface PanelOwed {
  readonly n: number;
  /** Number of its record. */
  readonly seq: number;
}

/** Steps of a self-test; none of them opens anything. */
export const testSteps = ["outputs", "green", "amber", "red", "sensors"] as const;
export type TestStep = (typeof testSteps)[number];

export interface PanelTest {
  readonly step: TestStep;
  readonly rows: readonly PanelTestRow[];
}

/** One compartment as it is now; undefined = cannot be read. */
export interface PanelTestRow {
  readonly n: number;
  /** No order to its lock is under way, and none is known to hold its coil on. */
  readonly isOutputOff: boolean;
  readonly isLockOnline: boolean;
  readonly isOpen: boolean | undefined;
  readonly isBolted: boolean | undefined;
  readonly isOccupied: boolean | undefined;
}

/** How old the documents are that the box obeys, in hours; absent = nobody knows. */
export interface PanelDocuments {
  /** False: none came yet, so that no badge opens anything. */
  readonly hasPolicy: boolean;
  readonly policyAgeH?: number;
  readonly blockListAgeH?: number;
  /** So old that somebody is served less for it, or that lost badges may not be known. */
  readonly isStale: boolean;
}

/** What the record says of one compartment; counts, and no numbers of parcels. */
export interface PanelStock {
  readonly n: number;
  readonly parcelCount: number;
  /** Sensors and record agree that nothing is inside. */
  readonly isEmpty: boolean;
  readonly isEnabled: boolean;
}

export interface PanelView {
  readonly box: string;
  /** Telephone number of the site; empty = none is known. */
  readonly helpNumber: string;
  /** False: events wait on this board until the link returns. Everything works all the same. */
  readonly isLinked: boolean;
  readonly doors: readonly PanelDoor[];
  readonly documents: PanelDocuments;
  readonly choices: PanelChoices;
  readonly screen: PanelScreen;
  /** True: nobody touched the screen for a while, and it is wiped soon. */
  readonly isEnding: boolean;
}

/** What somebody presses. Digits may be a PIN or a code: nobody may log or keep them. */
export type PanelAct =
  | { readonly act: "go"; readonly to: PanelPlace }
  /** One question back, else to the start: what was begun at the box is not wanted any more. */
  | { readonly act: "back" }
  /** What was told has been read. What was begun goes on. */
  | { readonly act: "read" }
  | { readonly act: "begin"; readonly deed: PanelDeed }
  /** The answer to the question of a deed. */
  | { readonly act: "say"; readonly value: string }
  /** None of the choices: it will be typed. */
  | { readonly act: "type" }
  /** The next step of the self-test; the first one, where none is under way. */
  | { readonly act: "test" }
  /** A touch that asks for nothing but time. */
  | { readonly act: "touch" }
  | { readonly act: "choose"; readonly choices: PanelChoices }
  /** `digitsMinCount` to `digitsMaxCount` of 0 to 9. */
  | { readonly act: "digits"; readonly digits: string }
  | { readonly act: "size"; readonly size: CompartmentSize }
  /** What is brought has a number on it. */
  | { readonly act: "numbered" }
  /** `number` of the envelope, empty = none. */
  | { readonly act: "deposit"; readonly number: string }
  | { readonly act: "answer"; readonly answer: DepositAnswer }
  /** What is wanted at the box; the next badge is held to it. */
  | { readonly act: "wish"; readonly wish: Wish }
  /** What else is said while a wish stands. */
  | { readonly act: "amend"; readonly change: WishChange };

/** Answers the screens. It decides nothing: what is pressed becomes an input of the core. */
export interface PanelDesk {
  /** Boxes with a screen, in the order of the configuration. */
  readonly boxes: readonly string[];
  /** Undefined: no screen belongs to this box. */
  view(box: string): PanelView | undefined;
  press(box: string, act: PanelAct): void;
}

/**
 * Draws panels and hears what is pressed.
 *
 * Contract: only whoever sits at this machine is heard. `show` never throws and may be called at
 * any time; a screen that was away is shown the view of now when it comes. `start` may be called
 * once and rejects with Fault listen/failed; `stop` resolves when nobody is heard any more.
 */
export interface PanelServer {
  /** Where a browser on this machine finds the first box; undefined = nothing is served now. */
  readonly url: string | undefined;
  start(desk: PanelDesk): Promise<void>;
  show(box: string): void;
  stop(): Promise<void>;
}
