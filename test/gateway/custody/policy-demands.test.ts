// Rules of compartments and persons in a policy: how they join, and which nobody could ever meet.

import { describe, expect, it } from "vitest";
import type { Policy } from "@driftbox/proto";
import { compilePolicy } from "../../../gateway/custody/access/policy.ts";
import { demandAt } from "../../../gateway/custody/access/policy/demands.ts";
import { pinsOf } from "../../../gateway/custody/access/policy/people.ts";
import { Action, Assurance, bankPolicy, boxIds, Leniency, pinOf, PinRule } from "./bank.ts";
import { badges, bytes, layout, policyHash, policyMessage } from "./story.ts";

const box = "ferry";

function refusalOf(change: Partial<Policy>): string {
  const result = compilePolicy(policyMessage(change), layout, policyHash);
  if (result.ok) throw new Error("it was accepted");
  expect(result.code).toBe("policy/invalid");
  return result.detail;
}

function person(change: object = {}): Partial<Policy> {
  return { persons: [{ person: "p-courier", role: "courier", ...change }] };
}

/** A demand with words of a later version. */
function odd(change: object): { readonly box: string } {
  return Object.assign({ box }, change);
}

const ofCourier = [bytes("11".repeat(16)), bytes("22".repeat(16))];
const courierOnly: Partial<Policy> = {
  badges: ofCourier.map((badgeRef) => ({ badgeRef, person: "p-courier", role: "courier" })),
  blockedBadges: [],
};

describe("a policy", () => {
  it("joins the demands on one compartment to the strictest of each part", () => {
    const { demands } = bankPolicy({
      demands: [
        { box, authorizers: 2, hosts: ["bank"], passbackMin: 5 },
        { box, compartments: [1], actions: [Action.ACTION_COLLECT], authorizers: 1, hosts: ["x"] },
        { box, pin: PinRule.PIN_RULE_ALWAYS, leastAssurance: Assurance.ASSURANCE_COUNTER_MAC },
        { box, pin: PinRule.PIN_RULE_WEAK_BADGE },
      ],
    });
    expect(demandAt(demands, "collect", "ferry#1")).toEqual({
      assurance: "counter-mac",
      pin: "always",
      authorizers: 2,
      otherOrganization: false,
      hosts: ["bank", "x"],
      passbackMin: 5,
    });
    expect(demandAt(demands, "deposit", "ferry#1").hosts).toEqual(["bank"]);
    expect(demandAt(demands, "collect", "branch#1")).toMatchObject({
      authorizers: 0,
      pin: "never",
    });
  });

  it("gives a listed person's role, organization and PINs to every badge of theirs", () => {
    const policy = bankPolicy();
    for (const ref of ["1a", "1b"]) {
      expect(policy.badges[ref.repeat(16)]).toMatchObject({ role: "staff", organization: "bank" });
    }
    expect(pinsOf(policy, "p-teller")?.pinRef).toBe(pinOf("teller"));
    for (const nobody of ["p-guard", "p-nobody", "constructor", "__proto__"]) {
      expect(pinsOf(policy, nobody)).toBeUndefined();
    }
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it("leaves out what it says of boxes of other gateways", () => {
    expect(bankPolicy({ demands: [{ box: "far", authorizers: 3 }] }).demands).toEqual({});
  });
});

describe("a policy is refused", () => {
  it.each<[string, Partial<Policy>, RegExp]>([
    ["when a person has no name", person({ person: "" }), /without a name/],
    [
      "when a person is listed twice",
      { persons: [1, 2].map(() => ({ person: "p", role: "courier" })) },
      /p is listed twice; keep one/,
    ],
    ["when a person has an unknown role", person({ role: "king" }), /unknown role "king"/],
    ["when a badge says another role than the list", person({ role: "clerk" }), /say them once/],
    ["when a PIN reference has a wrong length", person({ pinRef: bytes("00") }), /of 1 bytes/],
    [
      "when there is a PIN for duress only",
      person({ duressRef: bytes(badges.clerk) }),
      /set a PIN too/,
    ],
    [
      "when both PINs are one",
      person({ pinRef: bytes(badges.clerk), duressRef: bytes(badges.clerk) }),
      /must differ/,
    ],
    ["when four authorizers are asked for", { demands: [{ box, authorizers: 4 }] }, /0 to 3/],
    [
      "when another organization is asked of one person",
      { demands: [{ box, otherOrganization: true }] },
      /set authorizers to 1/,
    ],
    [
      "when it asks for a proof that this version does not know",
      { demands: [odd({ pin: 7 })] },
      /update the gateway/,
    ],
    ["when it names an unknown action", { demands: [odd({ actions: [9] })] }, /unknown action/],
    [
      "when it names a compartment its box lacks",
      { demands: [{ box, compartments: [2] }] },
      /ferry has no compartment 2/,
    ],
    ["when a passback lasts for ever", { demands: [{ box, passbackMin: 99_999 }] }, /at most/],
    [
      "when its block list is newer than itself",
      { issuedUs: 5, blockedUs: 6 },
      /block list is newer than itself; issue it again/,
    ],
    [
      "when a stale rule allows, which says nothing",
      { roles: [{ role: "r", stale: [{ afterH: 1, leniency: Leniency.LENIENCY_ALLOW }] }] },
      /second-person or refuse/,
    ],
    [
      "when a role has two clock rules for one action",
      {
        roles: [
          {
            role: "r",
            withoutClock: [1, 0].map((action) => ({
              action,
              leniency: Leniency.LENIENCY_ALLOW,
            })),
          },
        ],
      },
      /two clock rules to deposit; keep one/,
    ],
  ])("%s", (_name, change, expected) => {
    expect(refusalOf(change)).toMatch(expected);
  });
});

describe("a policy that locks everybody out is refused", () => {
  it("when no two persons could meet a rule for two, however many badges they have", () => {
    const demands = [{ box, authorizers: 1 }];
    const detail = refusalOf({ ...courierOnly, demands });
    expect(detail).toMatch(/ferry compartment 1: it takes 2 persons to collect, and 1 could ever/);
    expect(detail).toMatch(/name more persons/);
  });

  it("when no two organizations could, or none but the host", () => {
    const rights = boxIds.map((id) => ({ box: id, canCollect: true }));
    const two = ["p-1", "p-2"].map((name, i) => ({
      badgeRef: ofCourier[i] ?? bytes(badges.clerk),
      person: name,
      role: "staff",
      organization: "bank",
    }));
    const base = { badges: two, blockedBadges: [], roles: [{ role: "staff", rights }] };
    const other = [{ box, authorizers: 1, otherOrganization: true }];
    expect(refusalOf({ ...base, demands: other })).toMatch(/all who may are of one; name somebody/);
    expect(refusalOf({ ...base, demands: [{ box, hosts: ["bank"] }] })).toMatch(
      /only bank may collect there, and never alone/,
    );
  });

  it("when a PIN is asked of people who have none", () => {
    const demands = [{ box, pin: PinRule.PIN_RULE_ALWAYS }];
    expect(refusalOf({ demands })).toMatch(/locks everybody out of ferry/);
  });

  it("but not for a rule about what nobody there may do anyway", () => {
    const actions = [Action.ACTION_DEPOSIT];
    const demands = [{ box, authorizers: 1, actions }];
    const message = policyMessage({ ...courierOnly, demands });
    expect(compilePolicy(message, layout, policyHash).ok).toBe(true);
  });
});
