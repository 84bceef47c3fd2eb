// One seeded world: a center, its gateways and boxes, people and mishaps for some days, then calm
// until everything has arrived, and every monitor's last look.

import { custodyCore, type CustodyCore } from "../../gateway/app/loop/custody-core.ts";
import type { SealChecks } from "../../broker/ports/seal-checks.ts";
import { Breaches, count, type Breach, type Tally } from "./breaches.ts";
import { Center } from "./center.ts";
import { cheapSealChecks } from "./cheap-seals.ts";
import { Compartment } from "./compartment.ts";
import { Dice } from "./dice.ts";
import { enrolledGateway, peopleOf, policyDocument, type Calling } from "./installation.ts";
import { calm, Road } from "./line.ts";
import { Machine } from "./machine.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { plagueCabin, plagueCenter, plagueMachine, type MishapParts } from "./mishaps.ts";
import { ParcelBook } from "./parcels.ts";
import {
  badSealInLedger,
  heldBeyondLedger,
  ledgerNotJournal,
  ledgerNotPrefix,
  stateNotFold,
  unboundedGateway,
} from "./record-monitors.ts";
import { dayMs, hourMs, minuteMs, Scheduler } from "./scheduler.ts";
import { parcelElsewhere, projectionDiffers, watchForcedDoor } from "./truth-monitors.ts";
import { visit } from "./visit.ts";
import { Cabin } from "./wires.ts";

export interface WorldOptions {
  readonly seed: number;
  readonly gatewayCount?: number;
  /** Broken parts, to see that a monitor notices. */
  readonly core?: CustodyCore;
  readonly seals?: SealChecks;
  readonly breakLine?: (body: Uint8Array) => Uint8Array;
}

export interface WorldResult {
  readonly seed: number;
  readonly boxDays: number;
  readonly eventCount: number;
  readonly tally: Tally;
  readonly breaches: readonly Breach[];
}

const visitsADay = 1.5;
const drainMaxMs = 12 * hourMs;
/** Calls that one gateway with its boxes, road and people may have planned at once. */
const plannedMaxCount = 3_000;
const callings: readonly Calling[] = [
  ...Array.from({ length: 9 }, (): Calling => "depositor"),
  ...Array.from({ length: 6 }, (): Calling => "courier"),
  "clerk",
  "clerk",
  "blocked",
  "stranger",
  "stranger",
  "outsider",
];

export class World {
  readonly scheduler = new Scheduler();
  readonly breaches = new Breaches(this.scheduler);
  readonly tally: Tally = new Map();
  readonly ledger = new MemoryLedger();
  readonly machines: Machine[] = [];
  readonly center: Center;
  readonly #options: WorldOptions;
  readonly #dice: Dice;
  readonly #book: ParcelBook;
  #policyVersion = 1;
  #policy: Uint8Array | undefined;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#dice = new Dice(options.seed);
    this.#book = new ParcelBook(1_000_000);
    const { scheduler, ledger, breaches, tally } = this;
    this.center = new Center({
      scheduler,
      ledger,
      breaches,
      tally,
      dice: this.#dice.fork(),
      seals: options.seals ?? cheapSealChecks(),
      policy: () => this.policy(),
    });
    const gatewayCount = options.gatewayCount ?? this.#dice.between(2, 4);
    for (let at = 0; at < gatewayCount; at += 1) this.#addGateway(`gateway-${at}`);
  }

  get boxes(): readonly Cabin[] {
    return this.machines.flatMap(({ parts }) => parts.cabins);
  }

  policy(): Uint8Array {
    this.#policy ??= policyDocument(
      this.#policyVersion,
      this.boxes.map(({ id }) => id),
    );
    return this.#policy;
  }

  /** Lives its days, calms down, drains, and is looked at. */
  async live(days: number): Promise<WorldResult> {
    const { scheduler } = this;
    const endMs = days * dayMs;
    const isOver = (): boolean => this.breaches.list.length > 0;
    for (const machine of this.machines) machine.start();
    this.#plague(endMs);
    this.#watch(endMs + drainMaxMs);
    await scheduler.runUntil(endMs, isOver);
    this.#heal();
    await scheduler.runUntil(endMs + 2 * hourMs, isOver);
    for (const { compartments } of this.boxes) for (const place of compartments) this.#tidy(place);
    this.#heal();
    const isDrained = (): boolean => isOver() || this.#isDrained();
    await scheduler.runUntil(endMs + 2 * hourMs + 10 * minuteMs, isOver);
    await scheduler.runUntil(endMs + drainMaxMs, isDrained);
    if (!isOver()) this.#lastLook();
    return {
      seed: this.#options.seed,
      boxDays: this.boxes.length * days,
      eventCount: this.machines.reduce((sum, { chronicle }) => sum + chronicle.told.length, 0),
      tally: this.tally,
      breaches: this.breaches.list,
    };
  }

  #addGateway(name: string): void {
    const { scheduler, breaches, tally, center } = this;
    const dice = this.#dice.fork();
    const enrolled = enrolledGateway(name, dice.between(2, 5), dice);
    const cabins = enrolled.layout.boxes.map((box) => {
      const isHook = !box.compartments.every(({ hasDoorContact }) => hasDoorContact);
      const wishes = { isHook: isHook || dice.chance(0.4), onOpened: () => undefined };
      const places = box.compartments.map(
        ({ number }) => new Compartment(scheduler, { box, number }, wishes),
      );
      return new Cabin(box.id, places);
    });
    center.gateways.push(enrolled.known);
    const road = new Road({ scheduler, center, known: enrolled.known, dice: dice.fork() });
    if (this.#options.breakLine !== undefined) road.spoil = this.#options.breakLine;
    const core = this.#options.core ?? custodyCore;
    const policy = (): Uint8Array => this.policy();
    this.machines.push(
      new Machine({ scheduler, dice, enrolled, cabins, road, core, breaches, tally, policy }),
    );
    const { chronicle } = this.machines.at(-1) ?? never();
    chronicle.onTold = ({ fact }) => count(tally, fact.kind);
  }

  #plague(endMs: number): void {
    const { scheduler, tally } = this;
    const parts = (): MishapParts => {
      return { scheduler, tally, endMs, dice: this.#dice.fork(), book: this.#book };
    };
    plagueCenter(parts(), this.center);
    for (const machine of this.machines) {
      plagueMachine(parts(), machine);
      for (const cabin of machine.parts.cabins) {
        plagueCabin(parts(), cabin, (place) => {
          watchForcedDoor({ machine, place, scheduler, tally, breaches: this.breaches });
        });
        this.#visitAgain(machine, cabin, endMs);
      }
    }
    this.#newPolicy(endMs);
  }

  #visitAgain(machine: Machine, cabin: Cabin, endMs: number): void {
    const { scheduler, tally } = this;
    const dice = this.#dice.fork();
    const next = (): void => {
      const waitMs = dice.waitMs(dayMs / visitsADay);
      if (scheduler.nowMs + waitMs > endMs) return;
      scheduler.after(waitMs, () => {
        next();
        if (cabin.visitorCount > 0 && !dice.chance(0.3)) return;
        const person = dice.pick(peopleOf(dice.pick(callings)));
        scheduler.play(visit({ machine, cabin, person, dice, tally, book: this.#book }));
      });
    };
    next();
  }

  #newPolicy(endMs: number): void {
    const { scheduler } = this;
    const everyMs = 3 * dayMs;
    if (scheduler.nowMs + everyMs > endMs) return;
    scheduler.after(everyMs, () => {
      this.#policyVersion += 1;
      this.#policy = undefined;
      for (const { gateway } of this.machines) void gateway?.reloadPolicy();
      scheduler.touchDeeply();
      this.#newPolicy(endMs);
    });
  }

  /** Monitors that look again and again. */
  #watch(endMs: number): void {
    const { scheduler, breaches } = this;
    for (const machine of this.machines) {
      const { gateway } = machine;
      if (gateway === undefined) continue;
      breaches.note("nothing is unbounded", unboundedGateway(gateway, machine.timersCount));
      const held = this.#entriesOf(machine).length;
      breaches.note("receipts never exceed what is committed", heldBeyondLedger(gateway, held));
    }
    const planned = scheduler.size;
    const isOver = planned > plannedMaxCount * this.machines.length;
    breaches.note("nothing is unbounded", isOver ? `${planned} planned calls` : undefined);
    if (scheduler.nowMs + hourMs <= endMs) scheduler.after(hourMs, () => this.#watch(endMs));
  }

  #entriesOf(machine: Machine): ReturnType<MemoryLedger["entriesOf"]> {
    const { gatewayId } = machine.parts.enrolled.known;
    const held = this.ledger.gateways().find((each) => each.identity.gatewayId === gatewayId);
    return held === undefined ? [] : this.ledger.entriesOf(held.number);
  }

  /** The world is kind from now on. */
  #heal(): void {
    this.center.nextDeath = undefined;
    for (const machine of this.machines) {
      Object.assign(machine.parts.road.weather, calm);
      machine.disk.freeLimitBytes = undefined;
      machine.cutAfterAppends = undefined;
      if (machine.plannedEnding !== undefined) machine.kill("power", 1_000);
      machine.wake("storage-watch");
      machine.setClock();
    }
    for (const cabin of this.boxes) {
      cabin.isBoardMute = false;
      cabin.isBoardDark = false;
      cabin.isReaderDark = false;
      cabin.board?.healthChanged();
    }
  }

  #tidy(place: Compartment): void {
    place.isJammed = false;
    place.isLatchWorn = false;
    place.isBeamDead = false;
    place.notify();
    place.isDoorOpen = place.isDoorOpen || !place.isBoltEngaged;
    place.shut();
  }

  #isDrained(): boolean {
    return this.machines.every((machine) => {
      const { gateway, chronicle } = machine;
      if (gateway === undefined) return false;
      const isAllThere = this.#entriesOf(machine).length === chronicle.told.length;
      return isAllThere && gateway.outbox.count === 0;
    });
  }

  #lastLook(): void {
    const { breaches, ledger, tally } = this;
    for (const machine of this.machines) {
      const { chronicle, gateway } = machine;
      const entries = this.#entriesOf(machine);
      const arrival = ledgerNotJournal(entries, chronicle) ?? ledgerNotPrefix(entries, chronicle);
      breaches.note("every durable event is in the ledger once, in order", arrival);
      breaches.note("every seal in the ledger is good", badSealInLedger(entries));
      breaches.note("the center shows what the gateway holds", projectionDiffers(machine, ledger));
      const isOff = gateway === undefined ? "a gateway never came back" : undefined;
      const fold = gateway === undefined ? isOff : stateNotFold(gateway.loop.state, chronicle);
      breaches.note("the state is the fold of the journal", fold);
      const { counts } = machine.parts.road;
      count(tally, "messages", counts.messages);
      count(tally, "messages lost", counts.lost);
      count(tally, "messages doubled", counts.doubled);
      const keys = new Set(machine.places.map(({ key }) => key));
      for (const parcel of this.#book.all.values()) {
        if (parcel.lastPlace === undefined || !keys.has(parcel.lastPlace)) continue;
        const finding = parcelElsewhere(parcel, machine, tally);
        breaches.note("a parcel is where it is said to be, or doubted", finding);
      }
    }
    const forks = ledger.evidence.filter((line) => !line.startsWith("hello"));
    breaches.note("an honest gateway leaves no evidence", forks[0]);
    for (const [name, value] of ledger.counters()) count(tally, `center ${name}`, value);
  }
}

function never(): never {
  throw new Error("cannot happen");
}
