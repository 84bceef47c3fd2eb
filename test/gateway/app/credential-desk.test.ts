// From keys to a PIN: how digits are collected, whose they are, and that they stay out of sight.

import { describe, expect, it } from "vitest";
import { pinRefOf } from "@driftbox/proto/node";
import { custodyCore, custodyCoreWith } from "../../../gateway/app/loop/custody-core.ts";
import {
  resolve,
  type DigitsEntered,
  type Secret,
} from "../../../gateway/app/devices/credential-desk.ts";
import { InputQueue } from "../../../gateway/app/loop/input-queue.ts";
import { keyGapMaxMs, Keypad } from "../../../gateway/app/devices/keypad.ts";
import { listenToReader } from "../../../gateway/app/devices/reader-listeners.ts";
import type { BadgeRead, BadgeReader } from "../../../gateway/ports/devices.ts";
import { guarded, PinRule, tap } from "../custody/bank.ts";
import { ManualTime } from "../drivers/manual-time.ts";

const key = new Uint8Array(32).fill(7);
const keys = {
  pinRefOf: (person: string, pin: string) => pinRefOf({ person, pin }, key),
};
const digits: DigitsEntered = {
  kind: "DigitsEntered",
  reader: "r-ferry",
  box: "ferry",
  digits: "4711",
};

describe("a keypad", () => {
  function pad() {
    const time = new ManualTime();
    const entries: string[] = [];
    const onEntry = (entry: string) => void entries.push(entry);
    return { time, entries, keypad: new Keypad({ id: "a", timers: time, onEntry }) };
  }

  it("gives the digits of an entry at #, however they come", () => {
    const { entries, keypad } = pad();
    for (const pressed of ["4", "71", "1#12", "34#"]) keypad.press(pressed);
    expect(entries).toEqual(["4711", "1234"]);
  });

  it("forgets them at *, at another badge and after a pause", async () => {
    const { entries, keypad, time } = pad();
    keypad.press("99*4711#");
    keypad.press("99");
    keypad.clear();
    keypad.press("4712#99");
    await time.advance(keyGapMaxMs);
    keypad.press("4713#");
    expect(entries).toEqual(["4711", "4712", "4713"]);
  });

  it("drops what is too short or too long for any code", () => {
    const { entries, keypad } = pad();
    keypad.press(`#123#${"1".repeat(13)}#${"2".repeat(500)}#123456789012#x47 11#`);
    expect(entries).toEqual(["123456789012", "4711"]);
  });
});

describe("a reader with a keypad", () => {
  it("enters digits at its box, and none that were pressed before a badge was shown", () => {
    const entered: Secret[] = [];
    let press: (keys: string) => void = () => undefined;
    let show: (read: BadgeRead) => void = () => undefined;
    const nothing = () => () => undefined;
    const reader: BadgeReader = {
      id: "reader-a",
      onHealth: nothing,
      symptoms: () => ({}),
      start: () => undefined,
      stop: () => Promise.resolve(),
      onRead: (listener) => ((show = listener), () => undefined),
    };
    const parts = {
      offer: () => undefined,
      badgeRefOf: (number: string) => number,
      isBadge: () => true,
      keypads: {
        timers: new ManualTime(),
        enter: (one: Secret) => void entered.push(one),
      },
    };
    listenToReader(parts, {
      reader,
      box: "box-a",
      tagPrefixes: [],
      onKeys: (listener) => ((press = listener), () => undefined),
    });
    press("99");
    show({ number: "0A", assurance: "identifier" });
    press("4711#");
    const where = { reader: "reader-a", box: "box-a" };
    expect(entered).toEqual([{ kind: "DigitsEntered", ...where, digits: "4711" }]);
  });
});

describe("digits", () => {
  it("are a PIN of who showed a badge last, salted by the person", () => {
    const story = guarded({ pin: PinRule.PIN_RULE_ALWAYS, authorizers: 1 });
    expect(resolve(keys, story, digits)).toBeUndefined();
    tap(story, "teller");
    const teller = resolve(keys, story, digits);
    expect(teller).toMatchObject({ kind: "PinEntered", person: "p-teller", box: "ferry" });
    expect(JSON.stringify(teller)).not.toContain("4711");
    tap(story, "official");
    const official = resolve(keys, story, digits);
    expect(official).toMatchObject({ person: "p-official" });
    expect(official).not.toMatchObject({ pinRef: teller?.kind === "PinEntered" && teller.pinRef });
  });

  it("mean nothing without a key, and decide nothing", () => {
    const story = guarded({ pin: PinRule.PIN_RULE_ALWAYS });
    tap(story, "teller");
    const decision = custodyCore.decide(story.state, digits, story.now);
    expect(decision).toEqual({ facts: [], effects: [], observed: story.state });
    const counted = custodyCoreWith(keys).decide(story.state, digits, story.now);
    expect(counted.facts).toMatchObject([{ kind: "AccessRefused", reason: "wrong-pin" }]);
    expect(JSON.stringify(counted)).not.toContain("4711");
  });

  it("that waited too long are not taken: nobody stands there any more", () => {
    const queue = new InputQueue();
    const reading = { monoUs: 0, wallUs: 0, wallErrMs: undefined, source: "none" } as const;
    queue.offer(digits, reading);
    expect(queue.take(2_001)).toBeUndefined();
    expect(queue.counts.stale).toBe(1);
  });
});
