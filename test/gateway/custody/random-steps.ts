// Random lives of a gateway: people, sensors that lie, boards that fail, power cuts, waiting.

import fc from "fast-check";
import {
  compartmentSizes,
  defaultTiming,
  type BoxLayout,
  type Layout,
} from "../../../gateway/custody/layout.ts";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { publishNext, recall, setCount } from "./random-grants.ts";
import {
  cabinet,
  compiled,
  ferryBox,
  policyMessage,
  Story,
  wallStartMs,
  type At,
  type BadgeName,
} from "./story.ts";

const [slot] = ferryBox.compartments;
if (slot === undefined) throw new Error("the drop box has no compartment");

/** A drop box with contacts and a cabinet without, three compartments each, all on one supply. */
const dropBox: BoxLayout = {
  ...ferryBox,
  compartments: compartmentSizes.map((size, at) => {
    return { ...slot, number: at + 1, supplyGroup: "s", size };
  }),
};
export const wideLayout: Layout = {
  boxes: [
    dropBox,
    { ...cabinet, compartments: cabinet.compartments.map((one) => ({ ...one, pulseMs: 900 })) },
  ],
  timing: defaultTiming,
};

/** The usual one; one with a schedule, an expiry and a stale limit; one that blocks the clerk. */
export const policies: readonly CompiledPolicy[] = [
  compiled({}, wideLayout),
  compiled({ version: 2, ...strictPolicy() }, wideLayout),
  compiled(
    { version: 3, blockedBadges: [new Uint8Array(16).fill(0xe0)], roles: narrowRoles() },
    wideLayout,
  ),
];

function strictPolicy() {
  const windows = [{ days: 0b100_0000, fromMin: 0, toMin: 10 * 60 + 2 }];
  const roles = policyMessage().roles.map((role) => ({
    ...role,
    staleAfterH: role.role === "depositor" ? 1 : 0,
    rights: (role.rights ?? []).map((right) => ({ ...right, windows })),
  }));
  return { roles, expiresUs: (wallStartMs + 240_000) * 1_000 };
}

/** Depositors have no right at the drop box any more. */
function narrowRoles() {
  return policyMessage().roles.map((role) => {
    if (role.role !== "depositor") return role;
    return { ...role, rights: [{ box: "branch", compartments: [2], canDeposit: true }] };
  });
}

const boxIds = wideLayout.boxes.map(({ id }) => id);
const who = fc.constantFrom<BadgeName>(
  "courier",
  "depositor",
  "clerk",
  "strongCard",
  "blocked",
  "stranger",
);
const regular = fc.constantFrom<BadgeName>("courier", "depositor", "clerk");
const box = fc.constantFrom(...boxIds);
const at = fc.tuple(box, fc.integer({ min: 1, max: 3 }));
const parcel = fc.constantFrom("101", "102", "103", "104", "105");
const maybe = fc.constantFrom(true, false, undefined);

/** One step: what it is called, and what it does to a story. */
export interface Step {
  readonly name: string;
  readonly run: (story: Story) => void;
}

function step<T>(
  name: string,
  values: fc.Arbitrary<T>,
  run: (story: Story, value: T) => void,
): fc.Arbitrary<Step> {
  return values.map((value) => ({
    name: `${name} ${JSON.stringify(value)}`,
    run: (story) => run(story, value),
  }));
}

function lastPulsed(story: Story): At {
  const pulse = story.pulses.at(-1);
  return pulse === undefined ? ["ferry", 1] : [pulse.box, pulse.compartment];
}

/** One of the doors that stand open is shut. */
function shutOne(story: Story, nth: number): void {
  const open = wideLayout.boxes
    .flatMap(({ id, compartments }) => compartments.map(({ number }): At => [id, number]))
    .filter((place) => story.state.durable.compartments[place.join("#")]?.isDoorOpen === true);
  const place = open[nth % Math.max(1, open.length)];
  if (place !== undefined) story.shut(place);
}

/** A tag comes into the field of an antenna. */
function see(story: Story, tag: string, where: string): void {
  story.when({ kind: "TagSeen", reader: "uhf", box: where, parcel: tag });
}

type Heard = readonly [tag: string, where: string, isShown: boolean];

/** Somebody opens a door at each box in turn, and tags are heard at both. */
function openBoth(story: Story, person: BadgeName, heard: readonly Heard[]): void {
  for (const where of boxIds) {
    story.badge(person, where);
    story.pulseEnds();
    story.swing(lastPulsed(story));
    story.presence(lastPulsed(story), true);
    story.elapse(2_600);
  }
  for (const [tag, where, isShown] of heard) {
    if (isShown) story.tag(tag, where);
    else see(story, tag, where);
  }
}

/** Who has no right by the policy comes by a grant; another set is read while they wait. */
function comeByGrant(story: Story, index: number, isUsed: boolean): void {
  const [, , narrow] = policies;
  if (narrow !== undefined) story.when({ kind: "PolicyAccepted", policy: narrow });
  publishNext(story, 0);
  story.badge("depositor", "ferry");
  publishNext(story, index);
  story.pulseEnds();
  if (isUsed) story.swing(lastPulsed(story));
  story.elapse(2_600);
}

const lawful = [
  step("badge", fc.tuple(regular, box), (story, [person, where]) => {
    story.badge(person, where);
  }),
  step("tag", fc.tuple(parcel, box), (story, [tag, where]) => {
    story.tag(tag, where);
  }),
  step("answered", fc.constant(0), (story) => {
    story.pulseEnds();
  }),
  step("use door", maybe, (story, leaves) => {
    const place = lastPulsed(story);
    story.swing(place);
    story.presence(place, leaves);
  }),
  step("shut door", fc.constant(0), (story) => {
    story.shut(lastPulsed(story));
  }),
  step("shut one of the doors", fc.nat(2), shutOne),
  step("see tag", fc.tuple(parcel, box), (story, [tag, where]) => see(story, tag, where)),
  step("wait", fc.constantFrom(1, 250, 700, 2_600, 9_000), (story, ms) => {
    story.elapse(ms);
  }),
];

const troubled = [
  step(
    "open both",
    fc.tuple(regular, fc.array(fc.tuple(parcel, box, fc.boolean()), { maxLength: 4 })),
    (story, [person, heard]) => openBoth(story, person, heard),
  ),
  step("come by grant", fc.tuple(fc.nat(setCount - 1), fc.boolean()), (story, [index, isUsed]) => {
    comeByGrant(story, index, isUsed);
  }),
  step("grants", fc.nat(setCount - 1), publishNext),
  step("grants again", fc.constant(0), recall),
  step("any badge", fc.tuple(who, box), (story, [person, where]) => {
    story.badge(person, where);
  }),
  step("order fails", fc.constantFrom("not-sent" as const, "unknown" as const), (story, end) => {
    story.pulseEnds(end);
  }),
  step("door", fc.tuple(at, maybe), (story, [place, isOpen]) => {
    story.door(place, isOpen);
  }),
  step("bolt", fc.tuple(at, maybe), (story, [place, isEngaged]) => {
    story.bolt(place, isEngaged);
  }),
  step("presence", fc.tuple(at, maybe), (story, [place, isOccupied]) => {
    story.presence(place, isOccupied);
  }),
  step("long wait", fc.constantFrom(35_000, 130_000), (story, ms) => {
    story.elapse(ms);
  }),
  step("power cut", fc.boolean(), (story, hasPolicy) => {
    story.powerCut(hasPolicy ? policies[0] : undefined);
    story.reportRest();
  }),
  step("program killed", fc.boolean(), (story, isSeen) => {
    story.restart(policies[0]);
    if (isSeen) story.reportRest();
  }),
  step("proving badge", fc.tuple(who, box, fc.nat(6), fc.boolean()), (story, value) => {
    const [person, where, counter, isForged] = value;
    story.badge(person, where, isForged ? { isForged } : { counter });
  }),
  step("mains", maybe, (story, isPresent) => {
    story.when({ kind: "MainsReported", isPresent });
  }),
  step("tamper", fc.tuple(box, maybe), (story, [where, isActive]) => {
    const detail = "lid" as const;
    story.when({ kind: "TamperReported", sensor: "t", box: where, isActive, detail });
  }),
  step("weight", fc.tuple(at, maybe), (story, [[where, compartment], isLoaded]) => {
    story.when({ kind: "WeightReported", box: where, compartment, isLoaded });
  }),
  step("key", fc.tuple(at, maybe), (story, [[where, compartment], isTurned]) => {
    story.when({ kind: "KeyReported", box: where, compartment, isTurned });
  }),
  step("policy", fc.constantFrom(...policies), (story, policy) => {
    story.when({ kind: "PolicyAccepted", policy });
  }),
  step("clock", fc.boolean(), (story, isTrusted) => {
    story.isWallTrusted = isTrusted;
  }),
  step("storage", fc.boolean(), (story, canOpen) => {
    const freeBytes = canOpen ? 1_000 : 1;
    story.when({ kind: "StorageReported", canOpen, freeBytes, reserveBytes: 100 });
  }),
  step("device", fc.tuple(fc.constantFrom("lock-f", "lock-a"), fc.boolean()), (story, value) => {
    const [device, isOnline] = value;
    story.when({ kind: "DeviceHealthChanged", device, isOnline, reason: "random" });
  }),
  step(
    "stale timer",
    fc.tuple(fc.constantFrom("unlock", "held", "latch", "settle"), at),
    (s, v) => {
      s.when({ kind: "TimerDue", key: `${v[0]}:${v[1][0]}#${v[1][1]}` });
    },
  ),
];

/** Steps of one life, mostly lawful. */
export const life: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...lawful) },
    { weight: 1, arbitrary: fc.oneof(...troubled) },
  ),
  { maxLength: 120, size: "max" },
);

/** What a life came to that its journal does not tell. */
export class Life extends Story {
  /** Tags seen at a box where the door of a visit stands open. */
  seenInside = 0;
  /** Inputs while doors of two boxes stand open under visits. */
  betweenDoors = 0;

  override when(input: Input): ReturnType<Story["when"]> {
    const open = Object.entries(this.state.durable.compartments)
      .filter(([, { isDoorOpen, session }]) => isDoorOpen && session?.stage === "open")
      .map(([key]) => key.split("#")[0]);
    if (new Set(open).size > 1) this.betweenDoors += 1;
    if (input.kind === "TagSeen" && open.includes(input.box)) this.seenInside += 1;
    return super.when(input);
  }
}

/** Lives a life from a booted gateway with a policy in force. */
export function live(steps: readonly Step[]): Life {
  const story = new Life(wideLayout);
  story.boot();
  const [policy] = policies;
  if (policy === undefined) throw new Error("no policy");
  story.when({ kind: "PolicyAccepted", policy });
  story.reportRest();
  story.elapse(1_000);
  for (const { run } of steps) run(story);
  return story;
}
