// Check codes that a person is told for what they stated at a box and no door shows.

import type { FactKind } from "@driftbox/proto";
import type { Draft } from "./decision.ts";
import type { Input, ToldFact } from "./inputs.ts";

/** Handovers and deposits tell their codes themselves, to whom they are meant for. */
const toldFacts: { readonly [K in FactKind]?: ToldFact } = {
  ContainerSealed: "sealed",
  ContainerOpened: "unsealed",
  SealTagChecked: "seals-checked",
  ManifestOpened: "manifest-opened",
  ManifestClosed: "manifest-closed",
  SignatureGiven: "signed",
  OverrideClosed: "explained",
};

/** Orders one code for each such fact of a decision about somebody at a box. */
export function tellCodes(draft: Draft, input: Input): void {
  if (input.kind !== "BadgePresented" && input.kind !== "PinEntered") return;
  const { facts } = draft;
  // Who gives or takes parcels gets the code of that; their seal tags are part of it.
  if (facts.some(({ kind }) => kind.startsWith("Handover"))) return;
  const firstSeq = draft.state.durable.nextSeq - facts.length;
  for (const [at, fact] of facts.entries()) {
    const what = toldFacts[fact.kind];
    // A manifest of the center that was opened in the place of a closed one is nobody's statement.
    const isTheirs = fact.kind !== "ManifestOpened" || fact.onBoard === true;
    if (what === undefined || !isTheirs) continue;
    draft.order({ kind: "tellCode", box: input.box, seq: firstSeq + at, what });
  }
}
