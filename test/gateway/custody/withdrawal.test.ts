// What may no longer be pulsed: a right that is withdrawn from any person of an opening.

import { describe, expect, it } from "vitest";
import { recordAt } from "../../../gateway/custody/state.ts";
import { bankPolicy, members, PinRule, refusalsOf, tap, type Rules } from "./bank.ts";
import { ferry, kinds, Story } from "./story.ts";

const twoPersons = [{ box: "ferry", authorizers: 1 }];

/** Two persons were granted, and their coil still rests after an earlier opening. */
function waiting(demands: NonNullable<Rules["demands"]> = twoPersons): Story {
  const story = Story.ready(bankPolicy({ demands }));
  tap(story, "cashier");
  tap(story, "deputy");
  story.pulseEnds();
  story.swing(ferry);
  story.presence(ferry, true);
  story.shut(ferry);
  tap(story, "teller");
  expect(kinds(tap(story, "official"))).toEqual(["AccessGranted", "AuthorizerAdded"]);
  expect(story.pulses).toHaveLength(1);
  return story;
}

function refusalAfter(story: Story): readonly string[] {
  const refusals = refusalsOf(story.elapse(5_000));
  expect(story.pulses).toHaveLength(1);
  expect(recordAt(story.state, "ferry#1").session).toBeUndefined();
  return refusals;
}

function accept(story: Story, change: object): void {
  const policy = { ...bankPolicy({ version: 2, demands: twoPersons }), ...change };
  story.when({ kind: "PolicyAccepted", policy });
}

describe("an opening of two persons whose coil still rests", () => {
  it("is pulsed when nothing changes", () => {
    const story = waiting();
    expect(kinds(story.elapse(5_000))).toEqual(["UnlockIntended"]);
  });

  it("is not pulsed once the badge of the person who confirmed is blocked", () => {
    const story = waiting();
    accept(story, { blocked: { [members.official.badges[0]]: true as const } });
    expect(refusalAfter(story)).toEqual(["p-teller second-person-missing"]);
  });

  it("is not pulsed once the person who confirmed is blocked", () => {
    const story = waiting();
    accept(story, { blockedPersons: { "p-official": true as const } });
    expect(refusalAfter(story)).toEqual(["p-teller second-person-missing"]);
  });

  it("is not pulsed once the badge of who confirmed is of somebody else", () => {
    const story = waiting();
    const { badges } = bankPolicy({ demands: twoPersons });
    const ref = members.official.badges[0];
    const teller = badges[members.teller.badges[0]];
    accept(story, { badges: { ...badges, ...(teller && { [ref]: teller }) } });
    expect(refusalAfter(story)).toEqual(["p-teller second-person-missing"]);
  });

  it("is not pulsed once its compartment asks for more persons, or for a PIN", () => {
    const three = waiting();
    three.when({
      kind: "PolicyAccepted",
      policy: bankPolicy({ version: 2, demands: [{ box: "ferry", authorizers: 2 }] }),
    });
    expect(refusalAfter(three)).toEqual(["p-teller second-person-missing"]);
    const pin = waiting();
    pin.when({
      kind: "PolicyAccepted",
      policy: bankPolicy({
        version: 2,
        demands: [{ box: "ferry", authorizers: 1, pin: PinRule.PIN_RULE_ALWAYS }],
      }),
    });
    expect(refusalAfter(pin)).toEqual(["p-teller pin-missing"]);
  });
});
