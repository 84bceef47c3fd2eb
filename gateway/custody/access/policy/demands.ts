// What compartments ask of whoever opens them: proofs, other persons, and a pause in between.

import { parsed, type Action, type Assurance, type Parsed, type Policy } from "@driftbox/proto";
import { authorizersMaxCount, placesOf, type Layout } from "../../layout.ts";
import { actions, actionsOf, assuranceOf, assurances, invalid } from "./verdict.ts";

/** `weak-badge`: of a badge that is only a number. */
export type PinRule = "never" | "weak-badge" | "always";

export interface Demand {
  readonly assurance: Assurance;
  readonly pin: PinRule;
  /** Persons beside the one who opens. */
  readonly authorizers: number;
  /** At least two organizations among the persons. */
  readonly otherOrganization: boolean;
  /** Somebody of an organization that is none of these must be there; empty = anybody suffices. */
  readonly hosts: readonly string[];
  /** Nobody collects twice within it, unless somebody else opened meanwhile; 0 = no rule. */
  readonly passbackMin: number;
}

/** By action and key of the compartment; one without an entry asks for nothing. */
export type CompiledDemands = Readonly<Record<string, Demand>>;

type DemandDraft = Policy["demands"][number];

const demandsMaxCount = 4_096;
const passbackMaxMin = 7 * 1_440;
const pinRules: readonly PinRule[] = ["never", "weak-badge", "always"];

/** What a compartment without an entry asks for. */
export const noDemand: Demand = {
  assurance: "identifier",
  pin: "never",
  authorizers: 0,
  otherOrganization: false,
  hosts: [],
  passbackMin: 0,
};

function keyOf(action: Action, placeKey: string): string {
  return `${action} ${placeKey}`;
}

/** What a compartment asks for, for one action. */
export function demandAt(demands: CompiledDemands, action: Action, placeKey: string): Demand {
  return demands[keyOf(action, placeKey)] ?? noDemand;
}

/** Demands on boxes of other gateways of the site are dropped. Code: policy/invalid. */
export function compileDemands(policy: Policy, layout: Layout): Parsed<CompiledDemands> {
  if (policy.demands.length > demandsMaxCount) {
    return invalid(`${policy.demands.length} demands, over ${demandsMaxCount}; join them by box`);
  }
  const compiled = new Map<string, Demand>();
  for (const draft of policy.demands) {
    const inBox = placesOf(layout).filter(({ box }) => box.id === draft.box);
    if (inBox.length === 0) continue;
    const about = compileAbout(draft);
    if (!about.ok) return about;
    const demand = compileDemand(draft);
    if (!demand.ok) return demand;
    const numbers = draft.compartments ?? [];
    const unknown = numbers.find(
      (number) => !inBox.some(({ compartment }) => compartment.number === number),
    );
    if (unknown !== undefined) return invalid(`${draft.box} has no compartment ${unknown}`);
    for (const { key, compartment } of inBox) {
      if (numbers.length > 0 && !numbers.includes(compartment.number)) continue;
      for (const action of about.value) {
        const known = compiled.get(keyOf(action, key)) ?? noDemand;
        compiled.set(keyOf(action, key), strictest(known, demand.value));
      }
    }
  }
  return parsed(Object.fromEntries(compiled));
}

function compileAbout(draft: DemandDraft): Parsed<readonly Action[]> {
  const given = draft.actions ?? [];
  const about = given.flatMap((number) => actionsOf(number) ?? []);
  if (given.length > 0 && about.length === 0) return invalid(`${draft.box}: unknown action`);
  return parsed(given.length === 0 ? actions : about);
}

function compileDemand(draft: DemandDraft): Parsed<Demand> {
  const assurance = assuranceOf(draft.leastAssurance ?? 0);
  const pin = pinRules[draft.pin ?? 0];
  const { box, hosts } = draft;
  const authorizers = draft.authorizers ?? 0;
  const passbackMin = draft.passbackMin ?? 0;
  const otherOrganization = draft.otherOrganization ?? false;
  if (assurance === undefined || pin === undefined) {
    return invalid(`${box} asks for a proof that this version does not know; update the gateway`);
  }
  if (authorizers > authorizersMaxCount) {
    return invalid(`${box} asks for ${authorizers} authorizers; 0 to ${authorizersMaxCount}`);
  }
  if (otherOrganization && authorizers === 0) {
    return invalid(`${box} asks for another organization of one person; set authorizers to 1`);
  }
  if (passbackMin > passbackMaxMin) {
    return invalid(`${box}: passback of ${passbackMin} min; at most ${passbackMaxMin}`);
  }
  return parsed({
    assurance,
    pin,
    authorizers,
    otherOrganization,
    hosts: hosts ?? [],
    passbackMin,
  });
}

function strictest(a: Demand, b: Demand): Demand {
  const isStronger = assurances.indexOf(a.assurance) >= assurances.indexOf(b.assurance);
  return {
    assurance: isStronger ? a.assurance : b.assurance,
    pin: pinRules.indexOf(a.pin) >= pinRules.indexOf(b.pin) ? a.pin : b.pin,
    authorizers: Math.max(a.authorizers, b.authorizers),
    otherOrganization: a.otherOrganization || b.otherOrganization,
    hosts: [...new Set([...a.hosts, ...b.hosts])],
    passbackMin: Math.max(a.passbackMin, b.passbackMin),
  };
}
