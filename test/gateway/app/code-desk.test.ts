// From digits and QR texts to what they open: own codes, other boxes' and gateways', damaged ones.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signDocument } from "@driftbox/proto";
import {
  generateKey,
  onceCodeOf,
  pickupCodeOf,
  qrOfDigits,
  qrOfDocument,
  sha256,
  signerFromPem,
  verifierOf,
} from "@driftbox/proto/node";
import { resolve, type DeskKeys } from "../../../gateway/app/devices/credential-desk.ts";
import { listenToScanner } from "../../../gateway/app/devices/reader-listeners.ts";
import type { Secret } from "../../../gateway/app/devices/credential-desk.ts";
import { SigningKeys } from "../../../gateway/app/signing-keys.ts";
import { custodyCoreWith } from "../../../gateway/app/loop/custody-core.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { grantMessage, today, withParcel } from "../custody/pass-steps.ts";
import { Story } from "../custody/story.ts";

const key = new Uint8Array(32).fill(7);
const center = signerFromPem(generateKey().privatePem);
const grantKeys = new SigningKeys([verifierOf(center.publicKey)]);

const keys: DeskKeys = {
  codes: {
    pickupCodeOf: (of) => pickupCodeOf(of, key),
    onceCodeOf: (of) => onceCodeOf(of, key),
  },
  grants: { site: "zhoushan", sha256, keysFor: (named) => grantKeys.keysFor(named) },
};

const story = withParcel(Story.ready());

function meaningOf(input: Input | undefined) {
  return input?.kind === "CodePresented" ? input.meaning : undefined;
}

function typed(digits: string, box = "branch") {
  return meaningOf(resolve(keys, story, { kind: "DigitsEntered", reader: "k", box, digits }));
}

function scanned(text: string, box = "branch") {
  return meaningOf(resolve(keys, story, { kind: "CodeScanned", reader: "s", box, text }));
}

const unknown = { word: "unknown" };
const pickup = (issue = 0) => pickupCodeOf({ parcel: "4711", issue }, key);

describe("digits at a keypad or in a QR code", () => {
  it("are a pickup code of a parcel that the box holds, of any issue", () => {
    for (const issue of [0, 1, 2, 3]) {
      const pass = { proof: "pickup-code", parcel: "4711", issue };
      expect(typed(pickup(issue))).toEqual({ word: "pass", pass });
      expect(scanned(qrOfDigits(pickup(issue)))).toEqual({ word: "pass", pass });
    }
    expect(typed(pickup(4))).toEqual(unknown);
  });

  it("of another box, gateway or parcel are none", () => {
    expect(typed(pickup(), "ferry")).toEqual(unknown);
    const other = new Uint8Array(32).fill(8);
    expect(typed(pickupCodeOf({ parcel: "4711", issue: 0 }, other))).toEqual(unknown);
    expect(typed(pickupCodeOf({ parcel: "4712", issue: 0 }, key))).toEqual(unknown);
  });

  it("are a one-time code of this box and day, and none of another", () => {
    const once = { box: "branch", action: "collect", day: today, number: 7 } as const;
    const pass = { proof: "one-time-code", action: "collect", day: today, number: 7 };
    expect(typed(onceCodeOf(once, key))).toEqual({ word: "pass", pass });
    expect(typed(onceCodeOf(once, key), "ferry")).toEqual(unknown);
    expect(typed(onceCodeOf({ ...once, day: today + 1_000 }, key))).toEqual(unknown);
    expect(typed(onceCodeOf({ ...once, day: today + 32 }, key))).toEqual(unknown);
    const untimed = { ...story.now, isWallTrusted: false };
    const digits = onceCodeOf(once, key);
    const offering = { kind: "DigitsEntered", reader: "k", box: "branch", digits } as const;
    const moment = { state: story.state, now: untimed };
    expect(meaningOf(resolve(keys, moment, offering))).toEqual({ word: "undated" });
  });

  it("that would be the code of two parcels open neither", () => {
    const both = Story.ready();
    withParcel(both, "4711");
    both.visit("depositor", ["branch", 2], { tags: ["4712"], leaves: true });
    const codes = { pickupCodeOf: () => pickup(), onceCodeOf: () => "" };
    const digits = pickup();
    const offering = { kind: "DigitsEntered", reader: "k", box: "branch", digits } as const;
    expect(meaningOf(resolve({ codes }, both, offering))).toEqual(unknown);
  });

  it("mean a slip, a wrong code or a pass, whatever they are, and none is repeated anywhere", () => {
    const core = custodyCoreWith(keys);
    const digits = fc.oneof(
      fc.stringMatching(/^[0-9]{4,12}$/),
      fc.constantFrom(pickup(), pickup(3)),
    );
    fc.assert(
      fc.property(digits, (entered) => {
        const offering = {
          kind: "DigitsEntered",
          reader: "k",
          box: "branch",
          digits: entered,
        } as const;
        expect(["slip", "unknown", "pass"]).toContain(typed(entered)?.word);
        const decision = core.decide(story.state, offering, story.now);
        const said = JSON.stringify([decision.facts, decision.effects]);
        if (entered.length > 6) expect(said).not.toContain(entered);
      }),
    );
  });
});

describe("a QR text of a signed grant", () => {
  const sign = (change: Parameters<typeof grantMessage>[0] = {}, signer = center) =>
    signDocument("grant", grantMessage(change), signer, sha256);
  const bad = { word: "bad-grant" };

  it("opens as the grant says", () => {
    const meaning = scanned(qrOfDocument(sign()));
    expect(meaning).toMatchObject({ word: "pass", pass: { grant: { grant: "g-1" } } });
  });

  it("is refused when forged, for another site, another box, or for somebody", () => {
    const stranger = signerFromPem(generateKey().privatePem);
    expect(scanned(qrOfDocument(sign({}, stranger)))).toEqual(bad);
    expect(scanned(qrOfDocument(sign({ site: "elsewhere" })))).toEqual(bad);
    expect(scanned(qrOfDocument(sign()), "ferry")).toEqual(bad);
    expect(scanned(qrOfDocument(sign({ person: "p-1" })))).toEqual(bad);
    const named = grantKeys.keysFor(["00".repeat(32)]);
    expect(named.map(({ publicKey }) => publicKey)).not.toContain(center.publicKey);
  });

  it("is refused when any bit of it is another, or any of it is missing", () => {
    const document = sign();
    fc.assert(
      fc.property(fc.nat(document.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(document);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(scanned(qrOfDocument(changed))).toEqual(bad);
        expect(scanned(qrOfDocument(document.slice(0, at)))?.word).not.toBe("pass");
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(scanned(`DRIFTBOX1:${text}`)?.word).not.toBe("pass");
      }),
    );
  });
});

describe("a scanner", () => {
  function scan(text: string) {
    const offered: Input[] = [];
    const entered: Secret[] = [];
    let tell: (said: string) => void = () => undefined;
    const scanner = {
      id: "scanner-a",
      onHealth: () => () => undefined,
      symptoms: () => ({}),
      start: () => undefined,
      stop: () => Promise.resolve(),
      onScan: (listener: (said: string) => void) => ((tell = listener), () => undefined),
    };
    const parts = {
      offer: (input: Input) => void offered.push(input),
      badgeRefOf: (number: string) => number,
      isBadge: () => false,
      keypads: { timers: new ManualTime(), enter: (one: Secret) => void entered.push(one) },
    };
    listenToScanner(parts, { scanner, box: "branch" });
    tell(text);
    return { offered: offered.map(({ kind }) => kind), entered: entered.map(({ kind }) => kind) };
  }

  it("takes bare digits for a parcel, whatever code they could be, and a text of ours for a code", () => {
    expect(scan(pickup())).toEqual({ offered: ["TagPresented"], entered: [] });
    expect(scan(qrOfDigits(pickup()))).toEqual({ offered: [], entered: ["CodeScanned"] });
    expect(scan("https://elsewhere/1")).toEqual({ offered: [], entered: [] });
  });
});
