// The monitors of the simulation themselves: each planted defect is noticed.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { custodyCore, type CustodyCore } from "../../gateway/app/custody-core.ts";
import { liveWorld } from "./many-worlds.ts";

/** A core that makes the same decisions but leaves out one kind of fact. */
function forgetful(kind: Fact["kind"]): CustodyCore {
  return {
    ...custodyCore,
    decide: (state, input, now) => {
      const decision = custodyCore.decide(state, input, now);
      return { ...decision, facts: decision.facts.filter((fact) => fact.kind !== kind) };
    },
    assertInvariants: () => undefined,
  };
}

describe("the monitors", () => {
  it("notice a core that says nothing of a forced door", async () => {
    const { breaches } = await liveWorld({ seed: 1, days: 20, core: forgetful("DoorForced") });
    expect(breaches.length).toBeGreaterThan(0);
  });

  it("notice a coil that is pulsed without an intent on disk", async () => {
    const { breaches } = await liveWorld({ seed: 1, days: 5, core: forgetful("UnlockIntended") });
    expect(breaches.length).toBeGreaterThan(0);
  });

  it("notice a core that remembers another state than its facts tell", async () => {
    const core: CustodyCore = {
      ...custodyCore,
      evolve: (state, fact, meta) => {
        const next = custodyCore.evolve(state, fact, meta);
        const isWrong = fact.kind === "ParcelDeposited";
        const { durable } = next;
        return isWrong ? { ...next, durable: { ...durable, policyVersion: 99 } } : next;
      },
    };
    const { breaches } = await liveWorld({ seed: 1, days: 5, core });
    expect(breaches[0]?.monitor).toMatch(/the state is the fold of the journal$/);
  });

  it("notice a link that changes bytes on the way", { timeout: 240_000 }, async () => {
    const breakLine = (body: Uint8Array): Uint8Array => {
      const changed = Uint8Array.from(body);
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      return changed;
    };
    const { breaches } = await liveWorld({ seed: 1, days: 0.1, gatewayCount: 1, breakLine });
    expect(breaches.length).toBeGreaterThan(0);
  });
});
