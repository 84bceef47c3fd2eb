// A virtual NTAG 424 DNA: an NDEF file whose address proves itself, with a counter that only grows.

import { createHash } from "node:crypto";
import { asciiBytes, concatBytes, equalBytes, fromHex, toHex } from "@driftbox/proto";
import { an10922Key, sunCounterMax, sunMirror } from "./ntag424-crypto.ts";
import type { VirtualCard } from "./pn532-card.ts";

const ndefApplication = Uint8Array.of(0xd2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01);
const capabilityFileId = 0xe103;
const ndefFileId = 0xe104;
const ndefFileBytes = 256;
/** Mapping 2.0, reads of 256, writes of 255 bytes, NDEF file E104 of 256 bytes, free to read. */
const capabilityFile =
  fromHex("001720010000ff0406e104010000ff0506e10500808283") ?? new Uint8Array();
const uriRecord = 0x55;
const httpsPrefix = 0x04;
/** Longest address that fits the file in a short record. */
const urlMaxChars = 190;

const status = {
  ok: [0x90, 0x00],
  wrongLength: [0x67, 0x00],
  noFileSelected: [0x69, 0x86],
  notFound: [0x6a, 0x82],
  wrongParameters: [0x6a, 0x86],
  wrongOffset: [0x6b, 0x00],
  wrongInstruction: [0x6d, 0x00],
  wrongClass: [0x6e, 0x00],
} as const;

/**
 * - `frozen`: a copy that repeats one old message: its counter does not grow;
 * - `wrong-meta-key`, `wrong-file-key`: a tag of somebody else's system.
 */
export const ntag424Flaws = ["frozen", "wrong-meta-key", "wrong-file-key"] as const;
export type Ntag424Flaw = (typeof ntag424Flaws)[number];

export interface Ntag424Options {
  /** 7 bytes; throws on another length. */
  readonly uid: Uint8Array;
  /** Encrypts UID and counter, 16 bytes; the same for all tags of a system. */
  readonly metaKey: Uint8Array;
  /** Makes the MAC, 16 bytes; the master key where `diversifier` is given. */
  readonly fileKey: Uint8Array;
  /** Key of this tag = AN10922(file key, UID ‖ diversifier). */
  readonly diversifier?: Uint8Array;
  /** Last counter told; the first read tells the next one. Default 0. */
  readonly counter?: number;
  /** Without `https://` and without the parameters. */
  readonly url?: string;
  readonly flaw?: Ntag424Flaw;
}

/** Answers SELECT and READ BINARY as the chip does; everything else is an unknown instruction. */
export class Ntag424Card implements VirtualCard {
  readonly sensRes = [0x03, 0x44] as const;
  readonly selRes = 0x20;
  readonly ats = Uint8Array.of(0x06, 0x77, 0x77, 0x71, 0x02, 0x80);
  readonly #options: Ntag424Options;
  readonly #flaws: Set<Ntag424Flaw>;
  readonly #keys: { readonly metaKey: Uint8Array; readonly fileKey: Uint8Array };
  #counter: number;
  #isApplicationSelected = false;
  #file: number | undefined;
  /** The file as it is read now; undefined until the first read of a session. */
  #ndef: Uint8Array | undefined;

  constructor(options: Ntag424Options) {
    if (options.uid.length !== 7) throw new Error(`not a UID: ${options.uid.length} bytes`);
    if ((options.url ?? "").length > urlMaxChars) throw new Error("address too long");
    this.#options = options;
    this.#counter = options.counter ?? 0;
    const { uid, diversifier, fileKey, metaKey, flaw } = options;
    const own =
      diversifier === undefined ? fileKey : an10922Key(fileKey, concatBytes([uid, diversifier]));
    this.#flaws = new Set(flaw === undefined ? [] : [flaw]);
    this.#keys = { metaKey, fileKey: own };
  }

  /** In force from the next message on. */
  setFlaw(name: string, isOn: boolean): boolean {
    const flaw = ntag424Flaws.find((one) => one === name);
    if (flaw === undefined) return false;
    if (isOn) this.#flaws.add(flaw);
    else this.#flaws.delete(flaw);
    return true;
  }

  /** Counter of the last message. */
  get counter(): number {
    return this.#counter;
  }

  activate(): Uint8Array {
    this.#isApplicationSelected = false;
    this.#file = undefined;
    this.#ndef = undefined;
    return this.#options.uid;
  }

  exchange(command: Uint8Array): Uint8Array {
    const [type = 0, instruction] = command;
    if (command.length < 4) return Uint8Array.from(status.wrongLength);
    if (type !== 0x00) return Uint8Array.from(status.wrongClass);
    if (instruction === 0xa4) return Uint8Array.from(this.#select(command));
    if (instruction === 0xb0) return this.#read(command);
    return Uint8Array.from(status.wrongInstruction);
  }

  #select(command: Uint8Array): readonly number[] {
    const [, , by = 0, , length = 0] = command;
    const name = command.subarray(5, 5 + length);
    if (length === 0 || name.length !== length) return status.wrongLength;
    this.#file = undefined;
    this.#ndef = undefined;
    if (by === 0x04) {
      this.#isApplicationSelected = equalBytes(name, ndefApplication);
      return this.#isApplicationSelected ? status.ok : status.notFound;
    }
    if (by !== 0x00 && by !== 0x02) return status.wrongParameters;
    const [high = 0, low = 0] = name;
    const id = (high << 8) | low;
    const isKnown = id === capabilityFileId || id === ndefFileId;
    if (!this.#isApplicationSelected || name.length !== 2 || !isKnown) return status.notFound;
    this.#file = id;
    return status.ok;
  }

  #read(command: Uint8Array): Uint8Array {
    const [, , high = 0, low = 0, wanted] = command;
    if (command.length !== 5 || wanted === undefined) return Uint8Array.from(status.wrongLength);
    if (this.#file === undefined) return Uint8Array.from(status.noFileSelected);
    const file = this.#file === ndefFileId ? this.#session() : capabilityFile;
    const offset = (high << 8) | low;
    if (offset >= file.length) return Uint8Array.from(status.wrongOffset);
    const length = wanted === 0 ? 256 : wanted;
    return Uint8Array.of(...file.subarray(offset, offset + length), ...status.ok);
  }

  /** The first read after a SELECT counts; those that follow see the same file. */
  #session(): Uint8Array {
    if (this.#ndef !== undefined) return this.#ndef;
    if (!this.#flaws.has("frozen")) {
      this.#counter = Math.min(this.#counter + 1, sunCounterMax);
    }
    this.#ndef = this.#file256();
    return this.#ndef;
  }

  /** Length, then one URI record, then zeros. */
  #file256(): Uint8Array {
    const { uid, url = "driftbox.example/t" } = this.#options;
    const seen = `${toHex(uid)} ${this.#counter}`;
    const filler = Uint8Array.from(createHash("sha256").update(seen).digest().subarray(0, 5));
    const { metaKey, fileKey } = this.#keys;
    const keys = {
      metaKey: this.#flaws.has("wrong-meta-key") ? foreign(metaKey) : metaKey,
      fileKey: this.#flaws.has("wrong-file-key") ? foreign(fileKey) : fileKey,
    };
    const { piccData, cmac } = sunMirror({ ...keys, uid, counter: this.#counter, filler });
    const upper = (bytes: Uint8Array) => toHex(bytes).toUpperCase();
    const text = `${url}?picc_data=${upper(piccData)}&cmac=${upper(cmac)}`;
    const payload = Uint8Array.of(httpsPrefix, ...asciiBytes(text));
    const record = Uint8Array.of(0xd1, 0x01, payload.length, uriRecord, ...payload);
    const file = new Uint8Array(ndefFileBytes);
    file.set([record.length >> 8, record.length & 0xff, ...record]);
    return file;
  }
}

function foreign(key: Uint8Array): Uint8Array {
  return key.map((byte) => byte ^ 0x5a);
}
