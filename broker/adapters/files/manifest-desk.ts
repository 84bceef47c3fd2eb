// The manifests of a gateway as files: the book and the signed set change together, under a lock.

import { existsSync, readFileSync } from "node:fs";
import {
  Fault,
  openDocument,
  signDocument,
  type GatewayName,
  type ManifestSet,
  type SiteName,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { isSent, manifestSet, type ManifestRow } from "../../app/manifest-set.ts";
import type { CenterFolder } from "./center-folder.ts";
import { makeFolder, replaceFile } from "./durable-file.ts";
import { readBook, writeBook } from "./manifest-book.ts";
import { withSigningLock } from "./signing-lock.ts";

/** A gateway and the folder of its center. */
export interface ManifestPlace {
  readonly folder: CenterFolder;
  readonly site: SiteName;
  readonly gateway: GatewayName;
  /** Of the next set: a gateway may have a newer one than the center, after a restore. */
  readonly leastVersion?: number | undefined;
}

export interface SignedManifests {
  /** The book as it was. */
  readonly before: readonly ManifestRow[];
  readonly rows: readonly ManifestRow[];
  readonly version: number;
}

/**
 * Changes the book and signs the next set. The book is on disk before the set: one that was not
 * signed is signed with the next change. Faults: those of `change`, documents/….
 */
export function changeManifests(
  place: ManifestPlace,
  change: (rows: readonly ManifestRow[]) => readonly ManifestRow[],
  nowMs: number,
): SignedManifests {
  const { folder, site, gateway } = place;
  return withSigningLock(folder.path, () => {
    const book = folder.manifestBookOf(site, gateway);
    const before = readBook(book);
    const rows = change(before);
    makeFolder(folder.manifests);
    writeBook(book, rows);
    return { before, rows, version: signNext(place, rows, nowMs) };
  });
}

/**
 * Signs the set anew when it still has what is sent no more, so that no gateway that comes late
 * opens it. Answers the new version; undefined = nothing was to be done. Does not wait for others.
 */
export function dropOverManifests(place: ManifestPlace, nowMs: number): number | undefined {
  const { folder, site, gateway } = place;
  const sign = (): number | undefined => {
    const rows = readBook(folder.manifestBookOf(site, gateway));
    const sent = new Set(rows.filter((row) => isSent(row, nowMs)).map(({ manifest }) => manifest));
    const published = setAt(place)?.manifests ?? [];
    const isOver = published.some(({ manifest }) => !sent.has(manifest ?? ""));
    return isOver ? signNext(place, rows, nowMs) : undefined;
  };
  return withSigningLock(folder.path, sign, 0);
}

function signNext(place: ManifestPlace, rows: readonly ManifestRow[], nowMs: number): number {
  const { folder, site, gateway } = place;
  const versionBefore = Math.max(setAt(place)?.version ?? 0, (place.leastVersion ?? 1) - 1);
  const draft = manifestSet(rows, { site, versionBefore, nowMs });
  const path = folder.manifestsOf(site, gateway);
  replaceFile(path, signDocument("manifests", draft, folder.center, sha256));
  return draft.version ?? 0;
}

/** The set that is published; a gateway refuses an older one. Undefined: there is none. */
function setAt({ folder, site, gateway }: ManifestPlace): ManifestSet | undefined {
  const path = folder.manifestsOf(site, gateway);
  if (!existsSync(path)) return undefined;
  const trusted = [verifierOf(folder.center.publicKey)];
  const before = openDocument("manifests", readFileSync(path), trusted, sha256);
  if (before.ok) return before.value.message;
  throw new Fault(before.code, `${path}: ${before.detail}`);
}
