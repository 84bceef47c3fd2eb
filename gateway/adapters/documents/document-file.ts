// One small document as a file: replaced whole and durably, with a checksum that shows damage.

import { createHash } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { Fault } from "@driftbox/proto";

/** `DBXDOC1 <sha256 of the text, hex>\n` before the JSON text. */
const headPattern = /^DBXDOC1 ([0-9a-f]{64})\n/;
const privateFile = 0o600;
/** Largest stored document in bytes. */
const documentTextMaxBytes = 16_777_216;

/** The stored text, or undefined when there is no file. @throws Fault documents/io, /damaged */
export async function readDocumentText(path: string): Promise<string | undefined> {
  let stored: string;
  try {
    stored = await readFile(path, "utf8");
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw ioFault(path, "cannot be read", cause);
  }
  const digest = headPattern.exec(stored)?.[1];
  const text = stored.slice(stored.indexOf("\n") + 1);
  if (digest !== undefined && digest === digestOf(text)) return text;
  const kept = `${path}.damaged`;
  try {
    await rename(path, kept);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw ioFault(path, "is damaged and cannot be kept aside", cause);
  }
  throw new Fault("documents/damaged", `${path} is not as written; it is kept as ${kept}`);
}

/**
 * Replaces the document. When it returns the new text survives a power cut; before that, a crash
 * leaves the old text or the new one. Calls for one path must not overlap.
 * @throws Fault documents/io
 */
export async function writeDocumentText(path: string, text: string): Promise<void> {
  const stored = `DBXDOC1 ${digestOf(text)}\n${text}`;
  if (Buffer.byteLength(stored) > documentTextMaxBytes) {
    throw new Error(`${path}: document over ${documentTextMaxBytes} bytes`);
  }
  const draft = `${path}.new`;
  try {
    const file = await open(draft, "w", privateFile);
    try {
      await file.writeFile(stored);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw ioFault(path, "cannot be stored", cause);
  }
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function ioFault(path: string, what: string, cause: unknown): Fault {
  const text = `${path} ${what} (${errorCode(cause)}); check space and owner of the folder`;
  return new Fault("documents/io", text, { cause });
}

function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  return "unknown";
}
