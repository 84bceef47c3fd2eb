// Where, and when, somebody without card and code may deposit.

import { parsed, type Parsed, type Policy } from "@driftbox/proto";
import { placesOf, type Layout, type PlaceLayout } from "../../layout.ts";
import { demandAt, noDemand, type CompiledDemands, type Demand } from "./demands.ts";
import { compileWindows, type PolicyWindow } from "./roles.ts";
import { invalid } from "./verdict.ts";

/** One of the rules under which a compartment takes a deposit of nobody known. */
export interface DepositRule {
  /** Only with the number of an envelope. */
  readonly needsNumber: boolean;
  /** Empty = always. */
  readonly windows: readonly PolicyWindow[];
}

/** By key of the compartment; any of its rules suffices, one without an entry takes none. */
export type CompiledDeposits = Readonly<Record<string, readonly DepositRule[]>>;

type DepositDraft = Policy["deposits"][number];

const depositsMaxCount = 1_024;

/**
 * Rules about boxes of other gateways of the site are dropped. Of a whole box those compartments
 * are meant that ask for no proof and no other person; to name one that does is a contradiction.
 * Code: policy/invalid.
 */
export function compileDeposits(
  policy: Policy,
  layout: Layout,
  demands: CompiledDemands,
): Parsed<CompiledDeposits> {
  const { deposits } = policy;
  if (deposits.length > depositsMaxCount) {
    return invalid(`${deposits.length} deposit rules, over ${depositsMaxCount}; join them by box`);
  }
  const compiled = new Map<string, readonly DepositRule[]>();
  for (const draft of deposits) {
    const inBox = placesOf(layout).filter(({ box }) => box.id === draft.box);
    if (inBox.length === 0) continue;
    const windows = compileWindows(`deposits at ${draft.box}`, draft.windows ?? []);
    if (!windows.ok) return windows;
    const places = placesFor(draft, inBox, demands);
    if (!places.ok) return places;
    const rule = { needsNumber: draft.needsNumber ?? false, windows: windows.value };
    for (const { key } of places.value) compiled.set(key, [...(compiled.get(key) ?? []), rule]);
  }
  return parsed(Object.fromEntries(compiled));
}

function placesFor(
  { box, compartments }: DepositDraft,
  inBox: readonly PlaceLayout[],
  demands: CompiledDemands,
): Parsed<readonly PlaceLayout[]> {
  const asksNothing = ({ key }: PlaceLayout) => isOpenToAll(demandAt(demands, "deposit", key));
  const named = compartments ?? [];
  if (named.length === 0) {
    const free = inBox.filter(asksNothing);
    if (free.length > 0) return parsed(free);
    return invalid(`${box} takes deposits without a card, but each compartment asks for proof`);
  }
  const found: PlaceLayout[] = [];
  for (const number of named) {
    const place = inBox.find(({ compartment }) => compartment.number === number);
    if (place === undefined) return invalid(`deposits: ${box} has no compartment ${number}`);
    if (!asksNothing(place)) {
      return invalid(
        `${box} ${number} takes deposits without a card, but asks for proof or persons`,
      );
    }
    found.push(place);
  }
  return parsed(found);
}

/** Whether a demand is met by somebody who shows nothing and comes alone. */
export function isOpenToAll(demand: Demand): boolean {
  const { assurance, pin, authorizers, otherOrganization, hosts } = demand;
  const isProofless = assurance === noDemand.assurance && pin === noDemand.pin;
  return isProofless && authorizers === 0 && !otherOrganization && hosts.length === 0;
}
