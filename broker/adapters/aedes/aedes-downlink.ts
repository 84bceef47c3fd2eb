// Sends receipts and policies through aedes, retained, and never waits for a gateway that is stuck.

import type { Aedes, AedesPublishPacket, Client } from "aedes";
import { formatTopic } from "@driftbox/proto";
import type { Address, Downlink } from "../../ports/downlink.ts";

/** What `forward` looks at of a client. */
export type Receiver = Pick<Client, "conn" | "closed">;

export class AedesDownlink implements Downlink {
  #broker: Aedes | undefined;
  /** Newest body by topic: what a stuck gateway is owed when it reads again. */
  readonly #newest = new Map<string, Buffer>();
  readonly #owed = new WeakMap<Receiver, Set<string>>();

  attach(broker: Aedes): void {
    this.#broker = broker;
  }

  send(to: Address, word: Parameters<Downlink["send"]>[1], body: Uint8Array): void {
    const topic = formatTopic({ site: to.site, gateway: to.gateway, word });
    this.#newest.set(topic, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
    this.#publish(topic);
  }

  command({ site, gateway }: Address, body: Uint8Array): void {
    if (this.#broker === undefined || this.#broker.closed) return;
    const topic = formatTopic({ site, gateway, word: "commands" });
    const payload = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#broker.publish(
      { cmd: "publish", topic, payload, qos: 1, retain: false, dup: false },
      () => undefined,
    );
  }

  /**
   * aedes' forward hook. Dropping here keeps a connection that does not read from taking the
   * server's slots one after another; it gets the newest value once it has read the rest.
   * Only what `drain` will make good is dropped: unsent bytes are bounded by the socket's
   * high-water mark and one message.
   */
  forward(client: Receiver, packet: AedesPublishPacket): AedesPublishPacket | null {
    const { conn } = client;
    if (!conn.writableNeedDrain) return packet;
    // A command that can not leave now is not sent later.
    if (packet.topic.endsWith("/commands")) return null;
    const owed = this.#owed.get(client);
    if (owed !== undefined) {
      owed.add(packet.topic);
      return null;
    }
    const topics = new Set([packet.topic]);
    this.#owed.set(client, topics);
    conn.once("drain", () => {
      this.#owed.delete(client);
      if (client.closed) return;
      for (const topic of topics) this.#publish(topic);
    });
    return null;
  }

  #publish(topic: string): void {
    const payload = this.#newest.get(topic);
    if (payload === undefined || this.#broker === undefined || this.#broker.closed) return;
    this.#broker.publish(
      { cmd: "publish", topic, payload, qos: 1, retain: true, dup: false },
      () => undefined,
    );
  }
}
