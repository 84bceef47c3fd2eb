// Judges the policy file of a configuration as the gateway would when it starts.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Fault, openDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { compilingFor } from "./app/uplink/policy-source.ts";
import { layoutOf } from "./compose.ts";
import type { GatewayConfig } from "./config/config.ts";
import { runSteps } from "./custody/steps.ts";
import { readPolicyFile } from "./policy-file.ts";
import { provisionedIn } from "./provisioning.ts";
import { software } from "./software.ts";

/**
 * Version of the policy in the file. Undefined: no file is configured, or this gateway is not
 * enrolled, so that nobody knows yet whose signature counts; then the file is only read.
 * Run as the service's user: root reads what the service cannot.
 * @throws Fault config/value, policy/…, document/…, and those of `provisionedIn`
 */
export function checkPolicyFile(config: GatewayConfig): number | undefined {
  const { policyFile: path, site, data } = config;
  if (path === undefined) return undefined;
  const bytes = bytesIn(path);
  if (!existsSync(join(data, "enrollment.document"))) return undefined;
  const { centerKeys } = provisionedIn(config, software).identity;
  const opened = openDocument("policy", bytes, centerKeys, sha256);
  if (!opened.ok) throw new Fault(opened.code, `policy.file ${path}: ${opened.detail}`);
  const { message, body } = opened.value;
  const rules = { site, layout: layoutOf(config) };
  const compiled = runSteps(compilingFor(message, sha256(body), rules));
  if (!compiled.ok) throw new Fault(compiled.code, `policy.file ${path}: ${compiled.detail}`);
  const { version, expiresUs } = compiled.value;
  if (expiresUs === 0 || Date.now() * 1_000 < expiresUs) return version;
  const ended = new Date(expiresUs / 1_000).toISOString();
  throw new Fault("policy/expired", `policy.file ${path}: expired ${ended}; sign it again`);
}

function bytesIn(path: string): Uint8Array {
  try {
    return readPolicyFile(path);
  } catch (cause) {
    const text = `policy.file ${path}: cannot be read; check path and owner`;
    throw new Fault("config/value", text, { cause });
  }
}
