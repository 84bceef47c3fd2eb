// What may be on a screen, and how people get there: one scene each, for looks and for pictures.

import type { Layout } from "../../../gateway/custody/layout.ts";
import type { PanelScreen } from "../../../gateway/ports/panel.ts";
import { guarded, PinRule, tap } from "../custody/bank.ts";
import { command } from "../custody/orders.ts";
import { atPier, pierLayout } from "../custody/pier.ts";
import { ferry, Story } from "../custody/story.ts";
import type { KioskStand } from "./kiosk-stand.ts";

export interface Scene {
  readonly name: string;
  readonly screen: PanelScreen["name"];
  readonly play: (stand: KioskStand) => void | Promise<void>;
}

const box = "ferry";

function press(stand: KioskStand, to: "deposit" | "pickup" | "help"): void {
  stand.panels.press(box, { act: "go", to });
}

/** A badge opens the door of the drop box; `until` = how far it goes. */
function visit(stand: KioskStand, until: "unlocked" | "open" | "held-open" | "closed"): void {
  stand.begin(Story.ready());
  stand.act((story) => story.badge("depositor", box));
  if (until === "unlocked") return;
  stand.act((story) => [story.pulseEnds(), story.swing(ferry)]);
  if (until === "held-open") stand.act((story) => story.elapse(40_000));
  if (until === "closed") stand.act((story) => story.shut(ferry));
}

/** The first box has a compartment of each size. */
function threeSizes(): Layout {
  const [drop, cabinet] = pierLayout().boxes;
  if (drop === undefined || cabinet === undefined) throw new Error("a pier has two boxes");
  return {
    ...pierLayout(),
    boxes: [
      { ...cabinet, id: drop.id },
      { ...drop, id: cabinet.id },
    ],
  };
}

/** Somebody without card opens the door of the drop box. */
function deposit(stand: KioskStand): void {
  stand.begin(atPier());
  press(stand, "deposit");
  stand.panels.press(box, { act: "deposit", number: "" });
  stand.act((story) => [story.pulseEnds(), story.swing(ferry)]);
}

function guard(stand: KioskStand, demand: Parameters<typeof guarded>[0]): void {
  stand.begin(guarded(demand));
  stand.act((story) => tap(story, "teller"));
}

export const citizenScenes: readonly Scene[] = [
  { name: "start", screen: "start", play: (stand) => void stand.begin(Story.ready()) },
  {
    name: "start-offline",
    screen: "start",
    play: (stand) => {
      stand.isLinked = false;
      stand.begin(Story.ready());
    },
  },
  {
    name: "start-stale",
    screen: "start",
    play: (stand) => {
      stand.isLinked = false;
      stand.begin(Story.ready()).elapse(9 * 24 * 3_600_000);
      stand.panels.refresh();
    },
  },
  {
    name: "start-no-policy",
    screen: "start",
    play: (stand) => {
      stand.begin(new Story());
      stand.panels.refresh();
    },
  },
  { name: "help", screen: "help", play: (stand) => press(stand, "help") },
  { name: "pickup", screen: "pickup", play: (stand) => press(stand, "pickup") },
  { name: "deposit", screen: "deposit", play: (stand) => press(stand, "deposit") },
  {
    name: "deposit-size",
    screen: "deposit",
    play: (stand) => {
      stand.begin(new Story(threeSizes()));
      press(stand, "deposit");
    },
  },
  {
    name: "deposit-number",
    screen: "deposit",
    play: (stand) => {
      press(stand, "deposit");
      stand.panels.press(box, { act: "numbered" });
    },
  },
  { name: "deposit-door", screen: "door", play: (stand) => deposit(stand) },
  {
    name: "deposited-code",
    screen: "code",
    play: (stand) => {
      deposit(stand);
      stand.act((story) => [story.presence(ferry, true), story.shut(ferry)]);
      stand.panels.onCode({ box, code: "7K3M9Q2X", what: "deposited" });
    },
  },
  {
    name: "deposited-nothing-seen",
    screen: "deposited",
    play: (stand) => {
      deposit(stand);
      stand.act((story) => story.shut(ferry));
    },
  },
  {
    name: "suspended",
    screen: "suspended",
    play: (stand) => {
      stand.begin(Story.ready());
      stand.act((story) => command(story, "suspend"));
    },
  },
  { name: "pin", screen: "pin", play: (stand) => guard(stand, { pin: PinRule.PIN_RULE_ALWAYS }) },
  {
    name: "second-person",
    screen: "person",
    play: (stand) => guard(stand, { authorizers: 1 }),
  },
  {
    name: "other-organization",
    screen: "person",
    play: (stand) => {
      guard(stand, { authorizers: 1, otherOrganization: true });
      stand.act((story) => tap(story, "cashier"));
    },
  },
  { name: "door-unlocked", screen: "door", play: (stand) => visit(stand, "unlocked") },
  { name: "door-open", screen: "door", play: (stand) => visit(stand, "open") },
  { name: "door-held-open", screen: "door", play: (stand) => visit(stand, "held-open") },
  {
    name: "secured",
    screen: "secured",
    play: (stand) => visit(stand, "closed"),
  },
  {
    name: "refused",
    screen: "refused",
    play: (stand) => {
      stand.begin(Story.ready());
      stand.act((story) => story.badge("blocked", box));
    },
  },
  {
    name: "refused-long",
    screen: "refused",
    play: (stand) => {
      stand.begin(Story.ready());
      const reason = "other-organization-missing";
      stand.panels.onOrder(box, "refused", { reason, compartment: 1 });
    },
  },
  {
    name: "alarm",
    screen: "alarm",
    play: (stand) => {
      stand.begin(Story.ready());
      stand.act((story) => story.door(ferry, true));
    },
  },
  {
    name: "working",
    screen: "working",
    play: (stand) => {
      stand.begin(Story.ready());
      stand.panels.onOrder(box, "working");
    },
  },
];
