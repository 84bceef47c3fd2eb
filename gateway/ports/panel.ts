// The screen at a box: what it shows, what people press on it, and who draws it. Shapes are plain
// JSON and name nobody.

import type { Action, ListingMethod, RefusalReason } from "@driftbox/proto";
import type { ToldFact } from "../custody/inputs.ts";
import type { CompartmentSize } from "../custody/layout.ts";
import type { DepositAnswer } from "../custody/visits/deposit-visits.ts";

export type PanelLanguage = "zh" | "en";

/** Where a person went on the screen by pressing. */
export const panelPlaces = ["start", "deposit", "pickup", "staff", "handover", "help"] as const;
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

export const serviceWords = ["maintain", "end-maintenance"] as const;
export type ServiceWord = (typeof serviceWords)[number];

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
  | { readonly name: Exclude<PanelPlace, "deposit" | "handover"> }
  /** What is brought: its size first, where the box has several, then the number on it. */
  | {
      readonly name: "deposit";
      readonly step: "size" | "is-numbered" | "number";
      readonly sizes: readonly CompartmentSize[];
    }
  /** The way of listing is asked for. */
  | { readonly name: "handover" }
  | ({ readonly name: "listing" } & PanelListing)
  /** Something was said that a badge must follow. */
  | { readonly name: "badge" }
  /** A fitter is at work: what is in the box, and the next empty compartment to open. */
  | {
      readonly name: "service";
      readonly stock: readonly PanelStock[];
      /** 0 = none is left. */
      readonly nextEmpty: number;
    }
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
  | ({ readonly name: "code"; readonly answers: readonly DepositAnswer[] } & PanelCode)
  | { readonly name: "secured"; readonly n: number }
  | { readonly name: "refused"; readonly reason: RefusalReason; readonly n?: number };

/** A check code to write down or to hear. */
export interface PanelCode {
  /** Two groups of four. */
  readonly code: string;
  /** A word for each character, for a voice. */
  readonly spoken: Readonly<Record<PanelLanguage, readonly string[]>>;
  readonly what: ToldFact;
}

/** A handover under way at the box: first the giver taps, then the receiver. */
export interface PanelListing {
  readonly method: ListingMethod;
  readonly step: "giver" | "receiver";
  readonly parcels: readonly { readonly parcel: string; readonly isLeftOut: boolean }[];
  /** As counted; absent = not counted yet. */
  readonly count?: number;
  readonly isDisputed: boolean;
}

/** What the record says of one compartment; counts, and no numbers of parcels. */
export interface PanelStock {
  readonly n: number;
  readonly parcelCount: number;
  /** Sensors and record agree that nothing is inside. */
  readonly isEmpty: boolean;
  readonly isEnabled: boolean;
}

/** What is said of a handover under way. */
export type ListingChange =
  | { readonly word: "leave-out" | "put-back"; readonly parcel: string }
  | { readonly word: "count"; readonly count: number }
  | { readonly word: "dispute" };

export interface PanelView {
  readonly box: string;
  /** Telephone number of the site; empty = none is known. */
  readonly helpNumber: string;
  /** False: events wait on this board until the link returns. Everything works all the same. */
  readonly isLinked: boolean;
  readonly doors: readonly PanelDoor[];
  readonly choices: PanelChoices;
  readonly screen: PanelScreen;
  /** True: nobody touched the screen for a while, and it is wiped soon. */
  readonly isEnding: boolean;
}

/** What somebody presses. Digits may be a PIN or a code: nobody may log or keep them. */
export type PanelAct =
  | { readonly act: "go"; readonly to: PanelPlace }
  /** Back to the start; what was begun at the screen is not wanted any more. */
  | { readonly act: "back" }
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
  | { readonly act: "handover"; readonly method: ListingMethod }
  | { readonly act: "amend"; readonly change: ListingChange }
  | { readonly act: "service"; readonly word: ServiceWord }
  /** For a fitter at work: opens a compartment with nothing inside. */
  | { readonly act: "open-empty"; readonly n: number };

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
