// Commands as they come from the center: opened, their signature checked, and bounded for the core.

import {
  equalBytes,
  limits,
  openDocument,
  toHex,
  type Command,
  type Verifier,
} from "@driftbox/proto";
import type { Input } from "../../custody/index.ts";
import { orderWords, type Order } from "../../custody/orders/order.ts";
import type { Log } from "../../ports/runtime.ts";
import type { Identity } from "../identity.ts";
import { isWorthLine } from "../log-pace.ts";

/** Characters of a reason. */
const reasonMaxChars = 500;
const settingsMaxCount = 16;

export interface CommandCounts {
  /** Handed to the core, which judges them. */
  taken: number;
  /** No key of the center signed it, or it cannot be read. */
  unreadable: number;
}

interface Parts {
  readonly identity: Identity;
  readonly log: Log;
  readonly offer: (input: Input) => void;
  /** Keys that may sign commands now. */
  readonly trusted: () => readonly Verifier[];
}

/** Takes commands. It decides nothing: what is signed goes to the core, with its fields bounded. */
export class CommandDesk {
  readonly counts: CommandCounts = { taken: 0, unreadable: 0 };
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  take(bytes: Uint8Array): void {
    const { identity, offer, trusted } = this.#parts;
    const opened = openDocument("command", bytes, trusted(), identity.sha256);
    if (!opened.ok) {
      const isForged = opened.code !== "wire/document";
      return this.#refuse(isForged ? "forged" : "undecodable", opened.detail);
    }
    const order = orderOf(opened.value.message, identity.gatewayId);
    if (order === undefined) return this.#refuse("undecodable", "a field is missing or too long");
    this.counts.taken += 1;
    offer({ kind: "CommandReceived", ...order });
  }

  #refuse(reason: "forged" | "undecodable", detail: string): void {
    this.counts.unreadable += 1;
    const { unreadable } = this.counts;
    if (isWorthLine(unreadable)) {
      this.#parts.log.error({ reason, unreadable }, `command refused: ${detail}`);
    }
    this.#parts.offer({ kind: "CommandUnreadable", reason });
  }
}

/** Undefined: it has no id, or a text that no fact could carry. */
function orderOf(command: Command, gatewayId: Uint8Array): Order | undefined {
  const { box, givenBy, parcel, sensor, code, reason, settings } = command;
  const names = [command.command, box, givenBy, parcel, sensor, code];
  const areBounded = names.every(({ length }) => length <= limits.idMaxChars);
  const isSmall = reason.length <= reasonMaxChars && settings.length <= settingsMaxCount;
  if (command.command === "" || !areBounded || !isSmall) return undefined;
  const pairs = settings.map(({ key, value }) => ({ key: key ?? "", value: value ?? "" }));
  const isBounded = pairs.every(({ key, value }) => key.length + value.length <= reasonMaxChars);
  if (!isBounded) return undefined;
  return {
    command: command.command,
    isOwn: equalBytes(command.gatewayId, gatewayId),
    bootId: toHex(command.bootId),
    issuedMs: command.issuedUs / 1_000,
    deadlineMs: command.deadlineUs / 1_000,
    word: orderWords[command.word - 1],
    box,
    compartment: command.compartment,
    reason,
    givenBy,
    parcel,
    issue: command.issue,
    sensor,
    code,
    settings: pairs,
  };
}
