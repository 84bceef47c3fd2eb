// Everything a bad link may do to MQTT, drawn from a seed: cuts inside a packet, delays, stalls,
// half-open connections, batches and receipts twice or in another order.

import { Dice, splitRandom } from "../../device-sim/world/index.ts";
import { publishOf, type Packet } from "../../device-sim/run/mqtt-packets.ts";
import type { Crossing, Shaper, Way } from "./packet-proxy.ts";

/** What was done, counted. */
export interface FaultCounts {
  /** Connections ended at a byte that was drawn; some of them inside a packet. */
  cut: number;
  cutInPacket: number;
  /** Packets that came late. */
  delayed: number;
  /** Connections that were silent for a while, and went on. */
  stalled: number;
  /** Connections that were silent until a side gave them up. */
  halfOpen: number;
  /** Batches that arrived twice, and groups of batches that arrived in another order. */
  batchTwice: number;
  batchesReordered: number;
  receiptTwice: number;
  receiptsReordered: number;
}

export function noFaults(): FaultCounts {
  return {
    cut: 0,
    cutInPacket: 0,
    delayed: 0,
    stalled: 0,
    halfOpen: 0,
    batchTwice: 0,
    batchesReordered: 0,
    receiptTwice: 0,
    receiptsReordered: 0,
  };
}

type Fate = "cut" | "stall" | "half-open";
/** One of ten for each connection. */
const fates: readonly Fate[] = [
  ...Array.from({ length: 6 }, () => "cut" as const),
  ...Array.from({ length: 3 }, () => "stall" as const),
  "half-open",
];

/** The fate strikes after one byte to this many, each magnitude as often as any other. */
const fateDigits = 5.3;
/** A connection that says too little meets its fate in the next packet after this. */
const fateMs = { least: 200, most: 4_000 } as const;
const lateMaxMs = 60;
const stallMs = { least: 300, most: 1_500 } as const;
const heldMaxCount = 4;
/** Whoever waits for company that does not come goes alone. */
const heldMaxMs = 250;
const percent = { twice: 20, held: 40, late: 50 } as const;

interface Strike {
  readonly fate: Fate;
  readonly way: Way;
  readonly afterBytes: number;
  readonly latestMs: number;
}

function drawStrike(dice: Dice, fate: Fate): Strike {
  return {
    fate,
    way: dice.integer(0, 3) === 0 ? "down" : "up",
    afterBytes: Math.floor(10 ** (dice.fraction() * fateDigits)),
    latestMs: performance.now() + dice.integer(fateMs.least, fateMs.most),
  };
}

/** The link of one gateway: each of its connections has a fate of its own. */
export class ChaoticLink {
  /** Switched off, every new connection is a good one. */
  isOn = true;
  readonly #counts: FaultCounts;
  readonly #dice: Dice;

  constructor(seed: number, name: string, counts: FaultCounts) {
    this.#counts = counts;
    this.#dice = new Dice(splitRandom(seed, `link of ${name}`));
  }

  shape(crossing: Crossing): Shaper {
    if (!this.isOn) return (way, packet) => crossing.send(way, packet.bytes);
    const lanes = { up: newLane(), down: newLane() };
    const chaos = new ChaoticCrossing({ crossing, lanes, counts: this.#counts, dice: this.#dice });
    return (of, packet) => chaos.take(of, packet);
  }
}

interface Lane {
  /** In the order in which they leave. */
  readonly queue: { readonly dueMs: number; readonly bytes: Uint8Array }[];
  /** Batches or receipts that wait to change places. */
  held: Uint8Array[];
  heldTarget: number;
  timer: NodeJS.Timeout | undefined;
}

function newLane(): Lane {
  return { queue: [], held: [], heldTarget: 0, timer: undefined };
}

interface ChaosParts {
  readonly crossing: Crossing;
  readonly lanes: Readonly<Record<Way, Lane>>;
  readonly counts: FaultCounts;
  readonly dice: Dice;
}

/** One connection. Bytes of a packet are never mixed with another's: only whole ones move. */
class ChaoticCrossing {
  readonly #parts: ChaosParts;
  #strike: Strike;
  #passedBytes = 0;
  #silentUntilMs = 0;

  constructor(parts: ChaosParts) {
    this.#parts = parts;
    const { dice } = parts;
    this.#strike = drawStrike(dice, fates[dice.integer(0, fates.length - 1)] ?? "cut");
  }

  take(way: Way, packet: Packet): void {
    const word = publishOf(packet)?.word;
    const isMovable = word === (way === "up" ? "events" : "receipt");
    if (!isMovable) return this.#enqueue(way, packet.bytes);
    const { dice, counts, lanes } = this.#parts;
    if (dice.integer(1, 100) <= percent.twice) {
      counts[way === "up" ? "batchTwice" : "receiptTwice"] += 1;
      this.#enqueue(way, packet.bytes);
    }
    const lane = lanes[way];
    if (lane.held.length > 0) return this.#hold(way, packet.bytes);
    if (dice.integer(1, 100) > percent.held) return this.#enqueue(way, packet.bytes);
    lane.heldTarget = dice.integer(2, heldMaxCount);
    setTimeout(() => this.#release(way), heldMaxMs).unref();
    return this.#hold(way, packet.bytes);
  }

  #hold(way: Way, bytes: Uint8Array): void {
    const lane = this.#parts.lanes[way];
    lane.held.push(bytes);
    if (lane.held.length >= lane.heldTarget) this.#release(way);
  }

  /** What was held leaves in an order that was drawn. */
  #release(way: Way): void {
    const { lanes, dice, counts } = this.#parts;
    const lane = lanes[way];
    const left = lane.held;
    lane.held = [];
    let isReordered = false;
    while (left.length > 0) {
      const at = dice.integer(0, left.length - 1);
      isReordered ||= at > 0;
      for (const bytes of left.splice(at, 1)) this.#enqueue(way, bytes);
    }
    if (isReordered) counts[way === "up" ? "batchesReordered" : "receiptsReordered"] += 1;
  }

  #enqueue(way: Way, bytes: Uint8Array): void {
    const { lanes, dice, counts } = this.#parts;
    const isLate = dice.integer(1, 100) <= percent.late;
    if (isLate) counts.delayed += 1;
    const lateMs = isLate ? dice.integer(1, lateMaxMs) : 0;
    lanes[way].queue.push({ dueMs: performance.now() + lateMs, bytes });
    this.#pump(way);
  }

  /** Sends what is due, in order; a late packet delays all behind it. */
  #pump(way: Way): void {
    const lane = this.#parts.lanes[way];
    if (lane.timer !== undefined) return;
    for (;;) {
      const [next] = lane.queue;
      if (next === undefined || this.#parts.crossing.isOver) return;
      const waitMs = Math.max(next.dueMs, this.#silentUntilMs) - performance.now();
      if (waitMs === Infinity) return;
      if (waitMs > 0) {
        lane.timer = setTimeout(() => {
          lane.timer = undefined;
          this.#pump(way);
        }, waitMs);
        lane.timer.unref();
        return;
      }
      lane.queue.shift();
      this.#send(way, next.bytes);
    }
  }

  #send(way: Way, bytes: Uint8Array): void {
    const { crossing, dice } = this.#parts;
    if (way !== this.#strike.way) return crossing.send(way, bytes);
    const room = this.#strike.afterBytes - this.#passedBytes;
    this.#passedBytes += bytes.length;
    if (room <= bytes.length) return this.#meetFate(way, bytes, room);
    if (performance.now() < this.#strike.latestMs) return crossing.send(way, bytes);
    return this.#meetFate(way, bytes, dice.integer(0, bytes.length));
  }

  #meetFate(way: Way, bytes: Uint8Array, room: number): void {
    const { crossing, counts, dice } = this.#parts;
    const { fate } = this.#strike;
    if (fate === "cut") {
      counts.cut += 1;
      if (room > 0 && room < bytes.length) counts.cutInPacket += 1;
      crossing.cutAfter(way, bytes.subarray(0, room));
      return;
    }
    crossing.send(way, bytes.subarray(0, room));
    const isForever = fate === "half-open";
    counts[isForever ? "halfOpen" : "stalled"] += 1;
    const forMs = dice.integer(stallMs.least, stallMs.most);
    this.#silentUntilMs = isForever ? Infinity : performance.now() + forMs;
    // The rest of the packet is the first thing to leave when the silence ends.
    this.#parts.lanes[way].queue.unshift({ dueMs: 0, bytes: bytes.subarray(room) });
    this.#passedBytes = 0;
    this.#strike = drawStrike(dice, "cut");
  }
}
