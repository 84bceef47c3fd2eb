// Configuration of the way to the center: its address, its certificates, and whether they can work.

import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import { defaultBackoff } from "../app/uplink/backoff.ts";
import { filePath } from "./devices.ts";
import { badValue, integer, object, optional, text, type Reader } from "./readers.ts";

const mqttUrl = text(
  /^mqtts?:\/\/(\[[0-9a-fA-F:]{2,45}\]|[^\s:/@[\]]{1,255})(:\d{1,5})?$/,
  "expected mqtt://host:port or mqtts://host:port",
);

const fields = object({
  url: mqttUrl,
  /** Name in the center's certificate, where it is not the host of the address. */
  serverName: optional(text(/^[A-Za-z0-9_.-]{1,253}$/, "expected a host name"), undefined),
  /** Who may sign the center's certificate; left out: the public ones that Node knows. */
  caFile: optional(filePath, undefined),
  certFile: optional(filePath, undefined),
  keyFile: optional(filePath, undefined),
  keepaliveS: optional(integer(5, 120), 60),
  connectTimeoutMs: optional(integer(1_000, 60_000), 20_000),
  backoffBaseMs: optional(integer(1, 60_000), defaultBackoff.baseMs),
  backoffMaxMs: optional(integer(1, 600_000), defaultBackoff.maxMs),
  inFlightMaxBytes: optional(integer(65_536, 16_777_216), 1_048_576),
  resendAfterMs: optional(integer(100, 600_000), 5_000),
});

type UplinkFields = ReturnType<typeof fields>;

/** The section `uplink`; refuses words about TLS without TLS, and a certificate without a key. */
export const uplink: Reader<UplinkFields> = (spot) => {
  const read = fields(spot);
  const { url, serverName, caFile, certFile, keyFile } = read;
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw badValue(spot, "certFile and keyFile go together");
  }
  const isAsked = [serverName, caFile, certFile].some((each) => each !== undefined);
  if (isAsked && url.startsWith("mqtt:")) {
    throw badValue(spot, "serverName, caFile and certFile are for mqtts://; this url has no TLS");
  }
  return read;
};

type Files = Pick<UplinkFields, "caFile" | "certFile" | "keyFile">;

/**
 * Reads the files of the uplink as the next connection will, with absolute paths. A gateway starts
 * without them, as its boxes open without the center, so only a check of a configuration asks.
 * @throws Fault config/value
 */
export function checkUplinkFiles({ caFile, certFile, keyFile }: Files): void {
  if (caFile !== undefined) certificateIn("uplink.caFile", caFile);
  if (certFile === undefined || keyFile === undefined) return;
  const certificate = certificateIn("uplink.certFile", certFile);
  const key = parsed("uplink.keyFile", keyFile, (pem) => createPrivateKey(pem));
  if ((statSync(keyFile).mode & 0o027) !== 0) {
    throw new Fault("config/value", `uplink.keyFile ${keyFile}: others may read it; chmod 600`);
  }
  if (certificate.checkPrivateKey(key)) return;
  throw new Fault(
    "config/value",
    `uplink.keyFile ${keyFile} is not the key of uplink.certFile ${certFile}`,
  );
}

function certificateIn(name: string, path: string): X509Certificate {
  const certificate = parsed(name, path, (pem) => new X509Certificate(pem));
  if (Date.parse(certificate.validTo) > Date.now()) return certificate;
  throw new Fault("config/value", `${name} ${path}: expired ${certificate.validTo}; renew it`);
}

function parsed<T>(name: string, path: string, parse: (pem: Buffer) => T): T {
  let pem: Buffer;
  try {
    pem = readFileSync(path);
  } catch (cause) {
    throw new Fault("config/value", `${name} ${path}: cannot be read; check path and owner`, {
      cause,
    });
  }
  try {
    return parse(pem);
  } catch (cause) {
    throw new Fault("config/value", `${name} ${path}: holds no PEM that can be used`, { cause });
  }
}
