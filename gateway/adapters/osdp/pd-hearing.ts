// What an answer of an OSDP device means, and above all which answers are not believed.
import type { OsdpCommand } from "./osdp-command.ts";
import { securityType, type OsdpFrame } from "./osdp-frame.ts";
import { decodeReply, isPersonal, nakCode, type OsdpReply } from "./osdp-reply.ts";
import { lose, refuseKey } from "./pd-loss.ts";
import {
  attemptMaxCount,
  type Asked,
  type PdEffect,
  type PdSettings,
  type PdState,
  type PdStep,
} from "./pd-state.ts";
import {
  acceptClient,
  openChannel,
  openReply,
  type Handshake,
  type SecureChannel,
} from "./secure-channel.ts";

/** A device may be busy for this long in a row, in ms. */
const busyMaxMs = 5_000;
/** A busy device is left alone for this long, in ms. */
const busyWaitMs = 50;
/** A device that always has something to report is believed after this, in ms. */
const drainMaxMs = 3_000;
const greetings: readonly OsdpCommand[] = [
  { kind: "id" },
  { kind: "capabilities" },
  { kind: "local-status" },
];

interface Heard {
  readonly nowMs: number;
  readonly frame: OsdpFrame;
}

/**
 * True when `frame` answers the open question. `busy` and refusals of the whole packet may come
 * with sequence 0 and in clear; the most they can do is end the conversation.
 */
export function isAnswerTo({ asked, link }: PdState, frame: OsdpFrame): boolean {
  if (asked === undefined || link.name === "closed" || !frame.isReply) return false;
  if (frame.sequence === asked.sequence) return true;
  const reply = clearReply(frame);
  return frame.sequence === 0 && (reply?.kind === "busy" || reply?.kind === "nak");
}

export function hear(state: PdState, heard: Heard, settings: PdSettings): PdStep {
  const { asked, link } = state;
  const { frame, nowMs } = heard;
  if (asked === undefined || !isAnswerTo(state, frame)) return { state, effects: [] };
  const reply = clearReply(frame);
  if (reply?.kind === "busy") return heardBusy(state, asked, nowMs);
  if (reply?.kind === "nak" && isDamage(reply.reason)) return heardDamage(state, asked, nowMs);
  switch (link.name) {
    case "identifying":
      return heardIdentity(state, reply, { heard, settings });
    case "challenging":
      return heardCryptogram(state, link.randomA, heard);
    case "proving":
      return heardFirstMac(state, link.handshake, { heard, settings });
    case "online":
      return link.channel === undefined
        ? heardOpenly(state, reply, { heard, settings })
        : heardSealed(state, link.channel, { heard, settings });
    default:
      return { state, effects: [] };
  }
}

/** A reply without security block; undefined when it has one or cannot be read. */
function clearReply(frame: OsdpFrame): OsdpReply | undefined {
  return frame.security === undefined ? decodeReply(frame.code, frame.data) : undefined;
}

interface Context {
  readonly heard: Heard;
  readonly settings: PdSettings;
}

function heardBusy(state: PdState, asked: Asked, nowMs: number): PdStep {
  const { busySinceMs = nowMs } = asked;
  if (nowMs - busySinceMs >= busyMaxMs) {
    return lose(state, { nowMs, reason: "the reader stays busy", symptom: "no-answer" });
  }
  const waiting = { ...asked, busySinceMs, sentCount: 0 };
  return { state: { ...state, asked: waiting, dueMs: nowMs + busyWaitMs }, effects: [] };
}

/** The packet arrived damaged; a device that never understood one may know only the older check. */
function heardDamage(state: PdState, asked: Asked, nowMs: number): PdStep {
  const symptom = "bad-frame";
  if (asked.sentCount < attemptMaxCount) {
    return { state: { ...state, dueMs: nowMs }, effects: [{ kind: "symptom", symptom }] };
  }
  const hasCrc = state.link.name === "identifying" ? !state.hasCrc : state.hasCrc;
  const reason = "the reader refuses the check of every packet";
  return lose({ ...state, hasCrc }, { nowMs, reason, symptom });
}

/** What is said before the channel is open is a hint: it decides nothing for a secure reader. */
function heardIdentity(state: PdState, reply: OsdpReply | undefined, context: Context): PdStep {
  const { settings } = context;
  const { nowMs } = context.heard;
  if (settings.isSecure) {
    const randomA = new Uint8Array();
    const link = { name: "challenging", randomA } as const;
    return { state: { ...answered(state), link, dueMs: nowMs }, effects: [] };
  }
  if (reply?.kind === "nak" && isEnding(reply.reason)) {
    return heardRefusal(state, reply.reason, nowMs);
  }
  return wentOnline(state, undefined, { nowMs, settings });
}

function isDamage(reason: number): boolean {
  return reason === nakCode.check || reason === nakCode.length;
}

/** Other refusals are of one command and leave the conversation as it is. */
function isEnding(reason: number): boolean {
  return reason >= nakCode.sequence && reason <= nakCode.secureChannelNeeded;
}

function heardCryptogram(state: PdState, randomA: Uint8Array, { frame, nowMs }: Heard): PdStep {
  const { security } = frame;
  const key = state.keys[state.keyAt];
  if (security === undefined) return heardChallengeRefused(state, frame, nowMs);
  const reply = decodeReply(frame.code, frame.data);
  const isProof = security.type === securityType.clientCryptogram;
  if (!isProof || reply?.kind !== "client-cryptogram" || key === undefined) {
    return refuseKey(state, { nowMs, reason: "the reader does not answer the challenge" });
  }
  if ((security.data[0] === 0) !== (key.isDefault === true)) {
    const reason = "the reader is in install mode and offers another key";
    return refuseKey(state, { nowMs, reason });
  }
  const { randomB, cryptogram } = reply;
  const handshake = acceptClient({ scbk: key.scbk, randomA }, randomB, cryptogram);
  if (handshake === undefined) {
    return refuseKey(state, { nowMs, reason: "the reader does not have the key" });
  }
  const link = { name: "proving", handshake } as const;
  return { state: { ...answered(state), link, dueMs: nowMs }, effects: [] };
}

function heardFirstMac(state: PdState, handshake: Handshake, context: Context): PdStep {
  const { heard, settings } = context;
  const { frame, nowMs } = heard;
  if (frame.security === undefined) return heardChallengeRefused(state, frame, nowMs);
  const isFirst = frame.security?.type === securityType.firstMac;
  const reply = isFirst ? decodeReply(frame.code, frame.data) : undefined;
  const channel = reply?.kind === "first-mac" ? openChannel(handshake, reply.mac) : undefined;
  if (channel !== undefined) return wentOnline(state, channel, { nowMs, settings });
  return refuseKey(state, { nowMs, reason: "the reader does not accept the key" });
}

/** A reader that is configured without secure channel: what it says is taken as it is. */
function heardOpenly(state: PdState, reply: OsdpReply | undefined, context: Context): PdStep {
  const { heard, settings } = context;
  const { nowMs } = heard;
  if (reply === undefined) return heardUnreadable(state, heard, settings);
  if (reply.kind === "nak" && isEnding(reply.reason)) {
    return heardRefusal(state, reply.reason, nowMs);
  }
  return accepted(state, reply, { nowMs, settings });
}

/** A device without a key of the kind that was meant says so in different ways. */
function heardChallengeRefused(state: PdState, frame: OsdpFrame, nowMs: number): PdStep {
  const reply = clearReply(frame);
  const reason = reply?.kind === "nak" ? reply.reason : nakCode.secureChannelUnsupported;
  const hasNoChannel =
    reason === nakCode.secureChannelUnsupported || reason === nakCode.unknownCommand;
  if (hasNoChannel || reason === nakCode.sequence) return heardClear(state, frame, nowMs);
  return refuseKey(state, { nowMs, reason: `the reader does not have the key (NAK ${reason})` });
}

/** Only a right MAC is believed. Cards and keys must be encrypted too. */
function heardSealed(state: PdState, channel: SecureChannel, context: Context): PdStep {
  const { heard, settings } = context;
  const { frame, nowMs } = heard;
  const type = frame.security?.type;
  if (type === undefined) return heardClear(state, frame, nowMs);
  if (type !== securityType.replyMac && type !== securityType.replyEncrypted) {
    const reason = "the reader left the secure channel";
    return lose(state, { nowMs, reason, symptom: "wrong-key" });
  }
  const opened = openReply(channel, frame);
  if (opened === undefined) {
    const reason = "an answer was not made with the session key";
    return lose(state, { nowMs, reason, symptom: "wrong-key" });
  }
  if (isPersonal(frame.code) && type === securityType.replyMac) {
    const reason = "the reader sends cards or keys without encryption";
    return lose(state, { nowMs, reason, symptom: "clear-text" });
  }
  const now = { ...state, link: { name: "online", channel: opened.channel } as const };
  const reply = decodeReply(frame.code, opened.data);
  if (reply === undefined) return heardUnreadable(now, heard, settings);
  if (reply.kind === "nak" && reply.reason === nakCode.sequence) {
    return heardRefusal(now, reply.reason, nowMs);
  }
  return accepted(now, reply, { nowMs, settings });
}

/** A device that must be secure said something in clear. Nothing of it is believed. */
function heardClear(state: PdState, frame: OsdpFrame, nowMs: number): PdStep {
  const reply = clearReply(frame);
  if (reply?.kind === "nak") return heardRefusal(state, reply.reason, nowMs);
  return lose(state, { nowMs, reason: "the reader talks in clear", symptom: "clear-text" });
}

/** The device does not take the question as it was sent; the conversation begins anew. */
function heardRefusal(state: PdState, reason: number, nowMs: number): PdStep {
  switch (reason) {
    case nakCode.sequence:
      return lose(state, { nowMs, reason: "the reader lost the sequence", symptom: "bad-frame" });
    case nakCode.secureChannelNeeded: {
      const words = "the reader demands a secure channel it does not have with us";
      return lose(state, { nowMs, reason: words, symptom: "wrong-key" });
    }
    default: {
      const words = `the reader refuses the secure channel (NAK ${reason})`;
      return lose(state, { nowMs, reason: words, symptom: "clear-text" });
    }
  }
}

interface Moment {
  readonly nowMs: number;
  readonly settings: PdSettings;
}

function wentOnline(
  state: PdState,
  channel: SecureChannel | undefined,
  { nowMs, settings }: Moment,
): PdStep {
  return {
    state: {
      ...answered(state),
      link: { name: "online", channel },
      greetings,
      refusedKeyCount: 0,
      failures: 0,
      dueMs: nowMs,
      statusDueMs: nowMs + settings.statusMs / 2,
      drainUntilMs: nowMs + drainMaxMs,
    },
    effects: [{ kind: "health", health: { state: "online" } }],
  };
}

/** The check of the packet was right, its content was not: it answers, and says nothing. */
function heardUnreadable(state: PdState, { nowMs }: Heard, settings: PdSettings): PdStep {
  const { state: next, effects } = accepted(state, { kind: "other" }, { nowMs, settings });
  return { state: next, effects: [{ kind: "symptom", symptom: "bad-frame" }, ...effects] };
}

function accepted(state: PdState, reply: OsdpReply, { nowMs, settings }: Moment): PdStep {
  const { asked, drainUntilMs } = state;
  const isOld = nowMs < drainUntilMs && (reply.kind === "card" || reply.kind === "keys");
  const effects: PdEffect[] = isOld ? [] : [{ kind: "reply", reply }];
  if (asked?.isOrder === true) {
    const outcome = reply.kind === "nak" ? "refused" : "acknowledged";
    effects.push({ kind: "order-ended", command: asked.command, outcome });
  }
  // Whoever had something to say may have more; after any other question a card may wait.
  const isPoll = asked?.command.kind === "poll";
  const isQuiet =
    isPoll && (reply.kind === "ack" || reply.kind === "nak" || reply.kind === "other");
  const isStatusDue = nowMs >= state.statusDueMs;
  const isWanted = state.greetings.length > 0 || state.orders.length > 0 || isStatusDue;
  const hasMore = !isQuiet || isWanted;
  const dueMs = nowMs + (hasMore ? 0 : settings.pollMs);
  const isDrained = reply.kind === "ack" && isPoll;
  return {
    state: { ...answered(state), dueMs, drainUntilMs: isDrained ? 0 : drainUntilMs },
    effects,
  };
}

/** Sequence numbers go 0, 1, 2, 3, 1, 2, 3 … */
function answered(state: PdState): PdState {
  return { ...state, asked: undefined, sequence: (state.sequence % 3) + 1 };
}
