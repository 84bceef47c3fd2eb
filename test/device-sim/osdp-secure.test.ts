// The OSDP reader in its secure channel: handshake, keys, encrypted answers, and every misbehavior.

import { expect, it } from "vitest";
import { bytes, hex } from "./bytes.ts";
import { defaultKey, ownKey, Panel } from "./osdp-panel.ts";

const ack = 0x40;
const nak = 0x41;
const poll = 0x60;
const wiegand = "00 01 1A 00 09 1A 2B 00";

const present = (panel: Panel) =>
  panel.stage.act({ kind: "present", reader: "reader-a", number: "0A123456", forMs: 500 });

function secured(options: ConstructorParameters<typeof Panel>[0] = {}): Panel {
  const panel = new Panel({ key: ownKey, ...options });
  expect(panel.secure(ownKey)).toBe(true);
  return panel;
}

it("opens a secure channel and answers with MAC and encrypted data", () => {
  const panel = secured();
  expect(panel.reader.isSecured).toBe(true);
  expect(panel.ask(poll)).toMatchObject({ code: ack, block: 0x16, isGenuine: true });
  present(panel);
  const read = panel.ask(poll);
  expect(read).toMatchObject({ code: 0x50, block: 0x18, isGenuine: true });
  expect(hex(read?.data ?? [])).toBe(wiegand);
  expect(hex(read?.wire ?? [])).not.toContain(wiegand);
  const led = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 2];
  expect(panel.ask(0x69, led)).toMatchObject({ code: ack, isGenuine: true });
  expect(panel.reader.signals.ledColor()).toBe("green");
});

it("the chain of MACs holds over many orders and long answers", () => {
  const panel = secured({ outputCount: 12 });
  for (let round = 0; round < 20; round += 1) {
    expect(panel.ask(0x62, [0])).toMatchObject({ code: 0x46, isGenuine: true });
    expect(panel.ask(poll)?.isGenuine).toBe(true);
  }
});

it("takes the default key only in install mode, and KEYSET ends that mode", () => {
  expect(new Panel({ key: ownKey }).secure(defaultKey, 0)).toBe(false);
  const panel = new Panel({ isInstallMode: true });
  expect(panel.secure(defaultKey, 0)).toBe(true);
  expect(panel.ask(0x75, [1, 16, ...ownKey])).toMatchObject({ code: ack, isGenuine: true });
  expect(panel.reader.isInstallMode).toBe(false);
  expect(panel.secure(defaultKey, 0)).toBe(false);
  expect(panel.secure(ownKey)).toBe(true);
});

it("says NAK 6 to KEYSET in clear and NAK 2 to a key of a wrong length", () => {
  const panel = new Panel({ key: ownKey });
  expect(panel.ask(0x75, [1, 16, ...ownKey])).toMatchObject({ code: nak, data: [6] });
  expect(secured().ask(0x75, [1, 15, ...ownKey])).toMatchObject({ code: nak, data: [2] });
});

it("a secure-only reader in clear tells who it is and nothing else", () => {
  const panel = new Panel({ key: ownKey, isSecureOnly: true });
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [6] });
  expect(panel.ask(0x61, [0])?.code).toBe(0x45);
  expect(panel.ask(0x62, [0])?.code).toBe(0x46);
});

it("an order in clear ends a running secure channel with NAK 6", () => {
  const panel = secured();
  expect(panel.ask(poll, [], true)).toMatchObject({ code: nak, data: [6] });
  expect(panel.reader.isSecured).toBe(false);
});

it("a reader without keys says NAK 5 to the challenge", () => {
  const panel = new Panel();
  expect(panel.secure(ownKey)).toBe(false);
  panel.sequence = 0;
  const challenge = "53 01 13 00 0C 03 11 01 76 B0 B1 B2 B3 B4 B5 B6 B7";
  const answer = panel.read(panel.exchange(sealed(challenge)));
  expect(answer).toMatchObject({ code: nak, data: [5] });
});

it("a wrong key of either side ends the handshake", () => {
  const panel = new Panel({ key: ownKey, flaws: ["wrong-key"] });
  expect(panel.secure(ownKey)).toBe(false);
  expect(new Panel({ key: ownKey }).secure(defaultKey)).toBe(false);
  expect(panel.reader.isSecured).toBe(false);
  panel.reader.setFlaw("wrong-key", false);
  expect(panel.secure(ownKey)).toBe(true);
});

it("a wrong server cryptogram is turned away and opens nothing", () => {
  const panel = new Panel({ key: ownKey });
  panel.isImpostor = true;
  expect(panel.secure(ownKey)).toBe(false);
  expect(panel.reader.isSecured).toBe(false);
  panel.isImpostor = false;
  expect(panel.secure(ownKey)).toBe(true);
});

it("takes data in clear under a MAC, a whole block included", () => {
  const panel = secured();
  panel.encrypts = false;
  for (const text of ["A", "AB", "ABC"]) {
    const data = [0, 1, 0, 1, 1, text.length, ...Buffer.from(text)];
    expect(panel.ask(0x6b, data)).toMatchObject({ code: ack, isGenuine: true });
    expect(panel.reader.signals.text).toBe(text);
  }
});

it("a wrong MAC ends the secure channel with NAK 6", () => {
  const panel = secured();
  if (panel.session !== undefined) panel.session.reply = Buffer.alloc(16);
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [6] });
  expect(panel.reader.isSecured).toBe(false);
});

it("sequence 0 restarts the link without the secure channel", () => {
  const panel = secured();
  panel.sequence = 0;
  expect(panel.ask(poll, [], true)).toMatchObject({ code: ack, block: undefined });
});

it("talks in clear though secure when told to", () => {
  const panel = secured();
  panel.reader.setFlaw("clear-replies", true);
  present(panel);
  const read = panel.ask(poll);
  expect(read).toMatchObject({ code: 0x50, block: undefined });
  expect(hex(read?.data ?? [])).toBe(wiegand);
});

it("pretends to know no security when told to", () => {
  const panel = new Panel({ key: ownKey, isSecureOnly: true, flaws: ["claims-no-security"] });
  expect(panel.secure(ownKey)).toBe(false);
  panel.sequence = 0;
  expect(panel.ask(poll)?.code).toBe(ack);
  expect(panel.ask(0x62, [0])?.data.slice(21, 24)).toEqual([9, 0, 0]);
});

it("replays an old card read, which the MAC betrays", () => {
  const panel = secured();
  present(panel);
  const genuine = panel.ask(poll);
  expect(genuine?.isGenuine).toBe(true);
  for (let later = 0; later < 5; later += 1) panel.ask(poll);
  panel.reader.setFlaw("replays-old", true);
  const replayed = panel.ask(poll);
  expect(replayed?.wire).toEqual(genuine?.wire);
  expect(replayed?.isGenuine).toBe(false);
});

it("repeats a secured answer byte for byte and keeps the chain", () => {
  const panel = secured();
  const first = panel.ask(poll);
  const wire = bytes(hex(first?.wire ?? []));
  panel.sequence = ((panel.sequence + 1) % 3) + 1;
  const reply = panel.session?.reply;
  const again = panel.ask(poll);
  expect(bytes(hex(again?.wire ?? []))).toEqual(wire);
  if (panel.session !== undefined && reply !== undefined) panel.session.reply = reply;
  expect(panel.ask(poll)?.isGenuine).toBe(true);
});

function sealed(body: string): Uint8Array {
  let crc = 0x1d0f;
  for (const byte of bytes(body)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return Uint8Array.from([...bytes(body), crc & 0xff, crc >> 8]);
}
