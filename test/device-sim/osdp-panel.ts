// A small OSDP control panel for tests: asks, keeps sequence and secure channel, returns answers.

import { createCipheriv, createDecipheriv } from "node:crypto";
import type { OsdpHeard } from "../../device-sim/devices/osdp-frame.ts";
import { osdpBody, osdpFrame, scanOsdp, sealOsdp } from "../../device-sim/devices/osdp-frame.ts";
import { OsdpPeripheral } from "../../device-sim/devices/osdp-peripheral.ts";
import type { OsdpOptions } from "../../device-sim/devices/osdp-options.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { smallWorld } from "./rig.ts";

export const defaultKey = Buffer.from("303132333435363738393a3b3c3d3e3f", "hex");
export const ownKey = Buffer.from("00112233445566778899aabbccddeeff", "hex");
const panelRandom = Buffer.from("b0b1b2b3b4b5b6b7", "hex");

function cbc(key: Buffer, iv: Buffer, blocks: Buffer): Buffer {
  const cipher = createCipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

const zero: Buffer = Buffer.alloc(16);
const ecb = (key: Buffer, block: Buffer) => cbc(key, zero, block);
const inverted = (bytes: Buffer) => Buffer.from(bytes.map((byte) => ~byte & 0xff));

/** The panel's half of a secure channel. */
class PanelSession {
  readonly enc: Buffer;
  readonly mac1: Buffer;
  readonly mac2: Buffer;
  command: Buffer = zero;
  reply: Buffer = zero;

  constructor(key: Buffer) {
    const derive = (label: string) =>
      ecb(key, Buffer.concat([Buffer.from(label, "hex"), panelRandom.subarray(0, 6), zero], 16));
    this.enc = derive("0182");
    this.mac1 = derive("0101");
    this.mac2 = derive("0102");
  }

  mac(body: readonly number[], iv: Buffer): Buffer {
    const size = Math.ceil(body.length / 16) * 16;
    const whole = Buffer.concat([Buffer.from([...body, 0x80]), Buffer.alloc(15)], size);
    const head = cbc(this.mac1, iv, whole.subarray(0, -16));
    return cbc(this.mac2, head.length === 0 ? iv : head.subarray(-16), whole.subarray(-16));
  }
}

export interface Answer {
  readonly code: number;
  readonly data: readonly number[];
  readonly sequence: number;
  readonly address: number;
  readonly hasCrc: boolean;
  readonly block: number | undefined;
  /** Right MAC under the panel's session; undefined = it has none. */
  readonly isGenuine: boolean | undefined;
  readonly wire: readonly number[];
}

export class Panel {
  readonly scheduler = new VirtualScheduler();
  readonly stage = new Stage(
    { ...smallWorld(), switches: [{ name: "cover-a", isClosed: true }] },
    this.scheduler,
  );
  readonly line = new MemoryLine({ name: "osdp", baudRate: 9_600, scheduler: this.scheduler });
  readonly reader: OsdpPeripheral;
  sequence = 0;
  address: number;
  hasCrc = true;
  /** Data of secured orders; otherwise they travel in clear under a MAC. */
  encrypts = true;
  /** Sends a server cryptogram that is wrong in one bit. */
  isImpostor = false;
  session: PanelSession | undefined;
  #heard: number[] = [];

  constructor(options: Partial<OsdpOptions> = {}) {
    this.address = options.address ?? 1;
    this.line.far.onBytes((bytes) => this.#heard.push(...bytes));
    this.reader = this.add(options);
    this.stage.start();
  }

  /** One more reader on the same line. */
  add(options: Partial<OsdpOptions>): OsdpPeripheral {
    const { stage, line, scheduler } = this;
    return new OsdpPeripheral({ id: "reader-a", address: 1, stage, line, scheduler, ...options });
  }

  /** Writes bytes, lets the answer come, and returns all bytes heard meanwhile. */
  exchange(bytes: Uint8Array, withinMs = 180): readonly number[] {
    this.#heard = [];
    this.line.far.write(bytes);
    this.scheduler.advance((bytes.length * 10_000) / this.line.baudRate + withinMs);
    return this.#heard;
  }

  /** Asks in clear, or in the secure channel when there is one. */
  ask(code: number, data: readonly number[] = [], isClear = false): Answer | undefined {
    const { session } = this;
    const wire =
      session === undefined || isClear
        ? osdpFrame(this.#frame([code, ...data]))
        : this.#sealed(session, [code, ...data]);
    const answer = this.read(this.exchange(wire));
    this.sequence = (this.sequence % 3) + 1;
    return answer;
  }

  /** CHLNG and SCRYPT; returns whether both sides agreed. */
  secure(key: Buffer, keyFlag = 1): boolean {
    const session = new PanelSession(key);
    this.session = undefined;
    const challenge = this.#handshake(0x11, keyFlag, [0x76, ...panelRandom]);
    if (challenge?.code !== 0x76) return false;
    const random = Buffer.from(challenge.data.slice(8, 16));
    const expected = ecb(session.enc, Buffer.concat([panelRandom, random]));
    if (!expected.equals(Buffer.from(challenge.data.slice(16)))) return false;
    const server = ecb(session.enc, Buffer.concat([random, panelRandom]));
    if (this.isImpostor) server[0] = (server[0] ?? 0) ^ 1;
    const confirmed = this.#handshake(0x13, keyFlag, [0x77, ...server]);
    session.reply = ecb(session.mac2, ecb(session.mac1, server));
    if (!session.reply.equals(Buffer.from(confirmed?.data ?? []))) return false;
    this.session = session;
    return true;
  }

  /** Reads one answer and checks its MAC. */
  read(bytes: readonly number[]): Answer | undefined {
    const heard = scanOsdp(bytes).heard.find((one) => one.kind === "frame");
    if (heard?.kind !== "frame") return undefined;
    const { address, sequence, hasCrc, security, payload } = heard.frame;
    const head = { address, sequence, hasCrc, block: security?.type, wire: bytes };
    const isMaced = security !== undefined && security.type >= 0x15;
    const plain = isMaced ? this.#opened(heard) : { payload, isGenuine: undefined };
    const [code = 0, ...data] = plain.payload;
    return { ...head, code, data, isGenuine: plain.isGenuine };
  }

  #frame(payload: readonly number[]) {
    const { address, sequence, hasCrc } = this;
    return { address, isReply: false, sequence, hasCrc, payload };
  }

  #handshake(type: number, keyFlag: number, payload: readonly number[]): Answer | undefined {
    const security = { type, data: [keyFlag] };
    const answer = this.read(this.exchange(osdpFrame({ ...this.#frame(payload), security })));
    this.sequence = (this.sequence % 3) + 1;
    return answer;
  }

  #sealed(session: PanelSession, [code = 0, ...data]: readonly number[]): Uint8Array {
    const size = Math.ceil((data.length + 1) / 16) * 16;
    const padded = Buffer.concat([Buffer.from([...data, 0x80]), zero], size);
    const isEncrypted = this.encrypts && data.length > 0;
    const closed = isEncrypted ? cbc(session.enc, inverted(session.reply), padded) : data;
    const security = { type: isEncrypted ? 0x17 : 0x15, data: [] };
    const body = osdpBody({ ...this.#frame([code, ...closed]), security }, 4);
    session.command = session.mac(body, session.reply);
    return sealOsdp([...body, ...session.command.subarray(0, 4)], this.hasCrc);
  }

  #opened({ frame, body }: Extract<OsdpHeard, { kind: "frame" }>) {
    const { session } = this;
    const [code = 0, ...closed] = frame.payload.slice(0, -4);
    if (session === undefined) return { payload: [code], isGenuine: undefined };
    const mac = session.mac(body.slice(0, -4), session.command);
    const isGenuine = mac.subarray(0, 4).equals(Buffer.from(body.slice(-4)));
    if (!isGenuine) return { payload: [code], isGenuine };
    session.reply = mac;
    if (closed.length === 0) return { payload: [code], isGenuine };
    const iv = inverted(session.command);
    const decipher = createDecipheriv("aes-128-cbc", session.enc, iv).setAutoPadding(false);
    const plain = decipher.update(Buffer.from(closed));
    return { payload: [code, ...plain.subarray(0, plain.lastIndexOf(0x80))], isGenuine };
  }
}
