// What an OSDP device is asked when it is its turn on the line.
import { encodeCommand, type OsdpCommand } from "./osdp-command.ts";
import { encodeFrame, securityType, type SecurityBlock } from "./osdp-frame.ts";
import type { PdLink, PdSettings, PdState, PdStep } from "./pd-state.ts";
import { sealCommand } from "./secure-channel.ts";

interface Turn {
  readonly nowMs: number;
  /** 8 fresh random bytes; used only to begin a secure channel. */
  readonly randomA: Uint8Array;
}

interface Question {
  readonly command: OsdpCommand;
  readonly state: PdState;
  readonly isOrder?: boolean;
}

/** Sends the open question again as it was, or the next one. */
export function ask(before: PdState, turn: Turn, settings: PdSettings): PdStep {
  const { asked } = before;
  if (asked !== undefined) {
    const again = { ...asked, sentCount: asked.sentCount + 1 };
    return { state: { ...before, asked: again }, effects: [{ kind: "send", bytes: asked.bytes }] };
  }
  const { command, state, isOrder = false } = questionOf(before, turn, settings);
  const { bytes, link } = framed(state, command, settings);
  const { sequence } = state;
  const sent = { command, bytes, sequence, sentCount: 1, busySinceMs: undefined, isOrder };
  return { state: { ...state, link, asked: sent }, effects: [{ kind: "send", bytes }] };
}

function questionOf(state: PdState, turn: Turn, settings: PdSettings): Question {
  const { link, greetings, orders } = state;
  switch (link.name) {
    case "closed":
    case "down":
    case "identifying":
      return { command: { kind: "id" }, state: { ...state, link: { name: "identifying" } } };
    case "challenging": {
      const { randomA } = turn;
      const challenged = { ...state, link: { name: "challenging", randomA } as const };
      return { command: { kind: "challenge", randomA }, state: challenged };
    }
    case "proving": {
      const { serverCryptogram: cryptogram } = link.handshake;
      return { command: { kind: "server-cryptogram", cryptogram }, state };
    }
    case "online":
      break;
  }
  const [order, ...laterOrders] = orders;
  if (order !== undefined) {
    return { command: order, state: { ...state, orders: laterOrders }, isOrder: true };
  }
  const [greeting, ...laterGreetings] = greetings;
  if (greeting !== undefined) {
    return { command: greeting, state: { ...state, greetings: laterGreetings } };
  }
  if (turn.nowMs < state.statusDueMs) return { command: { kind: "poll" }, state };
  const statusDueMs = turn.nowMs + settings.statusMs / 2;
  // In turns, so that a card never waits for both. The identity is asked again too: a device may be
  // exchanged within one time-out.
  const kind = state.lastStatus === "id" ? "local-status" : "id";
  return { command: { kind }, state: { ...state, statusDueMs, lastStatus: kind } };
}

function framed(
  state: PdState,
  command: OsdpCommand,
  settings: PdSettings,
): { readonly bytes: Uint8Array; readonly link: PdLink } {
  const { link, sequence, hasCrc } = state;
  const { address } = settings;
  const packet = { address, isReply: false, sequence, hasCrc, ...encodeCommand(command) };
  if (link.name === "online" && link.channel !== undefined) {
    const { bytes, channel } = sealCommand(link.channel, packet);
    return { bytes, link: { name: "online", channel } };
  }
  const security = handshakeBlock(state);
  return { bytes: encodeFrame(security === undefined ? packet : { ...packet, security }), link };
}

/** Tells the device which of its keys is meant: the published one or its own. */
function handshakeBlock({ link, keys, keyAt }: PdState): SecurityBlock | undefined {
  if (link.name !== "challenging" && link.name !== "proving") return undefined;
  const isChallenge = link.name === "challenging";
  const type = isChallenge ? securityType.challenge : securityType.serverCryptogram;
  return { type, data: Uint8Array.of(keys[keyAt]?.isDefault === true ? 0 : 1) };
}
