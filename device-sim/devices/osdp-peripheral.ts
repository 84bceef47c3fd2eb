// An OSDP 2.x reader on a shared RS-485 line: answers its control panel, and breaks as told.

import { FrameGap } from "./frame-gap.ts";
import { osdpCardOf } from "./osdp-card.ts";
import { OsdpChannel } from "./osdp-channel.ts";
import {
  osdpBody,
  osdpBroadcast,
  osdpFrame,
  osdpFrameMaxBytes,
  scanOsdp,
  sealOsdp,
  withOsdpMark,
  type OsdpFrame,
  type OsdpHeard,
} from "./osdp-frame.ts";
import {
  osdpCommands,
  osdpDefaultIdentity,
  OsdpFunctions,
  osdpNak,
  osdpNaks,
  osdpReplies,
  type OsdpAnswer,
  type OsdpIdentity,
} from "./osdp-functions.ts";
import { osdpReplyMaxMs, type OsdpFlaw, type OsdpOptions } from "./osdp-options.ts";
import { osdpMacBytes, type OsdpSession } from "./osdp-session.ts";
import { showInWorld, type OsdpSignals } from "./osdp-signals.ts";
import type { Cancel } from "./scheduler.ts";

/** Factory setting of most readers. */
export const osdpBaudRate = 9_600;
/** Speeds that COMSET can order. */
const osdpBaudRates: readonly number[] = [9_600, 19_200, 38_400, 57_600, 115_200, 230_400];
/** A frame that stops in its middle is forgotten after this. */
const frameGapMaxMs = 20;
/** Without a frame for this long the reader is offline: sequence and session are gone. */
const offlineAfterMs = 8_000;

/** Delay of the flaw `answers-late`. */
const lateMs = osdpReplyMaxMs + 150;

const clearCommands: ReadonlySet<number> = new Set([osdpCommands.id, osdpCommands.capabilities]);

/** Speaks only when asked at its own address. Half duplex: hears nothing while it sends. */
export class OsdpPeripheral {
  readonly #options: OsdpOptions;
  readonly #functions: OsdpFunctions;
  readonly #channel: OsdpChannel;
  readonly #gap: FrameGap;
  readonly #identity: OsdpIdentity;
  readonly #flaws: Set<OsdpFlaw>;
  readonly #stops: (() => void)[];
  readonly #rereads = new Map<string, Cancel>();
  readonly #recorded = new Map<number, { readonly wire: Uint8Array; readonly isCard: boolean }>();
  #address: number;
  /** By COMSET, in force once its answer left. */
  #ordered: { readonly address: number; readonly baudRate: number } | undefined;
  #received: readonly number[] = [];
  #heardAtMs = -offlineAfterMs;
  #sendingUntilMs = 0;
  #last: { readonly sequence: number; readonly wire: Uint8Array } | undefined;
  #pending: Cancel | undefined;
  #refusedBytes = 0;
  #replyCount = 0;

  constructor(options: OsdpOptions) {
    this.#options = options;
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    this.#address = options.address;
    this.#flaws = new Set(options.flaws);
    this.#identity = { ...osdpDefaultIdentity, ...options.identity };
    const { key, isInstallMode = false, seed = options.address } = options;
    this.#channel = new OsdpChannel({ key, isInstallMode, seed });
    this.#functions = new OsdpFunctions(options.scheduler, this.#identity, {
      ledCount: options.ledCount ?? 1,
      inputCount: options.inputCount ?? 1,
      outputCount: options.outputCount ?? 0,
      isSecurable: this.#channel.isSecurable && !this.#flaws.has("claims-no-security"),
      hasCrc: !this.#flaws.has("checksum-only"),
      frameMaxBytes: osdpFrameMaxBytes,
    });
    for (const flaw of this.#flaws) this.setFlaw(flaw, true);
    showInWorld(this.#functions.signals, options.stage, options.id);
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      options.stage.onHappening((happening) => {
        if (happening.kind === "BoardWentDark" && happening.board === options.id) this.#reset();
        if (happening.kind === "TransponderArrived" && happening.reader === options.id) {
          this.#read(happening.number);
        }
        if (happening.kind === "TransponderLeft" && happening.reader === options.id) {
          this.#forget(happening.number);
        }
        if (happening.kind === "SwitchChanged" && happening.name === options.tamperSwitch) {
          this.setTamper(!happening.isClosed);
        }
      }),
    ];
  }

  /** LED, buzzer, text and outputs, with `onChange`. */
  get signals(): OsdpSignals {
    return this.#functions.signals;
  }

  /** Changed by COMSET. */
  get address(): number {
    return this.#address;
  }

  get isSecured(): boolean {
    return this.#channel.session !== undefined;
  }

  get isInstallMode(): boolean {
    return this.#channel.isInstallMode;
  }

  /** Whether a control panel asked within the last eight seconds. */
  get isOnline(): boolean {
    return this.#options.scheduler.nowMs() - this.#heardAtMs < offlineAfterMs;
  }

  /** Events that wait for a poll. */
  get pendingEvents(): number {
    return this.#functions.pendingEvents;
  }

  /** Bytes lost because the reader was sending or without power. */
  get refusedBytes(): number {
    return this.#refusedBytes;
  }

  /** Answers sent, NAK and BUSY included. */
  get replyCount(): number {
    return this.#replyCount;
  }

  pressKeys(text: string): void {
    if (this.#isPowered) this.#functions.reportKeys(text);
  }

  setTamper(isOn: boolean): void {
    this.#functions.setTamper(isOn);
  }

  setPowerTrouble(isOn: boolean): void {
    this.#functions.setPowerTrouble(isOn);
  }

  setInput(input: number, isActive: boolean): void {
    this.#functions.setInput(input, isActive);
  }

  setFlaw(flaw: OsdpFlaw, isOn: boolean): void {
    if (isOn) this.#flaws.add(flaw);
    else this.#flaws.delete(flaw);
    if (flaw === "wrong-key") this.#channel.setWrongKey(isOn);
    if (flaw === "swaps-serial") {
      const serial = isOn ? (this.#identity.serial ^ 0x5555) >>> 0 : this.#identity.serial;
      this.#functions.identity = { ...this.#identity, serial };
    }
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#reset();
    for (const cancel of this.#rereads.values()) cancel();
    this.#rereads.clear();
    this.signals.close();
  }

  get #isPowered(): boolean {
    return !this.#options.stage.world.darkBoards.includes(this.#options.id);
  }

  #reset(): void {
    this.#pending?.();
    this.#pending = undefined;
    this.#received = [];
    this.#functions.reset();
    this.#restartLink();
  }

  #restartLink(): void {
    this.#channel.drop();
    this.#last = undefined;
    if (!this.#flaws.has("replays-old")) this.#recorded.clear();
  }

  #read(number: string): void {
    const { wallet, cardFormat = "wiegand-26", rereadMs, scheduler } = this.#options;
    const card = wallet?.get(number) ?? osdpCardOf(number, cardFormat);
    const isHeard = this.isOnline || this.#options.keepsOfflineReads === true;
    if (card !== undefined && isHeard && this.#isPowered) this.#functions.reportCard(card);
    if (rereadMs === undefined) return;
    this.#rereads.set(
      number,
      scheduler.after(rereadMs, () => this.#read(number)),
    );
  }

  #forget(number: string): void {
    this.#rereads.get(number)?.();
    this.#rereads.delete(number);
  }

  #receive(bytes: Uint8Array): void {
    const nowMs = this.#options.scheduler.nowMs();
    if (!this.#isPowered || nowMs < this.#sendingUntilMs) {
      this.#refusedBytes += bytes.length;
      return;
    }
    const kept = this.#gap.isOver ? [] : this.#received;
    const { heard, rest } = scanOsdp([...kept, ...bytes]);
    this.#received = rest;
    this.#gap.heard(rest.length > 0);
    for (const one of heard) this.#hear(one);
  }

  #hear(heard: OsdpHeard): void {
    const head = heard.kind === "frame" ? heard.frame : heard;
    if (head.isReply) return;
    if (head.address !== this.#address && head.address !== osdpBroadcast) return;
    if (heard.kind === "damaged") {
      if (head.address !== this.#address) return;
      this.#send(this.#clearFrame({ ...heard, payload: [] }, osdpNak(osdpNaks.check)));
      return;
    }
    if (!this.isOnline) this.#restartLink();
    this.#heardAtMs = this.#options.scheduler.nowMs();
    this.#obey(heard.frame, heard.body);
  }

  #obey(order: OsdpFrame, body: readonly number[]): void {
    if (this.#flaws.has("busy")) {
      const busy = { code: osdpReplies.busy, data: [] };
      // BUSY always has sequence 0 and is always in clear: the order is to be asked again.
      this.#send(this.#clearFrame({ ...order, sequence: 0 }, busy));
      return;
    }
    const { sequence } = order;
    if (sequence === 0) this.#restartLink();
    else if (sequence === this.#last?.sequence) return this.#send(this.#last.wire);
    else if (this.#last === undefined || sequence !== (this.#last.sequence % 3) + 1) {
      return this.#send(this.#clearFrame(order, osdpNak(osdpNaks.sequence)));
    }
    const wire = this.#replayed(sequence, this.#answered(order, body));
    this.#last = { sequence, wire };
    this.#send(wire);
  }

  /** The wire bytes of the answer to one fresh order. */
  #answered(order: OsdpFrame, body: readonly number[]): Uint8Array {
    const { session } = this.#channel;
    const type = order.security?.type;
    if (order.security === undefined) return this.#inClear(order);
    if (this.#flaws.has("claims-no-security") || !this.#channel.isSecurable) {
      return this.#clearFrame(order, osdpNak(osdpNaks.noSecureChannel));
    }
    if (type === 0x11 || type === 0x13) return this.#handshake(order);
    if (session === undefined || (type !== 0x15 && type !== 0x17)) {
      return this.#clearFrame(order, osdpNak(osdpNaks.secureChannelNeeded));
    }
    return this.#secured(order, body, session);
  }

  #inClear(order: OsdpFrame): Uint8Array {
    const [code = 0, ...data] = order.payload;
    const isHandshake = code === osdpCommands.challenge || code === osdpCommands.serverCryptogram;
    const isDenied = this.#options.isSecureOnly === true && !clearCommands.has(code);
    if (this.isSecured || isHandshake || (isDenied && !this.#flaws.has("claims-no-security"))) {
      this.#channel.drop();
      return this.#clearFrame(order, osdpNak(osdpNaks.secureChannelNeeded));
    }
    return this.#clearFrame(order, this.#do(code, data));
  }

  #handshake(order: OsdpFrame): Uint8Array {
    const [code = 0, ...data] = order.payload;
    const block = order.security;
    const isChallenge = block?.type === 0x11 && code === osdpCommands.challenge;
    const isConfirmation = block?.type === 0x13 && code === osdpCommands.serverCryptogram;
    if (block === undefined || !(isChallenge || isConfirmation)) {
      return this.#clearFrame(order, osdpNak(osdpNaks.secureChannelNeeded));
    }
    const { answer, block: security } = isChallenge
      ? this.#channel.challenge(block, data, this.#functions.identity)
      : this.#channel.confirm(data);
    return this.#framed(order, answer, security);
  }

  #secured(order: OsdpFrame, body: readonly number[], session: OsdpSession): Uint8Array {
    const mac = order.payload.slice(-osdpMacBytes);
    const [code = 0, ...closed] = order.payload.slice(0, -osdpMacBytes);
    const isEncrypted = order.security?.type === 0x17;
    const data = isEncrypted ? session.openCommand(closed) : closed;
    const isGenuine = session.acceptCommand(body.slice(0, -osdpMacBytes), mac);
    if (!isGenuine || data === undefined) {
      this.#channel.drop();
      return this.#clearFrame(order, osdpNak(osdpNaks.secureChannelNeeded));
    }
    const answer = this.#do(code, data);
    if (this.#flaws.has("clear-replies")) return this.#clearFrame(order, answer);
    const isCard = answer.code === osdpReplies.raw;
    const wire = this.#signed(order, answer, session);
    const known = this.#recorded.get(order.sequence);
    if (known?.isCard !== true && !this.#flaws.has("replays-old")) {
      this.#recorded.set(order.sequence, { wire, isCard });
    }
    return wire;
  }

  #signed(order: OsdpFrame, { code, data }: OsdpAnswer, session: OsdpSession): Uint8Array {
    const hasData = data.length > 0;
    const frame = {
      ...this.#head(order),
      security: { type: hasData ? 0x18 : 0x16, data: [] },
      payload: [code, ...(hasData ? session.closeReply(data) : [])],
    };
    const body = osdpBody(frame, osdpMacBytes);
    return sealOsdp([...body, ...session.signReply(body)], frame.hasCrc);
  }

  #replayed(sequence: number, wire: Uint8Array): Uint8Array {
    if (!this.#flaws.has("replays-old")) return wire;
    return this.#recorded.get(sequence)?.wire ?? wire;
  }

  #do(code: number, data: readonly number[]): OsdpAnswer {
    if (code === osdpCommands.keyset) return this.#channel.setKey(data);
    if (code === osdpCommands.comset) return this.#comset(data);
    return this.#functions.answer(code, data);
  }

  /** The reader says what it will use: the order's address and speed where they are possible. */
  #comset(data: readonly number[]): OsdpAnswer {
    if (data.length !== 5) return osdpNak(osdpNaks.length);
    const [wanted = 0, ...speed] = data;
    const wantedRate = speed.reduceRight((rate, byte) => rate * 256 + byte, 0);
    const address = wanted < osdpBroadcast ? wanted : this.#address;
    const { line } = this.#options;
    const baudRate = osdpBaudRates.includes(wantedRate) ? wantedRate : line.baudRate;
    this.#ordered = { address, baudRate };
    const spoken = [0, 8, 16, 24].map((shift) => (baudRate >>> shift) & 0xff);
    return { code: osdpReplies.com, data: [address, ...spoken] };
  }

  #head(order: OsdpFrame): Omit<OsdpFrame, "payload"> {
    return {
      address: order.address,
      isReply: true,
      sequence: order.sequence,
      hasCrc: order.hasCrc && !this.#flaws.has("checksum-only"),
    };
  }

  #clearFrame(order: OsdpFrame, answer: OsdpAnswer): Uint8Array {
    return this.#framed(order, answer, undefined);
  }

  #framed(order: OsdpFrame, answer: OsdpAnswer, security: OsdpFrame["security"]): Uint8Array {
    const payload = [answer.code, ...answer.data];
    return osdpFrame({ ...this.#head(order), security, payload });
  }

  #send(wire: Uint8Array): void {
    const { line, scheduler, replyDelayMs = 3, sendsMark = false } = this.#options;
    const bytes = sendsMark ? withOsdpMark(wire) : wire;
    this.#pending?.();
    const delayMs = this.#flaws.has("answers-late") ? lateMs : replyDelayMs;
    this.#pending = scheduler.after(delayMs, () => {
      const sendingMs = (bytes.length * 10_000) / line.baudRate;
      this.#sendingUntilMs = scheduler.nowMs() + sendingMs;
      this.#replyCount += 1;
      line.send(bytes);
      this.#pending = scheduler.after(sendingMs, () => this.#settle());
    });
  }

  /** After the last byte of an answer: what COMSET ordered is in force. */
  #settle(): void {
    this.#pending = undefined;
    if (this.#ordered === undefined) return;
    const { address, baudRate } = this.#ordered;
    this.#ordered = undefined;
    this.#address = address;
    if (baudRate !== this.#options.line.baudRate) this.#options.line.setBaudRate(baudRate);
  }
}
