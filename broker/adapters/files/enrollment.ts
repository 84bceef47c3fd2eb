// Enrolls one gateway: its key, its signed record, and what its folder needs to trust the center.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  Fault,
  readUncheckedDocument,
  signDocument,
  toHex,
  type GatewayName,
  type SiteName,
} from "@driftbox/proto";
import { gatewayCodeKey, generateKey, isWeakPublicKey, sha256 } from "@driftbox/proto/node";
import type { CenterFolder } from "./center-folder.ts";
import { makeFolder, writeNew } from "./durable-file.ts";

const gatewayFiles = [
  "gateway.key",
  "center.keys",
  "registrar.pub",
  "badge.key",
  "pin.key",
  "code.key",
  "enrollment.document",
] as const;

export interface EnrollmentRequest {
  readonly site: SiteName;
  readonly gateway: GatewayName;
  readonly serial: string;
  readonly gatewayFolder: string;
  /** Raw public key of a key made on the board; undefined = make one into the folder. */
  readonly publicKey: Uint8Array | undefined;
  readonly createdMs: number;
}

/**
 * Writes both sides, the center's last, so that a broken-off enrollment makes nobody known.
 * Faults: key/weak, config/value (exists already), journal/unreadable.
 */
export function enrollGateway(folder: CenterFolder, request: EnrollmentRequest): void {
  const { site, gateway, gatewayFolder } = request;
  refuseTaken(folder, request);
  const key = request.publicKey === undefined ? generateKey() : undefined;
  const publicKey = key?.publicKey ?? request.publicKey ?? new Uint8Array();
  if (isWeakPublicKey(publicKey)) {
    throw new Fault("key/weak", `public key of ${gateway} is weak; make a new one on the board`);
  }
  const document = signDocument(
    "enrollment",
    { site, gateway, publicKey, serial: request.serial, createdUs: request.createdMs * 1_000 },
    folder.registrar,
    sha256,
  );
  const badgeKey = folder.badgeKey(site, { mayMake: true });
  const pinKey = folder.pinKey(site, { mayMake: true });
  const siteCodeKey = folder.codeKey(site, { mayMake: true });
  const codeKey = gatewayCodeKey(siteCodeKey, enrolledId(document));
  makeFolder(gatewayFolder);
  if (key !== undefined) writeNew(join(gatewayFolder, "gateway.key"), key.privatePem);
  writeNew(join(gatewayFolder, "center.keys"), `${toHex(folder.center.publicKey)}\n`);
  writeNew(join(gatewayFolder, "registrar.pub"), `${toHex(folder.registrar.publicKey)}\n`);
  writeNew(join(gatewayFolder, "badge.key"), `${toHex(badgeKey)}\n`);
  writeNew(join(gatewayFolder, "pin.key"), `${toHex(pinKey)}\n`);
  writeNew(join(gatewayFolder, "code.key"), `${toHex(codeKey)}\n`);
  writeNew(join(gatewayFolder, "enrollment.document"), document);
  writeNew(folder.enrollmentOf(site, gateway), document);
}

/** The id of the gateway that a document enrolls, 16 bytes. Fault: the code of the document. */
export function enrolledId(document: Uint8Array): Uint8Array {
  const read = readUncheckedDocument("enrollment", document);
  if (!read.ok) throw new Fault(read.code, `the enrollment: ${read.detail}`);
  return sha256(read.value.body).subarray(0, 16);
}

function refuseTaken(folder: CenterFolder, request: EnrollmentRequest): void {
  const { site, gateway, gatewayFolder } = request;
  const taken = readdirSync(folder.enrollments).find((file) =>
    file.endsWith(`.${gateway}.document`),
  );
  if (taken !== undefined) {
    throw new Fault(
      "config/value",
      `${gateway} is enrolled already (${taken}); take another name, or move that file away`,
    );
  }
  const found = gatewayFiles.find((file) => existsSync(join(gatewayFolder, file)));
  if (found === undefined) return;
  throw new Fault(
    "config/value",
    `${join(gatewayFolder, found)} exists: this folder belongs to a gateway already; ` +
      `use an empty folder for ${site}/${gateway}`,
  );
}
