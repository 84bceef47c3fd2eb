// The screen at a box: what it shows, what people press on it, and who draws it. Shapes are plain
// JSON and name nobody.

import type { Action, RefusalReason } from "@driftbox/proto";

export type PanelLanguage = "zh" | "en";

/** Where a person went on the screen by pressing. */
export const panelPlaces = ["start", "deposit", "pickup", "staff", "help"] as const;
export type PanelPlace = (typeof panelPlaces)[number];

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
  | { readonly name: PanelPlace }
  | { readonly name: "working" | "alarm" | "suspended" | "maintenance" | "locate" }
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
    }
  | { readonly name: "secured"; readonly n: number }
  | { readonly name: "refused"; readonly reason: RefusalReason; readonly n?: number };

export interface PanelView {
  readonly box: string;
  readonly kind: "drop-box" | "cabinet";
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
  | { readonly act: "digits"; readonly digits: string };

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
  start(desk: PanelDesk): Promise<void>;
  show(box: string): void;
  stop(): Promise<void>;
}
