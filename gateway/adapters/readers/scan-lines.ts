// Texts of a code scanner out of its bytes: printable ASCII, ended by CR, LF, CRLF or a pause.
import type { SymptomCounts } from "../../ports/devices.ts";
import { SymptomCounter } from "../serial/symptom-counter.ts";

/** A longer text is dropped as a whole; a signed grant of the largest size fits. */
export const scanMaxBytes = 1_400;

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A text with a byte that is not printable is dropped whole: part of a code is another code. */
export class ScanLines {
  readonly #symptoms = new SymptomCounter();
  #text = "";
  #fault: "none" | "noise" | "bad-frame" = "none";
  #hasGood = false;

  /** Bytes not printable are `noise`, texts too long `bad-frame`, cut ones `half-frame`. */
  symptoms(): SymptomCounts {
    const counts = this.#symptoms.counts();
    const hasBad = (counts.noise ?? 0) + (counts["bad-frame"] ?? 0) > 0;
    return { ...counts, ...(!this.#hasGood && hasBad && { garbled: 1 }) };
  }

  /** A text has begun and not ended. */
  get isPending(): boolean {
    return this.#text !== "" || this.#fault !== "none";
  }

  /** Takes the next bytes and returns the texts they complete. Never throws. */
  push(bytes: Uint8Array): string[] {
    const texts: string[] = [];
    for (const byte of bytes) {
      if (byte === carriageReturn || byte === lineFeed) texts.push(...this.end());
      else this.#add(byte);
    }
    return texts;
  }

  /** The text so far is whole, as a line end or a pause says. */
  end(): string[] {
    const text = this.#text;
    const isGood = this.#fault === "none" && text !== "";
    this.#clear();
    if (!isGood) return [];
    this.#hasGood = true;
    return [text];
  }

  /** The text so far will not be finished. */
  cut(): void {
    if (this.isPending) this.#symptoms.note("half-frame");
    this.#clear();
  }

  #add(byte: number): void {
    if (byte < 0x20 || byte > 0x7e) {
      this.#symptoms.note("noise");
      this.#fault = "noise";
    } else if (this.#text.length >= scanMaxBytes && this.#fault === "none") {
      this.#symptoms.note("bad-frame");
      this.#fault = "bad-frame";
    }
    if (this.#fault === "none") this.#text += String.fromCharCode(byte);
  }

  #clear(): void {
    this.#text = "";
    this.#fault = "none";
  }
}
