// A chapter of docs/custody.md: codes, and grants beyond the policy.

import { onceAheadMaxDays, pickupIssuesMaxCount } from "@driftbox/proto";
import { lockoutMaxS, lockoutRules } from "./access/lockouts.ts";
import { bounds } from "./layout.ts";

const { "wrong-codes": wrongCodes } = lockoutRules;

/** Lines of prose. */
export const codesAndGrants: readonly string[] = [
  "Digits and signed texts are resolved before the core, which gets what they open. A pickup",
  "code opens the compartment of its parcel in a cabinet, of any of",
  `${pickupIssuesMaxCount} issues that is not below the least that holds (\`CodeReissued\`), until`,
  "the parcel is taken. A one-time code opens once until its day is over, at most",
  `${onceAheadMaxDays} days ahead, and needs a clock. What has opened once stays spent: beyond`,
  "the bounds below, everything of an earlier day, and every grant issued before, counts as",
  "spent. Whoever holds a code, or a signed grant for a bearer, has no name: `AccessGranted` says",
  "role `recipient` or `bearer` and what it rests on. It opens only where nobody is asked who",
  "they are. A role of that name in the policy limits them further.",
  "",
  `${wrongCodes.triesMaxCount} wrong codes within a day lock codes out at the reader for`,
  `${wrongCodes.firstS} s, then twice as long each time, up to ${lockoutMaxS} s; signed grants`,
  "and badges still work. A right code forgives none of them. A wrong check digit is told and",
  "leaves no record.",
  "",
  "Grants in force give rights to persons and roles beside those of the policy; where the",
  "policy gives the right by itself no grant is named. Of several the one that asks for the",
  "fewest others counts. They lower nothing: demands, rules of the role, blocked badges and",
  "persons hold. A grant for parcels holds where one of them is, or for whoever brings one.",
  `Of ${bounds.spentGrantsMaxCount.toLocaleString("en-US")} spent grants the names are kept.`,
];
