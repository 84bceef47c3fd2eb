// Port to the gateways: what the center sends down, and the time and log it works with.

import type { DownwardTopic, ErrorCode, GatewayName, SiteName } from "@driftbox/proto";

export interface Address {
  readonly site: SiteName;
  readonly gateway: GatewayName;
}

/**
 * Sends the last value of a downward topic, retained. Never blocks and never throws: a gateway
 * that is not there, or does not read, gets the value again in answer to its hello.
 */
export interface Downlink {
  send(to: Address, word: Exclude<DownwardTopic, "commands">, body: Uint8Array): void;
  /** Sends a command once, not retained: a gateway that is not there now never gets it. */
  command(to: Address, body: Uint8Array): void;
}

export interface PublishedDocument {
  readonly word: "policy" | "grants" | "manifests";
  readonly body: Uint8Array;
}

/** Signed documents that gateways obey, as files beside the ledger hold them. */
export interface Published {
  /** What is in force for a gateway, in the order to send: keys before what they have signed. */
  of(to: Address): readonly PublishedDocument[];
}

/** Unix milliseconds. */
export type Now = () => number;

/** Where the center reports; never given a badge, a parcel or a person. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(
    fields: Readonly<Record<string, unknown>> & { readonly code?: ErrorCode },
    message: string,
  ): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
