// Lives of a branch with rules: two persons, PINs, organizations, passback, each met and missed.

import { bankPolicy, boxIds, enter, PinRule, tap, type Rules } from "./bank.ts";
import { wideLayout, type Step } from "./random-steps.ts";
import { ferry, type Story } from "./story.ts";

const box = "ferry";
const always = { pin: PinRule.PIN_RULE_ALWAYS };

function rule(story: Story, rules: Rules): void {
  const policy = bankPolicy({ version: 9, ...rules }, wideLayout);
  story.when({ kind: "PolicyAccepted", policy });
}

function useDoor(story: Story): void {
  story.pulseEnds();
  story.swing(ferry);
  story.shut(ferry);
  story.elapse(10_000);
}

function meet(story: Story): void {
  rule(story, { demands: [{ box, authorizers: 1, pin: PinRule.PIN_RULE_WEAK_BADGE }] });
  tap(story, "teller");
  enter(story, "teller");
  tap(story, "official");
  enter(story, "official", "duress");
  useDoor(story);
  tap(story, "teller", { counter: 1 });
  tap(story, "official", { counter: 1 });
}

function miss(story: Story): void {
  rule(story, { demands: [{ box, authorizers: 1, otherOrganization: true }] });
  tap(story, "teller");
  tap(story, "teller", { nth: 1 });
  story.elapse(30_000);
  tap(story, "teller");
  tap(story, "cashier");
  story.elapse(30_000);
  rule(story, { demands: [{ box, ...always }] });
  tap(story, "teller");
  story.elapse(30_000);
}

function guess(story: Story): void {
  rule(story, { demands: [{ box, ...always }] });
  tap(story, "teller");
  for (let tries = 0; tries < 4; tries += 1) enter(story, "teller", "wrong");
  tap(story, "teller");
}

function comeAgain(story: Story): void {
  const rights = boxIds.map((id) => ({ box: id, canCollect: true }));
  const roles = [{ role: "staff", rights }, { role: "guard" }];
  rule(story, { demands: [{ box, passbackMin: 5 }], roles });
  for (const number of [1, 2, 3]) {
    tap(story, "teller");
    story.pulseEnds();
    story.swing(["ferry", number]);
    story.shut(["ferry", number]);
    story.elapse(10_000);
  }
  tap(story, "teller");
}

/** A PIN opens a door that was left open, by somebody who had brought what is held elsewhere. */
function takeOver(story: Story): void {
  story.visit("depositor", ["branch", 1], { tags: ["700"], leaves: true });
  story.enter("depositor", ferry);
  story.tag("700", box);
  story.presence(ferry, true);
  story.elapse(200_000);
  rule(story, { demands: [{ box, ...always }] });
  tap(story, "teller");
  enter(story, "teller");
}

/** A PIN is entered while the lock of somebody whose badge is no longer known is to be retried. */
function dropRetry(story: Story): void {
  rule(story, { version: 2, demands: [{ box, ...always }] });
  tap(story, "cashier", { box: "branch" });
  story.pulseEnds();
  tap(story, "teller");
  story.elapse(1_100);
  const policy = bankPolicy({ version: 9, demands: [{ box, ...always }] }, wideLayout);
  const blocked = { ["2a".repeat(16)]: true as const };
  story.when({ kind: "PolicyAccepted", policy: { ...policy, blocked } });
  enter(story, "teller");
}

export const visitLives: readonly (readonly Step[])[] = [
  [{ name: "meet", run: meet }],
  [{ name: "miss", run: miss }],
  [{ name: "guess", run: guess }],
  [{ name: "come again", run: comeAgain }],
  [{ name: "take over", run: takeOver }],
  [{ name: "drop a retry", run: dropRetry }],
];
