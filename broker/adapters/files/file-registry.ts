// Enrolled gateways from signed documents in a folder, looked at again when an unknown one speaks.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  openDocument,
  parseGatewayId,
  parseGatewayName,
  parseSiteName,
  type GatewayName,
  type SiteName,
  type Verifier,
} from "@driftbox/proto";
import { isWeakPublicKey, sha256, verifierOf } from "@driftbox/proto/node";
import { eventIdOf, hexOf } from "../../app/examine.ts";
import type { Log } from "../../ports/downlink.ts";
import type { GatewayIdentity } from "../../ports/ledger.ts";
import type { Registry } from "../../ports/registry.ts";

export const registryLimits = {
  gatewaysMaxCount: 20_000,
  /** A folder changed this shortly before the last look may have changed after it, unnoticed. */
  clockGrainMs: 50,
} as const;

interface Options {
  readonly folder: string;
  /** Raw public key of the registrar. */
  readonly registrarKey: Uint8Array;
  /** Unix milliseconds, to compare with the folder's. */
  readonly now: () => number;
  readonly log: Log;
}

export class FileRegistry implements Registry {
  readonly #options: Options;
  readonly #registrar: Verifier;
  readonly #byName = new Map<GatewayName, GatewayIdentity>();
  /** Files already read, good or bad; a bad one is reported once. */
  readonly #seen = new Set<string>();
  #lookedMs = 0;
  #folderMs = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#registrar = verifierOf(options.registrarKey);
    this.#look();
  }

  find(site: SiteName, gateway: GatewayName): GatewayIdentity | undefined {
    const identity = this.named(gateway);
    return identity?.site === site ? identity : undefined;
  }

  named(gateway: GatewayName): GatewayIdentity | undefined {
    const known = this.#byName.get(gateway);
    if (known !== undefined) return known;
    const { mtimeMs } = statSync(this.#options.folder);
    const isSame = mtimeMs === this.#folderMs;
    if (isSame && mtimeMs < this.#lookedMs - registryLimits.clockGrainMs) return undefined;
    this.#look();
    return this.#byName.get(gateway);
  }

  all(): readonly GatewayIdentity[] {
    return [...this.#byName.values()];
  }

  #look(): void {
    const { folder, log } = this.#options;
    this.#lookedMs = this.#options.now();
    this.#folderMs = statSync(folder).mtimeMs;
    for (const file of readdirSync(folder).toSorted()) {
      if (!file.endsWith(".document") || this.#seen.has(file)) continue;
      if (this.#byName.size >= registryLimits.gatewaysMaxCount) return;
      this.#seen.add(file);
      const identity = this.#read(join(folder, file));
      if (typeof identity === "string") log.error({ file, reason: identity }, "bad enrollment");
      else if (file !== `${identity.site}.${identity.gateway}.document`) {
        log.error({ file }, "an enrollment is not of the gateway its file is named after");
      } else if (this.#byName.has(identity.gateway)) {
        log.error({ file }, "two sites have a gateway of this name; the first one counts");
      } else this.#byName.set(identity.gateway, identity);
    }
  }

  /** An identity, or what is wrong with the document. */
  #read(path: string): GatewayIdentity | string {
    const opened = openDocument("enrollment", readFileSync(path), [this.#registrar], sha256);
    if (!opened.ok) return opened.detail;
    const { message, body } = opened.value;
    if (isWeakPublicKey(message.publicKey)) return "its public key is weak";
    const site = parseSiteName(message.site);
    const gateway = parseGatewayName(message.gateway);
    const hash = hexOf(sha256(body));
    const gatewayId = parseGatewayId(hash.slice(0, 32));
    if (!site.ok || !gateway.ok || !gatewayId.ok) return "its names are malformed";
    return {
      site: site.value,
      gateway: gateway.value,
      gatewayId: gatewayId.value,
      enrollmentHash: eventIdOf(hash),
      key: hexOf(message.publicKey),
    };
  }
}
