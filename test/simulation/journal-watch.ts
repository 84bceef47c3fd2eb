// Stands around a gateway's journal: notes what it acknowledged, cuts the power after an append.

import { Fault, type ChainHead, type RecordParts } from "@driftbox/proto";
import type { Journal, RoomClass } from "../../gateway/ports/storage.ts";
import { count } from "./breaches.ts";
import type { Ending, Machine } from "./machine.ts";

/** Thrown where the world ends a run between two lines of the program. */
export class PowerCut extends Error {
  readonly ending: Ending;

  constructor(ending: Ending) {
    super(`cut: ${ending}`);
    this.ending = ending;
  }
}

export class JournalWatch implements Journal {
  readonly #inner: Journal;
  readonly #machine: Machine;
  readonly #onFailure: (error: unknown) => void;

  constructor(inner: Journal, machine: Machine, onFailure: (error: unknown) => void) {
    this.#inner = inner;
    this.#machine = machine;
    this.#onFailure = onFailure;
  }

  get head(): ChainHead {
    return this.#inner.head;
  }

  append(group: readonly RecordParts[], room: RoomClass): void {
    const { chronicle, parts } = this.#machine;
    try {
      this.#inner.append(group, room);
    } catch (error) {
      const isFull = error instanceof Fault && error.code === "journal/full";
      count(parts.tally, isFull ? "appends without space" : "appends that failed");
      if (!isFull) chronicle.inFlight = group;
      throw error;
    }
    chronicle.take(group);
    this.#machine.wake("storage-watch");
    this.#cutMaybe();
  }

  read: Journal["read"] = (...bounds) => this.#inner.read(...bounds);
  use: Journal["use"] = () => this.#inner.use();
  beginEpoch: Journal["beginEpoch"] = (head) => this.#inner.beginEpoch(head);
  close: Journal["close"] = () => this.#inner.close();

  /** A disk that fails here ends the run, as an unhandled fault ends the program. */
  prune(bounds: Parameters<Journal["prune"]>[0]): void {
    const before = this.#inner.use().oldestSeq;
    try {
      this.#inner.prune(bounds);
    } catch (error) {
      this.#onFailure(error);
      return;
    }
    if (this.#inner.use().oldestSeq !== before) count(this.#machine.parts.tally, "prunes");
    this.#machine.wake("storage-watch");
  }

  /** Durable, and nothing was done about it yet. */
  #cutMaybe(): void {
    const left = this.#machine.cutAfterAppends;
    if (left === undefined) return;
    this.#machine.cutAfterAppends = left - 1;
    if (left > 1) return;
    const { tally, dice } = this.#machine.parts;
    count(tally, "cuts between append and effect");
    throw new PowerCut(dice.chance(0.6) ? "power" : "process");
  }
}
