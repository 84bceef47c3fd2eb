// What a screen sends: read as it was pressed, or not at all, with the names of what was wrong.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "@driftbox/proto";
import type { Wish, WishChange, WishKind } from "../../../gateway/custody/visits/wishes.ts";
import { actMaxBytes, readAct } from "../../../gateway/adapters/kiosk/read-act.ts";
import { listingMethods, panelPlaces } from "../../../gateway/ports/panel.ts";

function read(fields: object): ReturnType<typeof readAct> {
  return readAct(JSON.stringify({ box: "ferry", ...fields }));
}

const text = fc.stringMatching(/^[0-9A-Za-z\u4e00-\u4e20-]{1,64}$/);
const method = fc.constantFrom(...listingMethods);
const compartment = fc.integer({ min: 1, max: 9_999 });

const wishes: { readonly [K in WishKind]: fc.Arbitrary<Wish> } = {
  handover: fc.record({ kind: fc.constant("handover"), method }),
  maintain: fc.record({ kind: fc.constant("maintain"), reason: text }),
  "end-maintenance": fc.constant({ kind: "end-maintenance" }),
  "open-empty": fc.record({ kind: fc.constant("open-empty"), compartment }),
  "open-all-empty": fc.constant({ kind: "open-all-empty" }),
  disable: fc.record({ kind: fc.constant("disable"), compartment }),
  enable: fc.record({ kind: fc.constant("enable"), compartment }),
  emergency: fc.record({ kind: fc.constant("emergency"), compartment, reason: text }),
  sign: fc.constant({ kind: "sign" }),
  explain: fc.record({ kind: fc.constant("explain"), compartment, explanation: text }),
  seal: fc.record({ kind: fc.constant("seal"), method, container: text, sealTag: text }),
  unseal: fc.record({ kind: fc.constant("unseal"), container: text, isEnRoute: fc.boolean() }),
  "check-seals": fc.constant({ kind: "check-seals" }),
  "open-manifest": fc.record({
    kind: fc.constant("open-manifest"),
    method,
    manifest: text,
    voyage: text,
  }),
  "close-manifest": fc.record({ kind: fc.constant("close-manifest"), method, manifest: text }),
};

const changes: { readonly [W in WishChange["word"]]: fc.Arbitrary<WishChange> } = {
  list: fc.record({ word: fc.constant("list"), parcel: text }),
  "leave-out": fc.record({ word: fc.constant("leave-out"), parcel: text }),
  "put-back": fc.record({ word: fc.constant("put-back"), parcel: text }),
  count: fc.record({ word: fc.constant("count"), count: fc.nat(9_999) }),
  seal: fc.record({
    word: fc.constant("seal"),
    parcel: text,
    sealTag: text,
    isBroken: fc.boolean(),
  }),
  dispute: fc.constant({ word: "dispute" }),
  stay: fc.constant({ word: "stay" }),
};

describe("what a screen sent", () => {
  it("is an act, or nothing, whatever its bytes", () => {
    const shaped = fc.record(
      {
        box: fc.string(),
        act: fc.constantFrom("wish", "amend", "choose", "go", "digits"),
        wish: fc.oneof(fc.jsonValue(), fc.record({ kind: fc.constantFrom("seal", "__proto__") })),
        change: fc.oneof(fc.jsonValue(), fc.record({ word: fc.constantFrom("seal", "toString") })),
        choices: fc.jsonValue(),
      },
      { requiredKeys: ["act"] },
    );
    const bytes = fc.oneof(
      fc.string(),
      fc.json(),
      shaped.map((one) => JSON.stringify(one)),
    );
    fc.assert(fc.property(bytes, (sent) => typeof readAct(sent).ok === "boolean"));
  });

  it("is read as it was pressed, and nothing that it does not know is kept", () => {
    const digits = fc
      .stringMatching(/^[0-9]{4,12}$/)
      .map((typed) => ({ act: "digits", digits: typed }));
    const go = fc.constantFrom(...panelPlaces).map((to) => ({ act: "go", to }));
    fc.assert(
      fc.property(fc.oneof(digits, go), (act) => {
        expect(read({ ...act, person: "dropped" })).toEqual({ ok: true, box: "ferry", act });
      }),
    );
  });

  it.each(Object.entries(wishes))("may be the wish %s, and fits one act", (_kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (wish) => {
        const sent = JSON.stringify({ box: "ferry", act: "wish", wish });
        expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(actMaxBytes);
        const more = { ...wish, person: "dropped" };
        const act = { act: "wish", wish };
        expect(read({ act: "wish", wish: more })).toEqual({ ok: true, box: "ferry", act });
      }),
      { numRuns: 20 },
    );
  });

  it.each(Object.entries(changes))("may add %s to a wish", (_word, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (change) => {
        const act = { act: "amend", change };
        expect(read(act)).toEqual({ ok: true, box: "ferry", act });
      }),
      { numRuns: 20 },
    );
  });

  it("may leave out why a fitter is at work", () => {
    const act = { act: "wish", wish: { kind: "maintain", reason: "at the screen" } };
    expect(read({ act: "wish", wish: { kind: "maintain" } })).toMatchObject({ act });
  });

  it.each([
    ["digits", { act: "digits", digits: "12" }],
    ["digits", { act: "digits", digits: "12a45" }],
    ["digits", { act: "digits", digits: 12345 }],
    ["to", { act: "go", to: "elsewhere" }],
    ["choices.language", { act: "choose", choices: { language: "fr" } }],
    ["choices.language", { act: "choose", choices: [] }],
    ["no such act", {}],
    ["no such act, wish or word", { act: "wish", wish: { kind: "open" } }],
    ["no such act, wish or word", { act: "wish", wish: "seal" }],
    ["no such act, wish or word", { act: "amend", change: { word: "constructor" } }],
    ["wish.method", { act: "wish", wish: { kind: "handover", method: "guess" } }],
    ["wish.compartment", { act: "wish", wish: { kind: "open-empty", compartment: 0 } }],
    ["wish.compartment", { act: "wish", wish: { kind: "open-empty", compartment: 1.5 } }],
    ["wish.reason", { act: "wish", wish: { kind: "maintain", reason: "" } }],
    ["wish.container, wish.isEnRoute", { act: "wish", wish: { kind: "unseal" } }],
    ["change.parcel", { act: "amend", change: { word: "list", parcel: " 1" } }],
    ["change.parcel", { act: "amend", change: { word: "list", parcel: "1\n2" } }],
    ["change.parcel", { act: "amend", change: { word: "list", parcel: "\ud800" } }],
    [
      "change.parcel",
      { act: "amend", change: { word: "list", parcel: "x".repeat(limits.idMaxChars + 1) } },
    ],
    ["change.count", { act: "amend", change: { word: "count", count: -1 } }],
  ])("names %s as wrong in %o", (what, fields) => {
    const answer = read(fields);
    expect(answer.ok ? "" : answer.why).toContain(what);
  });
});
