// How the last order to each lock ended, as the newest records of the journal say.

import type { Fact } from "@driftbox/proto";
import type { Cause } from "./causes.ts";
import type { JournalFacts } from "./facts.ts";
import { plain, words, type Words } from "./words.ts";

export interface LockEnding {
  readonly box: string;
  readonly number: number;
  readonly cause: Cause | undefined;
  readonly seen: Words;
}

const outcomeCauses: Partial<Record<string, Cause>> = {
  jammed: "jammed",
  unknown: "outcome-unknown",
  refused: "lock-refused",
};

const faultCauses: Partial<Record<string, Cause>> = {
  jammed: "jammed",
  "not-latched": "not-latched",
  "opened-unasked": "opened-unasked",
};

/** By `<box>/<number>`; locks that no recent record names are left out. */
export function lockEndings(journal: JournalFacts): ReadonlyMap<string, LockEnding> {
  const endings = new Map<string, LockEnding>();
  if (journal.state !== "read") return endings;
  for (const { fact } of journal.recent) {
    const ending = endingOf(fact);
    if (ending === undefined) continue;
    const place = `${ending.box}/${ending.number}`;
    const before = endings.get(place);
    if (fact.kind !== "DoorClosed") endings.set(place, afterBefore(ending, before));
    else if (before?.cause === "door-unlatched") {
      endings.set(place, { ...ending, cause: "latched-late" });
    }
  }
  return endings;
}

function endingOf(fact: Fact): LockEnding | undefined {
  switch (fact.kind) {
    case "UnlockConcluded": {
      const seen = words(`the last order: ${fact.outcome}`, `最近一次开锁：${fact.outcome}`);
      return { ...at(fact), cause: outcomeCauses[fact.outcome], seen };
    }
    case "LockFaulted":
      return { ...at(fact), cause: faultCauses[fact.fault], seen: plain(fact.fault) };
    case "DoorAjar":
      return { ...at(fact), cause: "door-unlatched", seen: words("ajar", "未关严") };
    case "DoorClosed":
      return { ...at(fact), cause: undefined, seen: words("it is shut", "已关") };
    case "DoorOpened":
      return { ...at(fact), cause: undefined, seen: words("it opened", "已打开") };
    case "OverrideUsed":
      return { ...at(fact), cause: undefined, seen: words("opened by key", "用钥匙打开") };
    case "DoorForced":
      return { ...at(fact), cause: "door-forced", seen: plain("") };
    default:
      return undefined;
  }
}

/** A bolt that stays released after an order that opened no door did not fail to latch. */
function afterBefore(ending: LockEnding, before: LockEnding | undefined): LockEnding {
  const isUnopened = before?.cause === "outcome-unknown" && ending.cause === "not-latched";
  return isUnopened ? { ...ending, cause: "never-opened" } : ending;
}

function at(fact: { readonly box: string; readonly compartment: number }) {
  return { box: fact.box, number: fact.compartment };
}
