// Which UHF tags are inside a box: strong enough to have come in, not silent for too long.
import { Presence } from "./presence.ts";
import type { SeenTag } from "./yrm100-frame.ts";

/** More tags than this in one field are not told; those there first stay. */
const tagMaxCount = 64;

export interface TagGate {
  /** A tag comes in when it is heard at least this strong. */
  readonly rssiMinDbm: number;
  /** A tag that is in may be heard this much weaker and stays. */
  readonly staySlackDb: number;
  /** A tag not heard for this long, in ms, has left. */
  readonly awayMs: number;
}

/** Times are the caller's clock in ms, which never goes back. */
export class TagTable {
  readonly #gate: TagGate;
  readonly #presence: Presence;

  constructor(gate: TagGate) {
    this.#gate = gate;
    const { awayMs } = gate;
    this.#presence = new Presence({ awayMs, maxCount: tagMaxCount, newcomer: "ignored" });
  }

  get isFull(): boolean {
    return this.#presence.count >= tagMaxCount;
  }

  /** True when the tag comes in with this. */
  hear({ epc, rssiDbm }: SeenTag, nowMs: number): boolean {
    const slackDb = this.#presence.has(epc, nowMs) ? this.#gate.staySlackDb : 0;
    if (rssiDbm < this.#gate.rssiMinDbm - slackDb) return false;
    return this.#presence.seen(epc, nowMs);
  }

  /** Lets go of the tags that left. */
  expire(nowMs: number): void {
    this.#presence.takeAway(nowMs);
  }

  forget(): void {
    this.#presence.forget();
  }
}
