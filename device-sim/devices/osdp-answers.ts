// What an OSDP peripheral answers to one fresh order: in clear, in the handshake or sealed.

import type { OsdpChannel } from "./osdp-channel.ts";
import { osdpBody, osdpFrame, sealOsdp, type OsdpFrame } from "./osdp-frame.ts";
import {
  osdpCommands,
  osdpNak,
  osdpNaks,
  osdpReplies,
  type OsdpAnswer,
  type OsdpFunctions,
} from "./osdp-functions.ts";
import type { OsdpFlaw } from "./osdp-options.ts";
import { osdpMacBytes, type OsdpSession } from "./osdp-session.ts";

/** Orders that a reader which asks for a secure channel obeys without one. */
const clearCommands: ReadonlySet<number> = new Set([osdpCommands.id, osdpCommands.capabilities]);

export interface OsdpAnswersOptions {
  readonly channel: OsdpChannel;
  readonly functions: OsdpFunctions;
  /** As they are now. */
  readonly flaws: ReadonlySet<OsdpFlaw>;
  readonly isSecureOnly: boolean;
  /** Obeys COMSET, which concerns the link. */
  readonly comset: (data: readonly number[]) => OsdpAnswer;
}

export class OsdpAnswers {
  readonly #options: OsdpAnswersOptions;
  /** By sequence number, for the flaw `replays-old`. */
  readonly #recorded = new Map<number, { readonly wire: Uint8Array; readonly isCard: boolean }>();

  constructor(options: OsdpAnswersOptions) {
    this.#options = options;
  }

  /** The session is over, and what was recorded in it; a replayer keeps its recording. */
  restart(): void {
    this.#options.channel.drop();
    if (!this.#options.flaws.has("replays-old")) this.#recorded.clear();
  }

  /** The wire bytes of the answer to one fresh order with its bytes up to the check. */
  answer(order: OsdpFrame, body: readonly number[]): Uint8Array {
    const wire = this.#answered(order, body);
    if (!this.#options.flaws.has("replays-old")) return wire;
    return this.#recorded.get(order.sequence)?.wire ?? wire;
  }

  #answered(order: OsdpFrame, body: readonly number[]): Uint8Array {
    const { channel, flaws } = this.#options;
    const type = order.security?.type;
    if (order.security === undefined) return this.#inClear(order);
    if (flaws.has("claims-no-security") || !channel.isSecurable) {
      return this.#refused(order, osdpNaks.noSecureChannel);
    }
    if (type === 0x11 || type === 0x13) return this.#handshake(order);
    if (channel.session === undefined || (type !== 0x15 && type !== 0x17)) {
      return this.#refused(order, osdpNaks.secureChannelNeeded);
    }
    return this.#secured(order, body, channel.session);
  }

  #inClear(order: OsdpFrame): Uint8Array {
    const { channel, flaws, isSecureOnly } = this.#options;
    const [code = 0, ...data] = order.payload;
    const isHandshake = code === osdpCommands.challenge || code === osdpCommands.serverCryptogram;
    const isDenied = isSecureOnly && !clearCommands.has(code) && !flaws.has("claims-no-security");
    if (channel.session !== undefined || isHandshake || isDenied) {
      channel.drop();
      return this.#refused(order, osdpNaks.secureChannelNeeded);
    }
    return osdpClearReply(order, this.#do(code, data), flaws);
  }

  #handshake(order: OsdpFrame): Uint8Array {
    const { channel, functions, flaws } = this.#options;
    const [code = 0, ...data] = order.payload;
    const block = order.security;
    const isChallenge = block?.type === 0x11 && code === osdpCommands.challenge;
    const isConfirmation = block?.type === 0x13 && code === osdpCommands.serverCryptogram;
    if (block === undefined || !(isChallenge || isConfirmation)) {
      return this.#refused(order, osdpNaks.secureChannelNeeded);
    }
    const { answer, block: security } = isChallenge
      ? channel.challenge(block, data, functions.identity)
      : channel.confirm(data);
    return osdpFrame({ ...replyHead(order, flaws), security, payload: payloadOf(answer) });
  }

  #secured(order: OsdpFrame, body: readonly number[], session: OsdpSession): Uint8Array {
    const { channel, flaws } = this.#options;
    const mac = order.payload.slice(-osdpMacBytes);
    const [code = 0, ...closed] = order.payload.slice(0, -osdpMacBytes);
    const isEncrypted = order.security?.type === 0x17;
    const data = isEncrypted ? session.openCommand(closed) : closed;
    const isGenuine = session.acceptCommand(body.slice(0, -osdpMacBytes), mac);
    if (!isGenuine || data === undefined) {
      channel.drop();
      return this.#refused(order, osdpNaks.secureChannelNeeded);
    }
    const answer = this.#do(code, data);
    if (flaws.has("clear-replies")) return osdpClearReply(order, answer, flaws);
    const isCard = answer.code === osdpReplies.raw;
    const wire = this.#signed(order, answer, session);
    const known = this.#recorded.get(order.sequence);
    if (known?.isCard !== true && !flaws.has("replays-old")) {
      this.#recorded.set(order.sequence, { wire, isCard });
    }
    return wire;
  }

  #signed(order: OsdpFrame, { code, data }: OsdpAnswer, session: OsdpSession): Uint8Array {
    const hasData = data.length > 0;
    const frame = {
      ...replyHead(order, this.#options.flaws),
      security: { type: hasData ? 0x18 : 0x16, data: [] },
      payload: [code, ...(hasData ? session.closeReply(data) : [])],
    };
    const body = osdpBody(frame, osdpMacBytes);
    return sealOsdp([...body, ...session.signReply(body)], frame.hasCrc);
  }

  #do(code: number, data: readonly number[]): OsdpAnswer {
    const { channel, functions, comset } = this.#options;
    if (code === osdpCommands.keyset) return channel.setKey(data);
    if (code === osdpCommands.comset) return comset(data);
    return functions.answer(code, data);
  }

  #refused(order: OsdpFrame, reason: number): Uint8Array {
    return osdpClearReply(order, osdpNak(reason), this.#options.flaws);
  }
}

/** An answer without a secure channel. */
export function osdpClearReply(
  order: OsdpFrame,
  answer: OsdpAnswer,
  flaws: ReadonlySet<OsdpFlaw>,
): Uint8Array {
  return osdpFrame({ ...replyHead(order, flaws), payload: payloadOf(answer) });
}

function payloadOf({ code, data }: OsdpAnswer): readonly number[] {
  return [code, ...data];
}

function replyHead(
  { address, sequence, hasCrc }: OsdpFrame,
  flaws: ReadonlySet<OsdpFlaw>,
): Omit<OsdpFrame, "payload"> {
  return { address, isReply: true, sequence, hasCrc: hasCrc && !flaws.has("checksum-only") };
}
