// Power-up, devices, storage, clock, policy succession: what the gateway says about itself.

import { describe, expect, it } from "vitest";
import { compiled, ferry, kinds, only, policyHash, Story } from "./story.ts";

describe("power-up", () => {
  it("states the start and what recovery found, and orders nothing", () => {
    const story = new Story();
    const facts = story.boot();
    expect(facts).toEqual([
      { kind: "GatewayStarted", software: "1.0.0", boxCount: 2, compartmentCount: 4 },
      { kind: "BootRecovered", recovery: "clean", droppedBytes: 0, unresolvedIntents: 0 },
    ]);
    expect(story.pulses).toEqual([]);
  });

  it("concludes an intent it finds unresolved as unknown and pulses nothing", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulses.length = 0;
    const facts = story.powerCut();
    expect(kinds(facts)).toEqual(["GatewayStarted", "BootRecovered", "UnlockConcluded"]);
    expect(only(facts, "BootRecovered").unresolvedIntents).toBe(1);
    expect(only(facts, "UnlockConcluded").outcome).toBe("unknown");
    expect([...story.elapse(60_000), ...story.pulses]).toEqual([]);
  });

  it("knows the grant of a door that opened during the cut", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.powerCut();
    expect(only(story.swing(ferry), "DoorOpened").person).toBe("p-depositor");
  });

  it("drops a grant that still waited for its coil", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.presence(ferry, true);
    story.shut(ferry);
    expect(kinds(story.badge("courier", "ferry"))).toEqual(["AccessGranted"]);
    story.pulses.length = 0;
    story.powerCut();
    story.elapse(10_000);
    expect(story.pulses).toEqual([]);
    const next = only(story.badge("depositor", "ferry"), "AccessGranted");
    expect(next.person).toBe("p-depositor");
  });

  it("continues an open session, and calls unverified what it cannot know", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.tag("100", "ferry");
    story.powerCut();
    expect(story.door(ferry, true)).toEqual([]);
    story.presence(ferry, true);
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed")).toMatchObject({ result: "unverified" });
    expect(only(facts, "DepositUnverified")).toMatchObject({ parcel: "", reason: "power-lost" });
  });

  it("counts how long a door is held open from the start of the new boot", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.elapse(20_000);
    story.powerCut();
    story.door(ferry, true);
    const facts = story.elapse(30_000);
    expect(only(facts, "DoorHeldOpen").openMs).toBe(30_000);
  });

  it("names a door that was closed during the cut, and who had opened it", () => {
    const story = Story.ready();
    story.enter("courier", ferry);
    story.powerCut();
    story.presence(ferry, false);
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed").grantSeq).toBeGreaterThan(0);
    expect(only(facts, "BoxEmptied").person).toBe("p-courier");
  });

  it("keeps the inventory", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.powerCut();
    expect(story.parcelsAt(ferry)).toEqual(["100"]);
    story.tag("100", "ferry");
    expect(only(story.badge("courier", "ferry"), "AccessGranted").action).toBe("collect");
  });
});

describe("a door that shut while the gateway was away", () => {
  /** A deposit whose door shuts after the program was killed. */
  function killedInVisit(): Story {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.tag("100", "ferry");
    story.restart();
    return story;
  }

  it.each(["door", "bolt", "presence"] as const)(
    "is concluded as soon as its sensors have said so, the %s last",
    (last) => {
      const facts = killedInVisit().reportPlace(ferry, true, last);
      expect(kinds(facts)).toEqual(["DoorClosed", "DepositUnverified"]);
      expect(only(facts, "DoorClosed")).toMatchObject({ result: "unverified" });
      expect(only(facts, "DepositUnverified")).toMatchObject({ parcel: "", reason: "power-lost" });
    },
  );

  it("leaves the next visitor's tag to the next visitor, even when it is read first", () => {
    const story = killedInVisit();
    story.tag("200", "ferry");
    expect(only(story.badge("clerk", "ferry"), "AccessRefused").reason).toBe("box-busy");
    story.reportPlace(ferry, false, "presence");
    story.elapse(5_000);
    const facts = story.visit("clerk", ferry, { leaves: true });
    expect(only(facts, "ParcelDeposited")).toMatchObject({ parcel: "200", person: "p-clerk" });
    expect(kinds(facts)).not.toContain("DepositUnverified");
  });

  it("gives a tag to the visit that goes on when the door is seen open after all", () => {
    const story = killedInVisit();
    story.tag("100", "ferry");
    story.bolt(ferry, false);
    expect(story.door(ferry, true)).toEqual([]);
    story.presence(ferry, true);
    const facts = story.shut(ferry);
    expect(only(facts, "ParcelDeposited")).toMatchObject({ parcel: "100", person: "p-depositor" });
  });

  it("that was forced is closed at once as well", () => {
    const story = Story.ready();
    story.swing(ferry);
    story.restart();
    const facts = story.reportPlace(ferry, false, "door");
    expect(only(facts, "DoorClosed")).toMatchObject({ grantSeq: 0, result: "no-session" });
  });

  it("waits for presence to settle when a sensor of it says nothing", () => {
    const story = killedInVisit();
    expect([...story.door(ferry, false), ...story.bolt(ferry, true)]).toEqual([]);
    expect(only(story.elapse(500), "DoorClosed")).toMatchObject({ presenceAfter: "unknown" });
  });
});

describe("a grant", () => {
  function unused(): Story {
    const story = Story.ready();
    story.badge("courier", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    story.bolt(ferry, true);
    const facts = story.elapse(10_000);
    expect(only(facts, "UnlockConcluded").outcome).toBe("unknown");
    return story;
  }

  it("that was not used does not cover a door that is pried open in a later boot", () => {
    const story = unused();
    story.powerCut();
    expect(kinds(story.swing(ferry))).toEqual(["DoorForced"]);
  });

  it("covers the door for as long as it lives when only the program restarts", () => {
    const story = unused();
    story.restart();
    expect(kinds(story.swing(ferry))).toEqual(["DoorOpened"]);
    const late = unused();
    late.restart();
    late.elapse(25_000);
    expect(kinds(late.swing(ferry))).toEqual(["DoorForced"]);
  });
});

describe("a policy", () => {
  it("is recorded once when it comes into force, and not again after a restart", () => {
    const story = new Story();
    story.boot();
    const facts = story.when({ kind: "PolicyAccepted", policy: compiled() });
    expect(only(facts, "PolicyApplied")).toMatchObject({ version: 1, policyHash });
    expect(kinds(story.powerCut())).toEqual(["GatewayStarted", "BootRecovered"]);
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("older than the one in force changes nothing", () => {
    const story = Story.ready(compiled({ version: 5 }));
    const older = compiled({ version: 4, badges: compiledWithoutDepositor() });
    expect(story.when({ kind: "PolicyAccepted", policy: older })).toEqual([]);
    expect(only(story.badge("depositor", "ferry"), "AccessGranted").policyVersion).toBe(5);
  });

  function compiledWithoutDepositor() {
    const courier = Object.keys(compiled().badges)[0] ?? "";
    const badgeRef = new Uint8Array(Buffer.from(courier, "hex"));
    return [{ badgeRef, person: "p-courier", role: "courier" }];
  }
});

describe("a device", () => {
  it("is reported lost once each time it goes offline", () => {
    const story = Story.ready();
    const health = (isOnline: boolean) =>
      story.when({ kind: "DeviceHealthChanged", device: "lock-f", isOnline, reason: "silent" });
    expect(health(false)).toEqual([{ kind: "ReaderLost", device: "lock-f", reason: "silent" }]);
    expect(health(false)).toEqual([]);
    expect(health(true)).toEqual([]);
    expect(kinds(health(false))).toEqual(["ReaderLost"]);
  });
});

describe("storage", () => {
  it("that runs low is recorded once an episode", () => {
    const story = Story.ready();
    const report = (freeBytes: number) =>
      story.when({ kind: "StorageReported", canOpen: true, freeBytes, reserveBytes: 100 });
    expect(report(99)).toEqual([{ kind: "StorageLow", freeBytes: 99, reserveBytes: 100 }]);
    expect(report(98)).toEqual([]);
    expect(report(100)).toEqual([]);
    expect(kinds(report(99))).toEqual(["StorageLow"]);
  });
});

describe("clock and heartbeat", () => {
  it("are recorded as reported, and a clock step fires no timer", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.wallMs += 86_400_000;
    const step = { stepUs: 86_400_000_000, wallBeforeUs: 1, wallAfterUs: 86_400_000_001 };
    expect(story.when({ kind: "ClockStepSeen", ...step })).toEqual([
      { kind: "ClockStepped", ...step },
    ]);
    expect(story.elapse(20_000)).toEqual([]);
    const beat = { reason: "periodic" as const, outboxCount: 3, storageFreeBytes: 9 };
    expect(story.when({ kind: "HeartbeatAsked", ...beat })).toEqual([
      { kind: "Heartbeat", ...beat },
    ]);
  });
});

describe("inputs about places this gateway does not have", () => {
  it("lead to nothing", () => {
    const story = Story.ready();
    expect(story.door(["ferry", 2], true)).toEqual([]);
    expect(story.bolt(["elsewhere", 1], false)).toEqual([]);
    expect(story.presence(["ferry", 9], true)).toEqual([]);
    expect(story.tag("100", "elsewhere")).toEqual([]);
    expect(story.pulseEnds()).toEqual([]);
    for (const key of ["", "held:ferry#9", "constructor:ferry#1", "coil:none", "unlock"]) {
      expect(story.when({ kind: "TimerDue", key })).toEqual([]);
    }
  });
});
