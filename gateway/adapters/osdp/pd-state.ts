// The conversation with one OSDP device as values: its states, what happens to it, what it wants.
//
//   closed -> down -> identifying -> [challenging -> proving ->] online
//               ^___________ silence, wrong key, clear text _______|
import type { DeviceHealth, LineSymptom } from "../../ports/devices.ts";
import type { OsdpCommand } from "./osdp-command.ts";
import type { OsdpFrame } from "./osdp-frame.ts";
import type { OsdpReply } from "./osdp-reply.ts";
import type { Handshake, SecureChannel } from "./secure-channel.ts";

/** A key the device may have. Only commissioning passes one with `isDefault`. */
export interface PdKey {
  readonly scbk: Uint8Array;
  /** The published key: the device is told so in the handshake. */
  readonly isDefault?: boolean;
}

export interface PdSettings {
  /** 0..126. */
  readonly address: number;
  /** True: nothing is believed that did not come through the secure channel. */
  readonly isSecure: boolean;
  /** Time between questions while nothing happens, in ms. */
  readonly pollMs: number;
  /** Time between questions for tamper and power, in ms. */
  readonly statusMs: number;
}

export type PdLink =
  | { readonly name: "closed" | "down" | "identifying" }
  | { readonly name: "challenging"; readonly randomA: Uint8Array }
  | { readonly name: "proving"; readonly handshake: Handshake }
  | { readonly name: "online"; readonly channel: SecureChannel | undefined };

/** The question whose answer is waited for, or that is to be sent again as it was. */
export interface Asked {
  readonly command: OsdpCommand;
  readonly bytes: Uint8Array;
  readonly sequence: number;
  /** How often it was sent since the device last said it was busy. */
  readonly sentCount: number;
  readonly busySinceMs: number | undefined;
  readonly isOrder: boolean;
}

export interface PdState {
  readonly link: PdLink;
  readonly keys: readonly PdKey[];
  /** The key in use. */
  readonly keyAt: number;
  /** Keys the device refused since it was last online. */
  readonly refusedKeyCount: number;
  readonly hasCrc: boolean;
  /** Of the next new question. */
  readonly sequence: number;
  readonly asked: Asked | undefined;
  /** Questions every conversation begins with. */
  readonly greetings: readonly OsdpCommand[];
  /** At most one of each kind. */
  readonly orders: readonly OsdpCommand[];
  /** Conversations lost since the device was last online. */
  readonly failures: number;
  /** Monotonic ms from which the device wants the line. */
  readonly dueMs: number;
  readonly statusDueMs: number;
  /** What was asked last of how the device is. */
  readonly lastStatus: "id" | "local-status";
  /**
   * Until then, or until a poll finds nothing to report, cards and keys are old: the device kept
   * them while nobody asked.
   */
  readonly drainUntilMs: number;
}

/**
 * `turn`: the line is free for this device; `randomA` are 8 fresh random bytes. `silence`: no
 * answer came in time. `reply`: a frame for which `isAnswerTo` holds; others change nothing.
 * `rekey`: from now on these keys.
 */
export type PdInput = { readonly nowMs: number } & (
  | { readonly kind: "opened" | "closed" | "silence" }
  | { readonly kind: "turn"; readonly randomA: Uint8Array }
  | { readonly kind: "reply"; readonly frame: OsdpFrame }
  | { readonly kind: "order"; readonly command: OsdpCommand }
  | { readonly kind: "rekey"; readonly keys: readonly PdKey[] }
);

/** `lost`: it may or may not have arrived. */
export type OrderOutcome = "acknowledged" | "refused" | "lost";

/** `reply` is only emitted online, so for a secure device only out of its channel. */
export type PdEffect =
  | { readonly kind: "send"; readonly bytes: Uint8Array }
  | { readonly kind: "reply"; readonly reply: OsdpReply }
  | { readonly kind: "symptom"; readonly symptom: LineSymptom }
  | { readonly kind: "health"; readonly health: DeviceHealth }
  | {
      readonly kind: "order-ended";
      readonly command: OsdpCommand;
      readonly outcome: OrderOutcome;
    };

export interface PdStep {
  readonly state: PdState;
  readonly effects: readonly PdEffect[];
}

/** A question is sent this often before the device counts as gone. */
export const attemptMaxCount = 3;

/** Before the line was ever open. */
export function closedPd(keys: readonly PdKey[]): PdState {
  return {
    link: { name: "closed" },
    keys,
    keyAt: 0,
    refusedKeyCount: 0,
    hasCrc: true,
    sequence: 0,
    asked: undefined,
    greetings: [],
    orders: [],
    failures: 0,
    dueMs: Number.POSITIVE_INFINITY,
    statusDueMs: 0,
    lastStatus: "local-status",
    drainUntilMs: 0,
  };
}

/** True when this device is spoken with under session keys. */
export function isSecured(state: PdState): boolean {
  return state.link.name === "online" && state.link.channel !== undefined;
}
