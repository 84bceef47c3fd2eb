// The center's data folder: where its keys, enrollments, policies and ledger are.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Fault, fromHex, type GatewayName, type Signer, type SiteName } from "@driftbox/proto";
import { badgeKeyBytes, generateKey, loadSigner } from "@driftbox/proto/node";
import { hasCode, makeFolder, writeNew } from "./durable-file.ts";

export class CenterFolder {
  readonly path: string;
  /** Signs receipts and policies. */
  readonly center: Signer;
  /** Signs enrollments and decisions about gateways, and nothing else. */
  readonly registrar: Signer;

  /**
   * With `mayMake` an empty folder becomes a new center. Keys are never made beside a ledger or
   * enrollments: those belong to a key that is lost, and only a backup brings it back.
   * Faults: journal/unreadable, key/unreadable.
   */
  constructor(path: string, { mayMake }: { readonly mayMake: boolean }) {
    this.path = path;
    if (mayMake) {
      for (const folder of [path, this.enrollments, join(path, "sites"), this.policies]) {
        makeFolder(folder);
      }
    }
    const mayMakeKeys = mayMake && !this.#isUsed();
    this.center = signerAt(join(path, "center.key"), mayMakeKeys);
    this.registrar = signerAt(join(path, "registrar.key"), mayMakeKeys);
  }

  #isUsed(): boolean {
    return existsSync(this.ledger) || readdirSync(this.enrollments).length > 0;
  }

  get ledger(): string {
    return join(this.path, "ledger.sqlite");
  }

  get enrollments(): string {
    return join(this.path, "enrollments");
  }

  get policies(): string {
    return join(this.path, "policies");
  }

  get decisions(): string {
    return join(this.path, "decisions");
  }

  enrollmentOf(site: SiteName, gateway: GatewayName): string {
    return join(this.enrollments, `${site}.${gateway}.document`);
  }

  get grants(): string {
    return join(this.path, "grants");
  }

  grantsOf(site: SiteName, gateway: GatewayName): string {
    return join(this.grants, `${site}.${gateway}.grants`);
  }

  get manifests(): string {
    return join(this.path, "manifests");
  }

  /** The signed set of a gateway. */
  manifestsOf(site: SiteName, gateway: GatewayName): string {
    return join(this.manifests, `${site}.${gateway}.manifests`);
  }

  /** What was issued to a gateway, also what is withdrawn or over. */
  manifestBookOf(site: SiteName, gateway: GatewayName): string {
    return join(this.manifests, `${site}.${gateway}.json`);
  }

  policyOf(site: SiteName): string {
    return join(this.policies, `${site}.policy`);
  }

  /** The site's badge key; made where it may be. Fault: key/unreadable. */
  badgeKey(site: SiteName, options: { readonly mayMake: boolean }): Uint8Array {
    return this.#siteKey(`${site}.badge.key`, options);
  }

  /** The site's PIN key, as its badge key. */
  pinKey(site: SiteName, options: { readonly mayMake: boolean }): Uint8Array {
    return this.#siteKey(`${site}.pin.key`, options);
  }

  /** The site's code key, of which each gateway gets one of its own; as its badge key. */
  codeKey(site: SiteName, options: { readonly mayMake: boolean }): Uint8Array {
    return this.#siteKey(`${site}.code.key`, options);
  }

  #siteKey(name: string, options: { readonly mayMake: boolean }): Uint8Array {
    const path = join(this.path, "sites", name);
    if (options.mayMake && !existsSync(path)) {
      createOnce(path, `${randomBytes(badgeKeyBytes).toString("hex")}\n`);
    }
    const key = fromHex(readText(path).trim());
    if (key?.length === badgeKeyBytes) return key;
    throw new Fault("key/unreadable", `${path}: expected ${badgeKeyBytes * 2} hex digits`);
  }
}

function signerAt(path: string, mayMake: boolean): Signer {
  if (!existsSync(path)) {
    if (!mayMake) {
      throw new Fault(
        "key/unreadable",
        `${path} is missing: correct the folder, or restore the key from the backup; ` +
          "only driftbox broker makes a center, in an empty folder",
      );
    }
    createOnce(path, generateKey().privatePem);
  }
  return loadSigner(path);
}

/** Two commands may start at once: whoever comes second uses what the first made. */
function createOnce(path: string, content: string): void {
  try {
    writeNew(path, content);
  } catch (error) {
    if (!(error instanceof Fault && hasCode(error.cause, "EEXIST"))) throw error;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("key/unreadable", `${path}: cannot be read; enroll the site's gateway first`, {
      cause,
    });
  }
}
