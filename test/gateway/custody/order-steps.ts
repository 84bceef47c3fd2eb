// Lives of a gateway under orders: commands of every word, met and missed, and a schedule.

import type { Order, OrderWord } from "../../../gateway/custody/orders/order.ts";
import { orderWords } from "../../../gateway/custody/orders/order.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { bankPolicy, boxIds, enter, tap, type MemberName } from "./bank.ts";
import { command } from "./orders.ts";
import { today } from "./pass-steps.ts";
import { policies, wideLayout, type Step } from "./random-steps.ts";
import { compiled, wallStartMs, type At, type Story } from "./story.ts";

const place: At = ["branch", 1];
const at = { box: "branch", compartment: 1 };

function say(story: Story, word: OrderWord, change: Partial<Order> = {}): void {
  command(story, word, { ...at, ...change });
}

function everyWord(story: Story): void {
  story.badge("courier", "ferry");
  say(story, "open");
  story.when({ kind: "StandstillSeen" });
  story.elapse(60_000);
  for (const word of orderWords) {
    const settings = [{ key: "signals.buzzer", value: "alarms" }];
    const code = `once/${today + 1}/7`;
    say(story, word, { parcel: "100", sensor: "presence", settings, code });
    story.pulseEnds();
    story.swing(place);
    story.shut(place);
    story.elapse(61_000);
  }
  story.when({ kind: "CommandUnreadable", reason: "forged" });
  story.when({ kind: "CommandMissed", command: "c-missed", reason: "busy" });
  for (let each = 0; each < 20; each += 1) {
    const documentHash = String(each).padStart(64, "0");
    const claimed = { document: "policy", version: each, code: "policy/older" } as const;
    story.when({ kind: "DocumentTurnedAway", ...claimed, documentHash });
  }
  for (let each = 0; each < 20; each += 1) say(story, "open", { command: "c-again" });
  story.elapse(600_000);
}

/** The door opens by its bolt, by its contact, by what moved inside, or not at all. */
function everyEnd(story: Story): void {
  for (const box of ["branch", "ferry"]) {
    say(story, "open", { box });
    story.pulseEnds();
    story.bolt([box, 1], false);
    story.door([box, 1], true);
    story.shut([box, 1]);
    story.elapse(60_000);
  }
  say(story, "open");
  story.pulseEnds("not-sent");
  say(story, "open");
  story.pulseEnds();
  story.bolt(place, undefined);
  story.elapse(60_000);
}

/** A retry for which there is no right any more, and a coil that is not free in time. */
function withdrawn(story: Story): void {
  say(story, "open");
  say(story, "open", { box: "ferry" });
  say(story, "disable", { box: "ferry" });
  story.pulseEnds();
  story.elapse(30_000);
}

function restarted(story: Story): void {
  say(story, "open");
  story.restart(policies[0]);
}

/** Fog: as a new policy says, as the clock is set, as time passes, and as a sign of life is due. */
function fog(story: Story): void {
  const heartbeat = { outboxCount: 0, storageFreeBytes: 1 } as const;
  const from = story.wallMs - wallStartMs;
  const spans = [60_000, 180_000, 300_000].map((ms) => wallStartMs + from + ms);
  const suspensions = spans.map((ms) => {
    return { box: "ferry", fromUs: ms * 1_000, untilUs: (ms + 60_000) * 1_000, reason: "fog" };
  });
  const plan = (version: number, change: object = {}) => {
    const policy = compiled({ version, suspensions, ...change }, wideLayout);
    story.when({ kind: "PolicyAccepted", policy });
  };
  plan(11);
  story.elapse(130_000);
  const tell = (): void => {
    story.when({ kind: "HeartbeatAsked", reason: "periodic", ...heartbeat });
  };
  const step = (): void => {
    story.when({ kind: "ClockStepSeen", stepUs: 1, wallBeforeUs: 1, wallAfterUs: 2 });
  };
  story.wallMs += 60_000;
  tell();
  story.wallMs += 60_000;
  tell();
  story.wallMs += 60_000;
  step();
  story.wallMs += 60_000;
  step();
  const now = story.wallMs * 1_000;
  plan(12, { suspensions: [{ box: "", fromUs: now - 1, untilUs: now + 1e9, reason: "gale" }] });
  plan(13, { suspensions: [] });
}

/** A fitter comes, works and goes; somebody opens in an emergency, another one signs for it. */
function served(story: Story): void {
  const box = "ferry";
  const rights = boxIds.map((id) => {
    return { box: id, canCollect: true, canDeposit: true, canMaintain: true, canEmergency: true };
  });
  const roles = [
    { role: "staff", rights },
    { role: "guard", rights: rights.slice(0, 1) },
  ];
  const policy = bankPolicy({ version: 20, roles }, wideLayout);
  story.when({ kind: "PolicyAccepted", policy });
  const declare = (wish: Wish, who: MemberName): void => {
    story.when({ kind: "WishStated", panel: "panel", box, wish });
    tap(story, who);
    enter(story, who);
  };
  const work = (): void => {
    declare({ kind: "open-empty", compartment: 1 }, "teller");
    story.pulseEnds();
    story.swing([box, 1]);
    story.shut([box, 1]);
    story.elapse(10_000);
  };
  const maintain: Wish = { kind: "maintain", reason: "lock" };
  declare(maintain, "teller");
  work();
  declare({ kind: "disable", compartment: 1 }, "teller");
  declare({ kind: "enable", compartment: 1 }, "teller");
  tap(story, "official");
  declare({ kind: "end-maintenance" }, "teller");
  const emergency: Wish = { kind: "emergency", compartment: 2, reason: "smoke" };
  declare(emergency, "teller");
  story.pulseEnds();
  story.swing([box, 2]);
  story.shut([box, 2]);
  story.elapse(10_000);
  declare({ kind: "sign" }, "official");
  story.swing([box, 3]);
  story.shut([box, 3]);
  declare({ kind: "explain", compartment: 3, explanation: "key" }, "official");
  declare(maintain, "teller");
  story.elapse(3 * 3_600_000);
  declare(maintain, "teller");
  story.restart(policy);
}

export const orderLives: readonly (readonly Step[])[] = [
  everyWord,
  everyEnd,
  withdrawn,
  restarted,
  fog,
  served,
].map((run) => [{ name: run.name, run }]);
