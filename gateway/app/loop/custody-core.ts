// The custody core as the loop sees it: pure functions passed in, so that tests may break one.

import {
  assertInvariants,
  decide,
  evolve,
  type Decision,
  type FactMeta,
  type Now,
  type State,
} from "../../custody/index.ts";
import type { Fact } from "@driftbox/proto";
import { resolve, type DeskKeys, type Offering } from "../devices/credential-desk.ts";

export interface CustodyCore {
  /** Secrets are resolved first; one that means nothing now decides nothing. */
  decide(state: State, offering: Offering, now: Now): Decision;
  evolve(state: State, fact: Fact, meta: FactMeta): State;
  /**
   * @param after the state with the facts of the decision folded
   * @throws Error when a decision breaks an invariant: a defect that must stop the process
   */
  assertInvariants(state: State, decision: Decision, now: Now, after: State): void;
}

/** The core behind a desk that has these keys. */
export function custodyCoreWith(keys: DeskKeys): CustodyCore {
  return {
    decide: (state, offering, now) => {
      const input = resolve(keys, { state, now }, offering);
      if (input === undefined) return { facts: [], effects: [], observed: state };
      return decide(state, input, now);
    },
    evolve,
    assertInvariants,
  };
}

/** The core of a gateway without keys for codes and PINs. */
export const custodyCore: CustodyCore = custodyCoreWith({});
