// Refuses MQTT frames that aedes 1.2 and mqtt-packet 9 let pass: too large, ill-formed, bad text.
// The only file that touches their private fields; its tests see an upgrade that breaks it.

import type { Client } from "aedes";

export interface FrameLimits {
  /** Remaining length of a frame before CONNACK. */
  readonly connectMaxBytes: number;
  /** Remaining length of a frame after CONNACK. */
  readonly frameMaxBytes: number;
}

/** What mqtt-packet holds while it parses one frame. */
interface ParsedFrame {
  readonly cmd: string;
  readonly length: number;
  readonly qos: number;
  readonly dup: boolean;
  readonly messageId?: number;
  readonly topic?: string;
  readonly payload?: Uint8Array;
  readonly protocolId?: string;
  readonly protocolVersion?: number;
  readonly clientId?: string;
  readonly username?: string;
  readonly password?: Uint8Array;
  readonly will?: { readonly topic: string; readonly qos: number };
  readonly subscriptions?: readonly { readonly topic: string }[];
  readonly unsubscriptions?: readonly string[];
}

interface FrameParser {
  packet: ParsedFrame;
  /** Bytes of the frame that were understood. */
  _pos: number;
  _parseLength(): boolean;
  _newPacket(): boolean;
  _emitError(error: Error): boolean;
  prependListener(event: "error", listener: (error: Error) => void): unknown;
}

interface GuardedClient {
  readonly _parser: FrameParser;
  readonly connackSent: boolean;
  readonly conn: { write(bytes: Uint8Array): unknown };
}

/** CONNACK with return code 1: unacceptable protocol version (MQTT 3.1.1, 3.1.2-2). */
const refusedVersion = Uint8Array.of(0x20, 2, 0, 1);
const invalidVersion = "Invalid protocol version";

/**
 * Puts the guard on a client that `Aedes.handle` just returned. A refused frame ends the
 * connection with an error event; nothing of it reaches aedes.
 */
export function guard(client: Client, limits: FrameLimits): void {
  const guarded = client as unknown as GuardedClient;
  const parser = guarded._parser;
  const parseLength = parser._parseLength.bind(parser);
  const newPacket = parser._newPacket.bind(parser);
  parser.prependListener("error", (error) => {
    if (error.message === invalidVersion && !guarded.connackSent)
      guarded.conn.write(refusedVersion);
  });
  parser._parseLength = () => {
    if (!parseLength()) return false;
    const most = guarded.connackSent ? limits.frameMaxBytes : limits.connectMaxBytes;
    if (parser.packet.length <= most) return true;
    parser._emitError(new Error(`frame of ${parser.packet.length} bytes, at most ${most}`));
    return false;
  };
  parser._newPacket = () => {
    const defect = frameDefect(parser.packet, parser._pos);
    if (defect === undefined) return newPacket();
    parser._emitError(new Error(defect));
    return false;
  };
}

/** What is wrong with a parsed frame; clause numbers are of MQTT 3.1.1. */
export function frameDefect(frame: ParsedFrame, understoodBytes: number): string | undefined {
  switch (frame.cmd) {
    case "connect":
      return connectDefect(frame, understoodBytes);
    case "publish":
      return publishDefect(frame);
    case "subscribe":
      return filtersDefect(
        frame,
        frame.subscriptions?.map((each) => each.topic),
      );
    case "unsubscribe":
      return filtersDefect(frame, frame.unsubscriptions);
    case "puback":
    case "pubrec":
    case "pubrel":
    case "pubcomp":
      if (frame.length !== 2) return "acknowledgement of another length than 2";
      return hasPacketId(frame) ? undefined : "acknowledgement of packet id 0";
    case "pingreq":
    case "disconnect":
      return frame.length === 0 ? undefined : "bytes after an empty packet";
    default:
      return undefined;
  }
}

function connectDefect(frame: ParsedFrame, understoodBytes: number): string | undefined {
  if (frame.protocolId === "MQTT" && (frame.protocolVersion ?? 0) < 4) return invalidVersion;
  // 3.1.2-18 to -22: a field without its flag shows as bytes nobody understood.
  if (understoodBytes !== frame.length) return "bytes after the CONNECT fields";
  if (frame.password !== undefined && frame.username === undefined) {
    return "password without a user name";
  }
  const { will } = frame;
  if (will !== undefined && (will.qos > 2 || !isTopicName(will.topic))) return "ill-formed will";
  const texts = [frame.clientId ?? "", frame.username ?? ""];
  return texts.every(isText) ? undefined : "forbidden character in an identifier";
}

function publishDefect(frame: ParsedFrame): string | undefined {
  if (frame.qos === 0 && frame.dup) return "DUP with QoS 0";
  if (frame.qos > 0 && !hasPacketId(frame)) return "PUBLISH with packet id 0";
  return isText(frame.topic ?? "") ? undefined : "forbidden character in a topic";
}

function filtersDefect(
  frame: ParsedFrame,
  filters: readonly string[] | undefined,
): string | undefined {
  if (!hasPacketId(frame)) return `${frame.cmd} with packet id 0`;
  if (filters === undefined || filters.length === 0) return `${frame.cmd} without a filter`;
  return filters.every(isTopicFilter) ? undefined : `${frame.cmd} with an ill-formed filter`;
}

function hasPacketId(frame: ParsedFrame): boolean {
  return (frame.messageId ?? 0) > 0;
}

/**
 * Controls, U+FFFD and non-characters are refused. U+FFFD is what ill-formed UTF-8 was decoded to,
 * encoded surrogates among it (1.5.3-1, -2); with the `u` flag a legal U+2A6D4 is one character.
 */
const forbidden = /[\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffd}\p{Noncharacter_Code_Point}]/u;

function isText(text: string): boolean {
  return !forbidden.test(text);
}

function isTopicName(topic: string): boolean {
  return topic !== "" && isText(topic) && !topic.includes("+") && !topic.includes("#");
}

/** 4.7.1-2, -3: a wildcard fills its level, and `#` is the last one. */
function isTopicFilter(filter: string): boolean {
  if (filter === "" || !isText(filter)) return false;
  const levels = filter.split("/");
  return levels.every((level, i) => {
    if (level === "+") return true;
    if (level === "#") return i === levels.length - 1;
    return !level.includes("+") && !level.includes("#");
  });
}
