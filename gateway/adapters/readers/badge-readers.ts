// Makes the reader a configuration names.
import type { BadgeReader } from "../../ports/devices.ts";
import { lineOpener } from "../serial/open-line.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { Em4100Reader, em4100BaudRate } from "./em4100-reader.ts";

/** What the driver needs of one entry of `readers` in the gateway's configuration. */
export interface ReaderChoice {
  readonly id: string;
  readonly driver: "em4100";
  /** A device path or `tcp://host:port`. */
  readonly port: string;
  readonly baud: number | undefined;
}

/** The reader, not started. Throws `Fault` `config/value` for a port that cannot be read. */
export function badgeReader(choice: ReaderChoice, runtime: LineRuntime): BadgeReader {
  const open = lineOpener(choice.port, choice.baud ?? em4100BaudRate);
  return new Em4100Reader({ id: choice.id, open, ...runtime });
}
