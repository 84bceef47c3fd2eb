// The port of the MQTT server: plain TCP on a loopback, TLS elsewhere.

import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from "node:tls";
import { Fault } from "@driftbox/proto";

/** PEM texts. */
export interface TlsKeys {
  readonly cert: string;
  readonly key: string;
  /** Who signs the certificates of gateways; undefined = gateways need none. */
  readonly clientCa: string | undefined;
}

export const listenerLimits = {
  connectionsMaxCount: 20_000,
  /** Time for a TLS handshake. */
  handshakeMaxMs: 10_000,
  /** Bytes read ahead of one connection: what one transaction of a drain can take from it. */
  readAheadBytes: 262_144,
  /** Connections the kernel holds before they are accepted. */
  backlog: 4_096,
} as const;

export interface ListenerOptions {
  readonly host: string;
  /** 0 asks the kernel for a free port. */
  readonly port: number;
  /** Undefined = no TLS. */
  readonly tls: TlsKeys | undefined;
  /** Every connection as it comes in, before any TLS; false ends it. */
  readonly admit: (socket: Socket) => boolean;
  /** A connection whose TLS, where there is any, stands. */
  readonly accept: (socket: Socket) => void;
  /** TLS that did not come about, and why. */
  readonly refused: (reason: string, address: string | undefined) => void;
}

export interface MqttListener {
  readonly port: number;
  /** Certificates for connections from now on; those that stand go on. */
  renew(tls: TlsKeys): void;
  close(): void;
}

/** Fault: listen/failed. Answers when the port is open. */
export async function openListener(options: ListenerOptions): Promise<MqttListener> {
  const { tls, accept } = options;
  const settings = { noDelay: true, highWaterMark: listenerLimits.readAheadBytes };
  const secure =
    tls === undefined ? undefined : createTlsServer({ ...settings, ...optionsOf(tls) });
  const server: Server = secure ?? createServer(settings);
  server.maxConnections = listenerLimits.connectionsMaxCount;
  server.on("connection", (socket) => {
    if (!options.admit(socket)) socket.destroy();
    else if (secure === undefined) accept(socket);
  });
  secure?.on("secureConnection", accept);
  secure?.on("tlsClientError", (error, socket) => {
    options.refused(reasonOf(error, socket), socket.remoteAddress);
  });
  const port = await listen(server, options);
  return {
    port,
    renew: (keys) => secure?.setSecureContext(optionsOf(keys)),
    close: () => void server.close(),
  };
}

function optionsOf({ cert, key, clientCa }: TlsKeys): TlsOptions {
  const { handshakeMaxMs: handshakeTimeout } = listenerLimits;
  const common = { cert, key, minVersion: "TLSv1.2", handshakeTimeout } as const;
  if (clientCa === undefined) return common;
  return { ...common, ca: clientCa, requestCert: true, rejectUnauthorized: true };
}

/** Node ends a connection over a bad certificate without an error of its own. */
function reasonOf(error: Error, socket: TLSSocket): string {
  const refusal: unknown = socket.authorizationError;
  if (typeof refusal === "string") return `the gateway's certificate: ${refusal}`;
  return error.message.slice(0, 200);
}

function listen(server: Server, { host, port }: ListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new Fault("listen/failed", `${host}:${port}: choose another port`, { cause }));
    });
    server.listen({ host, port, backlog: listenerLimits.backlog }, () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}
