// Lives of a gateway where people come with codes and grants: each opened, refused, spent, revoked.

import {
  grantOf,
  guess,
  issuedUs,
  once,
  pass,
  pickup,
  publish,
  show,
  takeOut,
  tell,
  today,
} from "./pass-steps.ts";
import { Action, bankPolicy, tap } from "./bank.ts";
import { wideLayout, type Step } from "./random-steps.ts";
import { bytes, compiled, policyMessage, type Story } from "./story.ts";

const deposit = [Action.ACTION_DEPOSIT];

function openByCode(story: Story): void {
  story.visit("depositor", ["branch", 1], { tags: ["4711"], leaves: true });
  tell(story, { kind: "CodeReissued", parcel: "4711", leastIssue: 1, command: "c" });
  pickup(story, "4711", 0);
  once(story, 1);
  story.elapse(60_000);
  once(story, 1);
  pickup(story, "4711", 1);
  takeOut(story);
  once(story, 2, today - 1);
  show(story, { word: "slip" });
  show(story, { word: "bad-grant" });
  for (let tries = 0; tries < 5; tries += 1) guess(story);
}

function openByGrant(story: Story): void {
  story.visit("depositor", ["branch", 1], { tags: ["4711"], leaves: true });
  story.when({ kind: "PolicyAccepted", policy: bankPolicy({ version: 8 }, wideLayout) });
  tap(story, "guard", { box: "branch" });
  pass(story, { proof: "grant", grant: grantOf({ grant: "g-w", authorizers: 1 }) });
  story.elapse(60_000);
  pass(story, { proof: "grant", grant: grantOf({ grant: "g-e", untilUs: issuedUs() }) });
  publish(story, { revoked: ["g-r"] });
  pass(story, { proof: "grant", grant: grantOf({ grant: "g-r" }) });
}

function openByHolder(story: Story): void {
  const policy = bankPolicy(
    { version: 9, roles: [{ role: "staff", rights: collectors() }, { role: "guard" }] },
    wideLayout,
  );
  story.when({ kind: "PolicyAccepted", policy });
  publish(story, {
    grants: [{ person: "p-teller", actions: deposit }],
  });
  tap(story, "teller", { box: "branch" });
}

function collectors() {
  return ["ferry", "branch"].map((box) => ({ box, canCollect: true }));
}

function blockPerson(story: Story): void {
  const blocked = compiled(
    {
      version: 9,
      blockedPersons: ["p-courier"],
      badges: [
        ...policyMessage().badges,
        { badgeRef: bytes("09".repeat(16)), person: "p-9", role: "courier" },
      ],
    },
    wideLayout,
  );
  story.when({ kind: "PolicyAccepted", policy: blocked });
  story.badge("courier", "ferry");
}

/** A code opens a door that was left open, by somebody who had brought what is held elsewhere. */
function takeOver(story: Story): void {
  story.visit("depositor", ["branch", 1], { tags: ["700"], leaves: true });
  story.enter("depositor", ["ferry", 1]);
  story.tag("700", "ferry");
  story.presence(["ferry", 1], true);
  story.elapse(200_000);
  const grant = grantOf({ grant: "g-t", box: "ferry", compartments: [1], actions: deposit });
  pass(story, { proof: "grant", grant }, "ferry");
}

/** A code comes while the lock of somebody whose badge is no longer known is to be retried. */
function dropRetry(story: Story): void {
  story.visit("depositor", ["branch", 1], { tags: ["4711"], leaves: true });
  story.badge("depositor", "ferry");
  story.pulseEnds();
  story.elapse(1_100);
  const policy = compiled({ version: 9 }, wideLayout);
  const blocked = { ["d0".repeat(16)]: true as const };
  story.when({ kind: "PolicyAccepted", policy: { ...policy, blocked } });
  pickup(story, "4711");
}

export const passLives: readonly (readonly Step[])[] = [
  [{ name: "open by code", run: openByCode }],
  [{ name: "open by grant", run: openByGrant }],
  [{ name: "open by what a person holds", run: openByHolder }],
  [{ name: "block a person", run: blockPerson }],
  [{ name: "take over by a grant", run: takeOver }],
  [{ name: "drop a retry for a code", run: dropRetry }],
];
