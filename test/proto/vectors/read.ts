// Reads the files of proto/vectors as a stranger would.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fromHex, type DocumentType } from "@driftbox/proto";

export const vectorFolder = fileURLToPath(new URL("../../../proto/vectors/", import.meta.url));

/** Lines that are not comments. */
export function readLines(name: string): string[] {
  const lines = readFileSync(vectorFolder + name, "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

/** Lines of JSON strings. */
export function readTexts(name: string): string[] {
  return readLines(name).map((line) => String(JSON.parse(line)));
}

/** `HEX NAME` lines; the hex may be empty. */
export function readNamed(name: string): { readonly bytes: Uint8Array; readonly name: string }[] {
  return readLines(name).map((line) => {
    const at = line.indexOf(" ");
    return { bytes: hex(line.slice(0, at)), name: line.slice(at + 1) };
  });
}

interface Described {
  readonly comment: string;
  readonly tags: readonly string[];
}

export interface DocumentVector {
  readonly type: DocumentType;
  readonly publicKey: string;
  readonly document: string;
}

/** What the vectors of a JSON file hold beside comment and tags. */
interface VectorFiles {
  "headers_valid.json": { readonly bytes: string; readonly fields: { wallErrMs: number | null } };
  "events_valid.json": { readonly kind: string; readonly salt: string; readonly fields: object };
  "batches_valid.json": { readonly bytes: string; readonly mark: string; readonly count: number };
  "documents_valid.json": DocumentVector & { readonly fields: object };
  "documents_invalid.json": DocumentVector & { readonly code: string };
}

export function readVectors<N extends keyof VectorFiles>(
  name: N,
): readonly (VectorFiles[N] & Described)[] {
  const file = JSON.parse(readFileSync(vectorFolder + name, "utf8")) as {
    readonly vectors: readonly (VectorFiles[N] & Described)[];
  };
  return file.vectors;
}

export function hex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error(`not hex: ${text.slice(0, 40)}`);
  return bytes;
}
