// Deposits without card in a policy, as an operator writes them.

import { Fault, parseSiteName, type DraftOf } from "@driftbox/proto";
import { expect, it } from "vitest";
import { policyDraft } from "../../broker/app/policy-draft.ts";

function draftOf(written: object): DraftOf<"policy"> {
  const site = parseSiteName("s-1");
  if (!site.ok) throw new Error(site.detail);
  const refs = { badgeRef: () => "ab".repeat(16), pinRef: () => "cd".repeat(16) };
  const policy = { version: 1, badges: [], roles: [], ...written };
  return policyDraft({ site: site.value, written: policy, ...refs, issuedMs: 1_000 });
}

function complaintOf(written: object): string {
  try {
    draftOf(written);
    return "none";
  } catch (error) {
    return error instanceof Fault ? `${error.code} ${error.message}` : String(error);
  }
}

it("rules of deposits and a number to call are written plainly", () => {
  const windows = [{ from: "06:00", to: "20:00" }];
  const deposits = [{ box: "pier", compartments: [1], needsNumber: true, windows }, { box: "b" }];
  expect(draftOf({ deposits, helpNumber: "0580-123 4567" })).toMatchObject({
    deposits: [
      {
        box: "pier",
        compartments: [1],
        needsNumber: true,
        windows: [{ days: 255, fromMin: 360, toMin: 1_200 }],
      },
      { box: "b", compartments: [], needsNumber: false, windows: [] },
    ],
    helpNumber: "0580-123 4567",
  });
  expect(draftOf({})).toMatchObject({ deposits: [], helpNumber: "" });
});

it.each([
  [{ deposits: [{ compartments: [1] }] }, /policy\/invalid .*policy\.deposits\[0\]\.box/],
  [{ deposits: [{ box: "b", needNumber: true }] }, /needNumber/],
  [
    { deposits: [{ box: "b", windows: [{ from: "20:00", to: "06:00" }] }] },
    /deposits\[0\]\.windows/,
  ],
  [{ helpNumber: "call me" }, /policy\.helpNumber/],
])("%j is refused with its place", (written, complaint) => {
  expect(complaintOf(written)).toMatch(complaint);
});
