// The MQTT server: aedes behind guards, with enrolled gateways only and commit before PUBACK.

import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { Aedes, type AuthenticateError, type Client, type ConnectPacket } from "aedes";
import { limits, parseGatewayName } from "@driftbox/proto";
import type { Ingest } from "../../app/ingest.ts";
import type { Address, Log } from "../../ports/downlink.ts";
import type { AedesDownlink } from "./aedes-downlink.ts";
import { allowPublish, mayLeaveWill, maySubscribe, speakerOf } from "./authorization.ts";
import { CommitQueue } from "./commit-queue.ts";
import { guard } from "./guard.ts";
import { openListener, type TlsKeys } from "./mqtt-listener.ts";

export const serverLimits = {
  connectionsPerAddressMaxCount: 2_048,
  connectTimeoutMs: 10_000,
  drainTimeoutMs: 10_000,
  keepaliveMaxS: 120,
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
  /** With a client CA, the CN of a certificate must be the gateway's name. */
  readonly tls?: TlsKeys | undefined;
}

export interface MqttServer {
  readonly host: string;
  readonly port: number;
  /** Certificates for connections from now on; those that stand go on. */
  renewTls(tls: TlsKeys): void;
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
  const { host, tls } = options;
  const listener = await openListener({
    host,
    port: options.port,
    tls,
    admit: (socket) => door.admit(socket),
    accept: (socket) => door.accept(socket, broker),
    refused: (reason, address) => door.refuseTls(reason, address),
  });
  return {
    host,
    port: listener.port,
    renewTls: (keys) => listener.renew(keys),
    close: async () => {
      listener.close();
      door.queue.drain();
      await new Promise<void>((resolve) => broker.close(resolve));
      door.close();
    },
  };
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

  /** False for more connections of one address than it may have. */
  admit(socket: Socket): boolean {
    const address = socket.remoteAddress ?? "";
    const count = (this.#perAddress.get(address) ?? 0) + 1;
    if (count > serverLimits.connectionsPerAddressMaxCount) {
      this.#count("refused/mqtt/connections");
      return false;
    }
    this.#perAddress.set(address, count);
    socket.once("close", () => {
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
    return true;
  }

  accept(socket: Socket, broker: Aedes): void {
    guard(broker.handle(socket), {
      connectMaxBytes: limits.mqttConnectMaxBytes,
      frameMaxBytes: limits.mqttFrameMaxBytes,
    });
  }

  /** A handshake that failed: somebody's certificate, or no TLS at all. */
  refuseTls(reason: string, address: string | undefined): void {
    this.#count("refused/mqtt/certificate");
    this.#options.log.warn(
      { code: "mqtt/certificate", address, reason },
      "refused a connection: no TLS, or a bad certificate",
    );
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
    const isProved = this.#options.tls?.clientCa === undefined || hasCertificateOf(client, speaker);
    if (!isProved) {
      this.#count("refused/mqtt/certificate");
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
  if (!(client.conn instanceof TLSSocket)) return false;
  const { subject } = client.conn.getPeerCertificate();
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
