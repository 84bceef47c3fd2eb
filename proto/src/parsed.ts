// The result of reading bytes from outside: a value, or what was wrong with them.

import type { ErrorCode } from "./error-codes.ts";

/** Bad input is an outcome, not an exception. `detail` says what was seen, in words. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(code: ErrorCode, detail: string): Parsed<never> {
  return { ok: false, code, detail };
}
