// What an OSDP reader does, apart from its link: identity, capabilities, inputs, events, signals.

import { asciiBytes } from "@driftbox/proto";
import { osdpRawData, type OsdpCard } from "./osdp-card.ts";
import { OsdpSignals } from "./osdp-signals.ts";
import type { Scheduler } from "./scheduler.ts";

export const osdpCommands = {
  poll: 0x60,
  id: 0x61,
  capabilities: 0x62,
  localStatus: 0x64,
  inputStatus: 0x65,
  outputStatus: 0x66,
  output: 0x68,
  led: 0x69,
  buzzer: 0x6a,
  text: 0x6b,
  comset: 0x6e,
  keyset: 0x75,
  challenge: 0x76,
  serverCryptogram: 0x77,
  manufacturer: 0x80,
  abort: 0xa2,
} as const;

export const osdpReplies = {
  ack: 0x40,
  nak: 0x41,
  id: 0x45,
  capabilities: 0x46,
  localStatus: 0x48,
  inputStatus: 0x49,
  outputStatus: 0x4a,
  raw: 0x50,
  keypad: 0x53,
  com: 0x54,
  clientCryptogram: 0x76,
  firstMac: 0x78,
  busy: 0x79,
} as const;

export const osdpNaks = {
  check: 1,
  length: 2,
  unknownCommand: 3,
  sequence: 4,
  noSecureChannel: 5,
  secureChannelNeeded: 6,
} as const;

export interface OsdpAnswer {
  readonly code: number;
  readonly data: readonly number[];
}

export const osdpAck: OsdpAnswer = { code: osdpReplies.ack, data: [] };

export function osdpNak(reason: number): OsdpAnswer {
  return { code: osdpReplies.nak, data: [reason] };
}

export interface OsdpIdentity {
  /** 24 bits. */
  readonly vendor: number;
  readonly model: number;
  readonly version: number;
  /** 32 bits. */
  readonly serial: number;
  readonly firmware: readonly [number, number, number];
}

export const osdpDefaultIdentity: OsdpIdentity = {
  vendor: 0x5c2623,
  model: 1,
  version: 1,
  serial: 0x0001_e240,
  firmware: [1, 2, 3],
};

export interface OsdpFeatures {
  readonly ledCount: number;
  readonly inputCount: number;
  readonly outputCount: number;
  /** Supports the secure channel at all. */
  readonly isSecurable: boolean;
  /** Whether it says that it understands CRC-16. */
  readonly saysCrc: () => boolean;
  readonly frameMaxBytes: number;
}

/** Events kept until the control panel polls; a newer one is lost. */
const eventsMaxCount = 16;
/** Digits in one KEYPAD reply. */
const digitsMaxCount = 8;

export class OsdpFunctions {
  readonly signals: OsdpSignals;
  readonly #features: OsdpFeatures;
  readonly #inputs: boolean[];
  #identity: OsdpIdentity;
  #events: OsdpAnswer[] = [];
  #hasTamper = false;
  #hasPowerTrouble = false;

  constructor(scheduler: Scheduler, identity: OsdpIdentity, features: OsdpFeatures) {
    this.#identity = identity;
    this.#features = features;
    this.#inputs = Array.from({ length: features.inputCount }, () => false);
    const { ledCount: leds, outputCount: outputs } = features;
    this.signals = new OsdpSignals(scheduler, { leds, outputs });
  }

  get pendingEvents(): number {
    return this.#events.length;
  }

  get identity(): OsdpIdentity {
    return this.#identity;
  }

  set identity(identity: OsdpIdentity) {
    this.#identity = identity;
  }

  /** Without power: no events, no signals. Switches keep their position. */
  reset(): void {
    this.#events = [];
    this.signals.reset();
  }

  reportCard(card: OsdpCard): void {
    this.#push({ code: osdpReplies.raw, data: osdpRawData(0, card) });
  }

  /** Characters 0 to 9, `*` and `#`; others are no keys. */
  reportKeys(text: string): void {
    const keys = [...asciiBytes(text.replace(/[^0-9*#]/g, ""))].map(keyCode);
    for (let at = 0; at < keys.length; at += digitsMaxCount) {
      const digits = keys.slice(at, at + digitsMaxCount);
      this.#push({ code: osdpReplies.keypad, data: [0, digits.length, ...digits] });
    }
  }

  setTamper(isOn: boolean): void {
    if (this.#hasTamper === isOn) return;
    this.#hasTamper = isOn;
    this.#push(this.#localStatus());
  }

  setPowerTrouble(isOn: boolean): void {
    if (this.#hasPowerTrouble === isOn) return;
    this.#hasPowerTrouble = isOn;
    this.#push(this.#localStatus());
  }

  setInput(input: number, isActive: boolean): void {
    if (this.#inputs[input] === undefined || this.#inputs[input] === isActive) return;
    this.#inputs[input] = isActive;
    this.#push(this.#inputStatus());
  }

  /** Obeys one order that does not concern the link. */
  answer(code: number, data: readonly number[]): OsdpAnswer {
    const { signals } = this;
    switch (code) {
      case osdpCommands.poll:
        return withoutData(data, () => this.#events.shift() ?? osdpAck);
      case osdpCommands.id:
        return ofLength(data, 1, () => ({
          code: osdpReplies.id,
          data: identityData(this.identity),
        }));
      case osdpCommands.capabilities:
        return ofLength(data, 1, () => this.#capabilities());
      case osdpCommands.localStatus:
        return withoutData(data, () => this.#localStatus());
      case osdpCommands.inputStatus:
        return withoutData(data, () => this.#inputStatus());
      case osdpCommands.outputStatus:
        return withoutData(data, () => this.#outputStatus());
      case osdpCommands.output:
        return signals.obeyOutputs(data) ? this.#outputStatus() : osdpNak(osdpNaks.length);
      case osdpCommands.led:
        return signals.obeyLed(data) ? osdpAck : osdpNak(osdpNaks.length);
      case osdpCommands.buzzer:
        return signals.obeyBuzzer(data) ? osdpAck : osdpNak(osdpNaks.length);
      case osdpCommands.text:
        return signals.obeyText(data) ? osdpAck : osdpNak(osdpNaks.length);
      case osdpCommands.abort:
        return withoutData(data, () => osdpAck);
      default:
        return osdpNak(osdpNaks.unknownCommand);
    }
  }

  #push(event: OsdpAnswer): void {
    if (this.#events.length < eventsMaxCount) this.#events.push(event);
  }

  #localStatus(): OsdpAnswer {
    const data = [Number(this.#hasTamper), Number(this.#hasPowerTrouble)];
    return { code: osdpReplies.localStatus, data };
  }

  #inputStatus(): OsdpAnswer {
    return { code: osdpReplies.inputStatus, data: this.#inputs.map(Number) };
  }

  #outputStatus(): OsdpAnswer {
    return { code: osdpReplies.outputStatus, data: this.signals.outputs.map(Number) };
  }

  /** Triples: function, compliance level, number of items. */
  #capabilities(): OsdpAnswer {
    const { ledCount, inputCount, outputCount, isSecurable, saysCrc, frameMaxBytes } =
      this.#features;
    const size = [frameMaxBytes & 0xff, frameMaxBytes >> 8];
    const triples = [
      [1, 1, inputCount],
      [2, 2, outputCount],
      [3, 1, 1],
      [4, 4, ledCount],
      [5, 2, 1],
      [6, 1, 1],
      [8, Number(saysCrc()), 0],
      [9, Number(isSecurable), Number(isSecurable)],
      [10, ...size],
      [11, ...size],
      [13, 0, 1],
      [16, 2, 0],
    ];
    return { code: osdpReplies.capabilities, data: triples.flat() };
  }
}

/** Vendor, most significant byte first as printed; serial number least significant byte first. */
export function identityData(identity: OsdpIdentity): readonly number[] {
  const { vendor, model, version, serial, firmware } = identity;
  const printed = [(vendor >> 16) & 0xff, (vendor >> 8) & 0xff, vendor & 0xff];
  const counted = [serial & 0xff, (serial >> 8) & 0xff, (serial >> 16) & 0xff, serial >>> 24];
  return [...printed, model, version, ...counted, ...firmware];
}

/** `#` is carriage return on the wire and `*` delete. */
function keyCode(character: number): number {
  if (character === 0x23) return 0x0d;
  return character === 0x2a ? 0x7f : character;
}

function withoutData(data: readonly number[], answer: () => OsdpAnswer): OsdpAnswer {
  return ofLength(data, 0, answer);
}

function ofLength(data: readonly number[], length: number, answer: () => OsdpAnswer): OsdpAnswer {
  return data.length === length ? answer() : osdpNak(osdpNaks.length);
}
