// Address of the MQTT server and the socket to it: plain TCP on a loopback, TLS elsewhere.

import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { Fault } from "@driftbox/proto";

export interface TlsFiles {
  /** PEM texts. `cert` and `key` name this gateway to the server. */
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

export type ReadTlsFiles = () => TlsFiles;

export interface ServerAddress {
  /** As configured, for messages. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Reads the files anew for each connection; undefined = no TLS. @throws Fault mqtt/refused */
  readonly tls: ReadTlsFiles | undefined;
}

/** Opens a new socket; its failures arrive as its `error` event. */
export function streamTo({ host, port }: ServerAddress, tls: TlsFiles | undefined): Socket {
  if (tls === undefined) return connectTcp({ host, port, noDelay: true });
  return connectTls({
    host,
    port,
    servername: host,
    ca: tls.ca,
    cert: tls.cert,
    key: tls.key,
    rejectUnauthorized: true,
  }).setNoDelay(true);
}

const plainPort = 1_883;
const tlsPort = 8_883;

/** Reads `mqtt://host[:port]` or `mqtts://host[:port]`. @throws Fault config/value */
export function serverAddressOf(url: string, files: ReadTlsFiles): ServerAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isTls = parsed?.protocol === "mqtts:";
  if (parsed === undefined || (!isTls && parsed.protocol !== "mqtt:") || parsed.hostname === "") {
    throw new Fault("config/value", `uplink.url ${url}: expected mqtt://host:port or mqtts://…`);
  }
  const host = parsed.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = parsed.port === "" ? (isTls ? tlsPort : plainPort) : Number(parsed.port);
  return { url, host, port, tls: isTls ? files : undefined };
}
