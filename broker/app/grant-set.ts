// The next set of grants of a gateway: what is added, replaced, taken back and over.

import {
  Fault,
  openDocument,
  readUncheckedDocument,
  type DraftOf,
  type Grant,
  type GrantSet,
  type Sha256,
  type SiteName,
  type Verifier,
} from "@driftbox/proto";

/** A signed grant and the file it is from. */
export interface GrantFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a set is changed by. */
export interface GrantChange {
  /** One of a name that is there replaces it. */
  readonly added: readonly GrantFile[];
  /** Names that open nothing any more, on paper too. */
  readonly revoked: readonly string[];
}

export interface SetParts {
  readonly site: SiteName;
  readonly trusted: readonly Verifier[];
  /** All keys that may sign grants are known: what another one signed is good at no gateway. */
  readonly isEveryKeyKnown?: boolean;
  readonly sha256: Sha256;
  readonly nowMs: number;
  /** A gateway may have a newer one than the center knows, after a restore; absent = 1. */
  readonly leastVersion?: number | undefined;
}

/** As many as a gateway takes: gateway/custody/access. Over them it refuses the whole set. */
const setMaxCount = 20_000;
const ofHolderMaxCount = 256;

interface Kept {
  readonly grant: Grant;
  readonly bytes: Uint8Array;
}

/**
 * Grants that are over, or of an ended key, are left out. Faults: grants/invalid, wire/document,
 * document/….
 */
export function nextSet(
  before: GrantSet | undefined,
  { added: files, revoked }: GrantChange,
  parts: SetParts,
): DraftOf<"grants"> {
  const kept = new Map<string, Kept>();
  for (const bytes of before?.grants ?? []) {
    const opened = openGrant(bytes, parts);
    if (isEnded(opened, parts)) continue;
    const grant = grantOf(opened, parts);
    kept.set(grant.grant, { grant, bytes });
  }
  const added = files.map((file) => ({ grant: grantInFile(file, parts), bytes: file.bytes }));
  for (const each of added) kept.set(each.grant.grant, each);
  const back = new Set([...(before?.revoked ?? []), ...revoked]);
  const clash = added.map(({ grant }) => grant.grant).find((name) => back.has(name));
  if (clash !== undefined) {
    throw new Fault("grants/invalid", `grant ${clash} was revoked; give the new one another name`);
  }
  const lasting = [...kept.values()].filter(
    ({ grant }) => !back.has(grant.grant) && !isOver(grant, parts.nowMs),
  );
  refuseTooMany(lasting, back.size);
  return {
    version: Math.max((before?.version ?? 0) + 1, parts.leastVersion ?? 1),
    site: parts.site,
    issuedUs: parts.nowMs * 1_000,
    grants: lasting.map(({ bytes }) => bytes),
    revoked: [...back],
  };
}

function refuseTooMany(lasting: readonly Kept[], revokedCount: number): void {
  if (Math.max(lasting.length, revokedCount) > setMaxCount) {
    const counts = `${lasting.length} grants, ${revokedCount} revoked`;
    throw new Fault("grants/invalid", `${counts}; a gateway takes ${setMaxCount} of each`);
  }
  const held = new Map<string, number>();
  for (const { grant } of lasting) {
    const holder = grant.person || grant.role || "the bearer";
    const key = [grant.person, grant.role, grant.box].join("\n");
    const count = (held.get(key) ?? 0) + 1;
    held.set(key, count);
    if (count <= ofHolderMaxCount) continue;
    const text = `over ${ofHolderMaxCount} grants of ${holder} at ${grant.box}; join them`;
    throw new Fault("grants/invalid", text);
  }
}

/** Names that no grant of a set has: on paper alone, over, or written wrong. */
export function unpublishedIn(
  set: GrantSet | undefined,
  names: readonly string[],
): readonly string[] {
  const published = new Set((set?.grants ?? []).map(nameOf));
  return names.filter((name) => !published.has(name));
}

/** Names of grants of a set that the next one leaves out: their key may sign none any more. */
export function endedIn(set: GrantSet | undefined, parts: SetParts): readonly string[] {
  const all = set?.grants ?? [];
  return all.filter((bytes) => isEnded(openGrant(bytes, parts), parts)).map(nameOf);
}

type Opened = ReturnType<typeof openDocument<"grant">>;

function openGrant(bytes: Uint8Array, { trusted, sha256 }: SetParts): Opened {
  return openDocument("grant", bytes, trusted, sha256);
}

function isEnded(opened: Opened, { isEveryKeyKnown }: SetParts): boolean {
  return isEveryKeyKnown === true && !opened.ok && opened.code === "document/unknown-key";
}

/** It was verified when it came into the set. */
function nameOf(bytes: Uint8Array): string {
  const read = readUncheckedDocument("grant", bytes);
  return read.ok ? read.value.message.grant : "";
}

/** Faults name the file, and what makes one that is no signed grant. */
function grantInFile({ path, bytes }: GrantFile, parts: SetParts): Grant {
  try {
    return grantOf(openGrant(bytes, parts), parts);
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const isNoGrant = cause.code === "wire/document" || cause.code === "document/type";
    const advice = isNoGrant ? "no signed grant; run driftbox grant sign" : cause.message;
    throw new Fault(cause.code, `${path}: ${advice}`, { cause });
  }
}

function grantOf(opened: Opened, { site }: SetParts): Grant {
  if (!opened.ok) throw new Fault(opened.code, opened.detail);
  const { message } = opened.value;
  if (message.site === site) return message;
  throw new Fault("grants/invalid", `grant ${message.grant} is for site ${message.site}`);
}

function isOver({ untilUs }: Grant, nowMs: number): boolean {
  return untilUs !== 0 && untilUs <= nowMs * 1_000;
}
