// Verbs of screens and of the center: what is pressed and ordered, and what is seen of it.

import { afterEach, expect, it } from "vitest";
import type { Office } from "../../device-sim/scenario/installation.ts";
import { playScenario } from "../../device-sim/scenario/player.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
import { standIn, type StandIn } from "./stand-in.ts";

const head = `title: { en: a, zh: b }
gateways:
  - site: pier-3
    gateway: pier-3-a
    boxes: [{ box: box-a, kind: drop-box, compartments: [{ compartment: 1 }] }]
people:
  - { person: agent, badge: "0A001E4C27" }
  - { person: courier, badge: "0A001E4C28" }
parcels:
  - { parcel: bag, tag: "7A00000100", thicknessMm: 20 }
  - { parcel: form, tag: "7A000000FE", thicknessMm: 1, count: 3 }
steps:
`;
const stands: StandIn[] = [];

afterEach(() => {
  for (const stand of stands.splice(0)) stand.close();
});

/** What a screen, the network and the programs of the center were told. */
interface Heard {
  readonly acts: Readonly<Record<string, unknown>>[];
  readonly orders: unknown[];
}

type Screen = Readonly<Record<string, unknown>>;

function officeThatNotes(orders: unknown[]): Office {
  const note = (...order: unknown[]) => {
    orders.push(order);
    return Promise.resolve();
  };
  return {
    pickupCode: () => Promise.resolve("123456789"),
    onceCode: () => Promise.resolve("123456789012"),
    command: async (_, word, options) => {
      await note(word, options);
      return { state: "refused", outcome: "stale" };
    },
    publishManifest: (_, manifest) => note("manifest", manifest),
    publishGrant: (_, grant) => note("grant", grant),
    revokeGrant: (_, grant) => note("revoke", grant),
    switchPolicy: (_, changes) => note("policy", changes),
    paperGrant: () => Promise.resolve("DRIFTBOX1:AAAA"),
    forgeCommand: (command) => command,
  };
}

async function play(steps: string, screen: Screen = { name: "start" }): Promise<Words> {
  const listed = steps.trim().split("\n");
  const text = head + listed.map((step) => `  - ${step.trim()}\n`).join("");
  const scenario = readScenario(text, "x", "x.yaml");
  const stand = standIn(scenario);
  stands.push(stand);
  const heard: Heard = { acts: [], orders: [] };
  const unit = stand.gateways.get("pier-3-a");
  if (unit === undefined) throw new Error("no gateway");
  Object.assign(unit, {
    press: (act: Readonly<Record<string, unknown>>) => {
      heard.acts.push(act);
      return Promise.resolve(act["act"] === "nothing" ? "no such act" : "");
    },
    screenOf: () => Promise.resolve({ isLinked: false, screen }),
  });
  const { orders } = heard;
  Object.assign(stand.links.get("pier-3-a") ?? {}, {
    command: Uint8Array.of(7),
    say: (topic: string, payload: Uint8Array) => orders.push([topic, ...payload]) > 0,
  });
  const coded = [
    { ...(await stand.center.events())[0], kind: "ParcelDeposited", parcels: ["256"] },
  ];
  Object.assign(stand.center, {
    coded: (code: string) => Promise.resolve(code === "ABCD-EFGH" ? coded : []),
  });
  Object.assign(stand, { office: officeThatNotes(orders) });
  const report = await playScenario(scenario, stand, { seed: 1, speed: 50, settleMaxMs: 0 });
  return { ...heard, words: report.steps.map((one) => (one.isOk ? "ok" : one.seen)) };
}

interface Words extends Heard {
  readonly words: readonly string[];
}

it("a wish is said with the number of its container, and each parcel of several is a press", async () => {
  const { words, acts } = await play(`
    do: { state-wish: { box: box-a, wish: seal, method: scan, container: bag, sealTag: S-1 } }
    do: { amend-wish: { box: box-a, word: list, parcels: [form] } }
    do: { amend-wish: { box: box-a, word: count, count: 3 } }
    do: { amend-wish: { box: box-a, word: seal, parcels: [bag], sealTag: S-1, isBroken: true } }
  `);
  expect(words).toEqual(["ok", "ok", "ok", "ok"]);
  const list = (parcel: string) => ({
    box: "box-a",
    act: "amend",
    change: { word: "list", parcel },
  });
  expect(acts).toEqual([
    {
      box: "box-a",
      act: "wish",
      wish: { kind: "seal", method: "scan", container: "256", sealTag: "S-1" },
    },
    list("254"),
    list("255"),
    list("256"),
    { box: "box-a", act: "amend", change: { word: "count", count: 3 } },
    {
      box: "box-a",
      act: "amend",
      change: { word: "seal", parcel: "256", sealTag: "S-1", isBroken: true },
    },
  ]);
});

it("a screen that does not take an act says why, and the step fails with it", async () => {
  const { words } = await play("do: { press-screen: { box: box-a, act: nothing } }");
  expect(words).toEqual(["nothing: no such act"]);
});

it("a screen is judged by its name, its fields, those around it and the length of its lists", async () => {
  const listing = { name: "listing", step: "giver", parcels: [{}, {}] };
  const { words } = await play(
    `
    expect: { screen: { box: box-a, name: listing, where: { parcels: 2, isLinked: false } } }
    expect: { screen: { box: box-a, name: listing, where: { parcels: 3 }, within-ms: 0 } }
    expect: { screen: { box: box-a, name: start, within-ms: 0 } }
  `,
    listing,
  );
  expect(words[0]).toBe("ok");
  expect(words.slice(1)).toEqual([JSON.stringify(listing), JSON.stringify(listing)]);
});

it("a check code is written down at the box and asked for at the center", async () => {
  const { words } = await play(
    `
    expect: { noted-code: { kind: ParcelDeposited, within-ms: 0 } }
    expect: { screen: { box: box-a, name: code, where: { what: accepted, codes: 2 } } }
    do: { note-code: { box: box-a } }
    expect: { noted-code: { kind: ParcelDeposited, parcel: bag, within-ms: 0 } }
    expect: { noted-code: { kind: ParcelCollected, within-ms: 0 } }
  `,
    { name: "code", codes: [{ code: "JJJJ-JJJJ" }, { code: "ABCD-EFGH", what: "accepted" }] },
  );
  expect(words).toEqual([
    "no code was written down",
    "ok",
    "ok",
    "ok",
    "#0 ParcelDeposited box-a/1",
  ]);
});

it("a command goes out with its options, and its answer is what the program said", async () => {
  const { words, orders } = await play(`
    expect: { answer: { state: executed, within-ms: 0 } }
    do: { command: { gateway: pier-3-a, word: open, box: box-a, compartment: 1, within-ms: 1500 } }
    expect: { answer: { state: refused, outcome: stale } }
    expect: { answer: { state: executed, within-ms: 0 } }
    do: { repeat-command: { gateway: pier-3-a } }
  `);
  expect(words).toEqual(["no command was answered", "ok", "ok", "refused: stale", "ok"]);
  expect(orders).toEqual([
    ["open", { box: "box-a", compartment: "1", within: "2s" }],
    ["driftbox/v1/pier-3/pier-3-a/commands", 7],
  ]);
});

it("manifests, grants and policies go out as they are written", async () => {
  const { words, orders } = await play(`
    do: { publish-manifest: { gateway: pier-3-a, manifest: M-1, voyage: V-1, parcels: [bag] } }
    do: { publish-grant: { gateway: pier-3-a, grant: { grant: g-1, voyages: ["V1"] } } }
    do: { revoke-grant: { gateway: pier-3-a, grant: g-1 } }
    do: { switch-policy: { gateway: pier-3-a, policy: { blockedPersons: [agent] } } }
  `);
  expect(words).toEqual(["ok", "ok", "ok", "ok"]);
  expect(orders).toEqual([
    ["manifest", { manifest: "M-1", voyage: "V-1", parcels: ["256"] }],
    ["grant", { grant: "g-1", voyages: ["V1"] }],
    ["revoke", "g-1"],
    ["policy", { blockedPersons: ["agent"] }],
  ]);
});

it("several people tap in one deed, and several tags are held to the reader", async () => {
  const { words } = await play(`
    do: { tap-together: { people: [agent, courier], box: box-a } }
    do: { show-parcels: { parcels: [bag, form], box: box-a } }
  `);
  expect(words).toEqual(["ok", "ok"]);
});

it.each([
  ["state-wish: { box: box-a, wish: handover }", 'handover: "method" is missing'],
  ["state-wish: { box: box-a, wish: sign, method: scan }", 'sign: "method" is not said with it'],
  ["state-wish: { box: box-a, wish: open }", 'state-wish.wish: "open" is none of handover'],
  [
    "state-wish: { box: box-a, wish: handover, method: eye }",
    'state-wish.method: "eye" is none of tags, scan, count',
  ],
  ["amend-wish: { box: box-a, word: list }", 'list: "parcels" is missing'],
  ["amend-wish: { box: box-a, word: count, count: 1, sealTag: S }", '"sealTag" is not said'],
  ["amend-wish: { box: box-a, word: list, parcels: [forms] }", '"forms" is none of bag, form-1'],
  ["tap-together: { people: [nobody], box: box-a }", '"nobody" is none of agent, courier'],
  ["command: { gateway: pier-3-a }", 'command: "word" is missing'],
  ["publish-grant: { gateway: pier-3-a, grant: g-1 }", "expected keys and values"],
])("%s is refused", (deed, says) => {
  expect(() => readScenario(`${head}  - do: { ${deed} }\n`, "x", "x.yaml")).toThrow(says);
});
