// Certificate, key and client CA of the MQTT port, checked before anybody relies on them.

import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import type { TlsKeys } from "../aedes/mqtt-listener.ts";

/** Absolute paths of PEM files. */
export interface TlsPaths {
  readonly certFile: string;
  readonly keyFile: string;
  /** Who signs the certificates of gateways; undefined = gateways need none. */
  readonly clientCaFile: string | undefined;
}

export interface ReadTls {
  readonly keys: TlsKeys;
  /** What an operator should do soon, in words; empty when nothing. */
  readonly warnings: readonly string[];
}

/** Days before the end of a certificate from which on it is spoken of. */
const renewalDays = 14;
const dayMs = 86_400_000;

/**
 * A key that others may read is refused, and one that belongs to another certificate. A time that
 * does not fit is only told: this machine's clock may be the one that is wrong.
 * Faults: key/unreadable, config/value.
 */
export function readTlsFiles(paths: TlsPaths, nowMs: number): ReadTls {
  const { certFile, keyFile, clientCaFile } = paths;
  const cert = textIn("mqtt.certFile", certFile);
  const certificate = certificateOf("mqtt.certFile", certFile, cert);
  const key = keyIn(keyFile, certificate, certFile);
  const clientCa =
    clientCaFile === undefined ? undefined : textIn("mqtt.clientCaFile", clientCaFile);
  const warnings = timeWarnings(certFile, certificate, nowMs);
  if (clientCaFile !== undefined && clientCa !== undefined) {
    const ca = certificateOf("mqtt.clientCaFile", clientCaFile, clientCa);
    warnings.push(...timeWarnings(clientCaFile, ca, nowMs));
  }
  return { keys: { cert, key, clientCa }, warnings };
}

function keyIn(path: string, certificate: X509Certificate, certFile: string): string {
  const text = textIn("mqtt.keyFile", path);
  if ((statSync(path).mode & 0o027) !== 0) {
    throw new Fault("key/unreadable", `${path}: others may read or change it; chmod 600 it`);
  }
  let isOfCertificate: boolean;
  try {
    isOfCertificate = certificate.checkPrivateKey(createPrivateKey(text));
  } catch (cause) {
    throw new Fault("key/unreadable", `${path}: no PEM private key`, { cause });
  }
  if (isOfCertificate) return text;
  throw new Fault("config/value", `mqtt.keyFile ${path} is not the key of ${certFile}`);
}

function certificateOf(name: string, path: string, text: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new Fault("config/value", `${name} ${path}: no PEM certificate`, { cause });
  }
}

function timeWarnings(path: string, certificate: X509Certificate, nowMs: number): string[] {
  const { validFrom, validTo } = certificate;
  const leftMs = Date.parse(validTo) - nowMs;
  if (leftMs < 0) return [`${path} expired ${validTo}: gateways refuse it; renew it`];
  if (Date.parse(validFrom) > nowMs) return [`${path} is valid from ${validFrom}: check the clock`];
  return leftMs < renewalDays * dayMs ? [`${path} expires ${validTo}: renew it`] : [];
}

function textIn(name: string, path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch (cause) {
    throw new Fault("key/unreadable", `${name} ${path}: cannot be read; check path and owner`, {
      cause,
    });
  }
}
