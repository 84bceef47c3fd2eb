// People without a badge at a gateway: what they enter or show, and grants that others hold.

import { driftbox } from "../../../proto/generated/driftbox.js";
import type { Fact, Grant } from "@driftbox/proto";
import type { CodeMeaning } from "../../../gateway/custody/access/codes.ts";
import { compileGrant, compilingGrants } from "../../../gateway/custody/access/grant-set.ts";
import type { CompiledGrant, CompiledGrants } from "../../../gateway/custody/access/grants.ts";
import type { Pass } from "../../../gateway/custody/access/passes.ts";
import { evolve } from "../../../gateway/custody/evolve.ts";
import type { Layout } from "../../../gateway/custody/layout.ts";
import { runSteps } from "../../../gateway/custody/steps.ts";
import { layout, wallStartMs, type At, type Story } from "./story.ts";

export const cabinetAt: At = ["branch", 1];
/** Of the stories' first day, in Zhoushan. */
export const today = Math.floor((wallStartMs / 60_000 + 480) / 1_440);

export function show(story: Story, meaning: CodeMeaning, box = "branch"): readonly Fact[] {
  return story.when({ kind: "CodePresented", reader: `k-${box}`, box, meaning });
}

export function pass(story: Story, of: Pass, box = "branch"): readonly Fact[] {
  return show(story, { word: "pass", pass: of }, box);
}

export function pickup(story: Story, parcel: string, issue = 0, box = "branch") {
  return pass(story, { proof: "pickup-code", parcel, issue }, box);
}

export function once(story: Story, number: number, day = today, box = "branch") {
  return pass(story, { proof: "one-time-code", action: "collect", day, number }, box);
}

/** A fact that the journal has from elsewhere. */
export function tell(story: Story, fact: Fact): void {
  const { nextSeq: seq, bootId } = story.state.durable;
  const meta = { ...story.now, seq, bootId };
  story.state = evolve(story.state, fact, meta);
  story.journal.push({ fact, meta });
}

export function guess(story: Story, box = "branch"): readonly Fact[] {
  return show(story, { word: "unknown" }, box);
}

/** A parcel lies in the first compartment of the cabinet. */
export function withParcel(story: Story, parcel = "4711"): Story {
  story.visit("depositor", cabinetAt, { tags: [parcel], leaves: true });
  return story;
}

/** The door of a compartment is used and shut; whatever is inside is taken out. */
export function takeOut(story: Story, at: At = cabinetAt): readonly Fact[] {
  const facts = [...story.pulseEnds(), ...story.swing(at), ...story.presence(at, false)];
  facts.push(...story.shut(at));
  story.elapse(10_000);
  return facts;
}

type GrantDraft = Parameters<typeof driftbox.v1.Grant.encode>[0];

/** A grant as it leaves the decoder: of whoever shows it, to collect from the cabinet. */
export function grantMessage(change: GrantDraft = {}): Grant {
  const { Grant: Message } = driftbox.v1;
  const holder = change.person || change.role ? {} : { isBearer: true };
  const draft = { grant: "g-1", site: "zhoushan", box: "branch", actions: [2], ...holder };
  return Message.decode(Message.encode({ issuedUs: issuedUs(), ...draft, ...change }).finish());
}

export function issuedUs(afterMs = 0): number {
  return (wallStartMs - 60_000 + afterMs) * 1_000;
}

export function grantOf(change: GrantDraft = {}): CompiledGrant {
  const compiled = compileGrant(grantMessage(change), layout);
  if (!compiled.ok || compiled.value === undefined) throw new Error("no grant of this gateway");
  return compiled.value;
}

export interface SetDraft {
  readonly version?: number;
  readonly grants?: readonly GrantDraft[];
  readonly revoked?: readonly string[];
}

export function grantsOf(
  { version = 1, grants = [], revoked = [] }: SetDraft,
  of: Layout = layout,
): CompiledGrants {
  const set = { version, issuedUs: issuedUs(), revoked: [...revoked] };
  const documentHash = new Uint8Array(32).fill(version);
  const steps = compilingGrants(set, grants.map(grantMessage), { layout: of, documentHash });
  const compiled = runSteps(steps);
  if (!compiled.ok) throw new Error(compiled.detail);
  return compiled.value;
}

export function publish(story: Story, set: SetDraft): readonly Fact[] {
  return story.when({ kind: "GrantsAccepted", grants: grantsOf(set, story.layout) });
}
