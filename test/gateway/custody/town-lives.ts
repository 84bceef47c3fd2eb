// What can happen in the town: people at its boxes, parcels, guesses, clocks, policies and cuts.

import fc from "fast-check";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { enter, tap, type MemberName } from "./bank.ts";
import { guess, pass } from "./pass-steps.ts";
import { regimes, town as layout, townBoxes, type Town } from "./town.ts";
import { bearers, papers, passOf } from "./town-grants.ts";
import type { At } from "./story.ts";

export const townParcels: readonly string[] = ["1", "2", "3"];
/** A red box, which is a parcel too. */
export const container = "red";

export interface Deed {
  readonly name: string;
  readonly run: (town: Town) => void;
}

const box = fc.constantFrom(...townBoxes);
const parcel = fc.constantFrom(...townParcels, container);
const wishes: readonly Wish[] = [
  { kind: "handover", method: "scan" },
  { kind: "handover", method: "tags" },
  { kind: "seal", method: "scan", container, sealTag: "s" },
  { kind: "unseal", container, isEnRoute: false },
  { kind: "unseal", container, isEnRoute: true },
  { kind: "check-seals" },
];

function deed<T>(
  name: string,
  values: fc.Arbitrary<T>,
  run: (town: Town, value: T) => void,
): fc.Arbitrary<Deed> {
  return values.map((value) => ({
    name: `${name} ${JSON.stringify(value)}`,
    run: (town) => run(town, value),
  }));
}

function say(town: Town, at: string, wish: Wish | undefined): void {
  town.when({ kind: "WishStated", panel: "kiosk", box: at, wish });
}

/** A tag comes into the field of an antenna, or is held to the reader. */
function hear(town: Town, at: string, { tag, isShown }: Heard): void {
  if (isShown) town.tag(tag, at);
  else town.when({ kind: "TagSeen", reader: "uhf", box: at, parcel: tag });
}
interface Heard {
  readonly tag: string;
  readonly isShown: boolean;
}

/** The door of the newest opening is left open. */
function openDoor(town: Town, leaves?: boolean): At | undefined {
  const pulse = town.pulses.at(-1);
  if (pulse === undefined) return undefined;
  const at: At = [pulse.box, pulse.compartment];
  town.pulseEnds();
  town.swing(at);
  if (leaves !== undefined) town.presence(at, leaves);
  return at;
}

/** One of the doors that stand open is shut. */
function shutDoor(town: Town, nth: number): void {
  const open = layout.boxes
    .flatMap(({ id, compartments }) => compartments.map(({ number }): At => [id, number]))
    .filter((at) => town.state.durable.compartments[at.join("#")]?.isDoorOpen === true);
  const at = open[nth % Math.max(1, open.length)];
  if (at !== undefined) town.shut(at);
}

function useDoor(town: Town, leaves: boolean, tags: readonly string[]): void {
  const pulse = town.pulses.at(-1);
  if (pulse === undefined) return;
  const at: At = [pulse.box, pulse.compartment];
  town.pulseEnds();
  town.swing(at);
  for (const tag of tags) town.tag(tag, pulse.box);
  town.presence(at, leaves);
  town.shut(at);
}

/** Two persons come one after the other, and open what they can. */
function meet(town: Town, at: string): void {
  for (const who of ["teller", "official"] as const) {
    tap(town, who, { box: at });
    enter(town, who, "right", at);
  }
}

interface Between {
  readonly boxes: readonly [string, string];
  readonly heard: readonly (Heard & { readonly isFirst: boolean })[];
  readonly leaves: readonly [boolean, boolean];
  readonly shut: readonly number[];
}

/** Doors of two boxes stand open at once, and tags are heard at both. */
function openTwo(town: Town, { boxes, heard, leaves, shut }: Between): void {
  const [first, second] = boxes;
  meet(town, first);
  const at = openDoor(town);
  town.elapse(2_600);
  meet(town, second);
  const other = openDoor(town);
  for (const one of heard) hear(town, one.isFirst ? first : second, one);
  if (at !== undefined) town.presence(at, leaves[0]);
  if (other !== undefined) town.presence(other, leaves[1]);
  for (const nth of shut) shutDoor(town, nth);
}

/** They are granted once more while the coil rests, and then another policy is in force. */
function comeAgain(town: Town, at: string, index: number): void {
  meet(town, at);
  useDoor(town, true, []);
  meet(town, at);
  town.rule(index);
  town.elapse(6_000);
}

const heard = fc.record({ tag: parcel, isShown: fc.boolean() });

const readings = [
  deed("hear", fc.tuple(heard, box), (town, [one, at]) => hear(town, at, one)),
  deed("wish", fc.tuple(box, fc.constantFrom(...wishes, undefined)), (town, [at, wish]) => {
    say(town, at, wish);
  }),
  deed(
    "hand over",
    fc.tuple(box, fc.subarray([...townParcels, container]), fc.constantFrom(...wishes)),
    (town, [at, list, wish]) => {
      say(town, at, wish);
      for (const tag of list) town.tag(tag, at);
      tap(town, "teller", { box: at });
      tap(town, "official", { box: at });
    },
  ),
  deed("break a seal", box, (town, at) => {
    const change = { word: "seal", parcel: container, sealTag: "t", isBroken: true } as const;
    town.when({ kind: "WishAmended", panel: "kiosk", box: at, change });
  }),
];

const between: fc.Arbitrary<Between> = fc.record({
  boxes: fc.tuple(box, box),
  heard: fc.array(fc.record({ tag: parcel, isShown: fc.boolean(), isFirst: fc.boolean() }), {
    maxLength: 5,
  }),
  leaves: fc.tuple(fc.boolean(), fc.boolean()),
  shut: fc.array(fc.nat(1), { maxLength: 2 }),
});

const openings = [
  deed("meet", box, (town, at) => meet(town, at)),
  deed(
    "use the door",
    fc.tuple(fc.boolean(), fc.subarray([...townParcels, container])),
    (town, [leaves, tags]) => {
      useDoor(town, leaves, tags);
      town.elapse(3_000);
    },
  ),
  deed("come again", fc.tuple(box, fc.nat(regimes.length - 1)), (town, [at, index]) => {
    comeAgain(town, at, index);
  }),
  deed("leave a door open", fc.boolean(), (town, leaves) => void openDoor(town, leaves)),
  deed("shut a door", fc.nat(2), (town, nth) => shutDoor(town, nth)),
  deed("open two", between, openTwo),
  deed("pulse fails", fc.constantFrom("not-sent" as const, "unknown" as const), (town, end) => {
    town.pulseEnds(end);
  }),
];

const published = fc.tuple(
  fc.subarray([...papers]),
  fc.subarray(
    papers.map(({ grant }) => grant),
    { maxLength: 2 },
  ),
);

/** A guest comes by a grant, and while the coil rests another set takes it back, or gives more. */
function grantAnew(town: Town, at: string, [listed, revoked]: Published): void {
  town.rule(guestRegimes.at(at.length % guestRegimes.length) ?? 0);
  town.publish(papers, []);
  tap(town, "official", { box: at });
  useDoor(town, true, []);
  tap(town, "official", { box: at });
  town.publish(listed, revoked);
  town.elapse(6_000);
}
type Published = typeof published extends fc.Arbitrary<infer P> ? P : never;

const guestRegimes = regimes.flatMap(({ guests }, index) => (guests.join() === "" ? [] : [index]));

const holders = [
  deed("show a grant", fc.constantFrom(...bearers), (town, one) => {
    pass(town, passOf(one, layout), one.box);
  }),
  deed("show a grant and tap", fc.constantFrom(...bearers), (town, one) => {
    pass(town, passOf(one, layout), one.box);
    tap(town, "teller", { box: one.box });
  }),
];
const anew = deed("grant anew", fc.tuple(box, published), (town, [at, set]) =>
  grantAnew(town, at, set),
);

/** One person brings parcels, or takes them out, where it takes no other. */
function useAlone(town: Town, at: string, list: readonly string[], leaves: boolean): void {
  town.rule(1);
  tap(town, "teller", { box: at });
  useDoor(town, leaves, list);
  town.elapse(3_000);
}

/** One person says what takes two, and shows both badges, each with the PIN. */
function answerOneself(town: Town, at: string, list: readonly string[], wish: Wish): void {
  say(town, at, wish);
  for (const tag of list) town.tag(tag, at);
  for (const nth of [0, 1, 0]) {
    tap(town, "teller", { box: at, nth });
    enter(town, "teller", "right", at);
  }
}

const manifest = "m";
const forTwo: readonly Wish[] = [
  ...wishes,
  { kind: "open-manifest", method: "scan", manifest, voyage: "v" },
  { kind: "close-manifest", method: "scan", manifest },
  { kind: "sign" },
];
const carried = fc.subarray([...townParcels, container]);
const alone = [
  deed("use alone", fc.tuple(box, carried, fc.boolean()), (town, [at, list, leaves]) => {
    useAlone(town, at, list, leaves);
  }),
  deed("answer oneself", fc.tuple(box, carried, fc.constantFrom(...forTwo)), (town, value) => {
    answerOneself(town, ...value);
  }),
];

const troubles = [
  deed("wait", fc.constantFrom(200, 3_000, 21_000, 70_000, 400_000), (town, ms) => {
    town.elapse(ms);
  }),
  deed("cut", fc.tuple(fc.nat(6), fc.boolean(), fc.boolean()), (town, [lost, isKill, isRead]) => {
    town.cut(lost, isKill);
    if (isRead) town.recallGrants();
  }),
  deed("grants", published, (town, [listed, revoked]) => town.publish(listed, revoked)),
  deed("policy", fc.nat(regimes.length - 1), (town, index) => town.rule(index)),
  deed("clock", fc.constantFrom(-31_536_000_000, -1_000, 31_536_000_000), (town, stepMs) => {
    town.wallMs += stepMs;
  }),
  deed("trust", fc.tuple(fc.boolean(), fc.boolean()), (town, [isTrusted, isDisciplined]) => {
    town.isWallTrusted = isTrusted;
    town.isWallDisciplined = isDisciplined;
  }),
];

function guesses(who: readonly MemberName[]): readonly fc.Arbitrary<Deed>[] {
  return [
    deed("wrong codes", fc.tuple(box, fc.nat(5)), (town, [at, count]) => {
      for (let tries = 0; tries < count; tries += 1) guess(town, at);
    }),
    deed("strangers", fc.tuple(box, fc.nat(6)), (town, [at, count]) => {
      for (let tries = 0; tries < count; tries += 1) town.badge("stranger", at);
    }),
    deed("wrong PINs", fc.tuple(fc.constantFrom(...who), box), (town, [one, at]) => {
      tap(town, one, { box: at });
      for (let tries = 0; tries < 4; tries += 1) enter(town, one, "wrong", at);
    }),
  ];
}

/** Lives in which only some of the townspeople act. */
export function townLives(who: readonly MemberName[]): fc.Arbitrary<readonly Deed[]> {
  const member = fc.constantFrom(...who);
  const taps = [
    deed("tap", fc.tuple(member, box, fc.nat(1)), (town, [one, at, nth]) => {
      tap(town, one, { box: at, nth });
    }),
    deed("PIN", fc.tuple(member, box), (town, [one, at]) => void enter(town, one, "right", at)),
  ];
  const isWhole = who.length > 1;
  const each = (weight: number, some: readonly fc.Arbitrary<Deed>[]) =>
    some.map((arbitrary) => ({ weight, arbitrary }));
  const all = [
    ...each(6, taps),
    ...each(2, troubles),
    ...each(1, guesses(who)),
    ...each(isWhole ? 4 : 0, openings),
    ...each(isWhole ? 3 : 0, readings),
    ...each(isWhole ? 2 : 4, holders),
    ...each(isWhole ? 2 : 0, [anew]),
    ...each(isWhole ? 0 : 3, alone),
  ];
  return fc.array(fc.oneof(...all), { maxLength: 60, size: "max" });
}
