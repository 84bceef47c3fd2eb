// Check codes: eight characters that a person can read over the telephone and that commit to one
// event. Source of the alphabet: Douglas Crockford, "Base 32", 0 to 9 and A to Z without I L O U.

import { parsed, refused, type Parsed } from "./parsed.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeChars = 8;
/** What is typed may have spaces and hyphens; longer texts are not looked at. */
const typedMaxChars = 32;

/** How letters that are in no code are meant by whoever reads or types them. */
const mistaken: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V" };

/** Languages in which a code can be spoken. */
export type SpokenLanguage = "zh" | "en";

/** Digits as on a Chinese telephone line, where one is `yao`. */
const spokenDigits: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  zh: ["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

/** The first 40 bits of an event id in base 32: 8 characters. Throws on fewer bits, a defect. */
export function checkCodeOf(eventId: Uint8Array): string {
  if (eventId.length < 5) throw new Error(`event id of ${eventId.length} bytes`);
  let rest = eventId.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  let code = "";
  for (let i = 0; i < codeChars; i += 1) {
    code = alphabet.charAt(rest % 32) + code;
    rest = Math.floor(rest / 32);
  }
  return code;
}

/** The five bytes that begin each event id with this code; throws on no code, a defect. */
export function checkCodePrefix(code: string): Uint8Array {
  const digits = Array.from(code, (char) => alphabet.indexOf(char));
  if (digits.length !== codeChars || digits.includes(-1)) throw new Error("no check code");
  const whole = digits.reduce((sum, digit) => sum * 32 + digit, 0);
  return Uint8Array.from({ length: 5 }, (_, at) => Math.floor(whole / 256 ** (4 - at)) % 256);
}

/** A code as it is shown: two groups of four. */
export function showCheckCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** A code as somebody typed it: either case, spaces and hyphens anywhere, I L O U as meant. */
export function parseCheckCode(text: string): Parsed<string> {
  const typed = text.length <= typedMaxChars ? text.replace(/[ -]/g, "") : "";
  const code = Array.from(typed.toUpperCase(), (char) => mistaken[char] ?? char).join("");
  if (/^[0-9A-Za-z]{8}$/.test(typed)) return parsed(code);
  return refused("wire/id", `check code: expected ${codeChars} of ${alphabet}`);
}

/**
 * One word for each character, in order, for a voice or recorded clips: digits as words, letters
 * as themselves. A voice pauses after the fourth.
 */
export function spokenCheckCode(code: string, language: SpokenLanguage): readonly string[] {
  return Array.from(code, (char) => spokenDigits[language][Number.parseInt(char, 10)] ?? char);
}
