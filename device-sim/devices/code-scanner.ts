// A barcode and QR scanner on a serial line: sends what it read as text and a line end.

import type { Line } from "../lines/line.ts";
import type { Stage } from "./stage.ts";

/** Factory setting of the usual modules, 8N1. */
export const codeScannerBaudRate = 9_600;
/** A QR code of version 40 holds no more in byte mode; longer text is no code. */
export const codeMaxBytes = 2_953;

export type CodeScannerEnd = "cr" | "lf" | "crlf";

const ends: Readonly<Record<CodeScannerEnd, readonly number[]>> = {
  cr: [0x0d],
  lf: [0x0a],
  crlf: [0x0d, 0x0a],
};

/** Text as UTF-8 and the line end. Throws on text that is empty, too long, or has a line end. */
export function codeScannerBytes(text: string, end: CodeScannerEnd = "cr"): Uint8Array {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length === 0 || bytes.length > codeMaxBytes || /[\r\n]/.test(text)) {
    throw new Error(`not a code: ${bytes.length} bytes`);
  }
  return Uint8Array.from([...bytes, ...ends[end]]);
}

/** `repeats`: sends each scan twice, as a badly set scanner does. */
export const codeScannerFlaws = ["repeats"] as const;
export type CodeScannerFlaw = (typeof codeScannerFlaws)[number];

export interface CodeScannerOptions {
  /** Names the scanner in `present` and the power supply in `powerBoard`. */
  readonly id: string;
  readonly stage: Stage;
  readonly line: Line;
  /** Default `cr`. */
  readonly end?: CodeScannerEnd;
  /** Text of a code by presented number; others are scanned as they are. */
  readonly codes?: ReadonlyMap<string, string>;
  /** Sends each scan twice, as a badly set scanner does; default false. */
  readonly repeats?: boolean;
}

/** Scans whatever is presented to it in the world, once per presence. Hears nothing. */
export class CodeScanner {
  readonly #options: CodeScannerOptions;
  readonly #stop: () => void;
  #repeats: boolean;
  #isClosed = false;
  #scanCount = 0;

  constructor(options: CodeScannerOptions) {
    this.#options = options;
    this.#repeats = options.repeats ?? false;
    this.#stop = options.stage.onHappening((happening) => {
      if (happening.kind !== "TransponderArrived" || happening.reader !== options.id) return;
      this.scan(options.codes?.get(happening.number) ?? happening.number);
    });
  }

  get scanCount(): number {
    return this.#scanCount;
  }

  setFlaw(_: CodeScannerFlaw, isOn: boolean): void {
    this.#repeats = isOn;
  }

  /** A code is held to the glass. Nothing happens without power or after `close`. */
  scan(text: string): void {
    const { id, stage, line, end } = this.#options;
    const bytes = codeScannerBytes(text, end);
    if (this.#isClosed || stage.world.darkBoards.includes(id)) return;
    this.#scanCount += 1;
    line.send(bytes);
    if (this.#repeats) line.send(bytes);
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }
}
