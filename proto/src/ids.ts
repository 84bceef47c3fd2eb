// Identifiers as branded types, each with one parser; nothing else makes them.

import { toHex } from "./bytes.ts";
import { limits } from "./limits.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A site: ferry, pier, branch, village station. Safe as an MQTT topic level. */
export type SiteName = Branded<string, "SiteName">;
/** A gateway's name within its site's topics. Safe as an MQTT topic level. */
export type GatewayName = Branded<string, "GatewayName">;
/** SHA-256(enrollment record)[0:16] in lower-case hex, 32 characters. */
export type GatewayId = Branded<string, "GatewayId">;
/** SHA-256(header) in lower-case hex, 64 characters. */
export type EventId = Branded<string, "EventId">;
/** Keyed reference of a badge: HMAC-SHA256(site badge key, number)[0:16] in lower-case hex. */
export type BadgeRef = Branded<string, "BadgeRef">;

const topicLevel = /^[A-Za-z0-9_-]{1,64}$/;

function topicName(what: string, text: string): Parsed<string> {
  if (topicLevel.test(text)) return parsed(text);
  const seen = JSON.stringify(text.slice(0, limits.idMaxChars));
  return refused("wire/id", `${what} ${seen}: use 1 to 64 of A-Z a-z 0-9 _ -`);
}

export function parseSiteName(text: string): Parsed<SiteName> {
  return topicName("site name", text) as Parsed<SiteName>;
}

export function parseGatewayName(text: string): Parsed<GatewayName> {
  return topicName("gateway name", text) as Parsed<GatewayName>;
}

function hexId(what: string, text: string, chars: number): Parsed<string> {
  if (text.length === chars && /^[0-9a-f]*$/.test(text)) return parsed(text);
  return refused("wire/id", `${what}: expected ${chars} lower-case hex digits`);
}

export function parseGatewayId(text: string): Parsed<GatewayId> {
  return hexId("gateway id", text, 32) as Parsed<GatewayId>;
}

export function parseEventId(text: string): Parsed<EventId> {
  return hexId("event id", text, 64) as Parsed<EventId>;
}

export function parseBadgeRef(text: string): Parsed<BadgeRef> {
  return hexId("badge reference", text, 32) as Parsed<BadgeRef>;
}

/** From the 16 bytes of a header or record; throws on another length, which is a defect. */
export function gatewayIdFromBytes(bytes: Uint8Array): GatewayId {
  return fixedLength(bytes, 16) as GatewayId;
}

/** From a SHA-256; throws on another length, which is a defect. */
export function eventIdFromBytes(bytes: Uint8Array): EventId {
  return fixedLength(bytes, 32) as EventId;
}

/** From a truncated HMAC of 16 bytes; throws on another length, which is a defect. */
export function badgeRefFromBytes(bytes: Uint8Array): BadgeRef {
  return fixedLength(bytes, 16) as BadgeRef;
}

function fixedLength(bytes: Uint8Array, length: number): string {
  if (bytes.length !== length) throw new Error(`id of ${bytes.length} bytes, not ${length}`);
  return toHex(bytes);
}
