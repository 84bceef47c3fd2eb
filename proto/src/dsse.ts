// DSSE pre-authentication encoding: the bytes that are signed carry their type and length.
// Source: Dead Simple Signing Envelope v1.0.2, protocol.md.

import { asciiBytes, concatBytes } from "./bytes.ts";

/** Payload types. Only the first is ever signed over a header; the others over documents. */
export const payloadTypes = {
  header: "application/vnd.driftbox.header.v1",
  enrollment: "application/vnd.driftbox.enrollment.v1",
  receipt: "application/vnd.driftbox.receipt.v1",
  hello: "application/vnd.driftbox.hello.v1",
  state: "application/vnd.driftbox.state.v1",
  policy: "application/vnd.driftbox.policy.v1",
  "quarantine-lift": "application/vnd.driftbox.quarantine-lift.v1",
  grant: "application/vnd.driftbox.grant.v1",
  grants: "application/vnd.driftbox.grants.v1",
  command: "application/vnd.driftbox.command.v1",
  manifests: "application/vnd.driftbox.manifests.v1",
} as const;
export type DocumentType = Exclude<keyof typeof payloadTypes, "header">;

/** `"DSSEv1" SP LEN(type) SP type SP LEN(body) SP body`; lengths count bytes, types are ASCII. */
export function preAuthenticationEncoding(type: string, body: Uint8Array): Uint8Array {
  return concatBytes([asciiBytes(`DSSEv1 ${type.length} ${type} ${body.length} `), body]);
}

const headerPrefix = asciiBytes(`DSSEv1 34 ${payloadTypes.header} 144 `);

/** The 193 bytes a gateway signs for one event: the prefix of 49 bytes, then the header. */
export function headerBytesToSign(header: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerPrefix.length + header.length);
  bytes.set(headerPrefix, 0);
  bytes.set(header, headerPrefix.length);
  return bytes;
}
