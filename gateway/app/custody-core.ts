// The custody core as the loop sees it: pure functions passed in, so that tests may break one.

import {
  assertInvariants,
  decide,
  evolve,
  type Decision,
  type FactMeta,
  type Input,
  type Now,
  type State,
} from "../custody/index.ts";
import type { Fact } from "@driftbox/proto";

export interface CustodyCore {
  decide(state: State, input: Input, now: Now): Decision;
  evolve(state: State, fact: Fact, meta: FactMeta): State;
  /** @throws Error when a decision breaks an invariant: a defect that must stop the process */
  assertInvariants(state: State, decision: Decision, now: Now): void;
}

export const custodyCore: CustodyCore = { decide, evolve, assertInvariants };
