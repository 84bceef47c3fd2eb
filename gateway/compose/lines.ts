// Opens the serial port that a device is configured with.

import type { OpenLine } from "../adapters/serial/byte-line.ts";
import { withoutEcho } from "../adapters/serial/echo-strip.ts";
import { lineOpener } from "../adapters/serial/open-line.ts";

interface OnLine {
  readonly port: { readonly value: string };
  readonly baud: number;
  readonly localEcho?: "none" | "strip";
}

/** @throws Fault config/value for a port that is neither a path nor tcp://host:port */
export function openerOf({ port, baud, localEcho = "none" }: OnLine): OpenLine {
  const open = lineOpener(port.value, baud);
  return localEcho === "strip" ? withoutEcho(open) : open;
}
