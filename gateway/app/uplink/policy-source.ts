// Where policies come from: the signed file, the center's retained topic and the copy kept on disk.

import { refused, type Parsed, type Policy } from "@driftbox/proto";
import type { Input } from "../../custody/inputs.ts";
import type { Layout } from "../../custody/layout.ts";
import {
  compilingPolicy,
  judgeSuccession,
  type CompiledPolicy,
} from "../../custody/access/policy.ts";
import type { Steps } from "../../custody/steps.ts";
import { SignedDesk, type DeskParts, type Refusal } from "./signed-desk.ts";

export type PolicyRefusal = Refusal;

interface Parts extends DeskParts {
  readonly layout: Layout;
  readonly offer: (input: Input) => void;
}

/** Policies are signed by the center's own keys. Codes beside those of the desk: policy/…. */
export class PolicySource extends SignedDesk<"policy", CompiledPolicy> {
  constructor(parts: Parts) {
    const { identity, layout, offer } = parts;
    super(parts, {
      type: "policy",
      trusted: () => identity.centerKeys,
      compile: (policy, hash) => compiling(policy, hash, { site: identity.site, layout }),
      succeeds: judgeSuccession,
      apply: (policy) => offer({ kind: "PolicyAccepted", policy }),
    });
  }

  /** Whether the policy in force names a badge, to let it in or to keep it out. */
  knows(badgeRef: string): boolean {
    const { badges = {}, blocked = {} } = this.inForce ?? {};
    return Object.hasOwn(badges, badgeRef) || Object.hasOwn(blocked, badgeRef);
  }
}

function* compiling(
  policy: Policy,
  hash: Uint8Array,
  { site, layout }: { readonly site: string; readonly layout: Layout },
): Steps<Parsed<CompiledPolicy>> {
  if (policy.site !== site) {
    return refused("policy/invalid", `it is for site ${policy.site.slice(0, 64)}`);
  }
  return yield* compilingPolicy(policy, layout, hash);
}
