// Proof by NTAG 424 DNA: a rolling code over UID and counter, checked with keys of the site.
import { equalBytes, toHex } from "@driftbox/proto";
import { aesBytes } from "./aes.ts";
import type { ApduChannel } from "./apdu.ts";
import type { CredentialChecker, Verdict } from "./credential.ts";
import { keyOfCard, type Diversification } from "./key-diversification.ts";
import { readNdefFile } from "./ndef-file.ts";
import { uriOf } from "./ndef.ts";
import { isSunGenuine, readPiccData, readSunMessage, type SunParameters } from "./sun-message.ts";

export interface SunCheckerOptions {
  /** Decrypts UID and counter; the same for all cards of a system. 16 bytes. */
  readonly metaReadKey: Uint8Array;
  /** Makes the code; the master of all cards' keys when `diversification` is given. 16 bytes. */
  readonly fileReadKey: Uint8Array;
  /** Absent: all cards hold `fileReadKey` itself, so one opened card opens the system. */
  readonly diversification?: Diversification;
  /** `picc_data`, `enc`, `cmac` by default. */
  readonly parameters?: SunParameters;
}

/**
 * The assurance is `counter-mac`. The counter is delivered, not judged: whoever keeps the last one
 * of each card refuses one that is not higher. Throws RangeError for a key of wrong length.
 */
export class SunChecker implements CredentialChecker {
  readonly #options: SunCheckerOptions;

  constructor(options: SunCheckerOptions) {
    for (const key of [options.metaReadKey, options.fileReadKey]) {
      if (key.length !== aesBytes) throw new RangeError(`a key has ${key.length} bytes, not 16`);
    }
    this.#options = options;
  }

  async check(channel: ApduChannel, openUid: Uint8Array | undefined): Promise<Verdict> {
    const file = await readNdefFile(channel);
    const uri = file === undefined ? undefined : uriOf(file);
    return uri === undefined ? { kind: "unproved" } : this.#judge(uri, openUid);
  }

  #judge(uri: string, openUid: Uint8Array | undefined): Verdict {
    const { metaReadKey, fileReadKey, diversification, parameters } = this.#options;
    const message = readSunMessage(uri, parameters);
    if (message === "absent") return { kind: "unproved" };
    const picc = message === "malformed" ? undefined : readPiccData(metaReadKey, message.piccData);
    if (message === "malformed" || picc === undefined) return { kind: "forged" };
    // A code copied onto another card still names the card it was copied from.
    const isOther = openUid !== undefined && !equalBytes(openUid, picc.uid);
    const key =
      diversification === undefined
        ? fileReadKey
        : keyOfCard(fileReadKey, picc.uid, diversification);
    if (isOther || !isSunGenuine(key, picc, message)) return { kind: "forged" };
    const number = toHex(picc.uid).toUpperCase();
    return { kind: "proved", number, assurance: "counter-mac", counter: picc.counter };
  }
}
