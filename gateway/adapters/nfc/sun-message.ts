// The proof an NTAG 424 DNA writes into its own web address (SUN/SDM, NXP AN12196).
import { timingSafeEqual } from "node:crypto";
import { asciiBytes, concatBytes, fromHex } from "@driftbox/proto";
import { aesBytes, cmac, decryptCbc } from "./aes.ts";

/** Names of the parameters of the address, as the cards were personalized. */
export interface SunParameters {
  /** Encrypted UID and counter. */
  readonly picc: string;
  /** Encrypted file data; an address without it is good too. */
  readonly enc: string;
  readonly cmac: string;
}

export const defaultSunParameters: SunParameters = { picc: "picc_data", enc: "enc", cmac: "cmac" };

/** What stands in the address, still unchecked. */
export interface SunMessage {
  readonly piccData: Uint8Array;
  /** The text the code was computed over. */
  readonly macInput: Uint8Array;
  readonly mac: Uint8Array;
}

/** UID and counter the card mirrored. */
export interface PiccData {
  /** Seven bytes. */
  readonly uid: Uint8Array;
  /** Three bytes as on the wire, least significant first. */
  readonly counterBytes: Uint8Array;
  readonly counter: number;
}

const macBytes = 8;
const uidBytes = 7;
/** UID mirrored, counter mirrored, seven bytes of UID. The bits between are reserved. */
const piccMask = 0b1100_1111;
const piccTag = 0b1100_0111;

/**
 * `absent`: the address carries no proof of this kind. `malformed`: it carries one that cannot be
 * right.
 */
export function readSunMessage(
  uri: string,
  names: SunParameters = defaultSunParameters,
): SunMessage | "absent" | "malformed" {
  const picc = valueOf(uri, names.picc);
  const mac = valueOf(uri, names.cmac);
  if (picc === undefined || mac === undefined) return "absent";
  const piccData = fromHex(picc.text);
  const code = fromHex(mac.text);
  if (piccData?.length !== aesBytes || code?.length !== macBytes) return "malformed";
  const enc = valueOf(uri, names.enc);
  if (enc !== undefined && enc.at > mac.at) return "malformed";
  const macInput = enc === undefined ? "" : uri.slice(enc.at, mac.at);
  return { piccData, macInput: asciiBytes(macInput), mac: code };
}

/** Decrypts UID and counter; undefined when the bytes say that this is not our key. */
export function readPiccData(metaReadKey: Uint8Array, piccData: Uint8Array): PiccData | undefined {
  const plain = decryptCbc(metaReadKey, piccData);
  const [tag = 0] = plain;
  if ((tag & piccMask) !== piccTag) return undefined;
  const counterBytes = plain.slice(1 + uidBytes, 1 + uidBytes + 3);
  const [low = 0, middle = 0, high = 0] = counterBytes;
  const counter = low + middle * 0x100 + high * 0x1_0000;
  return { uid: plain.slice(1, 1 + uidBytes), counterBytes, counter };
}

/** Whether the code of the message was made by the card with this UID; in constant time. */
export function isSunGenuine(fileKey: Uint8Array, picc: PiccData, message: SunMessage): boolean {
  const whole = cmac(sessionMacKey(fileKey, picc), message.macInput);
  const expected = whole.filter((_, at) => at % 2 === 1);
  return message.mac.length === macBytes && timingSafeEqual(expected, message.mac);
}

/** SV2 of AN12196; seven bytes of UID and three of counter make exactly one block. */
function sessionMacKey(fileKey: Uint8Array, { uid, counterBytes }: PiccData): Uint8Array {
  const head = Uint8Array.of(0x3c, 0xc3, 0x00, 0x01, 0x00, 0x80);
  return cmac(fileKey, concatBytes([head, uid, counterBytes]));
}

/** The value of a query parameter and where it stands; the text is never decoded or changed. */
function valueOf(uri: string, name: string): { text: string; at: number } | undefined {
  let at = uri.indexOf("?") + 1;
  if (at === 0) return undefined;
  for (const part of uri.slice(at).split("&")) {
    if (part.startsWith(`${name}=`)) {
      return { text: part.slice(name.length + 1), at: at + name.length + 1 };
    }
    at += part.length + 1;
  }
  return undefined;
}
