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
  /** Pause before bad enrollments are read again. */
  retryMs: 1_000,
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
  /** Files that hold a gateway of `#byName`. */
  readonly #good = new Set<string>();
  /** Files that hold none, by the reason last reported: tried again at every look. */
  readonly #bad = new Map<string, string>();
  #lookedMs = 0;
  #folderMs = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#registrar = verifierOf(options.registrarKey);
    this.#tryToLook();
  }

  find(site: SiteName, gateway: GatewayName): GatewayIdentity | undefined {
    const identity = this.named(gateway);
    return identity?.site === site ? identity : undefined;
  }

  named(gateway: GatewayName): GatewayIdentity | undefined {
    const known = this.#byName.get(gateway);
    if (known !== undefined) return known;
    this.#tryToLook();
    return this.#byName.get(gateway);
  }

  identified(gatewayId: string): GatewayIdentity | undefined {
    const find = () => this.all().find((each) => each.gatewayId === gatewayId);
    const known = find();
    if (known !== undefined) return known;
    this.#tryToLook();
    return find();
  }

  all(): readonly GatewayIdentity[] {
    return [...this.#byName.values()];
  }

  /** Who is known stays known when the folder cannot be read; nobody new is then. */
  #tryToLook(): void {
    try {
      const { mtimeMs } = statSync(this.#options.folder);
      if (this.#isDue(mtimeMs)) this.#look(mtimeMs);
    } catch (error) {
      this.#options.log.error({ err: error }, "the folder of enrollments cannot be read");
    }
  }

  #isDue(folderMs: number): boolean {
    if (folderMs !== this.#folderMs) return true;
    if (folderMs >= this.#lookedMs - registryLimits.clockGrainMs) return true;
    // A change of a file's owner does not touch the folder.
    const sinceMs = Math.abs(this.#options.now() - this.#lookedMs);
    return this.#bad.size > 0 && sinceMs >= registryLimits.retryMs;
  }

  #look(folderMs: number): void {
    const { folder, log } = this.#options;
    this.#lookedMs = this.#options.now();
    for (const file of readdirSync(folder).toSorted()) {
      if (!file.endsWith(".document") || this.#good.has(file)) continue;
      if (this.#byName.size >= registryLimits.gatewaysMaxCount) break;
      const identity = this.#identify(file);
      if (typeof identity !== "string") {
        this.#byName.set(identity.gateway, identity);
        this.#good.add(file);
        this.#bad.delete(file);
      } else if (this.#bad.get(file) !== identity) {
        this.#bad.set(file, identity);
        log.error({ file, reason: identity }, "bad enrollment");
      }
    }
    this.#folderMs = folderMs;
  }

  /** A gateway that is not known yet, or why the file makes nobody known. */
  #identify(file: string): GatewayIdentity | string {
    const identity = this.#read(join(this.#options.folder, file));
    if (typeof identity === "string") return identity;
    if (file !== `${identity.site}.${identity.gateway}.document`) {
      return "it is not of the gateway its file is named after";
    }
    if (!this.#byName.has(identity.gateway)) return identity;
    return "two sites have a gateway of this name; the first one counts";
  }

  /** An identity, or what is wrong with the document. */
  #read(path: string): GatewayIdentity | string {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      return error instanceof Error ? error.message : "it cannot be read";
    }
    const opened = openDocument("enrollment", bytes, [this.#registrar], sha256);
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
