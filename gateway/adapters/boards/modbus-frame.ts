// Modbus RTU as a relay board with hardware pulses speaks it: questions, and how answers look.
import type { FrameRule } from "../serial/frame-reader.ts";

// Address, function, data, CRC-16 low byte first. Source: Modbus over serial line V1.02, and the
// Waveshare "Modbus RTU Relay (D)" protocol for the addresses.
const code = { readCoils: 0x01, readInputs: 0x02, readRegisters: 0x03, writeCoil: 0x05 };
const exceptionBit = 0x80;
const exceptionBytes = 5;
const headAndCrcBytes = 5;
const crcBytes = 2;

/** Writing here with a number of tenths of a second energizes coil n for that time, by hardware. */
const flashOnStart = 0x02_00;
const allCoils = 0x00_ff;
/** One register a channel: 0 = the relay obeys the bus alone, else its input drives it. */
const linkageStart = 0x10_00;

export const modbusChannelMaxCount = 32;
export const modbusAddressMax = 247;
/** The board counts its pulses in these steps. */
export const modbusPulseStepMs = 100;
/** The relays with inputs have eight linkage registers. */
export const modbusLinkageMaxCount = 8;

/** An answer is whole and checked; `payload` is what a read returned, empty for a write. */
export type ModbusFrame =
  | { readonly kind: "answer"; readonly payload: Uint8Array }
  | { readonly kind: "exception"; readonly exception: number };

/** A request and the rule for its answers: RTU frames have no start byte, the master must know. */
export interface ModbusQuestion {
  readonly bytes: Uint8Array;
  readonly rule: FrameRule<ModbusFrame>;
  /** The answer to a write repeats it. */
  readonly isRepeated: boolean;
}

/** Before the first question nothing on the line is an answer. */
export const modbusIdleRule: FrameRule<ModbusFrame> = {
  startByte: [],
  maxBytes: exceptionBytes,
  lengthOf: () => "bad",
  parse: () => undefined,
};

/** One pulse of `steps` tenths of a second; the board ends it. There is no request for plain on. */
export function flashRequest(address: number, channel: number, steps: number): ModbusQuestion {
  return write(address, flashOnStart + channel, steps);
}

/** Switches all relays off and ends running pulses. */
export function allOffRequest(address: number): ModbusQuestion {
  return write(address, allCoils, 0);
}

/** The payload has one bit a channel, low channels in low bits of the first byte. */
export function inputsRequest(address: number, count: number): ModbusQuestion {
  return read(address, code.readInputs, { start: 0, count, payloadBytes: Math.ceil(count / 8) });
}

export function coilsRequest(address: number, count: number): ModbusQuestion {
  return read(address, code.readCoils, { start: 0, count, payloadBytes: Math.ceil(count / 8) });
}

/** The payload has two bytes a channel; 0 = no linkage. */
export function linkageRequest(address: number, count: number): ModbusQuestion {
  return read(address, code.readRegisters, {
    start: linkageStart,
    count,
    payloadBytes: 2 * count,
  });
}

/** Bit n of a read payload. */
export function bitAt(payload: Uint8Array, channel: number): boolean {
  return (((payload[channel >> 3] ?? 0) >> (channel & 7)) & 1) === 1;
}

function write(address: number, coil: number, value: number): ModbusQuestion {
  const bytes = framed([address, code.writeCoil, ...word(coil), ...word(value)]);
  const rule: FrameRule<ModbusFrame> = {
    startByte: address,
    maxBytes: bytes.length,
    lengthOf: ([, fn]) => lengthFor(fn, code.writeCoil, bytes.length),
    // The answer repeats the request.
    parse: (frame) =>
      exceptionIn(frame) ?? (isEqual(frame, bytes) ? answer(new Uint8Array(0)) : undefined),
  };
  return { bytes, rule, isRepeated: true };
}

function read(
  address: number,
  fn: number,
  range: { readonly start: number; readonly count: number; readonly payloadBytes: number },
): ModbusQuestion {
  const { start, count, payloadBytes } = range;
  const rule: FrameRule<ModbusFrame> = {
    startByte: address,
    maxBytes: headAndCrcBytes + payloadBytes,
    lengthOf: ([, seen, sentBytes]) => {
      const length = lengthFor(seen, fn, headAndCrcBytes + payloadBytes);
      if (seen !== fn) return length;
      if (sentBytes === undefined) return "more";
      return sentBytes === payloadBytes ? length : "bad";
    },
    parse: (frame) =>
      exceptionIn(frame) ?? (isSound(frame) ? answer(frame.slice(3, -crcBytes)) : undefined),
  };
  const bytes = framed([address, fn, ...word(start), ...word(count)]);
  return { bytes, rule, isRepeated: false };
}

function lengthFor(seen: number | undefined, fn: number, whole: number): number | "more" | "bad" {
  if (seen === undefined) return "more";
  if (seen === fn) return whole;
  return seen === (fn | exceptionBit) ? exceptionBytes : "bad";
}

function exceptionIn(frame: Uint8Array): ModbusFrame | undefined {
  const [, fn = 0, exception = 0] = frame;
  const isException = (fn & exceptionBit) !== 0 && isSound(frame);
  return isException ? { kind: "exception", exception } : undefined;
}

function answer(payload: Uint8Array): ModbusFrame {
  return { kind: "answer", payload };
}

function framed(body: readonly number[]): Uint8Array {
  const crc = crc16(body);
  return Uint8Array.of(...body, crc & 0xff, crc >> 8);
}

function word(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}

function isSound(frame: Uint8Array): boolean {
  const crc = crc16(frame.subarray(0, -crcBytes));
  return frame.at(-2) === (crc & 0xff) && frame.at(-1) === crc >> 8;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** CRC-16/MODBUS: polynomial 0x8005 reflected, start 0xFFFF. */
function crc16(bytes: Iterable<number>): number {
  let crc = 0xff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa0_01 : crc >> 1;
    }
  }
  return crc;
}
