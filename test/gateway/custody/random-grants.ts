// Sets of grants that come and go in random lives, and who has a right by them in plain words.

import { toHex, type FactOf } from "@driftbox/proto";
import type { StoredFact } from "../../../gateway/custody/replay.ts";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import { Action } from "./bank.ts";
import { grantsOf, issuedUs, type SetDraft } from "./pass-steps.ts";
import type { Story } from "./story.ts";

const both = [Action.ACTION_DEPOSIT, Action.ACTION_COLLECT];
const untilUs = issuedUs(3_600_000);
type Draft = NonNullable<SetDraft["grants"]>[number];

const once: Draft = {
  grant: "g-once",
  person: "p-depositor",
  box: "branch",
  actions: both,
  isOnce: true,
  untilUs,
};
/** To who has no such right otherwise, to a role, for one parcel, once, to who is blocked. */
const drafts: readonly Draft[] = [
  { grant: "g-ferry", person: "p-depositor", box: "ferry", actions: both },
  { grant: "g-role", role: "courier", box: "branch", actions: [Action.ACTION_DEPOSIT] },
  { grant: "g-parcel", person: "p-courier", box: "ferry", actions: both, parcels: ["101"] },
  { grant: "g-clerk", person: "p-clerk", box: "ferry", actions: both, untilUs },
  once,
];

/** What is in force goes round: all, none, some taken back, one left. */
const contents: readonly Omit<SetDraft, "version">[] = [
  { grants: drafts },
  {},
  { grants: drafts, revoked: ["g-ferry", "g-once"] },
  { grants: [once] },
];

/** How many different sets there are. */
export const setCount = contents.length;

function setOf(version: number): SetDraft {
  return { ...contents[version % contents.length], version };
}

/** The next version whose content is the one of an index. */
export function publishNext(story: Story, index: number): void {
  const { grantsVersion } = story.state.durable;
  const ahead = 1 + ((((index - grantsVersion - 1) % setCount) + setCount) % setCount);
  accept(story, grantsVersion + ahead);
}

/** The set in force is read again, as at a start. */
export function recall(story: Story): void {
  const { grantsVersion } = story.state.durable;
  if (grantsVersion > 0) accept(story, grantsVersion);
}

function accept(story: Story, version: number): void {
  story.when({ kind: "GrantsAccepted", grants: grantsOf(setOf(version), story.layout) });
}

/** Whether the newest set before an event gives somebody the right that a grant of it names. */
export function isByGrant(
  journal: readonly StoredFact[],
  fact: FactOf<"AccessGranted">,
  { policy, beforeSeq }: { readonly policy: CompiledPolicy; readonly beforeSeq: number },
): boolean {
  const applied = journal.findLast(
    ({ fact: one, meta }) => one.kind === "GrantsApplied" && meta.seq < beforeSeq,
  )?.fact;
  if (applied?.kind !== "GrantsApplied") return false;
  const { grants = [], revoked = [] } = setOf(applied.version);
  const draft = grants.find(({ grant }) => grant === fact.grant);
  const ref = toHex(fact.badgeRef);
  const badge = policy.badges[ref];
  if (draft === undefined || badge === undefined || policy.blocked[ref] === true) return false;
  const wanted = fact.action === "collect" ? Action.ACTION_COLLECT : Action.ACTION_DEPOSIT;
  return (
    !revoked.includes(draft.grant ?? "") &&
    draft.box === fact.box &&
    (draft.person === badge.person || draft.role === badge.role) &&
    (draft.actions ?? []).includes(wanted)
  );
}
