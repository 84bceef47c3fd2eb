// The MQTT server: aedes behind guards, with enrolled gateways only and commit before PUBACK.

import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from "node:tls";
import { Aedes, type AuthenticateError, type Client, type ConnectPacket } from "aedes";
import { Fault, limits, parseGatewayName } from "@driftbox/proto";
import type { Ingest } from "../../app/ingest.ts";
import type { Address, Log } from "../../ports/downlink.ts";
import type { AedesDownlink } from "./aedes-downlink.ts";
import { allowPublish, mayLeaveWill, maySubscribe, speakerOf } from "./authorization.ts";
import { CommitQueue } from "./commit-queue.ts";
import { guard } from "./guard.ts";

export const serverLimits = {
  connectionsMaxCount: 20_000,
  connectionsPerAddressMaxCount: 2_048,
  connectTimeoutMs: 10_000,
  drainTimeoutMs: 10_000,
  keepaliveMaxS: 120,
  /** Bytes read ahead of one connection: what one transaction of a drain can take from it. */
  readAheadBytes: 262_144,
  /** Connections the kernel holds before they are accepted. */
  backlog: 4_096,
  /** How often refusals made before ingest are counted, and pings passed on. */
  flushMs: 1_000,
} as const;

export interface MqttOptions {
  readonly host: string;
  /** 0 asks the kernel for a free port. */
  readonly port: number;
  readonly ingest: Ingest;
  readonly downlink: AedesDownlink;
  readonly log: Log;
  /** With `requestCert` the certificate's CN must be the gateway's name. */
  readonly tls?: TlsOptions;
}

export interface MqttServer {
  readonly host: string;
  readonly port: number;
  /** Takes no more, commits what waits, closes every connection. */
  close(): Promise<void>;
}

/** Faults: listen/failed. Answers when the port is open. */
export async function startMqtt(options: MqttOptions): Promise<MqttServer> {
  const door = new Door(options);
  const broker = await Aedes.createBroker({
    concurrency: 100,
    connectTimeout: serverLimits.connectTimeoutMs,
    drainTimeout: serverLimits.drainTimeoutMs,
    keepaliveLimit: serverLimits.keepaliveMaxS,
    maxTopicLevels: 8,
    ...door.hooks(),
  });
  broker.on("clientError", (client, error) => door.report(client, error));
  broker.on("ping", (_packet, client) => door.ping(client));
  broker.on("connectionError", (client, error) => door.report(client, error));
  options.downlink.attach(broker);
  const accept = (socket: Socket) => door.accept(socket, broker);
  const server =
    options.tls === undefined
      ? createServer({ noDelay: true, highWaterMark: serverLimits.readAheadBytes }, accept)
      : createTlsServer(options.tls, accept);
  server.maxConnections = serverLimits.connectionsMaxCount;
  const port = await listen(server, options);
  return {
    host: options.host,
    port,
    close: async () => {
      server.close();
      door.queue.drain();
      await new Promise<void>((resolve) => broker.close(resolve));
      door.close();
    },
  };
}

function listen(server: Server, options: MqttOptions): Promise<number> {
  const { host, port } = options;
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new Fault("listen/failed", `${host}:${port}: choose another port`, { cause }));
    });
    server.listen({ host, port, backlog: serverLimits.backlog }, () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

/** Who comes in, as whom, and what of theirs reaches ingest. */
class Door {
  readonly queue: CommitQueue;
  readonly #options: MqttOptions;
  readonly #speakers = new WeakMap<Client, Address>();
  /** Clients that `preConnect` saw and `authenticate` must refuse, with the CONNACK code. */
  readonly #refused = new WeakMap<Client, 2 | 5>();
  readonly #perAddress = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  /** Who pinged since the last flush; at most as many as there are connections. */
  readonly #pinged = new Set<Address>();
  readonly #flush: NodeJS.Timeout;

  constructor(options: MqttOptions) {
    this.#options = options;
    this.queue = new CommitQueue(
      (deliveries) => options.ingest.take(deliveries),
      (error) => options.log.error({ err: error }, "nothing was committed or acknowledged"),
    );
    this.#flush = setInterval(() => this.#flushNow(), serverLimits.flushMs);
    this.#flush.unref();
  }

  hooks() {
    return {
      preConnect: this.#preConnect,
      authenticate: this.#authenticate,
      authorizePublish: this.#authorizePublish,
      authorizeSubscribe: this.#authorizeSubscribe,
      authorizeForward: this.#options.downlink.forward.bind(this.#options.downlink),
    };
  }

  accept(socket: Socket, broker: Aedes): void {
    const address = socket.remoteAddress ?? "";
    const count = (this.#perAddress.get(address) ?? 0) + 1;
    if (count > serverLimits.connectionsPerAddressMaxCount) {
      this.#count("refused/mqtt/connections");
      socket.destroy();
      return;
    }
    this.#perAddress.set(address, count);
    socket.once("close", () => {
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
    guard(broker.handle(socket), {
      connectMaxBytes: limits.mqttConnectMaxBytes,
      frameMaxBytes: limits.mqttFrameMaxBytes,
    });
  }

  /** Reports a connection that ended with an error; frames were refused by the guard. */
  report(client: Client | null, error: Error): void {
    this.#count("refused/mqtt/frame");
    const speaker = client === null ? undefined : this.#speakers.get(client);
    this.#options.log.warn(
      { code: "mqtt/frame", ...speaker, reason: error.message.slice(0, 200) },
      "closed a connection",
    );
  }

  /** A quiet gateway lives as long as it pings. */
  ping(client: Client): void {
    const speaker = this.#speakers.get(client);
    if (speaker !== undefined) this.#pinged.add(speaker);
  }

  close(): void {
    clearInterval(this.#flush);
    this.#flushNow();
  }

  readonly #preConnect = (
    client: Client,
    packet: ConnectPacket,
    done: (error: Error | null, isGood: boolean) => void,
  ): void => {
    const { clientId, username } = packet;
    const speaker = speakerOf({ clientId, username }, (name) => this.#options.ingest.siteOf(name));
    // A persistent session would let the server queue without bound for whoever never returns.
    if (packet.clean !== true) this.#refused.set(client, packet.clientId === "" ? 2 : 5);
    else if (speaker === undefined) this.#refuseUnknown(client, clientId);
    else if (packet.will !== undefined && !mayLeaveWill(speaker, willOf(packet.will))) {
      this.#refused.set(client, 5);
    } else this.#speakers.set(client, speaker);
    done(null, true);
  };

  /** A name that may be enrolled later is not authorized now; any other one is malformed. */
  #refuseUnknown(client: Client, clientId: string): void {
    const isName = parseGatewayName(clientId).ok;
    if (isName) this.#count("refused/ingest/unknown-gateway");
    this.#refused.set(client, isName ? 5 : 2);
  }

  readonly #authenticate = (
    client: Client,
    _username: unknown,
    _password: unknown,
    done: (error: AuthenticateError | null, isGood: boolean | null) => void,
  ): void => {
    const refused = this.#refused.get(client);
    const speaker = this.#speakers.get(client);
    if (refused !== undefined || speaker === undefined) {
      return done(
        connackError(refused ?? 2, "the gateway is not enrolled, or its identity is malformed"),
        false,
      );
    }
    if (!hasCertificateOf(client, speaker)) {
      return done(connackError(2, "the certificate names another gateway"), false);
    }
    if (!this.#options.ingest.knows(speaker)) {
      this.#count("refused/ingest/unknown-gateway");
      return done(connackError(5, `${speaker.site}/${speaker.gateway} is not enrolled`), false);
    }
    return done(null, true);
  };

  readonly #authorizePublish = (
    client: Client | null,
    packet: Parameters<Aedes["authorizePublish"]>[1],
    done: (error?: Error | null) => void,
  ): void => {
    const speaker = client === null ? undefined : this.#speakers.get(client);
    if (speaker === undefined) return done(client === null ? null : new Error("not connected"));
    const payload = bytesOf(packet.payload);
    const allowed = allowPublish(speaker, { ...packet, payload });
    if (!allowed.ok) {
      this.#count(`refused/${allowed.refusal.code}`);
      return done(new Error(allowed.refusal.reason));
    }
    return this.queue.push({ ...speaker, word: allowed.value, payload }, done);
  };

  readonly #authorizeSubscribe = (
    client: Client,
    subscription: Parameters<Aedes["authorizeSubscribe"]>[1],
    done: Parameters<Aedes["authorizeSubscribe"]>[2],
  ): void => {
    const speaker = this.#speakers.get(client);
    if (speaker !== undefined && maySubscribe(speaker, subscription.topic)) {
      return done(null, subscription);
    }
    this.#count("refused/mqtt/subscribe");
    return done(null, null);
  };

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #flushNow(): void {
    try {
      this.#options.ingest.heard(this.#pinged);
      this.#pinged.clear();
      this.#options.ingest.count(this.#counts);
      this.#counts.clear();
    } catch (error) {
      this.#options.log.error({ err: error }, "could not write counters");
    }
  }
}

/** CONNACK codes 2 and 5 of MQTT 3.1.1. */
function connackError(returnCode: 2 | 5, reason: string): AuthenticateError {
  return Object.assign<Error, Pick<AuthenticateError, "returnCode">>(new Error(reason), {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- aedes' enum has no values
    returnCode,
  });
}

function hasCertificateOf(client: Client, speaker: Address): boolean {
  if (!(client.conn instanceof TLSSocket)) return true;
  const subject = client.conn.getPeerCertificate().subject;
  return subject?.CN === speaker.gateway;
}

function bytesOf(payload: string | Buffer): Uint8Array {
  return typeof payload === "string" ? Buffer.from(payload) : payload;
}

function willOf(will: NonNullable<ConnectPacket["will"]>): Parameters<typeof mayLeaveWill>[1] {
  return {
    topic: will.topic,
    qos: will.qos ?? 0,
    retain: will.retain ?? false,
    payload: bytesOf(will.payload),
  };
}
