// Where grants come from: the center's retained topic and the copy kept on disk.

import {
  openDocument,
  refused,
  type Grant,
  type GrantSet,
  type Parsed,
  type Verifier,
} from "@driftbox/proto";
import {
  compilingGrants,
  grantsMaxCount,
  judgeGrantsSuccession,
} from "../../custody/access/grant-set.ts";
import type { CompiledGrants } from "../../custody/access/grants.ts";
import type { Layout } from "../../custody/layout.ts";
import type { Steps } from "../../custody/steps.ts";
import type { Identity } from "../identity.ts";
import { SignedDesk, type DeskParts } from "./signed-desk.ts";

interface Parts extends DeskParts {
  readonly layout: Layout;
  /** Keys that may sign grants and sets of them now. */
  readonly grantKeys: () => readonly Verifier[];
}

/** Signatures that one step checks; each takes a fraction of a millisecond. */
const signaturesPerStep = 8;

/** A set and each of its grants are signed by keys that may sign grants. Codes: grants/…. */
export class GrantSource extends SignedDesk<"grants", CompiledGrants> {
  constructor(parts: Parts) {
    const { grantKeys } = parts;
    super(parts, {
      type: "grants",
      trusted: grantKeys,
      compile: (set, hash) => compiling(set, hash, parts),
      succeeds: judgeGrantsSuccession,
      inputOf: (grants) => ({ kind: "GrantsAccepted", grants }),
      // What it takes back stays taken back.
      withdrawn: (grants) => ({
        kind: "GrantsAccepted",
        grants: { ...grants, grantCount: 0, byHolder: {} },
      }),
    });
  }
}

function* compiling(
  set: GrantSet,
  documentHash: Uint8Array,
  { identity, layout, grantKeys }: Parts,
): Steps<Parsed<CompiledGrants>> {
  if (set.site !== identity.site) {
    return refused("grants/invalid", `it is for site ${set.site.slice(0, 64)}`);
  }
  if (set.grants.length > grantsMaxCount) {
    return refused("grants/invalid", `${set.grants.length} grants, over ${grantsMaxCount}`);
  }
  const keys = grantKeys();
  const grants: Grant[] = [];
  for (const [index, bytes] of set.grants.entries()) {
    if (index % signaturesPerStep === 0) yield;
    const opened = openGrant(bytes, keys, identity);
    if (!opened.ok) return opened;
    grants.push(opened.value);
  }
  return yield* compilingGrants(set, grants, { layout, documentHash });
}

function openGrant(
  bytes: Uint8Array,
  keys: readonly Verifier[],
  { site, sha256 }: Identity,
): Parsed<Grant> {
  const opened = openDocument("grant", bytes, keys, sha256);
  if (!opened.ok) return opened;
  const { message } = opened.value;
  if (message.site === site) return { ok: true, value: message };
  return refused("grants/invalid", `grant ${message.grant.slice(0, 64)} is for another site`);
}
