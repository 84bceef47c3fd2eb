// Makes the input lines a configuration names, on whichever GPIO it chose.
import { tcpLine } from "../serial/tcp-line.ts";
import { parseEndpoint } from "../serial/open-line.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import type { InputLines } from "./input-lines.ts";
import { SimGpio } from "./sim-lines.ts";

/** The `gpio` part of the gateway's configuration. */
export interface GpioChoice {
  readonly driver: "sim";
  /** `tcp://host:port` of the simulator. */
  readonly url: string;
}

/** Throws `Fault` `config/value` when the choice cannot be read. */
export function inputLines(choice: GpioChoice, runtime: LineRuntime): InputLines {
  return new SimGpio({ ...runtime, open: tcpLine(parseEndpoint(choice.url)), id: "gpio" });
}
