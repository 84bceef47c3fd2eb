// Takes the numbers of cards, and what is said with them, out of frames of a PN532.

import { pn532Commands } from "../devices/pn532-reader.ts";
import type { Way } from "../faults/byte-faults.ts";
import { asciiOf } from "../view/decode/frame-hunt.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Instructions that carry no secret: select, read, get version. */
const openInstructions: readonly number[] = [0xa4, 0xb0, 0x5a, 0x60];
const apduHeadBytes = 5;
const statusWordBytes = 2;
/** Answers up to this many bytes tell no number: lengths and states. */
const shortAnswerBytes = 4;

/** Keeps the frame, its command and its lengths; the check at the end is made right again. */
export function redactPn532(
  bytes: readonly number[],
  way: Way,
  pseudonyms: Pseudonyms,
): readonly number[] {
  const place = bodyOf(bytes, way);
  if (place === undefined) return bytes;
  const [direction = 0, code = 0, ...data] = bytes.slice(place.start, place.end);
  const body = [
    direction,
    code,
    ...redactData(way === "in" ? code : code - 1, data, { way, pseudonyms }),
  ];
  const check = -body.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return [...bytes.slice(0, place.start), ...body, check, ...bytes.slice(place.end + 1)];
}

/** Where the direction byte stands and where the check; undefined for acknowledgements. */
function bodyOf(
  bytes: readonly number[],
  way: Way,
): { readonly start: number; readonly end: number } | undefined {
  const startCode = bytes.indexOf(0xff);
  const [first = 0, second = 0] = bytes.slice(startCode + 1, startCode + 3);
  const isLong = first === 0xff && second === 0xff;
  const [high = 0, low = 0] = bytes.slice(startCode + 3, startCode + 5);
  const start = startCode + (isLong ? 6 : 3);
  const length = isLong ? (high << 8) | low : first;
  const isBody = bytes[start] === (way === "in" ? 0xd4 : 0xd5);
  return isBody && startCode >= 0 ? { start, end: start + length } : undefined;
}

interface Around {
  readonly way: Way;
  readonly pseudonyms: Pseudonyms;
}

function redactData(
  code: number,
  data: readonly number[],
  { way, pseudonyms }: Around,
): readonly number[] {
  if (way === "out" && code === pn532Commands.listPassiveTarget) {
    // Count, number, SENS_RES, SEL_RES, length of the number, the number.
    const [length = 0] = data.slice(5, 6);
    const number = data.slice(6, 6 + length);
    return [...data.slice(0, 6), ...pseudonyms.bytes(number), ...data.slice(6 + length)];
  }
  if (code !== pn532Commands.dataExchange) return data;
  const [head = 0, ...said] = data;
  if (way === "in") {
    if (openInstructions.includes(said[1] ?? said[0] ?? 0)) return data;
    const kept = said.slice(0, apduHeadBytes);
    return [head, ...kept, ...pseudonyms.bytes(said.slice(apduHeadBytes))];
  }
  const answer = said.slice(0, -statusWordBytes);
  return [head, ...redactAnswer(answer, pseudonyms), ...said.slice(answer.length)];
}

/** A link keeps its form and loses its digits; anything else that is long loses all. */
function redactAnswer(answer: readonly number[], pseudonyms: Pseudonyms): readonly number[] {
  if (answer.length <= shortAnswerBytes) return answer;
  const text = asciiOf(answer);
  if (!/[?&]/.test(text)) return pseudonyms.bytes(answer);
  const changed = [...answer];
  for (const match of text.matchAll(/[0-9A-Fa-f]{6,}/g)) {
    const made = pseudonyms.text(match[0]);
    for (const [at, sign] of Array.from(made).entries()) {
      changed[match.index + at] = sign.charCodeAt(0);
    }
  }
  return changed;
}
