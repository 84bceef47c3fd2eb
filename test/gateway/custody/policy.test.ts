// Compiling a policy for one gateway: what is taken, what is refused, what may follow what.

import { describe, expect, it } from "vitest";
import type { Policy } from "@driftbox/proto";
import { compilePolicy, judgeSuccession } from "../../../gateway/custody/access/policy.ts";
import { badges, bytes, compiled, layout, policyHash, policyMessage } from "./story.ts";

function detailOf(change: Partial<Policy>): string {
  const result = compilePolicy(policyMessage(change), layout, policyHash);
  if (result.ok) throw new Error("it was accepted");
  expect(result.code).toBe("policy/invalid");
  return result.detail;
}

const [courier] = policyMessage().badges;
const courierOnly = courier === undefined ? [] : [courier];
const [courierRole] = policyMessage().roles;

function courierRight(change: object): Policy["roles"] {
  const rights = [...(courierRole?.rights ?? []), { box: "ferry", canDeposit: true, ...change }];
  return [{ role: "courier", rights }];
}

describe("a policy", () => {
  it("with a level of assurance that this version does not know is refused, not weakened", () => {
    const at = (assurance: number) => {
      const message = policyMessage();
      for (const badge of message.badges) Object.assign(badge, { assurance });
      return compilePolicy(message, layout, policyHash);
    };
    expect(at(4)).toMatchObject({ ok: false, code: "policy/invalid" });
    expect(at(4)).toMatchObject({ detail: "person p-courier: unknown assurance 4" });
    for (const known of [0, 1, 2, 3]) expect(at(known)).toMatchObject({ ok: true });
  });

  it("is plain JSON, looked up by badge and role", () => {
    const policy = compiled();
    expect(structuredClone(policy)).toEqual(policy);
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
    expect(policy.badges[badges.strongCard]).toMatchObject({ assurance: "mutual-auth" });
    expect(policy.badges[badges.courier]).toMatchObject({ assurance: "identifier" });
    expect(policy.blocked[badges.blocked]).toBe(true);
    expect(policy.documentHash).toBe("07".repeat(32));
  });

  it("may speak of boxes of other gateways, which are left out", () => {
    const policy = compiled({
      badges: courierOnly,
      roles: courierRight({ box: "far-away", compartments: [99] }),
    });
    expect(policy.roles["courier"]?.rights.map(({ box }) => box)).toEqual(["ferry", "branch"]);
  });
});

describe("a policy is refused", () => {
  it.each<[string, Partial<Policy>, RegExp]>([
    ["with version 0", { version: 0 }, /version/],
    ["when it expires before it is issued", { issuedUs: 5, expiresUs: 5 }, /expires/],
    ["with an impossible UTC offset", { utcOffsetMin: 900 }, /offset/],
    [
      "when a badge has an unknown role",
      { roles: courierRole ? [courierRole] : [] },
      /unknown role/,
    ],
    ["when a badge is there twice", { badges: [...courierOnly, ...courierOnly] }, /twice/],
    [
      "when a badge reference has a wrong length",
      { badges: [{ badgeRef: bytes("00"), person: "p", role: "courier" }] },
      /1 bytes/,
    ],
    [
      "when a badge belongs to nobody",
      { badges: [{ badgeRef: bytes(badges.courier), role: "courier" }] },
      /nobody/,
    ],
    [
      "when a role is there twice",
      { roles: [...policyMessage().roles, { role: "clerk" }] },
      /twice/,
    ],
    [
      "when a name would not fit into an event",
      { badges: [{ badgeRef: bytes(badges.courier), person: "p".repeat(65), role: "courier" }] },
      /at most 64/,
    ],
    ["when a role's name would not", { roles: [{ role: "r".repeat(65) }] }, /at most 64/],
    ["when a role has no name", { roles: [{ rights: [] }] }, /without a name/],
    ["when a blocked reference has a wrong length", { blockedBadges: [bytes("0011")] }, /2 bytes/],
    [
      "when it names a compartment its box lacks",
      { badges: courierOnly, roles: courierRight({ compartments: [1, 2] }) },
      /no compartment 2/,
    ],
  ])("%s", (_name, change, expected) => {
    expect(detailOf(change)).toMatch(expected);
  });

  it.each([
    ["no day", { days: 0, fromMin: 0, toMin: 60 }],
    ["a ninth day", { days: 256, fromMin: 0, toMin: 60 }],
    ["its end before its start", { days: 1, fromMin: 60, toMin: 60 }],
    ["an end after midnight", { days: 1, fromMin: 60, toMin: 1_441 }],
  ])("when a window has %s", (_name, window) => {
    const roles = courierRight({ windows: [window] });
    expect(detailOf({ badges: courierOnly, roles })).toMatch(/window/);
  });

  it("when nobody could collect from a box of this gateway", () => {
    const roles = [{ role: "courier", rights: [{ box: "branch", canCollect: true }] }];
    expect(detailOf({ badges: courierOnly, roles })).toMatch(/locks everybody out of ferry/);
    const blockedBadges = [bytes(badges.courier)];
    expect(detailOf({ badges: courierOnly, blockedBadges })).toMatch(/locks everybody out/);
  });
});

describe("a policy follows another", () => {
  it("when it is newer, or the same one read again", () => {
    expect(judgeSuccession({ version: 0, hash: "" }, compiled()).ok).toBe(true);
    expect(judgeSuccession({ version: 1, hash: "aa" }, compiled({ version: 2 })).ok).toBe(true);
    expect(judgeSuccession({ version: 1, hash: "" }, compiled()).ok).toBe(true);
  });

  it("but never when it is older", () => {
    const verdict = judgeSuccession({ version: 2, hash: "" }, compiled());
    expect(verdict).toMatchObject({ ok: false, code: "policy/older" });
  });
});
