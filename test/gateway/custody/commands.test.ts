// Commands from afar: who may say what, until when, never twice, and how each ended.

import { describe, expect, it } from "vitest";
import { orderLifeMaxMs } from "../../../gateway/custody/orders/order.ts";
import { ordersMaxCount } from "../../../gateway/custody/orders/order-marks.ts";
import { recordAt } from "../../../gateway/custody/state.ts";
import { guarded, tap } from "./bank.ts";
import { holder } from "./handover-steps.ts";
import { answersOf, command, orderFor, receive } from "./orders.ts";
import { tell } from "./pass-steps.ts";
import { wideLayout } from "./random-steps.ts";
import { compiled, ferry, kinds, only, Story } from "./story.ts";

const branch = { box: "branch" };

describe("a command to open", () => {
  it("is marked before its grant and its pulse, and says that the door opened", () => {
    const story = Story.ready();
    const facts = command(story, "open");
    expect(kinds(facts)).toEqual(["CommandAccepted", "AccessGranted", "UnlockIntended"]);
    expect(only(facts, "AccessGranted")).toMatchObject({
      person: "p-dispatcher",
      role: "center",
      proof: "command",
    });
    expect(story.pulses).toHaveLength(1);
    story.pulseEnds();
    expect(answersOf(story.swing(ferry))).toEqual(["opened"]);
    expect(answersOf(story.shut(ferry))).toEqual([]);
  });

  it("says that nobody opened, that the bolt jammed, or that the order never left", () => {
    const unused = Story.ready();
    command(unused, "open");
    unused.pulseEnds();
    unused.bolt(ferry, false);
    expect(answersOf(unused.elapse(60_000))).toEqual(["unknown"]);
    const jammed = Story.ready();
    command(jammed, "open");
    for (let pulse = 1; pulse <= 3; pulse += 1) {
      jammed.pulseEnds();
      const said = answersOf(jammed.elapse(4_000));
      expect(said).toEqual(pulse < 3 ? [] : ["jammed"]);
    }
    const unsent = Story.ready();
    command(unsent, "open");
    expect(answersOf(unsent.pulseEnds("not-sent"))).toEqual(["refused"]);
  });

  it("is given up when the program stood still before the coil was free", () => {
    const story = Story.ready(compiled({}, wideLayout), wideLayout);
    story.badge("courier", "ferry");
    command(story, "open", branch);
    expect(answersOf(story.when({ kind: "StandstillSeen" }))).toEqual(["given up"]);
    expect(story.pulses).toHaveLength(1);
  });
});

describe("a command is refused", () => {
  const cases: readonly (readonly [string, (story: Story) => readonly string[]])[] = [
    ["wrong-gateway", (story) => answersOf(command(story, "open", { isOwn: false }))],
    ["wrong-boot", (story) => answersOf(command(story, "open", { bootId: "ff".repeat(16) }))],
    [
      "stale",
      (story) => {
        const { wallMs } = story;
        const times = { issuedMs: wallMs - 60_000, deadlineMs: wallMs };
        return answersOf(command(story, "open", times));
      },
    ],
    [
      "stale",
      (story) => {
        const deadlineMs = story.wallMs + orderLifeMaxMs + 1;
        return answersOf(command(story, "open", { deadlineMs }));
      },
    ],
    [
      "clock-not-trusted",
      (story) => {
        story.isWallTrusted = false;
        return answersOf(command(story, "open"));
      },
    ],
    [
      "clock-not-trusted",
      (story) => {
        const issuedMs = story.wallMs + 600_000;
        return answersOf(command(story, "open", { issuedMs, deadlineMs: issuedMs + 60_000 }));
      },
    ],
    [
      "unknown-word",
      (story) => answersOf(receive(story, { ...orderFor(story, "open"), word: undefined })),
    ],
    ["unknown-place", (story) => answersOf(command(story, "open", { compartment: 9 }))],
    ["unknown-place", (story) => answersOf(command(story, "locate", { box: "nowhere" }))],
    ["unknown-place", (story) => answersOf(command(story, "reissue"))],
    [
      "person-at-box",
      (story) => {
        story.tag("100", "ferry");
        return answersOf(command(story, "open"));
      },
    ],
    [
      "busy",
      (story) => {
        story.badge("courier", "ferry");
        return answersOf(command(story, "open"));
      },
    ],
    [
      "door-open",
      (story) => {
        story.swing(ferry);
        return answersOf(command(story, "open"));
      },
    ],
    [
      "out-of-service",
      (story) => {
        command(story, "disable");
        return answersOf(command(story, "open"));
      },
    ],
    [
      "lock-offline",
      (story) => {
        const lost = { kind: "DeviceHealthChanged", device: "lock-f", isOnline: false } as const;
        story.when({ ...lost, reason: "silent" });
        return answersOf(command(story, "open"));
      },
    ],
    [
      "storage-full",
      (story) => {
        story.when({ kind: "StorageReported", canOpen: false, freeBytes: 1, reserveBytes: 9 });
        return answersOf(command(story, "open"));
      },
    ],
    ["nothing-to-collect", (story) => answersOf(command(story, "collect-all", branch))],
  ];
  it.each(cases)("as %s, and nothing is pulsed", (reason, said) => {
    const story = Story.ready();
    expect(said(story).at(-1)).toBe(reason);
    const pulsed = story.pulses.filter(({ intentSeq }) => {
      return story.journal[intentSeq]?.fact.kind === "UnlockIntended";
    });
    expect(pulsed).toHaveLength(reason === "busy" ? 1 : 0);
  });

  it("while somebody has begun a visit, and where two persons must be there", () => {
    const story = guarded({ authorizers: 1 });
    expect(answersOf(command(story, "open"))).toEqual(["not-permitted"]);
    tap(story, "teller");
    expect(answersOf(command(story, "open"))).toEqual(["person-at-box"]);
    expect(story.pulses).toEqual([]);
  });

  it("while a handover or an answer is awaited at the box", () => {
    const story = Story.ready();
    const wish = { kind: "handover", method: "scan" } as const;
    story.when({ kind: "WishStated", panel: "panel-ferry", box: "ferry", wish });
    expect(answersOf(command(story, "open"))).toEqual(["person-at-box"]);
    story.when({ kind: "WishStated", panel: "panel-ferry", box: "ferry", wish: undefined });
    expect(answersOf(command(story, "open"))).toEqual([]);
  });

  it("before any policy is in force", () => {
    const story = new Story();
    story.boot();
    expect(answersOf(command(story, "open"))).toEqual(["not-permitted"]);
  });

  it("and stays refused, however often it comes again", () => {
    const story = Story.ready();
    story.badge("courier", "ferry");
    const late = orderFor(story, "open", { deadlineMs: story.wallMs + 300_000 });
    expect(answersOf(receive(story, late))).toEqual(["busy"]);
    story.elapse(60_000);
    expect(answersOf(receive(story, late))).toEqual(["repeated"]);
    expect(story.pulses).toHaveLength(1);
  });
});

describe("a command that comes again", () => {
  it("is not done twice, also after the program was killed or the power was cut", () => {
    const story = Story.ready();
    const first = orderFor(story, "open", { deadlineMs: story.wallMs + orderLifeMaxMs });
    receive(story, first);
    expect(answersOf(receive(story, first))).toEqual(["repeated"]);
    expect(answersOf(story.restart())).toEqual(["unknown"]);
    expect(answersOf(receive(story, first))).toEqual(["repeated"]);
    expect(answersOf(story.powerCut())).toEqual([]);
    expect(answersOf(receive(story, first))).toEqual(["wrong-boot"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("is stated as unknown at the boot that finds it without an outcome", () => {
    const story = Story.ready();
    command(story, "open");
    expect(answersOf(story.powerCut())).toEqual(["unknown"]);
    expect(answersOf(story.powerCut())).toEqual([]);
  });

  it("is not taken for a new one when its mark was forgotten and the clock is set back", () => {
    const story = Story.ready();
    const old = orderFor(story, "enable", { deadlineMs: story.wallMs + orderLifeMaxMs });
    receive(story, old);
    story.elapse(2 * 3_600_000);
    command(story, "enable");
    expect(Object.keys(story.state.durable.orders.byId)).toHaveLength(1);
    story.wallMs = old.issuedMs + 1_000;
    story.when({ kind: "HeartbeatAsked", reason: "periodic", outboxCount: 0, storageFreeBytes: 1 });
    expect(answersOf(receive(story, old))).toEqual(["stale"]);
  });

  it("finds no more room than is bounded, and what is too much is told sparingly", () => {
    const story = Story.ready();
    for (let each = 0; each < ordersMaxCount; each += 1) command(story, "enable");
    const refused = Array.from({ length: 30 }, () => answersOf(command(story, "open")));
    expect(refused.flat()).toEqual(Array.from({ length: 10 }, () => "busy"));
    expect(answersOf(story.elapse(600_000))).toEqual(["20 refusals untold"]);
    expect(story.pulses).toEqual([]);
  });

  it("is counted, and told sparingly, when no key of the center signed it", () => {
    const story = Story.ready();
    const forge = () => story.when({ kind: "CommandUnreadable", reason: "forged" });
    expect(answersOf(forge())).toEqual(["forged"]);
    for (let each = 0; each < 1_000; each += 1) forge();
    expect(story.journal.filter(({ fact }) => fact.kind === "CommandRefused")).toHaveLength(10);
  });
});

describe("words that are done at once", () => {
  it("take a compartment out of service and back, once each", () => {
    const story = Story.ready();
    const off = command(story, "disable");
    expect(kinds(off)).toEqual(["CommandAccepted", "CompartmentDisabled", "CommandExecuted"]);
    expect(kinds(command(story, "disable"))).toEqual(["CommandAccepted", "CommandExecuted"]);
    expect(only(story.badge("courier", "ferry"), "AccessRefused").reason).toBe(
      "compartment-out-of-service",
    );
    command(story, "enable");
    expect(recordAt(story.state, "ferry#1").isEnabled).toBe(true);
  });

  it("raise the issue of codes, and take a sensor back", () => {
    const story = Story.ready();
    const again = command(story, "reissue", { command: "c-x", parcel: "100", issue: 2 });
    expect(only(again, "CodeReissued")).toMatchObject({
      parcel: "100",
      leastIssue: 2,
      command: "c-x",
    });
    const back = command(story, "restore-sensor", { sensor: "presence" });
    expect(only(back, "SensorRestored")).toMatchObject({ box: "ferry", sensor: "presence" });
  });

  it("show a box for a bounded time", () => {
    const story = Story.ready();
    expect(answersOf(command(story, "locate"))).toEqual([]);
    expect(story.shown.get("ferry")).toBe("locate");
    expect(answersOf(story.elapse(60_000))).toEqual(["shown"]);
    expect(story.shown.get("ferry")).toBe("idle");
  });
});

describe("a command to collect all", () => {
  function filled(): Story {
    const story = Story.ready(compiled());
    story.visit("depositor", ["branch", 1], { tags: ["101"], leaves: true });
    story.visit("depositor", ["branch", 2], { tags: ["102"], leaves: true });
    story.elapse(60_000);
    return story;
  }
  function take(story: Story, compartment: number): readonly string[] {
    story.elapse(3_000);
    story.pulseEnds();
    const facts = [...story.swing(["branch", compartment])];
    facts.push(...story.presence(["branch", compartment], false));
    return answersOf([...facts, ...story.shut(["branch", compartment])]);
  }

  it("opens what has something inside, one after the other", () => {
    const story = filled();
    const before = story.pulses.length;
    expect(answersOf(command(story, "collect-all", branch))).toEqual([]);
    expect(story.pulses).toHaveLength(before + 1);
    expect(take(story, 1)).toEqual([]);
    expect(take(story, 2)).toEqual(["opened 2 of 2"]);
    expect(story.pulses.slice(before).map(({ compartment }) => compartment)).toEqual([1, 2]);
    expect(story.parcelsAt(["branch", 2])).toEqual([]);
  });

  it("gives what is taken to nobody: who asked for it is not there", () => {
    const story = filled();
    command(story, "collect-all", branch);
    take(story, 1);
    expect(holder(story, "101")).toBe("unknown");
  });

  it("leaves nobody's name on what was put in at a door that it left open", () => {
    const story = filled();
    command(story, "collect-all", branch);
    story.elapse(3_000);
    story.pulseEnds();
    story.swing(["branch", 1]);
    story.tag("901", "branch");
    story.elapse(200_000);
    const facts = command(story, "open", { ...branch, compartment: 1 });
    const told = [...facts, ...story.badge("courier", "branch")];
    expect(only(told, "DepositUnverified")).toMatchObject({ parcel: "901", person: "" });
  });

  it("ends when nobody opens, and when a door is left open", () => {
    const story = filled();
    command(story, "collect-all", branch);
    story.pulseEnds();
    expect(answersOf(story.elapse(60_000))).toEqual(["opened 0 of 2"]);
    command(story, "collect-all", branch);
    story.pulseEnds();
    story.swing(["branch", 1]);
    expect(answersOf(story.elapse(200_000))).toEqual(["opened 1 of 2"]);
  });

  it("ends when a fitter has begun meanwhile", () => {
    const story = filled();
    command(story, "collect-all", branch);
    tell(story, { kind: "MaintenanceBegun", box: "branch", person: "p-fitter", reason: "hinge" });
    expect(take(story, 1)).toEqual(["opened 1 of 2"]);
  });

  it("does not go on after a restart", () => {
    const story = filled();
    command(story, "collect-all", branch);
    story.pulseEnds();
    story.swing(["branch", 1]);
    expect(answersOf(story.restart())).toEqual(["unknown"]);
    const pulsed = story.pulses.length;
    story.shut(["branch", 1]);
    story.elapse(60_000);
    expect(story.pulses).toHaveLength(pulsed);
  });
});
