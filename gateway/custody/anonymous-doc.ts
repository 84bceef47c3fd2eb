// Two chapters of docs/custody.md: deposits without card, and sensors that are believed or not.

import { dissentsMaxCount, dissentsWithinMs } from "./doors/trust.ts";
import { anonymousMaxCount, anonymousWithinMs } from "./visits/anonymous.ts";
import { answerWithinMs } from "./visits/deposit-visits.ts";
import { visitOpeningsMaxCount } from "./visits/deposits.ts";

const minuteMs = 60_000;

/** Lines of prose. */
export const withoutCard: readonly string[] = [
  "Where a deposit rule of the policy allows it, somebody without card opens a compartment at a",
  "panel: the smallest that fits what they bring and is free, never one that asks for proof or for",
  "other persons. `AccessGranted` then names nobody (proof `none`, role `depositor`); a",
  "role of that",
  "name in the policy says what holds under an old policy and without a clock. Every opening",
  `counts: at most ${anonymousMaxCount} of a box in ${anonymousWithinMs / minuteMs} minutes, power`,
  "cuts or not; after one the hour begins anew. Refusals at a panel are told one by one, then by",
  "their number.",
  "",
  "A parcel is named by its tag, else by the number of its envelope (1 to 32 letters, digits and",
  "hyphens, not known already), else `dep-`, eight digits of the boot and the number of the grant.",
  "What presence saw come is deposited, by presence alone. What nothing saw come is",
  "unverified, and",
  `stays so unless they say within ${answerWithinMs / 1_000} s that nothing was put in`,
  "or that it is",
  "too big: then it is abandoned, and for something too big the next larger size opens once the",
  `first door is shut. The same person may reopen, ${visitOpeningsMaxCount} openings in all; what`,
  "was seen to come and is gone then is abandoned too. Nothing of others is ever charged",
  "to nobody:",
  "it is unaccounted for. The check code told is that of `ParcelDeposited` or `DepositUnverified`.",
];

/** Lines of prose. */
export const testimony: readonly string[] = [
  "`DoorClosed` states presence as all witnesses together say it, how sure that is and why: the",
  "presence sensor, a scale where there is one, and the tags read in the visit. What sensor or",
  "scale notices is there; of the two the one that notices nothing dissents, but for a beam that",
  "passes over a thin envelope. The strongest side is believed; sensor or scale alone",
  "give high confidence, tags medium, and a side that is contradicted by a witness of some weight",
  "low; contact or bolt that cannot be read leave medium at best. In a compartment for thin",
  "envelopes a sensor that sees nothing has little weight: a tag counts as a deposit by tag only,",
  "with medium confidence (`hidden-from-infrared`), and blames no sensor.",
  "",
  `A sensor that dissents ${dissentsMaxCount} times within`,
  `${dissentsWithinMs / 3_600_000} hours is`,
  "quarantined: what it says counts as if it could not be read, over restarts too, so it changes",
  "neither who may open nor what is believed. Of contact and bolt one always counts. It is on the",
  "repair list until a command restores it; it does not restore itself, for one that fails now and",
  "then agrees most of the time. Its last word counts from then on.",
];
