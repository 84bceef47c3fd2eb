// Address of the MQTT server and the socket to it: plain TCP on a loopback, TLS elsewhere.

import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext } from "node:tls";
import { Fault } from "@driftbox/proto";

export interface TlsFiles {
  /** PEM texts. `cert` and `key` name this gateway to the server. */
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** The name in the server's certificate, where that is not the host of the address. */
  readonly serverName?: string | undefined;
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

/** What one TLS connection is made with. */
export interface TlsTrust {
  readonly context: SecureContext;
  readonly serverName: string | undefined;
}

/** @throws Fault mqtt/certificate for texts that are no certificates, or a key of another one */
export function tlsTrustOf({ ca, cert, key, serverName }: TlsFiles): TlsTrust {
  try {
    return { context: createSecureContext({ ca, cert, key, minVersion: "TLSv1.2" }), serverName };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "unusable";
    const text = `${reason}: check uplink.caFile, and that uplink.keyFile belongs to certFile`;
    throw new Fault("mqtt/certificate", text, { cause });
  }
}

/** Opens a new socket; its failures arrive as its `error` event. */
export function streamTo({ host, port }: ServerAddress, tls: TlsTrust | undefined): Socket {
  if (tls === undefined) return connectTcp({ host, port, noDelay: true });
  // RFC 6066, section 3: an address is no server name; it is then compared with the certificate's.
  const serverName = tls.serverName ?? (isIP(host) === 0 ? host : undefined);
  return connectTls({
    host,
    port,
    ...(serverName !== undefined && { servername: serverName }),
    secureContext: tls.context,
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
