// Where somebody without card may deposit, and whom they may call, as an operator writes it.

import { Fields, invalid } from "./policy-fields.ts";
import { windowOf } from "./policy-windows.ts";

export function depositOf(written: unknown, path: string) {
  const deposit = new Fields(written, path, ["box", "compartments", "needsNumber", "windows"]);
  return {
    box: deposit.name("box"),
    compartments: deposit.compartments(),
    needsNumber: deposit.optional("needsNumber", "boolean") ?? false,
    windows: deposit.list("windows").map((each) => windowOf(each, `${path}.windows`)),
  };
}

/** A telephone number as it is shown at the boxes; empty = not written. */
export function helpNumberOf(written: string | undefined, path: string): string {
  if (written === undefined) return "";
  if (/^[0-9+() -]{3,32}$/.test(written)) return written;
  return invalid(path, "3 to 32 digits, +, -, brackets and spaces, in quotes");
}
