// The monitors of the simulation themselves: each planted defect is noticed.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { custodyCore, type CustodyCore } from "../../gateway/app/loop/custody-core.ts";
import type { State } from "../../gateway/custody/index.ts";
import { liveWorld } from "./many-worlds.ts";

/** A core that makes the same decisions but leaves out one kind of fact. */
function silent(kind: Fact["kind"]): CustodyCore {
  return {
    ...custodyCore,
    decide: (state, input, now) => {
      const decision = custodyCore.decide(state, input, now);
      return { ...decision, facts: decision.facts.filter((fact) => fact.kind !== kind) };
    },
    assertInvariants: () => undefined,
  };
}

/** Orders count as having left at once. */
function forgetful(state: State): State {
  const records = Object.entries(state.durable.compartments).map(([key, record]) => {
    const pulses = record.pulses.map((one) => ({ ...one, deadlineMonoMs: one.startMonoMs }));
    return [key, { ...record, pulses }] as const;
  });
  return { ...state, durable: { ...state.durable, compartments: Object.fromEntries(records) } };
}

describe("the monitors", () => {
  it("notice a core that says nothing of a forced door", async () => {
    const { breaches } = await liveWorld({ seed: 1, days: 20, core: silent("DoorForced") });
    expect(breaches.length).toBeGreaterThan(0);
  });

  it("notice a coil that is pulsed without an intent on disk", async () => {
    const { breaches } = await liveWorld({ seed: 1, days: 5, core: silent("UnlockIntended") });
    expect(breaches.length).toBeGreaterThan(0);
  });

  it(
    "notice a core that forgets at a restart how late an order may leave",
    { timeout: 240_000 },
    async () => {
      const core: CustodyCore = {
        ...custodyCore,
        decide: (state, input, now) => {
          const decision = custodyCore.decide(forgetful(state), input, now);
          return { ...decision, observed: { ...decision.observed, durable: state.durable } };
        },
        assertInvariants: () => undefined,
      };
      const { breaches } = await liveWorld({ seed: 2, days: 90, core });
      expect(breaches[0]?.monitor).toBe("no two coils of a supply group at once");
    },
  );

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
