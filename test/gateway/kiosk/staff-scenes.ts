// What staff may see on a screen, and how they get there.

import { endingMs, untouchedMs } from "../../../gateway/app/devices/panel.ts";
import { bounds } from "../../../gateway/custody/layout.ts";
import type { PanelDeed } from "../../../gateway/ports/panel.ts";
import { bankPolicy, boxIds, enter, guarded, tap } from "../custody/bank.ts";
import { carry } from "../custody/handover-steps.ts";
import { tell } from "../custody/pass-steps.ts";
import { ferry, Story } from "../custody/story.ts";
import type { Scene } from "./kiosk-scenes.ts";
import type { KioskStand } from "./kiosk-stand.ts";

const box = "ferry";

/** Begins a deed and answers its questions. */
export function fill(stand: KioskStand, deed: PanelDeed, ...said: readonly string[]): void {
  stand.panels.press(box, { act: "begin", deed });
  for (const value of said) stand.panels.press(box, { act: "say", value });
}

/** Staff may also maintain, and open in an emergency. */
export function serviceable(): Story {
  const rights = boxIds.map((at) => {
    const more = { canMaintain: true, canEmergency: true };
    return { box: at, canCollect: true, canDeposit: true, ...more };
  });
  const roles = [
    { role: "staff", rights },
    { role: "guard", rights: rights.slice(0, 1) },
  ];
  return Story.ready(bankPolicy({ roles }));
}

/** A fitter is at work. */
export function maintain(stand: KioskStand, begun = serviceable()): void {
  stand.begin(begun);
  stand.panels.press(box, { act: "wish", wish: { kind: "maintain", reason: "lamp" } });
  stand.act((story) => tap(story, "teller"));
  stand.act((story) => enter(story, "teller"));
}

/** The steps of a self-test, so many of them. */
function test(stand: KioskStand, steps: number): void {
  maintain(stand);
  for (let at = 0; at < steps; at += 1) stand.panels.press(box, { act: "test" });
}

/** So many parcels by their tags. */
function readTags(stand: KioskStand, count: number): void {
  stand.act((story) => {
    for (let i = 1; i <= count; i += 1) story.tag(`8800000${i}`, box);
  });
}

/** A handover of so many parcels. */
function list(stand: KioskStand, count: number): void {
  stand.begin(guarded({}));
  fill(stand, "handover", "tags");
  readTags(stand, count);
}

/** The courier sealed two parcels in a red box. */
function sealed(stand: KioskStand): void {
  const story = Story.ready();
  carry(story, "88000001", "88000002");
  stand.begin(story);
  fill(stand, "seal", "RED-1", "S-100", "scan");
  readTags(stand, 2);
  story.codes.length = 0;
  stand.act((one) => one.badge("courier", box));
  stand.tellCodes();
}

/** A manifest of four parcels is open. */
function manifest(stand: KioskStand): void {
  stand.begin(guarded({}));
  fill(stand, "open-manifest", "M-7", "V-7", "scan");
  readTags(stand, 4);
  stand.act((story) => tap(story, "teller"));
  stand.panels.press(box, { act: "read" });
}

/** An emergency was not signed, and a door was forced. */
function owing(stand: KioskStand): void {
  stand.begin(serviceable());
  fill(stand, "emergency", "1", "water");
  stand.act((story) => tap(story, "teller"));
  stand.act((story) => enter(story, "teller"));
  stand.act((story) => [story.pulseEnds(), story.swing(ferry), story.shut(ferry)]);
  stand.act((story) => [story.elapse(20_000), story.door(ferry, true), story.shut(ferry)]);
  stand.panels.press(box, { act: "read" });
}

export const staffScenes: readonly Scene[] = [
  {
    name: "staff",
    screen: "staff",
    play: (stand) => stand.panels.press(box, { act: "go", to: "staff" }),
  },
  {
    name: "staff-stale",
    screen: "staff",
    play: (stand) => {
      stand.begin(Story.ready()).elapse(9 * 24 * 3_600_000);
      stand.panels.press(box, { act: "go", to: "staff" });
    },
  },
  { name: "handover", screen: "form", play: (stand) => fill(stand, "handover") },
  { name: "handover-giver", screen: "listing", play: (stand) => list(stand, 3) },
  {
    name: "handover-typing",
    screen: "form",
    play: (stand) => {
      list(stand, 3);
      fill(stand, "list");
    },
  },
  {
    name: "handover-receiver",
    screen: "listing",
    play: (stand) => {
      list(stand, 9);
      stand.act((story) => tap(story, "teller"));
      const change = { word: "leave-out", parcel: "88000001" } as const;
      stand.panels.press(box, { act: "amend", change });
    },
  },
  {
    name: "handover-count",
    screen: "listing",
    play: (stand) => {
      stand.begin(guarded({}));
      fill(stand, "handover", "count");
    },
  },
  {
    name: "handover-code",
    screen: "code",
    play: (stand) => stand.panels.onCode({ box, code: "0123ABCD", what: "accepted" }),
  },
  {
    name: "handover-unanswered",
    screen: "code",
    play: (stand) => stand.panels.onCode({ box, code: "0123ABCD", what: "unanswered" }),
  },
  {
    name: "handover-codes",
    screen: "code",
    play: (stand) => {
      for (const code of ["0123ABCD", "4567EFGH", "89JKMNPQ", "RSTVWXYZ", "11112222"]) {
        stand.panels.onCode({ box, code, what: "accepted" });
      }
    },
  },
  { name: "seal-container", screen: "form", play: (stand) => fill(stand, "seal") },
  { name: "seal-tag", screen: "form", play: (stand) => fill(stand, "seal", "RED-1") },
  {
    name: "seal-method",
    screen: "form",
    play: (stand) => fill(stand, "seal", "RED-1", "S-100"),
  },
  {
    name: "seal-listing",
    screen: "listing",
    play: (stand) => {
      const story = Story.ready();
      carry(story, "88000001", "88000002");
      stand.begin(story);
      fill(stand, "seal", "RED-1", "S-100", "scan");
      readTags(stand, 2);
    },
  },
  { name: "sealed-code", screen: "code", play: sealed },
  {
    name: "unseal-container",
    screen: "form",
    play: (stand) => {
      sealed(stand);
      fill(stand, "unseal");
    },
  },
  {
    name: "unseal-where",
    screen: "form",
    play: (stand) => {
      sealed(stand);
      fill(stand, "unseal", "RED-1");
    },
  },
  {
    name: "check-seals",
    screen: "listing",
    play: (stand) => {
      sealed(stand);
      stand.panels.press(box, { act: "wish", wish: { kind: "check-seals" } });
      fill(stand, "check-seal", "RED-1", "S-100", "intact");
      fill(stand, "check-seal", "BLUE-2", "S-200", "broken");
    },
  },
  {
    name: "check-seals-state",
    screen: "form",
    play: (stand) => {
      sealed(stand);
      stand.panels.press(box, { act: "wish", wish: { kind: "check-seals" } });
      fill(stand, "check-seal", "RED-1", "S-100");
    },
  },
  {
    name: "manifest-voyage",
    screen: "form",
    play: (stand) => {
      const voyages = ["2026-11-22-0730", "2026-11-22-1500"].map((voyage) => ({ voyage }));
      stand.begin(Story.ready(bankPolicy({ voyages })));
      fill(stand, "open-manifest", "M-7");
    },
  },
  {
    name: "manifest-taken",
    screen: "form",
    play: (stand) => {
      manifest(stand);
      fill(stand, "open-manifest", "M-7");
    },
  },
  {
    name: "staff-no-policy",
    screen: "staff",
    play: (stand) => {
      stand.begin(new Story());
      stand.panels.press(box, { act: "go", to: "staff" });
    },
  },
  {
    name: "owed-full",
    screen: "owed",
    play: (stand) => {
      const story = stand.begin(serviceable());
      const place = { box, compartment: 1, grantSeq: 0, person: "p-teller", reason: "water" };
      for (let count = 0; count < bounds.unsignedMaxCount; count += 1) {
        tell(story, { kind: "EmergencyDeclared", ...place });
      }
      fill(stand, "emergency");
    },
  },
  {
    name: "manifest-choice",
    screen: "form",
    play: (stand) => {
      manifest(stand);
      fill(stand, "close-manifest");
    },
  },
  {
    name: "manifest-first",
    screen: "listing",
    play: (stand) => {
      manifest(stand);
      fill(stand, "close-manifest", "M-7", "scan");
      readTags(stand, 3);
    },
  },
  {
    name: "manifest-closing",
    screen: "closing",
    play: (stand) => {
      manifest(stand);
      fill(stand, "close-manifest", "M-7", "scan");
      readTags(stand, 3);
      stand.act((story) => story.tag("99000001", box));
      stand.act((story) => tap(story, "teller"));
    },
  },
  {
    name: "manifest-closing-whole",
    screen: "closing",
    play: (stand) => {
      manifest(stand);
      fill(stand, "close-manifest", "M-7", "scan");
      readTags(stand, 4);
      stand.act((story) => tap(story, "teller"));
    },
  },
  { name: "emergency", screen: "form", play: (stand) => fill(stand, "emergency") },
  { name: "emergency-reason", screen: "form", play: (stand) => fill(stand, "emergency", "1") },
  {
    name: "owed-nothing",
    screen: "owed",
    play: (stand) => stand.panels.press(box, { act: "go", to: "owed" }),
  },
  {
    name: "owed",
    screen: "owed",
    play: (stand) => {
      owing(stand);
      stand.panels.press(box, { act: "go", to: "owed" });
    },
  },
  {
    name: "explain",
    screen: "form",
    play: (stand) => {
      owing(stand);
      fill(stand, "explain", "1");
    },
  },
  {
    name: "badge",
    screen: "badge",
    play: (stand) => {
      stand.begin(serviceable());
      stand.panels.press(box, { act: "wish", wish: { kind: "maintain", reason: "lamp" } });
    },
  },
  { name: "service", screen: "service", play: maintain },
  {
    name: "serviced",
    screen: "serviced",
    play: async (stand) => {
      const later = serviceable();
      // Begun at another moment than in the other scenes, which are of the same screen.
      later.elapse(1_000);
      maintain(stand, later);
      const choices = stand.panels.view(box)?.choices;
      await stand.pass((untouchedMs + endingMs) / 1_000 + 1);
      if (choices !== undefined) stand.panels.press(box, { act: "choose", choices });
    },
  },
  {
    name: "tools",
    screen: "tools",
    play: (stand) => {
      maintain(stand);
      stand.panels.press(box, { act: "go", to: "tools" });
    },
  },
  {
    name: "switch",
    screen: "form",
    play: (stand) => {
      maintain(stand);
      fill(stand, "switch", "1");
      stand.act((story) => tap(story, "teller"));
      fill(stand, "switch");
    },
  },
  { name: "test-outputs", screen: "test", play: (stand) => test(stand, 1) },
  { name: "test-green", screen: "test", play: (stand) => test(stand, 2) },
  { name: "test-amber", screen: "test", play: (stand) => test(stand, 3) },
  { name: "test-red", screen: "test", play: (stand) => test(stand, 4) },
  { name: "test-sensors", screen: "test", play: (stand) => test(stand, 5) },
];
