// NMEA sentences: vectors, values that are none, sentences split and buried in noise, random bytes.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checksumOf,
  nmeaRule,
  parseSentence,
  sentenceMaxBytes,
  type NmeaSentence,
} from "../../../gateway/adapters/position/nmea-sentence.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";

/** The sentence of a body, with its checksum and line break. */
function sentence(body: string): string {
  const check = checksumOf(body).toString(16).toUpperCase().padStart(2, "0");
  return `$${body}*${check}\r\n`;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

/** From the hardware reference, section 8. */
const helsinki = "$GNRMC,083559.00,A,6009.7180,N,02455.2310,E,0.02,,211126,,,A*5E\r\n";
/** From the NMEA 0183 description of u-blox 7 receivers. */
const zurich = "$GPRMC,083559.00,A,4717.11437,N,00833.91522,E,0.004,77.52,091202,,,A*57\r\n";
const zurichFix = "$GPGGA,092725.00,4717.11399,N,00833.91590,E,1,08,1.01,499.6,M,48.0,M,,*5B\r\n";

describe("a sentence", () => {
  it("RMC tells position, speed, date and time", () => {
    expect(parseSentence(helsinki)).toEqual({
      type: "RMC",
      at: { latitude: 60 + 9.718 / 60, longitude: 24 + 55.231 / 60 },
      speedKnots: 0.02,
      courseDegrees: undefined,
      utcUs: Date.UTC(2026, 10, 21, 8, 35, 59) * 1_000,
      mode: "A",
    });
    expect(parseSentence(zurich)).toMatchObject({
      speedKnots: 0.004,
      courseDegrees: 77.52,
      utcUs: Date.UTC(2002, 11, 9, 8, 35, 59) * 1_000,
    });
  });

  it("GGA tells position, quality and satellites", () => {
    expect(parseSentence(zurichFix)).toEqual({
      type: "GGA",
      at: { latitude: 47 + 17.11399 / 60, longitude: 8 + 33.9159 / 60 },
      quality: 1,
      satelliteCount: 8,
    });
  });

  it("south and west are negative, parts of a second are kept", () => {
    const read = parseSentence(sentence("BDRMC,120000.25,A,3351.5,S,15112.6,W,,,010126,,"));
    expect(read).toMatchObject({
      at: { latitude: -(33 + 51.5 / 60), longitude: -(151 + 12.6 / 60) },
      utcUs: Date.UTC(2026, 0, 1, 12) * 1_000 + 250_000,
      mode: "",
    });
  });

  it.each(["GP", "GL", "GN", "BD", "GB", "GA"])("is understood from talker %s", (talker) => {
    const body = `${talker}GGA,000000,0000.0,N,00000.0,E,2,12,,,,,,,`;
    expect(parseSentence(sentence(body))).toMatchObject({ type: "GGA", quality: 2 });
  });

  it("of another type or talker is a good sentence without a word for us", () => {
    for (const body of ["GPGSV,1,1,00", "PUBX,00", "AIVDM,1", "GPRMCX,1"]) {
      expect(parseSentence(sentence(body))).toEqual({ type: "other" });
    }
  });

  it("with a wrong or missing checksum is none", () => {
    expect(parseSentence(helsinki.replace("*5E", "*5F"))).toBeUndefined();
    expect(parseSentence(helsinki.replace("6009", "6008"))).toBeUndefined();
    expect(parseSentence(helsinki.replace("*5E", ""))).toBeUndefined();
    expect(parseSentence("$*00\r\n")).toBeUndefined();
  });

  it("that is void, or before the first fix, tells neither place nor time", () => {
    const empty = { at: undefined, utcUs: undefined };
    expect(parseSentence(sentence("GNRMC,083559.00,V,,,,,,,211126,,,N"))).toMatchObject(empty);
    expect(parseSentence(sentence("GNRMC,,V,,,,,,,,,,N"))).toMatchObject(empty);
    const gga = parseSentence(sentence("GNGGA,083559.00,,,,,0,00,99.99,,,,,,"));
    expect(gga).toMatchObject({ at: undefined, quality: 0, satelliteCount: 0 });
  });

  it("with impossible values leaves them out", () => {
    const rmc = (body: string) => parseSentence(sentence(`GNRMC,${body}`));
    const nowhere = [
      "083559,A,9100.0,N,02455.2,E,,,211126,,",
      "083559,A,6060.0,N,02455.2,E,,,211126,,",
      "083559,A,6009.7,X,02455.2,E,,,211126,,",
      "083559,A,609.7,N,02455.2,E,,,211126,,",
      "083559,A,6009.7,N,18100.0,E,,,211126,,",
      "083559,A,-009.7,N,02455.2,E,,,211126,,",
      "083559,A,6e09.7,N,02455.2,E,,,211126,,",
    ];
    for (const body of nowhere) expect(rmc(body), body).toMatchObject({ at: undefined });
    const never = ["243559", "086059", "083560", "8359", "083559.", "08:35:59"];
    for (const time of never) {
      const read = rmc(`${time},A,6009.7,N,02455.2,E,,,211126,,`);
      expect(read, time).toMatchObject({ utcUs: undefined });
    }
    for (const date of ["310226", "001126", "211326", "210026", "2111"]) {
      const read = rmc(`083559,A,6009.7,N,02455.2,E,,,${date},,`);
      expect(read, date).toMatchObject({ utcUs: undefined });
    }
    const fast = rmc("083559,A,6009.7,N,02455.2,E,99999,361,211126,,");
    expect(fast).toMatchObject({ speedKnots: undefined, courseDegrees: undefined });
  });
});

const good = fc.constantFrom(helsinki, zurich, zurichFix, sentence("GPGSV,1,1,00"));

function readAll(parts: readonly Uint8Array[]): { found: NmeaSentence[]; kept: number } {
  const reader = new FrameReader(nmeaRule);
  let kept = 0;
  const found = parts.flatMap((part) => {
    const sentences = reader.push(part);
    kept = Math.max(kept, reader.keptCount);
    return sentences;
  });
  return { found, kept };
}

/** The text cut at the given places. */
function cutAt(text: string, places: readonly number[]): Uint8Array[] {
  const marks = [0, ...places.map((at) => at % (text.length + 1)), text.length];
  const sorted = marks.toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => bytesOf(text.slice(sorted[index], end)));
}

describe("a stream of sentences", () => {
  it("reads the same wherever it is split", () => {
    fc.assert(
      fc.property(fc.array(good, { maxLength: 6 }), fc.array(fc.nat()), (sentences, places) => {
        const { found } = readAll(cutAt(sentences.join(""), places));
        expect(found).toEqual(sentences.map((one) => parseSentence(one)));
      }),
    );
  });

  it("is found again behind noise, half sentences and wrong ones", () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
      fc.constantFrom("$GNRMC,0835", "$GPGGA*00\r\n", "$$$", "\r\n", "$".padEnd(300, "A")),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, good), { maxLength: 6 }), fc.nat(), (pairs, at) => {
        const text = pairs.map(([dirt, one]) => `${dirt.replaceAll("\n", "")}\n${one}`).join("");
        const { found } = readAll(cutAt(text, [at]));
        const wanted = pairs.map(([, one]) => parseSentence(one));
        expect(found.filter(({ type }) => type !== "other")).toEqual(
          wanted.filter((one) => one?.type !== "other"),
        );
      }),
    );
  });

  it("of random bytes is never a fault and never kept beyond one sentence", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 10 }), (parts) => {
        expect(readAll(parts).kept).toBeLessThan(sentenceMaxBytes);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 130 }), (body) => {
        expect(() => parseSentence(sentence(body))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("at the wrong speed is garbled, not a position", () => {
    const reader = new FrameReader(nmeaRule);
    reader.push(Uint8Array.from({ length: 200 }, (_, at) => (at * 37) & 0xff));
    expect(reader.symptoms()).toMatchObject({ garbled: 1 });
  });
});
