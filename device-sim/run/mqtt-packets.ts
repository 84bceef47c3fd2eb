// Splits the bytes of an MQTT 3.1.1 connection into its packets, written from the specification.

/** Types of MQTT 3.1.1 section 2.2.1 that are looked into here. */
export const packetTypes = { publish: 3, puback: 4 } as const;

export interface Packet {
  readonly type: number;
  /** Lower four bits of the first byte. */
  readonly flags: number;
  /** The whole packet as received. */
  readonly bytes: Uint8Array;
  /** What follows the fixed header. */
  readonly body: Uint8Array;
}

const lengthMaxBytes = 4;

/** Keeps what is unfinished between chunks of one direction of one connection. */
export class PacketSplitter {
  #rest: Uint8Array = new Uint8Array();

  push(chunk: Uint8Array): Packet[] {
    const bytes = Buffer.concat([this.#rest, chunk]);
    const packets: Packet[] = [];
    let at = 0;
    for (;;) {
      const packet = packetAt(bytes.subarray(at));
      if (packet === undefined) break;
      packets.push(packet);
      at += packet.bytes.length;
    }
    this.#rest = bytes.subarray(at);
    return packets;
  }
}

/** Undefined while the packet is unfinished. Throws on a length of more than four bytes. */
function packetAt(bytes: Uint8Array): Packet | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  let length = 0;
  for (let index = 0; index < lengthMaxBytes; index += 1) {
    const byte = bytes[1 + index];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) << (7 * index);
    if (byte >= 0x80) continue;
    const start = 2 + index;
    if (bytes.length < start + length) return undefined;
    const whole = bytes.slice(0, start + length);
    return { type: first >> 4, flags: first & 15, bytes: whole, body: whole.subarray(start) };
  }
  throw new Error("an MQTT packet announces its length in more than four bytes");
}

export interface Publish {
  readonly topic: string;
  /** Last level of the topic: events, hello, receipt, … */
  readonly word: string;
  /** Undefined at QoS 0. */
  readonly packetId: number | undefined;
  readonly payload: Uint8Array;
}

export function publishOf(packet: Packet): Publish | undefined {
  if (packet.type !== packetTypes.publish) return undefined;
  const body = Buffer.from(packet.body);
  const topicEnd = 2 + body.readUInt16BE(0);
  const topic = body.toString("utf8", 2, topicEnd);
  const word = topic.slice(topic.lastIndexOf("/") + 1);
  const hasId = (packet.flags & 0b0110) !== 0;
  const packetId = hasId ? body.readUInt16BE(topicEnd) : undefined;
  return { topic, word, packetId, payload: body.subarray(topicEnd + (hasId ? 2 : 0)) };
}

/** Packet id of a PUBACK. */
export function acknowledgedId(packet: Packet): number | undefined {
  if (packet.type !== packetTypes.puback) return undefined;
  return Buffer.from(packet.body).readUInt16BE(0);
}

/** A whole packet of QoS 0: it has no id, so it fits between any two others. */
export function publishPacket(topic: string, payload: Uint8Array): Uint8Array {
  const name = Buffer.from(topic, "utf8");
  const body = Buffer.concat([Buffer.from([name.length >> 8, name.length & 0xff]), name, payload]);
  const length: number[] = [];
  for (let rest = body.length; ; rest >>= 7) {
    length.push(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
    if (rest < 0x80) break;
  }
  return Buffer.concat([Buffer.from([packetTypes.publish << 4, ...length]), body]);
}
