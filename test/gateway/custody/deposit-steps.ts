// Lives of boxes where people without card deposit: put in, changed their mind, too big,
// turned away.

import { answer, ask, putIn } from "./pier.ts";
import { wideLayout, type Step } from "./random-steps.ts";
import { compiled, ferry, wallStartMs, type At, type Story } from "./story.ts";

const [first, second]: readonly [At, At] = [ferry, ["ferry", 2]];

function allow(story: Story): void {
  const deposits = [{ box: "ferry" }, { box: "branch" }];
  story.when({ kind: "PolicyAccepted", policy: compiled({ version: 9, deposits }, wideLayout) });
}

/** The door that was just unlocked is used once its coil has rested. */
function use(story: Story, at: At, leaves: boolean): void {
  story.elapse(4_000);
  story.pulseEnds();
  story.swing(at);
  putIn(story, at, leaves);
  story.elapse(4_000);
}

function changeMind(story: Story): void {
  allow(story);
  ask(story, "ferry");
  use(story, first, false);
  answer(story, "ferry", "reopen");
  use(story, first, false);
  answer(story, "ferry", "nothing-put-in");
  ask(story, "ferry");
  use(story, first, true);
  answer(story, "ferry", "reopen");
  use(story, first, false);
  story.elapse(60_000);
  answer(story, "ferry", "reopen");
}

function bringLarge(story: Story): void {
  allow(story);
  ask(story, "ferry");
  answer(story, "ferry", "too-big");
  use(story, first, false);
  use(story, second, false);
  answer(story, "ferry", "too-big");
}

function turnAway(story: Story): void {
  ask(story, "ferry");
  allow(story);
  ask(story, "ferry", { number: "dep-1" });
  const suspensions = [{ box: "ferry", fromUs: 0, untilUs: (wallStartMs + 86_400_000) * 1_000 }];
  const deposits = [{ box: "ferry" }];
  const policy = compiled({ version: 10, deposits, suspensions }, wideLayout);
  story.when({ kind: "PolicyAccepted", policy });
  ask(story, "ferry");
}

/** A door that was left open, by somebody who had brought what is held elsewhere. */
function takeOver(story: Story): void {
  allow(story);
  story.visit("depositor", ["branch", 1], { tags: ["700"], leaves: true });
  story.enter("depositor", ferry);
  story.tag("700", "ferry");
  story.presence(ferry, true);
  story.elapse(200_000);
  ask(story, "ferry");
}

/** A lock is to be retried for somebody who is blocked by then, while others press a key. */
function dropRetry(story: Story): void {
  allow(story);
  ask(story, "ferry");
  use(story, first, false);
  const blockClerk = (): void => {
    story.badge("clerk", "branch");
    story.pulseEnds();
    story.elapse(1_100);
    const deposits = [{ box: "ferry" }];
    const policy = compiled({ version: 9, deposits }, wideLayout);
    const blocked = { ["e0".repeat(16)]: true as const };
    story.when({ kind: "PolicyAccepted", policy: { ...policy, blocked } });
  };
  blockClerk();
  answer(story, "ferry", "reopen");
  story.elapse(60_000);
  allow(story);
  blockClerk();
  ask(story, "ferry");
}

export const depositLives: readonly (readonly Step[])[] = [
  [{ name: "change one's mind", run: changeMind }],
  [{ name: "bring what is too big", run: bringLarge }],
  [{ name: "turn away", run: turnAway }],
  [{ name: "take over without card", run: takeOver }],
  [{ name: "drop a retry for nobody", run: dropRetry }],
];
