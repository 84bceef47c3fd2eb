// What an authenticated gateway may publish and subscribe to: its own exact topics, nothing else.

import {
  isUpward,
  limits,
  parseGatewayName,
  parseSiteName,
  parseTopic,
  retainedTopics,
  type ErrorCode,
  type GatewayName,
  type SiteName,
  type UpwardTopic,
} from "@driftbox/proto";
import type { Address } from "../../ports/downlink.ts";

export interface Refusal {
  readonly code: ErrorCode;
  readonly reason: string;
}

export type Allowed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

interface Published {
  readonly topic: string;
  readonly qos: number;
  readonly retain: boolean;
  readonly payload: Uint8Array;
}

/**
 * MQTT client id = gateway name. A user name, where there is one, is the site; without it the
 * registry says which site the gateway belongs to. No password: TLS proves the name.
 */
export function speakerOf(
  client: { readonly clientId: string; readonly username: string | undefined },
  siteOf: (gateway: GatewayName) => SiteName | undefined,
): Address | undefined {
  const gateway = parseGatewayName(client.clientId);
  if (!gateway.ok) return undefined;
  const named = client.username === undefined ? undefined : parseSiteName(client.username);
  if (named?.ok === false) return undefined;
  const site = named?.value ?? siteOf(gateway.value);
  return site === undefined ? undefined : { site, gateway: gateway.value };
}

/** The word of a publish that is allowed. Wills pass the same rule. */
export function allowPublish(speaker: Address, packet: Published): Allowed<UpwardTopic> {
  const topic = parseTopic(packet.topic);
  if (!topic.ok) return refuse(topic.code, topic.detail);
  const { site, gateway, word } = topic.value;
  if (site !== speaker.site || gateway !== speaker.gateway) {
    return refuse("ingest/wrong-gateway", `publish under ${site}/${gateway}`);
  }
  if (!isUpward(word)) return refuse("wire/topic", `publish on ${word}, which is downward`);
  if (packet.qos === 2) return refuse("wire/topic", "QoS 2 is not used here");
  if (word === "events" && packet.qos === 0) return refuse("wire/topic", "events with QoS 0");
  if (packet.retain && !retainedTopics.has(word)) {
    return refuse("wire/topic", `${word} must not be retained`);
  }
  if (packet.payload.length > limits.batchMaxBytes) {
    return refuse("wire/batch", `payload of ${packet.payload.length} bytes`);
  }
  return { ok: true, value: word };
}

/** Exact downward topics of its own; a wildcard is refused like any other unknown topic. */
export function maySubscribe(speaker: Address, filter: string): boolean {
  const topic = parseTopic(filter);
  if (!topic.ok || isUpward(topic.value.word)) return false;
  return topic.value.site === speaker.site && topic.value.gateway === speaker.gateway;
}

/** Only `status` may be a will, and only one's own. */
export function mayLeaveWill(speaker: Address, will: Published): boolean {
  const allowed = allowPublish(speaker, will);
  return allowed.ok && allowed.value === "status";
}

function refuse(code: ErrorCode, reason: string): Allowed<never> {
  return { ok: false, refusal: { code, reason } };
}
