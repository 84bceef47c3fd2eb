// A TCP proxy between a gateway and the center that sees whole MQTT packets and may hold them.

import { connect, createServer, type Server, type Socket } from "node:net";
import { PacketSplitter, type Packet } from "../../device-sim/run/mqtt-packets.ts";

/** Up: to the center. Down: to the gateway. */
export const bothWays = ["up", "down"] as const;
export type Way = (typeof bothWays)[number];

const loopback = "127.0.0.1";

/** One connection through the proxy. */
export interface Crossing {
  /** Nothing happens after the end. */
  send(way: Way, bytes: Uint8Array): void;
  /** Ends both sides at once, as a cut cable that both notice. */
  cut(): void;
  /** The same, after these bytes were delivered. */
  cutAfter(way: Way, bytes: Uint8Array): void;
  readonly isOver: boolean;
}

/** What is done with each packet; whatever is not sent on is lost. */
export type Shaper = (way: Way, packet: Packet) => void;

export interface PacketProxyOptions {
  /** Asked for each connection, because a center that starts again has another port. */
  readonly targetPort: () => number;
  readonly shape: (crossing: Crossing) => Shaper;
}

export class PacketProxy {
  readonly #options: PacketProxyOptions;
  readonly #server: Server;
  readonly #crossings = new Set<Crossing>();
  #isShut = false;

  private constructor(options: PacketProxyOptions) {
    this.#options = options;
    this.#server = createServer((gateway) => this.#accept(gateway));
  }

  static async open(options: PacketProxyOptions): Promise<PacketProxy> {
    const proxy = new PacketProxy(options);
    await new Promise<void>((resolve) => proxy.#server.listen(0, loopback, resolve));
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return `mqtt://${loopback}:${port}`;
  }

  get isShut(): boolean {
    return this.#isShut;
  }

  /** Ends every connection and lets none through until `reopen`. */
  shut(): void {
    this.#isShut = true;
    for (const crossing of this.#crossings) crossing.cut();
  }

  reopen(): void {
    this.#isShut = false;
  }

  async close(): Promise<void> {
    this.shut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(gateway: Socket): void {
    gateway.on("error", () => gateway.destroy());
    if (this.#isShut) {
      gateway.destroy();
      return;
    }
    const center = connect(this.#options.targetPort(), loopback);
    center.on("error", () => center.destroy());
    const crossing = crossingOf(gateway, center);
    this.#crossings.add(crossing);
    const shaper = this.#options.shape(crossing);
    watch(gateway, (packet) => shaper("up", packet));
    watch(center, (packet) => shaper("down", packet));
    for (const socket of [gateway, center]) {
      socket.setNoDelay(true);
      socket.on("close", () => {
        this.#crossings.delete(crossing);
        crossing.cut();
      });
    }
  }
}

function crossingOf(gateway: Socket, center: Socket): Crossing {
  const sockets = { up: center, down: gateway } as const;
  const isOver = (): boolean => bothWays.some((way) => sockets[way].destroyed);
  return {
    send: (way, bytes) => {
      if (!isOver() && sockets[way].writable) sockets[way].write(bytes);
    },
    cut: () => {
      for (const way of bothWays) sockets[way].destroy();
    },
    cutAfter: (way, bytes) => {
      const { [way]: target, [way === "up" ? "down" : "up"]: source } = sockets;
      source.pause();
      target.end(bytes, () => source.destroy());
    },
    get isOver() {
      return isOver();
    },
  };
}

function watch(socket: Socket, take: (packet: Packet) => void): void {
  const splitter = new PacketSplitter();
  socket.on("data", (chunk) => {
    for (const packet of splitter.push(chunk)) take(packet);
  });
}
