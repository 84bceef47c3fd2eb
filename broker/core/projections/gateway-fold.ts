// What the center folds of a gateway as a whole: its open troubles and the documents it works with.

import { foldDocuments, untoldDocuments, type DocumentsFold } from "./documents.ts";
import type { OpenTrouble } from "./trouble-rules.ts";
import { foldTroubles, type TroubleEvent } from "./troubles.ts";

export interface GatewayFold {
  readonly troubles: readonly OpenTrouble[];
  readonly documents: DocumentsFold;
}

export const unseenGateway: GatewayFold = { troubles: [], documents: untoldDocuments };

/** The same object where the event changes nothing. */
export function foldGateway(
  before: GatewayFold,
  event: TroubleEvent,
  isOver?: (trouble: OpenTrouble) => boolean,
): GatewayFold {
  const troubles = foldTroubles(before.troubles, event, isOver);
  const documents = foldDocuments(before.documents, event.fact, event.claimUs);
  const isSame = troubles === before.troubles && documents === before.documents;
  return isSame ? before : { troubles, documents };
}
