// Where policies come from: the signed file, the center's retained topic and the copy kept on disk.

import { refused, type Parsed, type Policy } from "@driftbox/proto";
import type { Now } from "../../custody/inputs.ts";
import type { Layout } from "../../custody/layout.ts";
import {
  compilingPolicy,
  judgeSuccession,
  type CompiledPolicy,
} from "../../custody/access/policy.ts";
import type { Steps } from "../../custody/steps.ts";
import { SignedDesk, type Applied, type DeskParts, type Refusal } from "./signed-desk.ts";

export type PolicyRefusal = Refusal;

interface Parts extends DeskParts {
  readonly layout: Layout;
  /** The clocks as far as they are believed. */
  readonly now: () => Now;
}

/** Policies are signed by the center's own keys. Codes beside those of the desk: policy/…. */
export class PolicySource extends SignedDesk<"policy", CompiledPolicy> {
  constructor(parts: Parts) {
    const { identity, layout, now } = parts;
    super(parts, {
      type: "policy",
      trusted: () => identity.centerKeys,
      compile: (policy, hash) => compilingFor(policy, hash, { site: identity.site, layout }),
      succeeds: (applied, candidate) => judgeTimely(applied, candidate, now()),
      inputOf: (policy) => ({ kind: "PolicyAccepted", policy }),
    });
  }

  /** Whether the policy in force names a badge, to let it in or to keep it out. */
  knows(badgeRef: string): boolean {
    const { badges = {}, blocked = {} } = this.inForce ?? {};
    return Object.hasOwn(badges, badgeRef) || Object.hasOwn(blocked, badgeRef);
  }
}

/** The one in force may expire; one that expired before it came would only lock everybody out. */
function judgeTimely(
  applied: Applied,
  candidate: CompiledPolicy,
  { isWallTrusted, wallMs }: Now,
): Parsed<CompiledPolicy> {
  const successor = judgeSuccession(applied, candidate);
  const { version, expiresUs, documentHash } = candidate;
  const isOver = isWallTrusted && expiresUs !== 0 && wallMs * 1_000 >= expiresUs;
  if (!successor.ok || !isOver || documentHash === applied.hash) return successor;
  return refused(
    "policy/expired",
    `version ${version} expired ${new Date(expiresUs / 1_000).toISOString()}`,
  );
}

/** Compiles what was signed, for one gateway. Code: policy/invalid. */
export function* compilingFor(
  policy: Policy,
  hash: Uint8Array,
  { site, layout }: { readonly site: string; readonly layout: Layout },
): Steps<Parsed<CompiledPolicy>> {
  if (policy.site !== site) {
    return refused("policy/invalid", `it is for site ${policy.site.slice(0, 64)}`);
  }
  return yield* compilingPolicy(policy, layout, hash);
}
