// A Waveshare Modbus RTU Relay (D): eight relays with a hardware flash, eight inputs for doors.

import type { Line } from "../lines/line.ts";
import type { Spot } from "../world/index.ts";
import { CoilBank } from "./coil-bank.ts";
import { HalfDuplex } from "./half-duplex.ts";
import {
  modbusExceptions,
  modbusFrame,
  modbusFrameMaxBytes,
  modbusFunctions,
  modbusRequest,
  modbusSilenceMs,
  packedBits,
  wordAt,
  type ModbusRequest,
} from "./modbus-frame.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** Factory setting: 9600 8N1. */
export const modbusBaudRate = 9_600;
export const modbusChannelCount = 8;

/** Coil numbers of the board. */
const everyRelay = 0x00ff;
const flashOn = 0x0200;
const flashOff = 0x0400;
/** Flash times count in units of this. */
export const modbusFlashUnitMs = 100;
const flashMaxUnits = 0x7fff;
/** Registers that say how an input and its relay belong together, one a channel. */
export const linkageRegister = 0x1000;
/** 0 = the relay obeys orders only, 1 = it follows its input. Others are not simulated. */
const linkageMax = 3;
const follows = 1;

const coilOn = 0xff00;
const coilOff = 0x0000;
const coilToggle = 0x5500;
const broadcast = 0;

export interface ModbusRelayOptions {
  readonly id: string;
  /** 1 to 247. */
  readonly address: number;
  /** Which compartment hangs on which relay; its door contact is on the input of that number. */
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** Linkage of all channels when the board is new; it is kept without power. Usually 0. */
  readonly linkage?: number;
}

/** What a request leads to: the data of its answer, or an exception code. */
type Answer = readonly number[] | { readonly exception: number };

/**
 * A frame is what lies between two silences; with a wrong CRC, or for another address, the board
 * stays silent. Writes to address 0 are obeyed by every board and answered by none. Without power
 * the relays are open; address, rate and linkage are kept.
 */
export class ModbusRelay {
  readonly #options: ModbusRelayOptions;
  readonly #coils: CoilBank;
  readonly #wire: HalfDuplex;
  readonly #stops: readonly (() => void)[];
  readonly #linkage: number[];
  #received: number[] = [];
  #endOfFrame: Cancel | undefined;

  constructor(options: ModbusRelayOptions) {
    this.#options = options;
    this.#linkage = Array.from({ length: modbusChannelCount }, () => options.linkage ?? 0);
    this.#wire = new HalfDuplex(options.line, options.scheduler);
    this.#coils = new CoilBank({ ...options, onDark: () => (this.#received = []) });
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      options.stage.onHappening(({ kind }) => {
        if (kind === "ContactChanged" || kind === "BoardPowered") this.#followInputs();
      }),
    ];
    this.#followInputs();
  }

  /** Bytes lost because the board was sending or without power. */
  get refusedBytes(): number {
    return this.#wire.lostBytes;
  }

  get replyCount(): number {
    return this.#wire.sentCount;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#endOfFrame?.();
    this.#coils.close();
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#coils.isPowered || this.#wire.isSending) {
      this.#wire.lose(bytes);
      return;
    }
    // One byte too many stays, so that an overlong frame is known as one when it ends.
    const room = modbusFrameMaxBytes + 1 - this.#received.length;
    this.#received.push(...bytes.subarray(0, room));
    this.#endOfFrame?.();
    const silenceMs = modbusSilenceMs(this.#options.line.baudRate);
    this.#endOfFrame = this.#coils.after(silenceMs, () => this.#endFrame());
  }

  #endFrame(): void {
    const bytes = this.#received;
    this.#received = [];
    if (bytes.length > modbusFrameMaxBytes) return;
    const request = modbusRequest(bytes);
    if (request === undefined) return;
    const { address } = this.#options;
    if (request.address !== address && request.address !== broadcast) return;
    const answer = this.#answer(request);
    if (request.address === broadcast) return;
    const pdu =
      "exception" in answer ? [request.fn | 0x80, answer.exception] : [request.fn, ...answer];
    this.#wire.send(modbusFrame(address, pdu));
  }

  #answer({ fn, data }: ModbusRequest): Answer {
    switch (fn) {
      case modbusFunctions.readCoils:
        return this.#readBits(data, (channel) => this.#coils.isDriven(channel));
      case modbusFunctions.readInputs:
        return this.#readBits(data, (channel) => this.#isContactClosed(channel));
      case modbusFunctions.readRegisters:
        return this.#readLinkage(data);
      case modbusFunctions.writeCoil:
        return this.#writeCoil(data);
      case modbusFunctions.writeRegister:
        return this.#writeLinkage(data.slice(0, 2), data.slice(2)) ?? data;
      case modbusFunctions.writeCoils:
        return this.#writeCoils(data);
      case modbusFunctions.writeRegisters:
        if (data[4] !== data.length - 5 || data[4] !== 2 * (wordAt(data, 2) ?? 0)) {
          return { exception: modbusExceptions.illegalValue };
        }
        return this.#writeLinkage(data.slice(0, 2), data.slice(5)) ?? data.slice(0, 4);
      default:
        return { exception: modbusExceptions.illegalFunction };
    }
  }

  #isContactClosed(channel: number): boolean {
    return this.#coils.at(channel)?.isContactClosed ?? false;
  }

  #readBits(data: readonly number[], bit: (channel: number) => boolean): Answer {
    const range = channelRange(data, 0);
    if ("exception" in range || data.length !== 4) return exceptionOf(range);
    const bytes = packedBits(range.channels.map(bit));
    return [bytes.length, ...bytes];
  }

  #readLinkage(data: readonly number[]): Answer {
    const range = channelRange(data, linkageRegister);
    if ("exception" in range || data.length !== 4) return exceptionOf(range);
    const words = range.channels.flatMap((channel) => [0, this.#linkage[channel] ?? 0]);
    return [words.length, ...words];
  }

  /** Undefined when it was done. */
  #writeLinkage(start: readonly number[], values: readonly number[]): Answer | undefined {
    const first = wordAt(start, 0) ?? 0;
    const words = Array.from({ length: values.length / 2 }, (_, at) => wordAt(values, 2 * at) ?? 0);
    const last = first + words.length - 1;
    if (first < linkageRegister || last >= linkageRegister + modbusChannelCount) {
      return { exception: modbusExceptions.illegalAddress };
    }
    if (words.length === 0 || words.some((word) => word > linkageMax)) {
      return { exception: modbusExceptions.illegalValue };
    }
    for (const [at, word] of words.entries()) this.#linkage[first - linkageRegister + at] = word;
    this.#followInputs();
    return undefined;
  }

  #writeCoil(data: readonly number[]): Answer {
    const coil = wordAt(data, 0);
    const value = wordAt(data, 2);
    if (coil === undefined || value === undefined || data.length !== 4) {
      return { exception: modbusExceptions.illegalValue };
    }
    const base = [flashOn, flashOff].find((one) => coil >= one && coil < one + modbusChannelCount);
    if (base !== undefined) return this.#flash(base, coil - base, value) ?? data;
    if (coil !== everyRelay && coil >= modbusChannelCount) {
      return { exception: modbusExceptions.illegalAddress };
    }
    if (value !== coilOn && value !== coilOff && value !== coilToggle) {
      return { exception: modbusExceptions.illegalValue };
    }
    for (const channel of coil === everyRelay ? everyChannel : [coil]) {
      const isDriven = this.#coils.isDriven(channel);
      this.#switch(channel, value === coilToggle ? !isDriven : value === coilOn);
    }
    return data;
  }

  /** On for a time, or off for a time and then on: undefined when it was done. */
  #flash(base: number, channel: number, units: number): Answer | undefined {
    if (units > flashMaxUnits) return { exception: modbusExceptions.illegalValue };
    const flashMs = units * modbusFlashUnitMs;
    if (base === flashOff) {
      this.#coils.release(channel);
      this.#coils.after(flashMs, () => this.#switch(channel, true));
    } else if (flashMs > 0) {
      this.#coils.ordered(channel);
      this.#coils.pulse(channel, flashMs);
    }
    return undefined;
  }

  #writeCoils(data: readonly number[]): Answer {
    const range = channelRange(data, 0);
    if ("exception" in range) return range;
    const { channels } = range;
    const byteCount = Math.ceil(channels.length / 8);
    if (data[4] !== byteCount || data.length !== 5 + byteCount) {
      return { exception: modbusExceptions.illegalValue };
    }
    for (const [at, channel] of channels.entries()) {
      this.#switch(channel, (((data[5 + (at >> 3)] ?? 0) >> (at & 7)) & 1) === 1);
    }
    return data.slice(0, 4);
  }

  #switch(channel: number, isOn: boolean): void {
    if (!isOn) {
      this.#coils.release(channel);
      return;
    }
    this.#coils.ordered(channel);
    this.#coils.hold(channel);
  }

  /** A linked relay is on while its input is: a shut door then burns its own lock. */
  #followInputs(): void {
    if (!this.#coils.isPowered) return;
    for (const [channel, mode] of this.#linkage.entries()) {
      if (mode !== follows || this.#coils.at(channel) === undefined) continue;
      if (this.#isContactClosed(channel)) this.#coils.hold(channel);
      else this.#coils.release(channel);
    }
  }
}

const everyChannel = Array.from({ length: modbusChannelCount }, (_, channel) => channel);

function exceptionOf(range: { readonly exception: number } | object): Answer {
  return "exception" in range ? range : { exception: modbusExceptions.illegalValue };
}

/** Channels that a first number and a count name, above a base. */
function channelRange(
  data: readonly number[],
  base: number,
): { readonly channels: readonly number[] } | { readonly exception: number } {
  const first = wordAt(data, 0);
  const count = wordAt(data, 2);
  if (first === undefined || count === undefined || count === 0) {
    return { exception: modbusExceptions.illegalValue };
  }
  if (first < base || first + count > base + modbusChannelCount) {
    return { exception: modbusExceptions.illegalAddress };
  }
  return { channels: Array.from({ length: count }, (_, at) => first - base + at) };
}
