// The security state of an OSDP peripheral: which keys it has, its handshake, its running session.

import { createHash } from "node:crypto";
import { equalBytes } from "@driftbox/proto";
import type { OsdpSecurityBlock } from "./osdp-frame.ts";
import {
  identityData,
  osdpAck,
  osdpNak,
  osdpNaks,
  osdpReplies,
  type OsdpAnswer,
  type OsdpIdentity,
} from "./osdp-functions.ts";
import { osdpDefaultKey, OsdpSession } from "./osdp-session.ts";

const keyBytes = 16;
const randomBytes = 8;

export interface OsdpChannelOptions {
  /** SCBK; undefined = the reader was never given one. */
  readonly key: Uint8Array | undefined;
  /** Accepts the default key, as a reader fresh from the factory. */
  readonly isInstallMode: boolean;
  /** Its random numbers follow from this. */
  readonly seed: number;
}

/** An answer together with the security block it travels under. */
export interface OsdpHandshake {
  readonly answer: OsdpAnswer;
  readonly block?: OsdpSecurityBlock;
}

export class OsdpChannel {
  readonly #seed: number;
  #key: Uint8Array | undefined;
  #isInstallMode: boolean;
  #hasWrongKey = false;
  #drawCount = 0;
  #offered: { readonly session: OsdpSession; readonly keyFlag: number } | undefined;
  #session: OsdpSession | undefined;

  constructor({ key, isInstallMode, seed }: OsdpChannelOptions) {
    this.#key = key;
    this.#isInstallMode = isInstallMode;
    this.#seed = seed;
  }

  /** The running session. */
  get session(): OsdpSession | undefined {
    return this.#session;
  }

  get isInstallMode(): boolean {
    return this.#isInstallMode;
  }

  /** Whether the reader can hold a secure channel at all. */
  get isSecurable(): boolean {
    return this.#key !== undefined || this.#isInstallMode;
  }

  /** Flaw: computes with a key that differs in one byte. */
  setWrongKey(isOn: boolean): void {
    this.#hasWrongKey = isOn;
  }

  /** Forgets handshake and session, keeps the keys. */
  drop(): void {
    this.#offered = undefined;
    this.#session = undefined;
  }

  /** CHLNG: the block says which key, 0 = default, 1 = own. */
  challenge(
    block: OsdpSecurityBlock,
    panelRandom: readonly number[],
    identity: OsdpIdentity,
  ): OsdpHandshake {
    this.drop();
    if (!this.isSecurable) return { answer: osdpNak(osdpNaks.noSecureChannel) };
    if (panelRandom.length !== randomBytes) return { answer: osdpNak(osdpNaks.length) };
    const keyFlag = block.data[0] ?? 0;
    const key = this.#keyOf(keyFlag);
    if (key === undefined) return { answer: osdpNak(osdpNaks.secureChannelNeeded) };
    const peripheralRandom = this.#draw();
    const session = new OsdpSession({
      key,
      panelRandom: Uint8Array.from(panelRandom),
      peripheralRandom,
    });
    this.#offered = { session, keyFlag };
    const clientId = identityData(identity).slice(0, 8);
    const data = [...clientId, ...peripheralRandom, ...session.clientCryptogram];
    return {
      answer: { code: osdpReplies.clientCryptogram, data },
      block: { type: 0x12, data: [keyFlag] },
    };
  }

  /** SCRYPT: a right server cryptogram opens the session, a wrong one ends the handshake. */
  confirm(cryptogram: readonly number[]): OsdpHandshake {
    const offered = this.#offered;
    this.drop();
    if (offered === undefined) return { answer: osdpNak(osdpNaks.secureChannelNeeded) };
    if (cryptogram.length !== keyBytes) return { answer: osdpNak(osdpNaks.length) };
    const { session } = offered;
    const isRight = equalBytes(session.serverCryptogram, Uint8Array.from(cryptogram));
    if (isRight) this.#session = session;
    const data = [...(isRight ? session.firstMac : new Uint8Array(keyBytes))];
    return {
      answer: { code: osdpReplies.firstMac, data },
      block: { type: 0x14, data: [isRight ? 0x01 : 0xff] },
    };
  }

  /** KEYSET: type 1, length 16, key. It counts from the next handshake on and ends install mode. */
  setKey(data: readonly number[]): OsdpAnswer {
    if (this.#session === undefined) return osdpNak(osdpNaks.secureChannelNeeded);
    if (data.length !== keyBytes + 2 || data[0] !== 1 || data[1] !== keyBytes) {
      return osdpNak(osdpNaks.length);
    }
    this.#key = Uint8Array.from(data.slice(2));
    this.#isInstallMode = false;
    return osdpAck;
  }

  #keyOf(keyFlag: number): Uint8Array | undefined {
    const isDefault = keyFlag === 0;
    const key = isDefault ? (this.#isInstallMode ? osdpDefaultKey : undefined) : this.#key;
    if (key === undefined || !this.#hasWrongKey) return key;
    return key.map((byte, at) => (at === 0 ? byte ^ 0xff : byte));
  }

  #draw(): Uint8Array {
    this.#drawCount += 1;
    const text = `osdp ${this.#seed} ${this.#drawCount}`;
    return Uint8Array.from(createHash("sha256").update(text).digest().subarray(0, randomBytes));
  }
}
