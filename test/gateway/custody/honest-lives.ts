// Lives of honest people at two boxes: they show the tag of what they put in or take out, sensors
// tell the truth, and what the gateway says is held against where each parcel really is.

import fc from "fast-check";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import { bankPolicy, members, tap, type MemberName } from "./bank.ts";
import { wideLayout } from "./random-steps.ts";
import { Story, type At } from "./story.ts";

const people = ["teller", "cashier", "official"] as const satisfies readonly MemberName[];
type Person = (typeof people)[number];
const policy = bankPolicy({}, wideLayout);
/** A pouch, which is a parcel too. */
const container = "red";
const honestParcels: readonly string[] = ["1", "2", "3", "4", container];

interface OpenDoor {
  readonly at: At;
  readonly by: Person;
  readonly openedMs: number;
  /** Tags shown there: each is put in or taken out once while the door is open. */
  readonly shown: Set<string>;
  /** The gateway started anew since. */
  readonly isLost?: boolean;
}

/** Where things are, beside the gateway that is told of it. */
export class HonestWorld {
  readonly story = Story.ready(policy, wideLayout);
  /** A compartment's key, or the staff number of who has it. */
  readonly #truth = new Map<string, string>();
  /** What is in the sealed pouch. */
  #inside: readonly string[] = [];
  #doors: readonly OpenDoor[] = [];
  readonly #doubted = new Set<string>();
  deposits = 0;
  takings = 0;
  handovers = 0;
  sealings = 0;
  cutsWhileOpen = 0;
  betweenDoors = 0;
  rightCount = 0;

  constructor() {
    honestParcels.forEach((parcel, n) => {
      this.#truth.set(parcel, members[people[n % people.length] ?? "teller"].person);
    });
  }

  /** What somebody or something holds, loose. */
  #at(holder: string): readonly string[] {
    const loose = honestParcels.filter((parcel) => !this.#inside.includes(parcel));
    return loose.filter((parcel) => this.#truth.get(parcel) === holder);
  }

  /** The tag of a parcel, or of something in it: an antenna reads through the cloth. */
  #tagOf(parcel: string): string {
    return parcel === container ? (this.#inside[0] ?? parcel) : parcel;
  }

  #whereIs(parcel: string): string | undefined {
    return this.#truth.get(this.#inside.includes(parcel) ? container : parcel);
  }

  #sense(at: At): void {
    this.story.presence(at, this.#at(at.join("#")).length > 0);
  }

  /** Somebody shows what they bring, and a badge; where a door opens they put it in. */
  approach(by: Person, box: string, brings: number): void {
    if (this.#doors.some(({ at }) => at[0] === box)) return;
    this.story.elapse(2_600);
    const { person } = members[by];
    const brought = this.#at(person).slice(0, brings);
    for (const parcel of brought) this.story.tag(this.#tagOf(parcel), box);
    const before = this.story.pulses.length;
    tap(this.story, by, { box });
    const pulse = this.story.pulses.at(-1);
    if (pulse === undefined || this.story.pulses.length === before) return this.#goAway(box);
    const at: At = [pulse.box, pulse.compartment];
    this.story.pulseEnds();
    this.story.swing(at);
    this.#doors = [
      ...this.#doors,
      { at, by, openedMs: this.story.monoMs, shown: new Set(brought) },
    ];
    if (this.#doors.length > 1) this.betweenDoors += 1;
    for (const parcel of brought) this.#truth.set(parcel, at.join("#"));
    this.#sense(at);
  }

  /** Whoever was refused leaves, and the reader forgets what was shown. */
  #goAway(box: string): void {
    this.story.when({ kind: "WishStated", panel: "kiosk", box, wish: undefined });
    this.story.elapse(16_000);
  }

  /** A parcel goes in or comes out at an open door, its tag held to the reader. */
  move(nth: number, which: number): void {
    const door = this.#door(nth);
    if (door === undefined) return;
    const key = door.at.join("#");
    const { person } = members[door.by];
    const movable = [...this.#at(key), ...this.#at(person)].filter((one) => !door.shown.has(one));
    const parcel = movable[which % Math.max(1, movable.length)];
    if (parcel === undefined) return;
    const where = this.#truth.get(parcel);
    // Past the alarm nobody vouches for who stands there: a tag is of whoever comes next.
    const isForgotten = this.story.monoMs - door.openedMs >= defaultTiming.heldOpenAlarmMs;
    if (isForgotten || door.isLost === true) return;
    door.shown.add(parcel);
    this.story.tag(this.#tagOf(parcel), door.at[0]);
    this.#truth.set(parcel, where === key ? person : key);
    if (where === key) this.takings += 1;
    else this.deposits += 1;
    this.#sense(door.at);
  }

  /** All is taken out at once without a tag, and nothing else is put in. */
  empty(nth: number): void {
    const door = this.#door(nth);
    if (door === undefined || door.shown.size > 0) return;
    for (const parcel of this.#at(door.at.join("#"))) {
      this.#truth.set(parcel, members[door.by].person);
    }
    for (const parcel of honestParcels) door.shown.add(parcel);
    this.#sense(door.at);
  }

  shut(nth: number): void {
    const door = this.#door(nth);
    if (door === undefined) return;
    this.story.shut(door.at);
    this.#doors = this.#doors.filter((one) => one !== door);
    if (this.#doors.length === 0) this.compare();
  }

  /** An antenna sees what lies in a compartment, at whichever box. */
  see(parcel: string, box: string): void {
    if (this.#whereIs(parcel)?.includes("#") !== true) return;
    this.story.when({ kind: "TagSeen", reader: "uhf", box, parcel });
  }

  /** All that one person has goes to another, if the screen says so. */
  handOver(giver: Person, receiver: Person, box: string): void {
    const say = { kind: "WishStated", panel: "kiosk", box } as const;
    this.story.when({ ...say, wish: { kind: "handover", method: "scan" } });
    for (const parcel of this.#at(members[giver].person)) this.story.tag(parcel, box);
    tap(this.story, giver, { box });
    const facts = tap(this.story, receiver, { box });
    for (const fact of facts) {
      if (fact.kind !== "HandoverAccepted") continue;
      this.handovers += 1;
      for (const parcel of fact.parcels) this.#truth.set(parcel, fact.receiver);
    }
    this.story.when({ ...say, wish: undefined });
  }

  /** All that one person has besides goes into the pouch, or comes out of it. */
  seal(by: Person, box: string): void {
    const { person } = members[by];
    if (this.#truth.get(container) !== person) return;
    const say = { kind: "WishStated", panel: "kiosk", box } as const;
    const isSealed = this.#inside.length > 0;
    const list = this.#at(person).filter((parcel) => parcel !== container);
    if (isSealed)
      this.story.when({ ...say, wish: { kind: "unseal", container, isEnRoute: false } });
    else {
      const wish = { kind: "seal", method: "scan", container, sealTag: "s" } as const;
      this.story.when({ ...say, wish });
      for (const parcel of list) this.story.tag(parcel, box);
    }
    for (const fact of tap(this.story, by, { box })) {
      if (fact.kind === "ContainerSealed") this.#inside = fact.parcels;
      if (fact.kind === "ContainerSealed") this.sealings += 1;
      if (fact.kind !== "ContainerOpened") continue;
      for (const parcel of this.#inside) this.#truth.set(parcel, person);
      this.#inside = [];
    }
    this.story.when({ ...say, wish: undefined });
  }

  /** What was shown at an open door is lost to a gateway without power, and may be told wrong. */
  cut(isKill: boolean): void {
    for (const { at, by } of this.#doors) {
      const holders = [at.join("#"), members[by].person];
      for (const parcel of holders.flatMap((one) => this.#at(one))) this.#doubted.add(parcel);
    }
    this.#doors = this.#doors.map((door) => ({ ...door, isLost: true }));
    this.cutsWhileOpen += this.#doors.length;
    if (isKill) this.story.restart(policy);
    else this.story.powerCut(policy);
    for (const { id, compartments } of wideLayout.boxes) {
      for (const { number } of compartments) this.#report([id, number]);
    }
    this.story.elapse(1_000);
  }

  #report(at: At): void {
    const isOpen = this.#doors.some((door) => door.at.join("#") === at.join("#"));
    this.story.bolt(at, !isOpen);
    this.story.door(at, isOpen);
    this.#sense(at);
  }

  #door(nth: number): OpenDoor | undefined {
    return this.#doors[nth % Math.max(1, this.#doors.length)];
  }

  end(): void {
    while (this.#doors.length > 0) this.shut(0);
    this.compare();
  }

  /** @throws Error where the gateway names a custodian who is not */
  compare(): void {
    for (const parcel of honestParcels) {
      const custodian = custodianOf(custodyOf(this.story.state.durable), parcel);
      if (custodian === undefined || custodian.kind === "unknown") continue;
      const outer = this.#inside.includes(parcel) ? container : parcel;
      if (this.#doubted.has(parcel) || this.#doubted.has(outer)) continue;
      const told = custodian.kind === "person" ? custodian.person : custodian.key;
      const where = this.#whereIs(parcel);
      if (told !== where) throw new Error(`${parcel} is said to be ${told}, and is ${where}`);
      this.rightCount += 1;
    }
  }
}

export interface HonestDeed {
  readonly name: string;
  readonly run: (world: HonestWorld) => void;
}

function deed<T>(
  name: string,
  values: fc.Arbitrary<T>,
  run: (world: HonestWorld, value: T) => void,
): fc.Arbitrary<HonestDeed> {
  return values.map((value) => ({
    name: `${name} ${JSON.stringify(value)}`,
    run: (world) => run(world, value),
  }));
}

const person = fc.constantFrom(...people);
const box = fc.constantFrom(...wideLayout.boxes.map(({ id }) => id));
const parcel = fc.constantFrom(...honestParcels);

export const honestLife: fc.Arbitrary<readonly HonestDeed[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: deed("approach", fc.tuple(person, box, fc.nat(2)), (world, [who, at, brings]) => {
        world.approach(who, at, brings);
      }),
    },
    {
      weight: 6,
      arbitrary: deed("move", fc.tuple(fc.nat(1), fc.nat(4)), (world, [nth, which]) => {
        world.move(nth, which);
      }),
    },
    { weight: 1, arbitrary: deed("empty", fc.nat(1), (world, nth) => world.empty(nth)) },
    { weight: 4, arbitrary: deed("shut", fc.nat(1), (world, nth) => world.shut(nth)) },
    {
      weight: 2,
      arbitrary: deed("see", fc.tuple(parcel, box), (world, [one, at]) => world.see(one, at)),
    },
    {
      weight: 1,
      arbitrary: deed("hand over", fc.tuple(person, person, box), (world, [from, to, at]) => {
        if (from !== to) world.handOver(from, to, at);
      }),
    },
    {
      weight: 2,
      arbitrary: deed("seal", fc.tuple(person, box), (world, [who, at]) => world.seal(who, at)),
    },
    { weight: 1, arbitrary: deed("cut", fc.boolean(), (world, isKill) => world.cut(isKill)) },
    {
      weight: 1,
      arbitrary: deed("wait", fc.constantFrom(300, 2_000, 35_000, 130_000), (world, ms) => {
        world.story.elapse(ms);
      }),
    },
  ),
  { maxLength: 50, size: "max" },
);
