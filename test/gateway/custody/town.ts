// A town of three boxes and two persons, which judges each step of the core by plain rules of its
// own: who stood where, what was locked out, which policy was in force.

import { toHex, type Fact, type FactOf } from "@driftbox/proto";
import { isLockedOut, type Subject } from "../../../gateway/custody/access/lockouts.ts";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { defaultTiming, type Layout } from "../../../gateway/custody/layout.ts";
import { bankPolicy, members, PinRule, type MemberName } from "./bank.ts";
import { cabinet, ferryBox, Story } from "./story.ts";
import { compiledSet, givesTo, inForce, type Paper, type PaperSet } from "./town-grants.ts";
import { ShownTags } from "./town-tags.ts";

const pier = {
  ...ferryBox,
  id: "pier",
  compartments: ferryBox.compartments.flatMap((one) => [
    { ...one, supplyGroup: "p", board: "lock-p" },
    { ...one, number: 2, supplyGroup: "p", board: "lock-p" },
  ]),
};
export const town: Layout = { boxes: [ferryBox, pier, cabinet], timing: defaultTiming };
export const townBoxes: readonly string[] = town.boxes.map(({ id }) => id);

/** Who lives in the town; the teller has two badges, the stranger is in no policy. */
export const townspeople: readonly MemberName[] = ["teller", "official"];

/** What a policy asks for at each box, in the plainest words. */
interface Rule {
  /** Different persons that it takes. */
  readonly persons: number;
  readonly takesPin: boolean;
}
interface Regime {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly blocked: readonly string[];
  /** Who has no right of their own: only what grants give. */
  readonly guests: readonly string[];
  readonly policy: CompiledPolicy;
}

function regime(
  takesPin: readonly string[],
  alone: readonly string[],
  { blocked = "", guest = "" } = {},
): Regime {
  const rule = (box: string): Rule => {
    return { persons: alone.includes(box) ? 1 : 2, takesPin: takesPin.includes(box) };
  };
  const rules = Object.fromEntries(townBoxes.map((box) => [box, rule(box)]));
  const demands = Object.entries(rules).map(([box, { persons, takesPin: asks }]) => {
    return { box, authorizers: persons - 1, ...(asks && { pin: PinRule.PIN_RULE_ALWAYS }) };
  });
  const staff = townBoxes.map((box) => ({ box, canCollect: true, canDeposit: true }));
  const guard = townBoxes.map((box) => ({ box, canAuthorize: true }));
  const roles = [
    { role: "staff", rights: staff },
    { role: "guard", rights: guard },
    { role: "guest", rights: [] },
  ];
  const compiled = bankPolicy({ demands, roles }, town);
  const blockedPersons = blocked === "" ? {} : { [blocked]: true as const };
  const badges = Object.entries(compiled.badges).map(([ref, badge]) => {
    return [ref, badge.person === guest ? { ...badge, role: "guest" } : badge] as const;
  });
  const policy = { ...compiled, blockedPersons, badges: Object.fromEntries(badges) };
  return { rules, blocked: [blocked], guests: [guest], policy };
}

/**
 * Two persons everywhere; PINs and boxes for one; one of the two persons blocked, or with no right
 * but by grants.
 */
export const regimes: readonly Regime[] = [
  regime([], []),
  regime(["pier"], ["branch"]),
  regime(["pier", "branch"], ["pier"]),
  regime([], ["pier"], { blocked: "p-official" }),
  regime([], ["pier", "branch"], { guest: "p-official" }),
  regime(["branch"], ["pier"], { guest: "p-official" }),
];

/** Boxes that some policy opens for one person. */
export const boxesForOne: readonly string[] = townBoxes.filter((box) => {
  return regimes.some(({ rules }) => rules[box]?.persons === 1);
});

/** What the town remembers beside the core. */
interface Ghost {
  /** Who held a badge to the reader of a box since a start, an opening, or a long pause. */
  readonly came: Readonly<Record<string, readonly string[]>>;
  readonly lastAtMs: Readonly<Record<string, number>>;
  /** Until when what is locked out, at least, by the clock of this boot. */
  readonly lockedUntilMs: readonly (readonly [Subject, number])[];
}

const nobodyCame: Ghost = { came: {}, lastAtMs: {}, lockedUntilMs: [] };

/** One gateway under the eyes of the town. Throws where a step is wrong. */
export class Town extends Story {
  #regime = 0;
  #version = 1;
  #ghost = nobodyCame;
  #before = nobodyCame;
  #lastFacts: readonly Fact[] = [];
  #lastMonoMs = 0;
  /** The set of grants that this run knows, and the newest one there is. */
  #grants: PaperSet | undefined;
  #newest: PaperSet | undefined;
  readonly #tags = new ShownTags();
  cuts = 0;
  lockouts = 0;
  /** Pulses by right of a grant. */
  grantPulses = 0;
  /** Waiting sessions whose grant was taken back. */
  grantsLost = 0;
  /** Tags seen where the door of a visit stands open, and tags while two boxes stand open. */
  seenInside = 0;
  betweenDoors = 0;

  constructor() {
    super(town);
    this.boot();
    this.rule(0);
    this.reportRest();
    this.elapse(1_000);
  }

  get regime(): Regime {
    const found = regimes[this.#regime];
    if (found === undefined) throw new Error("no such regime");
    return found;
  }

  /** Another policy is in force from now on. */
  rule(index: number): void {
    this.#regime = index;
    this.#version += 1;
    this.when({ kind: "PolicyAccepted", policy: this.#policy });
  }

  get #policy(): CompiledPolicy {
    return { ...this.regime.policy, version: this.#version };
  }

  /** Another set of grants is in force from now on. */
  publish(listed: readonly Paper[], revoked: readonly string[]): void {
    const version = (this.#newest?.version ?? 0) + 1;
    this.#newest = { version, listed, revoked };
    this.recallGrants();
  }

  /** The set that was published last is read again, as at a start. */
  recallGrants(): void {
    if (this.#newest === undefined) return;
    this.#grants = this.#newest;
    this.when({ kind: "GrantsAccepted", grants: compiledSet(this.#newest, town) });
  }

  override when(input: Input): readonly Fact[] {
    const pulsesBefore = this.pulses.length;
    const before = this.state;
    this.#tags.note(input);
    this.#count(input);
    this.#before = this.#ghost;
    const tapped = tappedBy(input);
    if (tapped !== undefined) this.#ghost = cameTo(this.#ghost, tapped, this.monoMs);
    const facts = super.when(input);
    this.#lastFacts = facts;
    this.#lastMonoMs = this.monoMs;
    for (const fact of facts) this.#judge(fact);
    this.#tags.judge(input, facts, before);
    for (const { intentSeq } of this.pulses.slice(pulsesBefore)) this.#judgePulse(intentSeq);
    this.#stillLocked();
    return facts;
  }

  /** The power is cut, or the program killed, when so many facts of the last input were written. */
  cut(lost: number, isKill: boolean): void {
    this.cuts += 1;
    this.#grants = undefined;
    const kept = Math.max(0, this.#lastFacts.length - lost);
    this.journal.length -= this.#lastFacts.length - kept;
    this.#ghost = this.#before;
    for (const fact of this.#lastFacts.slice(0, kept)) this.#remember(fact);
    // What was told by then is remembered from when it was told, not from the cut.
    const { lockedUntilMs } = this.#ghost;
    const cutMs = this.monoMs;
    const startMs = isKill ? cutMs : 500;
    const left = lockedUntilMs.map(([subject, untilMs]) => {
      return [subject, startMs + Math.max(0, untilMs - cutMs)] as const;
    });
    this.#ghost = { ...nobodyCame, lockedUntilMs: left };
    if (isKill) this.restart(this.#policy);
    else this.powerCut(this.#policy);
    this.reportRest();
  }

  #count(input: Input): void {
    if (input.kind !== "TagSeen" && input.kind !== "TagPresented") return;
    const open = Object.entries(this.state.durable.compartments)
      .filter(([, { isDoorOpen, session }]) => isDoorOpen && session?.stage === "open")
      .map(([key]) => key.split("#")[0]);
    if (input.kind === "TagSeen" && open.includes(input.box)) this.seenInside += 1;
    if (new Set(open).size > 1) this.betweenDoors += 1;
  }

  #judge(fact: Fact): void {
    if (fact.kind === "AccessRefused" && this.#isOfGuestWhoWaited(fact)) this.grantsLost += 1;
    if (fact.kind === "AccessGranted" && fact.code !== undefined) this.#judgeOnce(fact.code);
    if (fact.kind === "AccessGranted" && fact.proof !== "grant") {
      const { persons } = this.regime.rules[fact.box] ?? { persons: Infinity };
      const came = this.#ghost.came[fact.box] ?? [];
      const isEnough = new Set(came).size >= persons;
      if (!isEnough) throw new Error(`${fact.box} opened, and only ${came.join()} stood there`);
    }
    this.#remember(fact);
  }

  #remember(fact: Fact): void {
    if (fact.kind === "AccessGranted") {
      this.#ghost = { ...this.#ghost, came: { ...this.#ghost.came, [fact.box]: [] } };
    }
    if (fact.kind !== "LockoutStarted") return;
    this.lockouts += 1;
    const { box, reader, person, cause = "strange-badges", durationS } = fact;
    const entry = [{ box, reader, person, cause }, this.#lastMonoMs + durationS * 1_000] as const;
    const lockedUntilMs = [...this.#ghost.lockedUntilMs, entry];
    this.#ghost = { ...this.#ghost, lockedUntilMs };
  }

  /** Somebody was granted, and then turned away while a guest may open by grants alone. */
  #isOfGuestWhoWaited({ reason, box, grant = "" }: FactOf<"AccessRefused">): boolean {
    if (reason !== "grant-revoked" && reason !== "no-right") return false;
    const isWaiting = this.journal.some(({ fact }) => {
      return fact.kind === "AccessGranted" && fact.box === box && fact.grant === grant;
    });
    return grant !== "" && isWaiting;
  }

  #judgeOnce(code: string): void {
    const uses = this.journal.filter(({ fact }) => {
      return fact.kind === "AccessGranted" && fact.code === code;
    });
    if (uses.length > 1) throw new Error(`${code} opened ${uses.length} times`);
  }

  /** Everybody of an opening is known, not blocked, enough, and proved what is asked for now. */
  #judgePulse(intentSeq: number): void {
    const intent = this.journal[intentSeq]?.fact;
    if (intent?.kind !== "UnlockIntended") throw new Error("a pulse without its intent");
    const grant = this.journal[intent.grantSeq]?.fact;
    if (grant?.kind !== "AccessGranted") throw new Error("an intent without its grant");
    const party: readonly (FactOf<"AccessGranted"> | FactOf<"AuthorizerAdded">)[] = [
      grant,
      ...this.journal.flatMap(({ fact }) => {
        return fact.kind === "AuthorizerAdded" && fact.grantSeq === intent.grantSeq ? [fact] : [];
      }),
    ];
    const { rules, blocked, guests } = this.regime;
    const rule = rules[grant.box] ?? { persons: Infinity, takesPin: true };
    const counted = party
      .filter(({ proof }) => !rule.takesPin || proof === "badge-and-pin")
      .map(({ badgeRef }) => ownerOf(toHex(badgeRef)))
      .filter((person) => person !== undefined && !blocked.includes(person))
      .filter((person = "") => {
        return !guests.includes(person) || givesTo(this.#grants, person, grant.box);
      });
    if (grant.grant !== undefined || guests.some((one) => counted.includes(one))) {
      this.grantPulses += 1;
    }
    const least = this.#leastBesides(grant, rule);
    if (new Set(counted).size >= least) return;
    throw new Error(`${grant.box} is pulsed for ${counted.join()}`);
  }

  /** Persons with a name that an opening takes. A grant that nobody vouches for opens nothing. */
  #leastBesides({ box, grant, proof }: FactOf<"AccessGranted">, rule: Rule): number {
    if (grant === undefined) return rule.persons;
    const held = inForce(this.#grants, grant);
    const isKnownSet = this.#grants !== undefined || this.state.durable.grantsVersion === 0;
    if (held === undefined || held.box !== box || !isKnownSet) return Infinity;
    if (proof !== "grant") return Math.max(rule.persons, held.authorizers + 1);
    const isForNobody = held.person === "" && rule.persons === 1 && !rule.takesPin;
    return isForNobody ? held.authorizers : Infinity;
  }

  #stillLocked(): void {
    for (const [subject, untilMs] of this.#ghost.lockedUntilMs) {
      if (this.monoMs >= untilMs || isLockedOut(this.state, subject, this.monoMs)) continue;
      throw new Error(`${JSON.stringify(subject)} is free ${untilMs - this.monoMs} ms too early`);
    }
  }
}

interface Tapped {
  readonly box: string;
  readonly person: string | undefined;
}

function tappedBy(input: Input): Tapped | undefined {
  if (input.kind === "BadgePresented") return { box: input.box, person: ownerOf(input.badgeRef) };
  return input.kind === "PinEntered" ? { box: input.box, person: undefined } : undefined;
}

function cameTo(ghost: Ghost, { box, person }: Tapped, monoMs: number): Ghost {
  const idleMs = monoMs - (ghost.lastAtMs[box] ?? -Infinity);
  const before = idleMs > defaultTiming.proofWithinMs ? [] : (ghost.came[box] ?? []);
  const came = person === undefined ? before : [...before, person];
  const lastAtMs = { ...ghost.lastAtMs, [box]: monoMs };
  return { ...ghost, came: { ...ghost.came, [box]: came }, lastAtMs };
}

function ownerOf(badgeRef: string): string | undefined {
  const all = townspeople.map((name) => members[name]);
  const owner = all.find(({ badges }) => badges.some((badge) => badge === badgeRef));
  return owner?.person;
}
