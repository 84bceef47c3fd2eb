// Tags and scans while a screen asks something: they answer what asks for a number, and never throw
// away what somebody answered before.

import { beforeEach, describe, expect, it } from "vitest";
import {
  listenToReader,
  listenToScanner,
  type ReaderParts,
} from "../../../gateway/app/devices/reader-listeners.ts";
import type { BadgeRead, BadgeReader, CodeScanner } from "../../../gateway/ports/devices.ts";
import { guarded } from "../custody/bank.ts";
import { carry } from "../custody/handover-steps.ts";
import { Story } from "../custody/story.ts";
import { KioskStand } from "./kiosk-stand.ts";
import { fill } from "./staff-scenes.ts";

const box = "ferry";
const device = {
  onHealth: () => () => undefined,
  symptoms: () => ({}),
  start: () => undefined,
  stop: () => Promise.resolve(),
};

let stand: KioskStand;
let scan: (text: string) => void;
let hold: (read: BadgeRead) => void;

/** A stand whose box has a reader and a scanner. */
function equip(story: Story): void {
  stand = new KioskStand(story, "none");
  const parts: ReaderParts = {
    offer: (input) => stand.act((one) => one.when(input)),
    show: stand.panels.onOrder,
    answer: stand.panels.answer,
    badgeRefOf: () => "00".repeat(16),
    isBadge: () => false,
  };
  const reader: BadgeReader = {
    ...device,
    id: "reader-a",
    onRead: (listener) => {
      hold = listener;
      return () => undefined;
    },
  };
  const scanner: CodeScanner = {
    ...device,
    id: "scanner-a",
    onScan: (listener) => {
      scan = listener;
      return () => undefined;
    },
  };
  listenToReader(parts, { reader, box, tagPrefixes: ["7A"] });
  listenToScanner(parts, { scanner, box });
}

function holdTag(parcel: number): void {
  const number = `7A${parcel.toString(16).toUpperCase().padStart(8, "0")}`;
  hold({ number, assurance: "identifier" });
}

function screen() {
  return stand.panels.view(box)?.screen;
}

beforeEach(() => {
  const story = Story.ready();
  carry(story, "88000001");
  equip(story);
});

describe("while a screen asks for a number", () => {
  it("a scan is the answer, and so is a tag that is held to the reader", () => {
    fill(stand, "seal");
    scan("7001");
    expect(screen()).toMatchObject({ name: "form", field: "seal-tag" });
    holdTag(1234);
    expect(screen()).toMatchObject({ name: "form", field: "method" });
    stand.panels.press(box, { act: "say", value: "scan" });
    const wish = { kind: "seal", container: "7001", sealTag: "1234", method: "scan" };
    expect(stand.offered).toMatchObject([{ kind: "WishStated", wish }]);
    expect(stand.story.state.volatile.trays[box] ?? []).toEqual([]);
  });

  it("only what may be answered is", () => {
    fill(stand, "close-manifest");
    scan("7001");
    expect(screen()).toMatchObject({ name: "form", field: "manifest" });
    expect(stand.offered).toEqual([]);
  });

  it("nothing is, when the screen shows something else", () => {
    fill(stand, "seal");
    stand.panels.press(box, { act: "go", to: "help" });
    scan("7001");
    stand.panels.press(box, { act: "back" });
    expect(screen()).toMatchObject({ name: "form", field: "container" });
  });
});

describe("while a screen asks something else, or lists", () => {
  it("a tag changes nothing of what was answered", () => {
    fill(stand, "seal", "RED-1", "S-1");
    scan("88000001");
    holdTag(1234);
    expect(screen()).toMatchObject({ name: "form", field: "method" });
  });

  it("a scan joins the list, which is never out of sight", () => {
    equip(guarded({}));
    fill(stand, "handover", "scan");
    scan("88000001");
    expect(screen()).toMatchObject({ name: "listing", parcels: [{ parcel: "88000001" }] });
    stand.panels.onOrder(box, "working", { isOfTag: true });
    expect(screen()).toMatchObject({ name: "listing" });
  });

  it("a badge of whoever comes next ends what was asked", () => {
    fill(stand, "seal", "RED-1");
    hold({ number: "0B00000001", assurance: "identifier" });
    expect(screen()).toMatchObject({ name: "refused" });
    stand.panels.press(box, { act: "read" });
    expect(screen()).toMatchObject({ name: "start" });
  });
});
