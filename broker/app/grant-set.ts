// The next set of grants of a gateway: what is added, replaced, taken back and over.

import {
  Fault,
  openDocument,
  type DraftOf,
  type Grant,
  type GrantSet,
  type Sha256,
  type SiteName,
  type Verifier,
} from "@driftbox/proto";

/** What a set is changed by. */
export interface GrantChange {
  /** Signed grants; one of a name that is there replaces it. */
  readonly added: readonly Uint8Array[];
  /** Names that open nothing any more, on paper too. */
  readonly revoked: readonly string[];
}

export interface SetParts {
  readonly site: SiteName;
  readonly trusted: readonly Verifier[];
  readonly sha256: Sha256;
  readonly nowMs: number;
}

interface Kept {
  readonly grant: Grant;
  readonly bytes: Uint8Array;
}

/** Grants that are over are left out. Faults: grants/invalid, document/…. */
export function nextSet(
  before: GrantSet | undefined,
  { added, revoked }: GrantChange,
  parts: SetParts,
): DraftOf<"grants"> {
  const kept = new Map<string, Kept>();
  for (const bytes of [...(before?.grants ?? []), ...added]) {
    const grant = grantIn(bytes, parts);
    kept.set(grant.grant, { grant, bytes });
  }
  const back = new Set([...(before?.revoked ?? []), ...revoked]);
  const clash = added.map((bytes) => grantIn(bytes, parts).grant).find((name) => back.has(name));
  if (clash !== undefined) {
    throw new Fault("grants/invalid", `grant ${clash} was revoked; give the new one another name`);
  }
  const lasting = [...kept.values()].filter(
    ({ grant }) => !back.has(grant.grant) && !isOver(grant, parts.nowMs),
  );
  return {
    version: (before?.version ?? 0) + 1,
    site: parts.site,
    issuedUs: parts.nowMs * 1_000,
    grants: lasting.map(({ bytes }) => bytes),
    revoked: [...back],
  };
}

function grantIn(bytes: Uint8Array, { site, trusted, sha256 }: SetParts): Grant {
  const opened = openDocument("grant", bytes, trusted, sha256);
  if (!opened.ok) throw new Fault(opened.code, opened.detail);
  const { message } = opened.value;
  if (message.site === site) return message;
  throw new Fault("grants/invalid", `grant ${message.grant} is for site ${message.site}`);
}

function isOver({ untilUs }: Grant, nowMs: number): boolean {
  return untilUs !== 0 && untilUs <= nowMs * 1_000;
}
