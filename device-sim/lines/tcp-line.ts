// A line behind a serial server: raw bytes over TCP, one client at a time.

import { createServer, type Server, type Socket } from "node:net";
import { Fault } from "@driftbox/proto";
import type { Scheduler } from "../devices/scheduler.ts";
import { garbled } from "./garbled.ts";
import { ByteListeners, type Line, type Stop } from "./line.ts";
import { Pacer } from "./pacer.ts";

export interface TcpLineOptions {
  readonly host: string;
  /** 0 = any free port; it stays the same over unplug and replug. */
  readonly tcpPort: number;
  readonly baudRate: number;
  readonly scheduler: Scheduler;
}

/** The serial server has the rate the line was made with. */
export class TcpLine implements Line {
  readonly #farBaudRate: number;
  readonly #host: string;
  readonly #listeners = new ByteListeners();
  readonly #toFar: Pacer;
  readonly #toNear: Pacer;
  #baudRate: number;
  #tcpPort: number;
  #server: Server | undefined;
  #client: Socket | undefined;

  private constructor({ host, tcpPort, baudRate, scheduler }: TcpLineOptions) {
    this.#baudRate = baudRate;
    this.#farBaudRate = baudRate;
    this.#host = host;
    this.#tcpPort = tcpPort;
    this.#toFar = new Pacer({
      scheduler,
      baudRate,
      deliver: (bytes) => this.#client?.write(this.#asHeard(bytes)),
    });
    this.#toNear = new Pacer({
      scheduler,
      baudRate,
      deliver: (bytes) => this.#listeners.tell(this.#asHeard(bytes)),
    });
  }

  /** @throws Fault listen/failed */
  static async open(options: TcpLineOptions): Promise<TcpLine> {
    const line = new TcpLine(options);
    await line.replug();
    return line;
  }

  get port(): string {
    return `tcp://${this.#host}:${this.#tcpPort}`;
  }

  get baudRate(): number {
    return this.#baudRate;
  }

  get isPlugged(): boolean {
    return this.#server !== undefined;
  }

  setBaudRate(baudRate: number): void {
    this.#baudRate = baudRate;
    this.#toFar.setBaudRate(baudRate);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#listeners.add(listener);
  }

  send(bytes: Uint8Array): void {
    if (this.#client !== undefined) this.#toFar.push(bytes);
  }

  async unplug(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.#toFar.clear();
    this.#toNear.clear();
    this.#client?.destroy();
    this.#client = undefined;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Another name is another port number, drawn by the kernel. */
  async replug(name?: string): Promise<void> {
    if (this.#server !== undefined) return;
    if (name !== undefined) this.#tcpPort = 0;
    const server = createServer((client) => this.#accept(client));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", (cause) => {
        reject(new Fault("listen/failed", `${this.port}: a serial line cannot listen`, { cause }));
      });
      server.listen(this.#tcpPort, this.#host, resolve);
    });
    const address = server.address();
    if (typeof address === "object" && address !== null) this.#tcpPort = address.port;
  }

  async close(): Promise<void> {
    await this.unplug();
    this.#listeners.clear();
  }

  #asHeard(bytes: Uint8Array): Uint8Array {
    return this.#baudRate === this.#farBaudRate ? bytes : garbled(bytes);
  }

  /** The newest client wins: the one before it may be a dead connection of a killed gateway. */
  #accept(client: Socket): void {
    this.#client?.destroy();
    this.#client = client;
    this.#toFar.clear();
    client.setNoDelay(true);
    client.on("error", () => client.destroy());
    client.on("close", () => {
      if (this.#client === client) this.#client = undefined;
    });
    client.on("data", (bytes) => this.#toNear.push(bytes));
  }
}
