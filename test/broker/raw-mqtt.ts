// MQTT 3.1.1 frames written byte by byte, legal and not, and a socket that shows what comes back.

import { connect, type Socket } from "node:net";

/** UTF-8 text with its length in front. */
export function text(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u16(bytes.length), bytes]);
}

export function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

export function frame(first: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([first]), remainingLength(body.length), body]);
}

export function remainingLength(length: number): Buffer {
  const bytes: number[] = [];
  for (let rest = length; ;) {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte | 0x80 : byte);
    if (rest === 0) return Buffer.from(bytes);
  }
}

export interface ConnectFields {
  readonly clientId?: string | Uint8Array;
  readonly protocol?: string;
  readonly level?: number;
  /** Default: clean session. */
  readonly flags?: number;
  readonly keepalive?: number;
  readonly after?: readonly Uint8Array[];
}

export function connectFrame(fields: ConnectFields = {}): Buffer {
  return frame(
    0x10,
    text(fields.protocol ?? "MQTT"),
    Buffer.from([fields.level ?? 4, fields.flags ?? 0x02]),
    u16(fields.keepalive ?? 30),
    text(fields.clientId ?? "boat-a"),
    ...(fields.after ?? []),
  );
}

export function publishFrame(options: {
  readonly topic: string | Uint8Array;
  readonly qos?: number;
  readonly flags?: number;
  readonly id?: number;
  readonly payload?: Uint8Array;
}): Buffer {
  const qos = options.qos ?? 1;
  const first = 0x30 | (options.flags ?? 0) | (qos << 1);
  const id = qos > 0 ? [u16(options.id ?? 1)] : [];
  return frame(first, text(options.topic), ...id, options.payload ?? new Uint8Array());
}

export function subscribeFrame(filters: readonly (string | Uint8Array)[], id = 7): Buffer {
  return frame(0x82, u16(id), ...filters.flatMap((each) => [text(each), Buffer.from([1])]));
}

export function unsubscribeFrame(filters: readonly string[], id = 7): Buffer {
  return frame(0xa2, u16(id), ...filters.map((each) => text(each)));
}

/** What the server answered, in hex, and whether it closed. */
export class RawClient {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  isClosed = false;
  readonly #changed = new Set<() => void>();

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (const wake of this.#changed) wake();
    });
    socket.on("error", () => undefined);
    socket.on("drain", () => {
      for (const wake of this.#changed) wake();
    });
    socket.on("close", () => {
      this.isClosed = true;
      for (const wake of this.#changed) wake();
    });
  }

  static open(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port }, () => resolve(new RawClient(socket)));
      socket.once("error", reject);
    });
  }

  get hex(): string {
    return this.#received.toString("hex");
  }

  send(...frames: readonly Uint8Array[]): this {
    this.socket.write(Buffer.concat(frames));
    return this;
  }

  /** Waits for a condition of what was received, or for the end. At most twenty seconds. */
  async waitFor(condition: (client: this) => boolean): Promise<this> {
    const endMs = Date.now() + 20_000;
    while (!condition(this)) {
      const leftMs = endMs - Date.now();
      if (leftMs <= 0) throw new Error(`waited in vain after ${this.hex.slice(0, 80)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#changed.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
      this.#changed.clear();
    }
    return this;
  }

  closed(): Promise<this> {
    return this.waitFor((each) => each.isClosed);
  }

  answered(hex: string): Promise<this> {
    return this.waitFor((each) => each.hex.startsWith(hex) || each.isClosed);
  }

  end(): void {
    this.socket.destroy();
  }
}
