// One small gateway for the tests of the shell: keys, layout, policy, a lock board that remembers.

import {
  parseGatewayName,
  parseSiteName,
  signDocument,
  type DraftOf,
  type Parsed,
  type RecordParts,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { MemoryJournal } from "../../../gateway/adapters/journal/memory-journal.ts";
import type { Identity } from "../../../gateway/app/identity.ts";
import { defaultTiming, type Layout } from "../../../gateway/custody/index.ts";
import type {
  DeviceHealth,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
} from "../../../gateway/ports/devices.ts";
import type { Entropy, Log } from "../../../gateway/ports/runtime.ts";
import type { Journal, RoomClass } from "../../../gateway/ports/storage.ts";

export function must<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`${parsed.code}: ${parsed.detail}`);
}

export const gatewaySigner = signerFromPem(generateKey().privatePem);
export const centerSigner = signerFromPem(generateKey().privatePem);
export const genesis = sha256(new Uint8Array([1]));
export const gatewayId = genesis.subarray(0, 16);

export const identity: Identity = {
  site: must(parseSiteName("ferry-12")),
  gateway: must(parseGatewayName("ferry-12-a")),
  gatewayId,
  genesis,
  signer: gatewaySigner,
  centerKeys: [verifierOf(centerSigner.publicKey)],
  sha256,
  software: "driftbox test",
};

export const badgeRef = "ab".repeat(16);

export const layout: Layout = {
  timing: defaultTiming,
  boxes: [
    {
      id: "box-a",
      kind: "drop-box",
      compartments: [
        {
          number: 1,
          supplyGroup: "a",
          pulseMs: 500,
          board: "lock-a",
          hasDoorContact: true,
          hasPresenceSensor: true,
        },
      ],
    },
  ],
};

/** A policy that lets one badge do everything at the box. */
export function policyDraft(version: number, change: DraftOf<"policy"> = {}): DraftOf<"policy"> {
  return {
    version,
    site: "ferry-12",
    issuedUs: 1_790_000_000_000_000,
    badges: [{ badgeRef: Buffer.from(badgeRef, "hex"), person: "p-1", role: "crew" }],
    roles: [{ role: "crew", rights: [{ box: "box-a", canDeposit: true, canCollect: true }] }],
    ...change,
  };
}

export function policyDocument(version: number, change?: DraftOf<"policy">): Uint8Array {
  return signDocument("policy", policyDraft(version, change), centerSigner, sha256);
}

export interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export class MemoryLog implements Log {
  readonly lines: LogLine[] = [];
  debug = this.#at("debug");
  info = this.#at("info");
  warn = this.#at("warn");
  error = this.#at("error");

  #at(level: string): Log["info"] {
    return (fields, message) => void this.lines.push({ level, fields, message });
  }
}

/** Reproducible salts and jitter. */
export class CountingEntropy implements Entropy {
  #count = 0;

  bytes(count: number): Uint8Array {
    this.#count += 1;
    return sha256(new Uint8Array([this.#count & 255, this.#count >> 8])).subarray(0, count);
  }
}

/** A journal that tells what happens to it and fails when asked to. */
export class SpyJournal implements Journal {
  readonly inner: Journal;
  readonly trace: string[];
  readonly rooms: RoomClass[] = [];
  readonly groupCounts: number[] = [];
  /** Thrown by the next appends while it returns something. */
  failure: (room: RoomClass, group: readonly RecordParts[]) => Error | undefined = () => undefined;

  constructor(trace: string[] = [], inner: Journal = memoryJournal()) {
    this.inner = inner;
    this.trace = trace;
  }

  get head(): Journal["head"] {
    return this.inner.head;
  }

  append(group: readonly RecordParts[], room: RoomClass): void {
    const failure = this.failure(room, group);
    if (failure !== undefined) throw failure;
    this.inner.append(group, room);
    this.rooms.push(room);
    this.groupCounts.push(group.length);
    this.trace.push(`durable ${this.head.nextSeq}`);
  }

  read: Journal["read"] = (...bounds) => this.inner.read(...bounds);
  use: Journal["use"] = () => this.inner.use();
  prune: Journal["prune"] = (bounds) => this.inner.prune(bounds);
  beginEpoch: Journal["beginEpoch"] = (head) => this.inner.beginEpoch(head);
  close: Journal["close"] = () => this.inner.close();
}

export function memoryJournal(): MemoryJournal {
  return new MemoryJournal({ gatewayId, genesisPrev: genesis });
}

/** A lock board that answers as told and notes each order. */
export class MemoryBoard implements LockBoard {
  readonly id = "lock-a";
  readonly channelCount = 16;
  readonly orders: PulseOrder[] = [];
  readonly #trace: string[];
  result: PulseResult = { outcome: "answered" };
  /** True: it says nothing when it is started. */
  isSilent = false;

  constructor(trace: string[] = []) {
    this.#trace = trace;
  }

  pulse(order: PulseOrder): Promise<PulseResult> {
    this.orders.push(order);
    this.#trace.push("pulse");
    return Promise.resolve(this.result);
  }

  readonly #healthListeners = new Set<(health: DeviceHealth) => void>();

  onInputs = (): (() => void) => () => undefined;
  symptoms = (): SymptomCounts => ({});
  onHealth = (listener: (health: DeviceHealth) => void): (() => void) => {
    this.#healthListeners.add(listener);
    return () => void this.#healthListeners.delete(listener);
  };
  start(): void {
    if (!this.isSilent) this.report({ state: "online" });
  }

  /** As a real driver does, it tells whoever still listens that it is no longer there. */
  stop = (): Promise<void> => {
    this.report({ state: "absent", reason: "not started" });
    return Promise.resolve();
  };

  report(health: DeviceHealth): void {
    for (const listener of this.#healthListeners) listener(health);
  }
}
