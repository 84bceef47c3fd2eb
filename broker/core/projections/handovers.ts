// Handovers between two persons: what each side said, folded from the events of one gateway.

import { limits, type Fact, type ListingMethod } from "@driftbox/proto";

export interface HandoverFold {
  readonly state: "released" | "accepted" | "disputed" | "withdrawn";
  /** Empty = not known: no release was seen. */
  readonly box: string;
  readonly giver: string;
  /** Empty = nobody came. */
  readonly receiver: string;
  readonly method: ListingMethod | null;
  /** What the giver says. */
  readonly released: readonly string[];
  readonly sealTags: readonly string[];
  /** What the receiver says to have; of an accepted one the rest was refused, and stays. */
  readonly received: readonly string[];
  /** Cursors of the events whose check codes both sides were told; 0 = not seen. */
  readonly releaseCursor: number;
  readonly answerCursor: number;
}

/** Which handover a fact is about; undefined = none. */
export function handoverOf(fact: Fact): string | undefined {
  const name = "handover" in fact ? fact.handover : "";
  return name === "" || name.length > limits.idMaxChars ? undefined : name;
}

const unseen: HandoverFold = {
  state: "released",
  box: "",
  giver: "",
  receiver: "",
  method: null,
  released: [],
  sealTags: [],
  received: [],
  releaseCursor: 0,
  answerCursor: 0,
};

/** Parcels kept of one list; a gateway splits longer lists into several handovers. */
const listMaxCount = 2 * limits.parcelsMaxCount;

function joined(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(0, listMaxCount);
}

/** The handover after a fact that is about it; others leave it as it is. */
export function foldHandover(
  before: HandoverFold | undefined,
  fact: Fact,
  cursor: number,
): HandoverFold | undefined {
  const known = before ?? unseen;
  switch (fact.kind) {
    case "HandoverReleased": {
      const { box = "", giver, receiver, method = null, parcels, sealTags } = fact;
      const said = { box, giver, receiver, method, released: parcels, sealTags };
      return { ...known, ...said, state: "released", releaseCursor: cursor };
    }
    case "HandoverAccepted": {
      const { giver, receiver, parcels: received } = fact;
      return { ...known, giver, receiver, received, state: "accepted", answerCursor: cursor };
    }
    case "HandoverDisputed": {
      // What was taken and never released is told by facts of its own behind the first.
      const isMore = known.state === "disputed";
      const { giver, receiver } = fact;
      const released = joined(known.released, fact.giverSays);
      const received = joined(isMore ? known.received : [], fact.receiverSays);
      const answerCursor = isMore ? known.answerCursor : cursor;
      const said = { giver, receiver, released, received, answerCursor };
      return { ...known, ...said, state: "disputed" };
    }
    case "HandoverWithdrawn":
      return { ...known, giver: fact.giver, state: "withdrawn", answerCursor: cursor };
    default:
      return before;
  }
}
