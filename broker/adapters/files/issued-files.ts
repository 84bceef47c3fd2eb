// What the center has published, for its own screens: manifests, and what a policy says of its age.

import { readFileSync, statSync } from "node:fs";
import { openDocument, parseSiteName, type Policy, type Verifier } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { IssuedManifest, Issued, PolicyTerms } from "../../ports/custody-views.ts";
import type { Log, Now } from "../../ports/downlink.ts";
import type { CenterFolder } from "./center-folder.ts";
import { readBooks } from "./manifest-book.ts";

interface Parts {
  readonly folder: CenterFolder;
  /** Checks policies; what others signed says nothing. */
  readonly center: Verifier;
  readonly log: Pick<Log, "error">;
  readonly now: Now;
}

/** The books of manifests are read again after so long, not at each look of a screen. */
const booksLifeMs = 1_000;

/** Never throws: what cannot be read is not shown, and the log says so. */
export class IssuedFiles implements Issued {
  readonly #parts: Parts;
  /** What was last told of a file that cannot be read. */
  readonly #told = new Map<string, string>();
  #books: { readonly readMs: number; readonly manifests: readonly IssuedManifest[] } | undefined;
  readonly #terms = new Map<
    string,
    { readonly changedMs: number; readonly terms: PolicyTerms | undefined }
  >();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  manifests(): readonly IssuedManifest[] {
    const nowMs = this.#parts.now();
    const known = this.#books;
    if (known !== undefined && Math.abs(nowMs - known.readMs) < booksLifeMs) return known.manifests;
    const { manifests: folder } = this.#parts.folder;
    const manifests = this.#orLog(folder, () => readBooks(folder, this.#tell)) ?? [];
    this.#books = { readMs: nowMs, manifests };
    return manifests;
  }

  policyOf(site: string): PolicyTerms | undefined {
    const name = parseSiteName(site);
    if (!name.ok) return undefined;
    const path = this.#parts.folder.policyOf(name.value);
    const changedMs = this.#orLog(path, () => statSync(path, { throwIfNoEntry: false })?.mtimeMs);
    if (changedMs === undefined) return undefined;
    const known = this.#terms.get(site);
    if (known?.changedMs === changedMs) return known.terms;
    const terms = this.#orLog(path, () => this.#termsIn(path));
    this.#terms.set(site, { changedMs, terms });
    return terms;
  }

  #termsIn(path: string): PolicyTerms | undefined {
    const opened = openDocument("policy", readFileSync(path), [this.#parts.center], sha256);
    if (!opened.ok) return undefined;
    const { message } = opened.value;
    return { version: message.version, staleAfterH: strictestOf(message) };
  }

  #orLog<T>(path: string, read: () => T): T | undefined {
    try {
      const value = read();
      this.#told.delete(path);
      return value;
    } catch (error) {
      this.#tell(path, error);
      return undefined;
    }
  }

  /** Once, for as long as it stays the same: screens look each second. */
  readonly #tell = (path: string, error: unknown): void => {
    const text = String(error);
    if (this.#told.get(path) === text) return;
    this.#told.set(path, text);
    this.#parts.log.error({ path, err: error }, "what was published cannot be read for a screen");
  };
}

/** The least age from which some role may do less; undefined = no role has a rule. */
function strictestOf({ roles }: Policy): number | undefined {
  const hours = roles.flatMap(({ staleAfterH, stale }) => [
    staleAfterH ?? 0,
    ...(stale ?? []).map(({ afterH }) => afterH ?? 0),
  ]);
  const rules = hours.filter((one) => one > 0);
  return rules.length === 0 ? undefined : Math.min(...rules);
}
