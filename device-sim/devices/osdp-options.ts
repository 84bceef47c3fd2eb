// How a simulated OSDP reader is built, and the ways in which it can misbehave.

import type { Line } from "../lines/line.ts";
import type { OsdpCard, OsdpCardFormat } from "./osdp-card.ts";
import type { OsdpIdentity } from "./osdp-functions.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** A peripheral answers within this, or the control panel gives up. */
export const osdpReplyMaxMs = 200;

/**
 * Ways to misbehave:
 * - `clear-replies`: answers a running secure channel without it;
 * - `wrong-key`: computes with another key; takes effect at the next handshake;
 * - `replays-old`: sends what it once sent under the same sequence number, card reads preferred;
 * - `swaps-serial`: another serial number, as a reader that was exchanged;
 * - `answers-late`: after the control panel gave up; - `busy`: BUSY to every order;
 * - `checksum-only`: one-byte checksum whatever it was asked with;
 * - `claims-no-security`: clear talk, and NAK 5 to every challenge, as after a downgrade.
 */
export const osdpFlaws = [
  "clear-replies",
  "wrong-key",
  "replays-old",
  "swaps-serial",
  "answers-late",
  "busy",
  "checksum-only",
  "claims-no-security",
] as const;
export type OsdpFlaw = (typeof osdpFlaws)[number];

export interface OsdpOptions {
  /** Names the reader in `present` and the power supply in `powerBoard`. */
  readonly id: string;
  /** 0 to 126. */
  readonly address: number;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** SCBK, 16 bytes. Without it and without install mode there is no secure channel (NAK 5). */
  readonly key?: Uint8Array;
  /** Takes the default key until KEYSET; default false. */
  readonly isInstallMode?: boolean;
  /** In clear only ID, CAP and the handshake are answered, else NAK 6; default false. */
  readonly isSecureOnly?: boolean;
  readonly identity?: Partial<OsdpIdentity>;
  /** Bits of a presented number that the wallet does not hold; default `wiegand-26`. */
  readonly cardFormat?: OsdpCardFormat;
  /** Card by presented number. */
  readonly wallet?: ReadonlyMap<string, OsdpCard>;
  /** Reports a card again after this while it stays; default: once per presence. */
  readonly rereadMs?: number;
  /** Reports cards that were read while nobody polled; default false. */
  readonly keepsOfflineReads?: boolean;
  /** Switch of the world that holds the cover shut; open = tamper. Default: see `setTamper`. */
  readonly tamperSwitch?: string;
  /** Default 1, 1 and 0. */
  readonly ledCount?: number;
  readonly inputCount?: number;
  readonly outputCount?: number;
  /** From the last byte of an order to the first of the answer; default 3. */
  readonly replyDelayMs?: number;
  /** Precedes its answers with the mark byte; default false. */
  readonly sendsMark?: boolean;
  readonly flaws?: readonly OsdpFlaw[];
  /** Its random numbers follow from this; default: from its address. */
  readonly seed?: number;
}
