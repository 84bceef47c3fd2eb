// The sea between a gateway and the center: a TCP proxy that can be cut, slowed and restored.

import { connect, createServer, type Server, type Socket } from "node:net";
import { Fault } from "@driftbox/proto";
import type { Link } from "../scenario/installation.ts";
import { PacketSplitter, publishOf, publishPacket, type Packet } from "./mqtt-packets.ts";

const connectionsMaxCount = 16;

export interface LinkProxyOptions {
  readonly host: string;
  readonly targetPort: number;
}

export class LinkProxy implements Link {
  readonly #options: LinkProxyOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #gateways = new Set<Socket>();
  #isCut = false;
  #delayMs = 0;
  #command: Uint8Array | undefined;

  private constructor(options: LinkProxyOptions) {
    this.#options = options;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** @throws Fault listen/failed */
  static async open(options: LinkProxyOptions): Promise<LinkProxy> {
    const proxy = new LinkProxy(options);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once("error", (cause) => {
        reject(new Fault("listen/failed", `${options.host}: no port for a link`, { cause }));
      });
      proxy.#server.listen(0, options.host, resolve);
    });
    return proxy;
  }

  /** Where a gateway connects to instead of the center. */
  get url(): string {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return `mqtt://${this.#options.host}:${port}`;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  slow(delayMs: number): void {
    this.#isCut = false;
    this.#delayMs = delayMs;
  }

  restore(): void {
    this.slow(0);
  }

  /** The newest command that came down, as it was signed. */
  get command(): Uint8Array | undefined {
    return this.#command;
  }

  /** Between two packets of the center. */
  say(topic: string, payload: Uint8Array): boolean {
    const packet = publishPacket(topic, payload);
    for (const socket of this.#gateways) socket.write(packet);
    return this.#gateways.size > 0;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    if (this.#isCut || this.#sockets.size >= 2 * connectionsMaxCount) {
      client.destroy();
      return;
    }
    const center = connect(this.#options.targetPort, this.#options.host);
    this.#gateways.add(client);
    client.on("close", () => this.#gateways.delete(client));
    this.#join(client, center, (bytes) => [bytes]);
    const splitter = new PacketSplitter();
    this.#join(center, client, (bytes) => splitter.push(bytes).map((one) => this.#noted(one)));
  }

  #noted(packet: Packet): Uint8Array {
    const publish = publishOf(packet);
    if (publish?.word === "commands") this.#command = publish.payload;
    return packet.bytes;
  }

  /** Bytes of one direction keep their order: equal delays never overtake one another. */
  #join(from: Socket, to: Socket, split: (bytes: Buffer) => readonly Uint8Array[]): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (bytes) => {
      for (const part of split(bytes)) {
        if (this.#delayMs === 0) to.write(part);
        else setTimeout(() => to.write(part), this.#delayMs);
      }
    });
    from.on("error", () => from.destroy());
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
