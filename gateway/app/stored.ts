// Parsers of the small documents this program wrote itself: plain JSON with bytes as hex or base64.

import { Fault, fromHex } from "@driftbox/proto";

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a stored object. @throws Fault documents/damaged */
export function fieldsOf(name: string, stored: unknown): Fields {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) {
    throw new Fault(
      "documents/damaged",
      `document ${name}: not an object; delete it to start over`,
    );
  }
  return { ...stored };
}

/** A non-negative safe integer. @throws Fault documents/damaged */
export function countOf(name: string, fields: Fields, field: string): number {
  const value = fields[field];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Fault("documents/damaged", `document ${name}: ${field} is not a count`);
}

export function textOf(name: string, fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value === "string") return value;
  throw new Fault("documents/damaged", `document ${name}: ${field} is not a text`);
}

/** Bytes written as hex. @throws Fault documents/damaged */
export function bytesOf(name: string, fields: Fields, field: string): Uint8Array {
  const bytes = fromHex(textOf(name, fields, field));
  if (bytes === undefined) {
    throw new Fault("documents/damaged", `document ${name}: ${field} is not hexadecimal`);
  }
  return bytes;
}
