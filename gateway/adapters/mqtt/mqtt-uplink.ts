// Uplink over MQTT 3.1.1 with mqtt.js, used as a bare codec: no queue, no store,
// no reconnect of its own.

import type { IClientOptions } from "mqtt";
import {
  downwardTopics,
  Fault,
  formatTopic,
  limits,
  parseTopic,
  retainedTopics,
  type DownwardTopic,
  type GatewayName,
  type SiteName,
  type UpwardTopic,
} from "@driftbox/proto";
import type { Log } from "../../ports/runtime.ts";
import type { Uplink, UplinkListener, UplinkSession } from "../../ports/uplink.ts";
import { guarded } from "./frame-guard.ts";
import { MqttClient, UniqueMessageIdProvider } from "./mqtt-client.ts";
import { streamTo, tlsTrustOf, type ServerAddress, type TlsTrust } from "./server-address.ts";
import { hungUpBeforeAnswer, tlsAdvice } from "./tls-refusal.ts";

/** A connection that does not end in order by then is cut. */
const closeMaxMs = 500;
/** Words whose documents may be large. */
const largeWords: ReadonlySet<DownwardTopic> = new Set<DownwardTopic>([
  "policy",
  "grants",
  "manifests",
]);

export interface MqttUplinkOptions {
  readonly server: ServerAddress;
  readonly site: SiteName;
  readonly gateway: GatewayName;
  /** Seconds between pings; a half-open link is found after 1.5 times it. */
  readonly keepaliveS: number;
  /** Time from opening the socket to CONNACK, and from there to the last SUBACK. */
  readonly connectTimeoutMs: number;
  readonly log: Log;
}

/** Opens one MQTT connection per call of `open`, each with a new client object. */
export class MqttUplink implements Uplink {
  readonly #options: MqttUplinkOptions;

  constructor(options: MqttUplinkOptions) {
    this.#options = options;
  }

  async open(listener: UplinkListener, will: Uint8Array): Promise<UplinkSession> {
    const files = this.#options.server.tls?.();
    const tls = files === undefined ? undefined : tlsTrustOf(files);
    const session = new MqttSession({ ...this.#options, tls }, listener, will);
    await session.connected();
    return session;
  }
}

interface SessionOptions extends MqttUplinkOptions {
  readonly tls: TlsTrust | undefined;
}

class MqttSession implements UplinkSession {
  readonly #client: MqttClient;
  readonly #options: SessionOptions;
  readonly #listener: UplinkListener;
  /** Rejects what still waits when the connection ends; mqtt.js may stay silent then. */
  readonly #pending = new Set<(fault: Fault) => void>();
  /** Of the step of opening or closing that waits for the server. */
  #deadline: NodeJS.Timeout | undefined;
  /** True from CONNACK on. */
  #isAnswered = false;
  #isOpen = false;
  #isClosed = false;
  #reason = "the server closed the connection";

  constructor(options: SessionOptions, listener: UplinkListener, will: Uint8Array) {
    this.#options = options;
    this.#listener = listener;
    this.#client = new MqttClient(
      () => guarded(streamTo(options.server, options.tls), (reason) => this.#fail(reason)),
      clientOptions(options, will),
    );
    this.#client.on("message", (topic, body) => this.#onMessage(topic, body));
    this.#client.on("error", (error) => this.#onError(error));
    this.#client.on("close", () => this.#fail(this.#isHungUp ? hungUpBeforeAnswer : this.#reason));
  }

  /** Resolves when CONNACK and the SUBACK of all five topics arrived. */
  async connected(): Promise<void> {
    await this.#orLost("mqtt/refused", (done, failed) => {
      this.#client.once("connect", () => {
        this.#isAnswered = true;
        this.#subscribe(done, failed);
      });
    });
    // The line may have ended between the answer and this turn; then nobody was told yet.
    if (this.#isClosed) throw new Fault("mqtt/lost", `${this.#options.server.url}: ended at once`);
    this.#isOpen = true;
  }

  publish(word: UpwardTopic, body: Uint8Array): Promise<void> {
    if (!this.#isOpen || !this.#client.connected) {
      return Promise.reject(new Fault("mqtt/lost", `${word}: not connected`));
    }
    return this.#orLost("mqtt/lost", (done, failed) => {
      const settings = { qos: 1 as const, retain: retainedTopics.has(word) };
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      this.#client.publish(this.#topic(word), bytes, settings, (error) => {
        if (error) failed(error.message);
        else done();
      });
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#reason = "closed by this gateway";
    // A half-open line never acknowledges what is under way, and mqtt.js would wait for it.
    const cut = new Promise<void>((done) => {
      this.#deadline = setTimeout(done, closeMaxMs);
    });
    await Promise.race([this.#client.endAsync(), cut]);
    this.#fail(this.#reason);
  }

  #onError(error: Error): void {
    const advice = this.#options.tls === undefined ? undefined : tlsAdvice(error);
    if (advice !== undefined) return this.#fail(advice, "mqtt/certificate");
    this.#fail(this.#isHungUp ? `${error.message}; ${hungUpBeforeAnswer}` : error.message);
  }

  /** Before CONNACK little but the certificates was judged where there is TLS. */
  get #isHungUp(): boolean {
    return this.#options.tls !== undefined && !this.#isAnswered;
  }

  #subscribe(done: () => void, failed: (reason: string) => void): void {
    const topics = downwardTopics.map((word) => this.#topic(word));
    const { connectTimeoutMs } = this.#options;
    this.#deadline = setTimeout(() => {
      failed(`the server did not answer the subscription within ${connectTimeoutMs} ms`);
    }, connectTimeoutMs);
    this.#client.subscribe(topics, { qos: 1 }, (error, granted) => {
      clearTimeout(this.#deadline);
      const isDenied = granted?.some((grant) => grant.qos > 2) ?? false;
      if (error) failed(`subscription failed: ${error.message}`);
      else if (isDenied) failed("the server denied a subscription; check the gateway's rights");
      else done();
    });
  }

  #onMessage(topic: string, body: Uint8Array): void {
    if (this.#isClosed) return;
    const word = this.#downwardWord(topic);
    if (word === undefined) {
      this.#options.log.warn({ topic: topic.slice(0, 200) }, "message on a foreign topic ignored");
      return;
    }
    const maxBytes = largeWords.has(word) ? limits.policyMaxBytes : limits.documentMaxBytes;
    if (body.length > maxBytes) {
      this.#options.log.warn({ word, bytes: body.length }, "oversized message ignored");
      return;
    }
    this.#listener.onMessage(word, body);
  }

  #downwardWord(text: string): DownwardTopic | undefined {
    const topic = parseTopic(text);
    if (!topic.ok) return undefined;
    const { site, gateway, word } = topic.value;
    if (site !== this.#options.site || gateway !== this.#options.gateway) return undefined;
    return downwardTopics.find((downward) => downward === word);
  }

  #topic(word: UpwardTopic | DownwardTopic): string {
    return formatTopic({ site: this.#options.site, gateway: this.#options.gateway, word });
  }

  /** A promise that is rejected with `code` when the step fails or the connection ends first. */
  #orLost(
    code: "mqtt/refused" | "mqtt/lost",
    step: (done: () => void, failed: (reason: string) => void) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (fault: Fault | undefined): void => {
        this.#pending.delete(settle);
        if (fault === undefined) resolve();
        else if (fault.code === "mqtt/certificate") reject(fault);
        else reject(new Fault(code, fault.message, { cause: fault }));
      };
      this.#pending.add(settle);
      step(
        () => settle(undefined),
        (reason) => {
          settle(new Fault(code, reason));
          this.#fail(reason);
        },
      );
    });
  }

  /** Ends the connection once, whatever the cause, and tells everybody who waits. */
  #fail(reason: string, code: "mqtt/lost" | "mqtt/certificate" = "mqtt/lost"): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Not at once: mqtt.js may be walking its unanswered messages, which ending removes.
    queueMicrotask(() => this.#client.end(true));
    const { url } = this.#options.server;
    const fault = new Fault(code, `${url}: ${reason}`);
    // Each settles and leaves the set, which a set's own walk allows.
    for (const settle of this.#pending) settle(fault);
    if (this.#isOpen) this.#listener.onClosed(reason);
  }
}

/** Settings without which mqtt.js would queue, replay or reconnect behind the outbox's back. */
function clientOptions(options: MqttUplinkOptions, will: Uint8Array): IClientOptions {
  const topic = formatTopic({ site: options.site, gateway: options.gateway, word: "status" });
  return {
    // The server knows a gateway by these two; a certificate proves them where there is TLS.
    clientId: options.gateway,
    username: options.site,
    protocolVersion: 4,
    clean: true,
    keepalive: options.keepaliveS,
    connectTimeout: options.connectTimeoutMs,
    reconnectPeriod: 0,
    queueQoSZero: false,
    resubscribe: false,
    reschedulePings: false,
    messageIdProvider: new UniqueMessageIdProvider(),
    will: { topic, payload: Buffer.from(will), qos: 1, retain: true },
  };
}
