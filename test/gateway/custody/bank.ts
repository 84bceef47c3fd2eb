// A bank branch that hosts a cabinet of the government: its people, their badges, PINs and rules.

import { driftbox } from "../../../proto/generated/driftbox.js";
import type { Fact, FactOf, Policy } from "@driftbox/proto";
import { layout as branch, Story } from "./story.ts";
import { bytes, compiled } from "./story.ts";
import type { Layout } from "../../../gateway/custody/layout.ts";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";

const { Action, Assurance, Leniency, PinRule } = driftbox.v1;
export { Action, Assurance, Leniency, PinRule };

interface Member {
  readonly person: string;
  readonly organization: string;
  readonly role: string;
  /** Badge references. */
  readonly badges: readonly [string, ...string[]];
}

const ref = (byte: string): string => byte.repeat(16);

/** The teller has two badges. The guard may confirm and nothing else. */
export const members = {
  teller: {
    person: "p-teller",
    organization: "bank",
    role: "staff",
    badges: [ref("1a"), ref("1b")],
  },
  cashier: { person: "p-cashier", organization: "bank", role: "staff", badges: [ref("2a")] },
  official: { person: "p-official", organization: "gov", role: "staff", badges: [ref("3a")] },
  deputy: { person: "p-deputy", organization: "gov", role: "staff", badges: [ref("4a")] },
  guard: { person: "p-guard", organization: "guards", role: "guard", badges: [ref("5a")] },
} as const satisfies Readonly<Record<string, Member>>;
export type MemberName = keyof typeof members;
export const memberNames = Object.keys(members) as MemberName[];

export const boxIds: readonly string[] = branch.boxes.map(({ id }) => id);

/** A PIN of a member as the core sees it; the guard has none. */
export function pinOf(who: MemberName, kind: "right" | "duress" | "wrong" = "right"): string {
  const [badge] = members[who].badges;
  const last = { right: "0", duress: "d", wrong: "f" }[kind];
  return badge.slice(0, -1) + last;
}

export type Rules = Partial<
  Pick<Policy, "version" | "demands" | "roles" | "holidays" | "blockedUs" | "voyages">
>;

const all: readonly Member[] = Object.values(members);

/** Staff may do both everywhere; nothing more is asked than the rules say. */
export function bankPolicy(rules: Rules = {}, of: Layout = branch): CompiledPolicy {
  const anywhere = (right: object): object[] => boxIds.map((box) => ({ box, ...right }));
  return compiled(
    {
      badges: all.flatMap(({ person, badges }) =>
        badges.map((badge) => ({ badgeRef: bytes(badge), person })),
      ),
      persons: memberNames.map((name) => {
        const { person, organization, role } = members[name];
        const pins = { pinRef: bytes(pinOf(name)), duressRef: bytes(pinOf(name, "duress")) };
        return { person, organization, role, ...(name !== "guard" && pins) };
      }),
      roles: [
        { role: "staff", rights: anywhere({ canCollect: true, canDeposit: true }) },
        { role: "guard", rights: anywhere({ canAuthorize: true }) },
      ],
      blockedBadges: [],
      ...rules,
    },
    of,
  );
}

/** A gateway where all compartments of the ferry's box ask for the same. */
export function guarded(demand: NonNullable<Rules["demands"]>[number]): Story {
  return Story.ready(bankPolicy({ demands: [{ box: "ferry", ...demand }] }));
}

export interface Tap {
  readonly box?: string;
  /** Which of the member's badges. */
  readonly nth?: number;
  readonly counter?: number;
}

/** A member holds a badge to the reader of a box. */
export function tap(story: Story, who: MemberName, how: Tap = {}): readonly Fact[] {
  const { box = "ferry", nth = 0, counter } = how;
  const [first, ...more]: readonly string[] = members[who].badges;
  const badgeRef = [first, ...more][nth] ?? first ?? "";
  const reader = `r-${box}`;
  const read = {
    reader,
    box,
    badgeRef,
    assurance: counter === undefined ? "identifier" : "counter-mac",
  } as const;
  return story.when({ kind: "BadgePresented", ...read, ...(counter !== undefined && { counter }) });
}

/** Digits taken for the PIN of a member. */
export function enter(
  story: Story,
  who: MemberName,
  kind: "right" | "duress" | "wrong" = "right",
  box = "ferry",
): readonly Fact[] {
  const { person } = members[who];
  const pinRef = pinOf(who, kind);
  return story.when({ kind: "PinEntered", reader: `r-${box}`, box, person, pinRef });
}

/** Who opened and who confirmed, by the facts of one grant. */
export function partyOf(facts: readonly Fact[]): readonly string[] {
  const told = (fact: Fact): fact is FactOf<"AccessGranted"> | FactOf<"AuthorizerAdded"> =>
    fact.kind === "AccessGranted" || fact.kind === "AuthorizerAdded";
  return facts.filter(told).map(({ person }) => person);
}

/** Reasons of the refusals among facts, with the person each names. */
export function refusalsOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) =>
    fact.kind === "AccessRefused" ? [`${fact.person} ${fact.reason}`] : [],
  );
}
