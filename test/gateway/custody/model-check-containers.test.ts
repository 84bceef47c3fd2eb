// Model check of handovers with a container: two persons at two boxes, a red box with a parcel in
// it, everything they can say and scan of it, every power cut.

import { describe, expect, it } from "vitest";
import type { Fact, FactKind } from "@driftbox/proto";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import type { Wish, WishKind } from "../../../gateway/custody/visits/wishes.ts";
import { collected } from "./custody-facts.ts";
import { explore, must, type Moment, type Step, type World } from "./explorer.ts";
import { badges, bytes, compiled, ferryBox } from "./story.ts";

const layout = { boxes: [ferryBox, { ...ferryBox, id: "pier" }], timing: defaultTiming };
const names: Readonly<Record<string, string>> = {
  [badges.courier]: "p-courier",
  [badges.clerk]: "p-clerk",
};
const policy = compiled(
  {
    badges: Object.entries(names).map(([badgeRef, person]) => {
      return { badgeRef: bytes(badgeRef), person, role: "courier" };
    }),
    roles: [
      { role: "courier", rights: ["ferry", "pier"].map((box) => ({ box, canCollect: true })) },
    ],
    blockedBadges: [],
  },
  layout,
);

type Parcel = "in" | "red";
const parcels: readonly Parcel[] = ["in", "red"];

/** By the facts alone: who has what, what is in the red box, who came since a wish at each box. */
interface Ghost {
  readonly holders: Readonly<Record<Parcel, string>>;
  readonly inside: readonly string[];
  readonly isDoubtful: boolean;
  /** Box where a parcel is released and not answered. */
  readonly released: Readonly<Record<string, string>>;
  readonly came: Readonly<Record<string, readonly string[]>>;
}

const handover: Wish = { kind: "handover", method: "scan" };
const unseal: Wish = { kind: "unseal", container: "red", isEnRoute: false };
const wishes: Readonly<Record<string, readonly Wish[]>> = {
  ferry: [handover, { kind: "seal", method: "scan", container: "red", sealTag: "t" }],
  pier: [handover, unseal, { ...unseal, isEnRoute: true }],
};

const scanned: Readonly<Partial<Record<WishKind, readonly Parcel[]>>> = {
  handover: ["red"],
  seal: ["in"],
};

/** Outside a wish the badges open doors, which is another world. */
function inputsOf({ state }: Moment<Ghost>): readonly Input[] {
  return Object.entries(wishes).flatMap(([box, some]): readonly Input[] => {
    const panel = "k";
    const standing = state.volatile.wishes[box];
    if (standing === undefined) {
      return some.map((wish) => ({ kind: "WishStated", panel, box, wish }));
    }
    const taps = Object.keys(names).map((badgeRef): Input => {
      return { kind: "BadgePresented", reader: "r", box, badgeRef, assurance: "identifier" };
    });
    const { listing, wish } = standing;
    const scans = (scanned[wish.kind] ?? [])
      .filter((parcel) => !listing.parcels.includes(parcel))
      .map((parcel): Input => ({ kind: "TagPresented", reader: "s", box, parcel }));
    return [{ kind: "WishStated", panel, box, wish: undefined }, ...taps, ...scans];
  });
}

const stated = new Set<FactKind>();

function moved(ghost: Ghost, some: readonly string[], person: string): Ghost {
  return { ...ghost, holders: { ...ghost.holders, ...told(some, person) } };
}

function told(some: readonly string[], person: string): Readonly<Record<string, string>> {
  return Object.fromEntries(some.map((parcel) => [parcel, person]));
}

function without(ghost: Ghost, some: readonly string[]): Ghost["released"] {
  return Object.fromEntries(
    Object.entries(ghost.released).filter(([parcel]) => !some.includes(parcel)),
  );
}

function after(ghost: Ghost, fact: Fact): Ghost {
  const free = (some: readonly string[]) => {
    const isFree = some.every((parcel) => !Object.hasOwn(ghost.released, parcel));
    must(isFree, `${fact.kind} of what is released to somebody`);
  };
  switch (fact.kind) {
    case "HandoverReleased": {
      free(fact.parcels);
      const theirs = fact.parcels.every((one) => holderOf(ghost, one) === fact.giver);
      must(theirs || ghost.isDoubtful, "the giver released what they did not have");
      return { ...ghost, released: { ...ghost.released, ...told(fact.parcels, fact.box ?? "") } };
    }
    case "HandoverAccepted": {
      const box = ghost.released[fact.parcels[0] ?? ""] ?? "";
      const came = ghost.came[box] ?? [];
      must(came.includes(fact.giver) && came.includes(fact.receiver), "somebody was not there");
      must(fact.giver !== fact.receiver, "one person was both");
      must(
        fact.parcels.every((one) => ghost.released[one] === box),
        "not of one release",
      );
      const given = Object.entries(ghost.released).filter(([, at]) => at === box);
      const answered = given.map(([parcel]) => parcel);
      return { ...moved(ghost, fact.parcels, fact.receiver), released: without(ghost, answered) };
    }
    case "HandoverDisputed":
      return { ...ghost, released: without(ghost, fact.giverSays) };
    case "HandoverWithdrawn": {
      const at = fact.handover.split("-")[0];
      const some = Object.entries(ghost.released).filter(([, box]) => box === at);
      return {
        ...ghost,
        released: without(
          ghost,
          some.map(([parcel]) => parcel),
        ),
      };
    }
    case "ContainerSealed": {
      free([fact.container, ...fact.parcels]);
      const left = ghost.inside.filter((one) => !fact.parcels.includes(one));
      const sealed = moved(moved(ghost, left, "nobody"), [fact.container], fact.person);
      return { ...sealed, inside: fact.parcels, isDoubtful: false };
    }
    case "ContainerOpened": {
      free([fact.container]);
      if (fact.enRoute) return { ...ghost, isDoubtful: true };
      const who = ghost.isDoubtful ? "nobody" : fact.person;
      return { ...moved(ghost, ghost.inside, who), inside: [], isDoubtful: false };
    }
    default:
      return ghost;
  }
}

function holderOf(ghost: Ghost, parcel: string): string {
  const held = parcels.find((one) => one === parcel);
  if (held === undefined) return "nobody";
  if (!ghost.inside.includes(held)) return ghost.holders[held];
  return ghost.isDoubtful ? "nobody" : ghost.holders.red;
}

function check({ before, input, after: state, facts, isCut }: Step<Ghost>): Ghost {
  const isStart = input.kind === "Booted";
  const who = input.kind === "BadgePresented" ? (names[input.badgeRef] ?? "") : "";
  let ghost = isStart ? { ...before.ghost, came: {} } : before.ghost;
  if ("box" in input && (input.kind === "WishStated" || who !== "")) {
    const earlier = input.kind === "WishStated" ? [] : (ghost.came[input.box] ?? []);
    const came = [...new Set([...earlier, who])].filter((one) => one !== "").toSorted();
    ghost = { ...ghost, came: { ...ghost.came, [input.box]: came } };
  }
  for (const fact of facts) {
    stated.add(fact.kind);
    ghost = after(ghost, fact);
  }
  for (const parcel of parcels) {
    const has = custodianOf(custodyOf(state.durable), parcel);
    const word = has?.kind === "person" ? has.person : has?.kind === "unknown" ? "nobody" : "none";
    must(word === holderOf(ghost, parcel), `${parcel} is with ${word}`);
  }
  const open = Object.values(state.durable.holdings.releases).flatMap((one) => one.parcels);
  must(!(isStart && !isCut) || open.length === 0, "a release outlives a start");
  must(open.toSorted().join() === Object.keys(ghost.released).toSorted().join(), "half a release");
  return ghost;
}

const world: World<Ghost> = {
  layout,
  policy,
  past: [
    collected("in", "p-courier"),
    collected("red", "p-courier"),
    {
      kind: "ContainerSealed",
      container: "red",
      parcels: ["in"],
      sealTag: "s",
      person: "p-courier",
    },
  ],
  ghost: {
    holders: { in: "p-courier", red: "p-courier" },
    inside: ["in"],
    isDoubtful: false,
    released: {},
    came: {},
  },
  inputs: inputsOf,
  check,
  stepsMaxCount: Number(process.env["DRIFTBOX_DEPTH"] ?? 10),
};

/** Far more than it takes, for a machine that is busy with other things. */
const testMaxMs = 180_000;

describe(`every life of a handover with a container, to ${world.stepsMaxCount} steps`, () => {
  it(
    "moves the red box with all that is in it, and nothing that is released moves otherwise",
    () => {
      const explored = explore(world);
      console.log(`containers: ${JSON.stringify(explored)}`);
      expect(explored.depth).toBe(world.stepsMaxCount);
      expect(explored.states).toBeGreaterThan(1_000);
      expect([...stated]).toEqual(
        expect.arrayContaining([
          "HandoverAccepted",
          "HandoverDisputed",
          "HandoverWithdrawn",
          "ContainerSealed",
          "ContainerOpened",
        ]),
      );
    },
    testMaxMs,
  );
});
