// Chooses how a configured port is opened: a device path or a serial server.
import { Fault } from "@driftbox/proto";
import type { OpenLine } from "./byte-line.ts";
import { tcpLine, type TcpEndpoint } from "./tcp-line.ts";

/**
 * `port` is an absolute device path or `tcp://host:port`. Throws `Fault` `config/value` otherwise.
 */
export function lineOpener(port: string, baudRate: number): OpenLine {
  if (port.startsWith("/")) return lazySerialPort(port, baudRate);
  return tcpLine(parseEndpoint(port));
}

/** Reads `tcp://host:port`. Throws `Fault` `config/value`. */
export function parseEndpoint(url: string): TcpEndpoint {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const port = Number(parsed?.port);
  if (parsed?.protocol !== "tcp:" || parsed.hostname === "" || !(port > 0)) {
    throw new Fault("config/value", `"${url}" is neither /dev/... nor tcp://host:port`);
  }
  return { host: parsed.hostname.replace(/^\[(.*)\]$/, "$1"), port };
}

/** The native module costs 15 MB of memory, so it is loaded by the first port that needs it. */
function lazySerialPort(path: string, baudRate: number): OpenLine {
  return async (signal) => {
    const { serialPortLine } = await import("./serial-port-line.ts");
    return serialPortLine({ path, baudRate })(signal);
  };
}
