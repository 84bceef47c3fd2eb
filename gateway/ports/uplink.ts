// Port to the center: one connection at a time, with no queue of its own.

/** What one connection can do. A new object per connection; after `onClosed` it does nothing. */
export interface UplinkSession {
  /**
   * Publishes with QoS 1. Resolves when the server took it (PUBACK), which is transport only:
   * custody moves by receipt. Rejects with mqtt/lost when the connection ends first.
   */
  publish(
    word: "status" | "state" | "events" | "hello" | "command-results",
    body: Uint8Array,
  ): Promise<void>;
  close(): Promise<void>;
}

export interface UplinkListener {
  /** A message from the center on this gateway's own downward topic. */
  onMessage(
    word: "receipt" | "policy" | "grants" | "manifests" | "commands",
    body: Uint8Array,
  ): void;
  /** Called once, however the connection ended. */
  onClosed(reason: string): void;
}

/**
 * Opens one connection: subscribed to the five downward topics when the promise resolves.
 * Rejects with mqtt/refused, mqtt/lost or mqtt/certificate. Never retries; the caller owns backoff.
 */
export interface Uplink {
  open(listener: UplinkListener, will: Uint8Array): Promise<UplinkSession>;
}
