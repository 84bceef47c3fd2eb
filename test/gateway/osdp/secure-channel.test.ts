// Cryptography of the OSDP secure channel against the numbers the specification prints.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFrame, securityType } from "../../../gateway/adapters/osdp/osdp-frame.ts";
import {
  acceptClient,
  clientCryptogramOf,
  defaultScbk,
  openChannel,
  openReply,
  sealCommand,
  sessionKeysOf,
} from "../../../gateway/adapters/osdp/secure-channel.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";
import { sealReply } from "./pd-far-end-crypto.ts";

// SIA OSDP specification, annex E.
const randomA = bytesOf("B0 B1 B2 B3 B4 B5 B6 B7");
const randomB = bytesOf("A0 A1 A2 A3 A4 A5 A6 A7");
const clientCryptogram = bytesOf("fde5d2f428ec16312471ea3c02bd7796");
const firstMac = bytesOf("b2a30057eb98ba2229ec1f875662b524");
const challenge = { scbk: defaultScbk, randomA };

function compact(bytes: Uint8Array): string {
  return hexOf(bytes).replaceAll(" ", "").toLowerCase();
}

function annexHandshake() {
  const handshake = acceptClient(challenge, randomB, clientCryptogram);
  if (handshake === undefined) throw new Error("the published cryptogram was refused");
  return handshake;
}

function annexChannel() {
  const channel = openChannel(annexHandshake(), firstMac);
  if (channel === undefined) throw new Error("the published MAC was refused");
  return channel;
}

describe("the secure channel", () => {
  test("derives the session keys of annex E", () => {
    const keys = sessionKeysOf(challenge);
    expect(compact(keys.enc)).toBe("bf8dc2a8329acb8c67c6d0cd9a451682");
    expect(compact(keys.mac1)).toBe("5e86c676603bdee2d8beafe178637332");
    expect(compact(keys.mac2)).toBe("6fda86e857777e81132035758239172e");
  });

  test("has the cryptograms and the first MAC of annex E", () => {
    const handshake = annexHandshake();
    const { enc } = handshake.keys;
    expect(clientCryptogramOf(enc, randomA, randomB)).toEqual(clientCryptogram);
    expect(compact(handshake.serverCryptogram)).toBe("26d3356e07762d262801fc8e6665a891");
    expect(handshake.firstMac).toEqual(firstMac);
  });

  test("refuses a proof or a first MAC with any bit changed", () => {
    fc.assert(
      fc.property(fc.nat(127), (bit) => {
        const flip = (bytes: Uint8Array) =>
          bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(acceptClient(challenge, randomB, flip(clientCryptogram))).toBeUndefined();
        expect(openChannel(annexHandshake(), flip(firstMac))).toBeUndefined();
      }),
    );
  });

  test("encrypts data, leaves the command byte in clear, and signs both", () => {
    const poll = { address: 0, isReply: false, sequence: 3, hasCrc: true, code: 0x60 };
    const sealed = sealCommand(annexChannel(), poll);
    expect(parseFrame(sealed.bytes)).toMatchObject({ code: 0x60, security: { type: 0x15 } });
    const led = { ...poll, code: 0x69, data: new Uint8Array(14).fill(7) };
    const frame = parseFrame(sealCommand(annexChannel(), led).bytes);
    expect(frame).toMatchObject({ code: 0x69, security: { type: 0x17 } });
    expect(frame?.data).toHaveLength(16);
    expect(hexOf(frame?.data ?? [])).not.toContain("07 07");
  });

  test("opens any reply of the other side, chained to what was said before", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.boolean(), (data, hasCrc) => {
        const head = { address: 5, isReply: false, sequence: 1, hasCrc, code: 0x60 };
        const { channel } = sealCommand(annexChannel(), head);
        const wire = sealReply(channel, { ...head, code: 0x50, data });
        const frame = parseFrame(wire);
        const opened = frame && openReply(channel, frame);
        expect(opened?.data).toEqual(data);
      }),
    );
  });

  test("opens nothing twice: after one exchange the same bytes are wrong", () => {
    const head = { address: 5, isReply: false, sequence: 1, hasCrc: true, code: 0x60 };
    const first = sealCommand(annexChannel(), head);
    const reply = { ...head, code: 0x40, data: new Uint8Array() };
    const frame = parseFrame(sealReply(first.channel, reply));
    const opened = frame && openReply(first.channel, frame);
    if (frame === undefined || opened === undefined) throw new Error("the reply was refused");
    expect(frame.security?.type).toBe(securityType.replyMac);
    const second = sealCommand(opened.channel, head);
    expect(second.bytes).not.toEqual(first.bytes);
    expect(openReply(second.channel, frame)).toBeUndefined();
  });

  test("opens nothing in which one bit of packet or MAC was changed", () => {
    const head = { address: 5, isReply: false, sequence: 1, hasCrc: true, code: 0x60 };
    const { channel } = sealCommand(annexChannel(), head);
    const reply = { ...head, code: 0x50, data: bytesOf("00 01 1A 00 09 1A 2B 00") };
    const frame = parseFrame(sealReply(channel, reply));
    const mac = frame?.mac;
    if (frame === undefined || mac === undefined) throw new Error("no MAC");
    fc.assert(
      fc.property(fc.nat((frame.covered.length + mac.length) * 8 - 1), (bit) => {
        const all = Uint8Array.of(...frame.covered, ...mac);
        const wrong = all.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const covered = wrong.slice(0, frame.covered.length);
        const changed = { ...frame, covered, mac: wrong.slice(covered.length) };
        expect(openReply(channel, changed)).toBeUndefined();
      }),
    );
  });
});
