// The invariants on the live page: each is broken by its own kind of wrong and by no lawful visit.

import { afterEach, describe, expect, it } from "vitest";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { defaultMonitorLimits } from "../../device-sim/devices/stage.ts";
import { Pace } from "../../device-sim/scenario/pace.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
import { JournalMonitors } from "../../device-sim/view/journal-monitors.ts";
import { LiveSession } from "../../device-sim/view/live-session.ts";
import type { MonitorView } from "../../device-sim/view/page/shapes.ts";
import { WireTraces } from "../../device-sim/view/wire-traces.ts";
import { standIn, type StandIn } from "./stand-in.ts";

const scenario = readScenario(
  `title: { en: a, zh: b }
gateways:
  - site: pier-3
    gateway: pier-3-a
    boxes:
      - box: box-a
        kind: drop-box
        compartments: [{ compartment: 1 }, { compartment: 2 }]
people: []
parcels: []
steps: []
`,
  "x",
  "x.yaml",
);
const stands: StandIn[] = [];

afterEach(() => {
  for (const stand of stands.splice(0)) stand.close();
});

interface Pulse {
  readonly compartment?: number;
  readonly onMs?: number;
}

/** A box in virtual time whose gateway is the test: it intends, orders and concludes as told. */
class Box {
  readonly scheduler = new VirtualScheduler();
  readonly stand = standIn(scenario, {
    scheduler: this.scheduler,
    limits: defaultMonitorLimits,
  });

  constructor() {
    stands.push(this.stand);
    this.pass(5_000);
  }

  pass(ms: number): void {
    this.scheduler.advance(ms);
  }

  /** What the journal tells of an unlock before it is ordered. Deadline in ms from now. */
  intend(deadlineMs = 2_000): void {
    const deadlineMonoUs = (this.scheduler.nowMs() + deadlineMs) * 1_000;
    this.stand.center.tell({ kind: "UnlockIntended", fact: { deadlineMonoUs, pulseMs: 500 } });
  }

  order(): void {
    this.stand.stage.act({ kind: "orderUnlock", box: "box-a", compartment: 1 });
  }

  coil(isOn: boolean, compartment = 1): void {
    const kind = isOn ? "energizeCoil" : "releaseCoil";
    this.stand.stage.act({ kind, box: "box-a", compartment });
  }

  pulse({ compartment = 1, onMs = 500 }: Pulse = {}): void {
    this.coil(true, compartment);
    this.pass(onMs);
    this.coil(false, compartment);
  }

  shut(): void {
    this.pass(4_000);
    this.stand.stage.act({ kind: "shutDoor", box: "box-a", compartment: 1 });
    this.pass(4_000);
  }

  /** Intended, ordered, opened, concluded, shut. */
  visit(): void {
    this.intend();
    const intentSeq = this.stand.center.told.length - 1;
    this.order();
    this.pulse();
    this.stand.center.tell({ kind: "UnlockConcluded", fact: { intentSeq, outcome: "opened" } });
    this.shut();
  }
}

function brokenOf(views: readonly MonitorView[]): readonly string[] {
  return views.filter(({ isHeld }) => isHeld === false).map(({ monitor }) => monitor);
}

describe("what the stage watches", () => {
  function watched(story: (box: Box) => void): readonly string[] {
    const box = new Box();
    story(box);
    const { scheduler, stand } = box;
    const traces = new WireTraces({ scenario, scheduler, onRow: () => undefined });
    const subject = {
      scenario,
      seed: 1,
      installation: stand,
      consoleUrl: null,
      driversOf: () => [],
      isTraced: () => false,
    };
    const session = new LiveSession({ subject, traces, onChange: () => undefined });
    return brokenOf(session.snapshot().sections.monitors);
  }

  const again = (box: Box, count: number, pulse: Pulse): void => {
    for (let at = 0; at < count; at += 1) {
      box.pulse(pulse);
      box.pass(8_000);
    }
  };

  it.each<readonly [string, (box: Box) => void, (box: Box) => void]>([
    ["coil-on-time", (box) => box.pulse({ onMs: 2_990 }), (box) => box.pulse({ onMs: 3_100 })],
    ["coil-duty", (box) => again(box, 2, { onMs: 2_500 }), (box) => again(box, 3, { onMs: 2_500 })],
    [
      "coil-rest",
      (box) => (box.pulse(), box.pass(2_100), box.pulse()),
      (box) => (box.pulse(), box.pass(1_000), box.pulse()),
    ],
    [
      "coil-burnt",
      (box) => box.pulse({ onMs: 2_900 }),
      (box) => (box.coil(true), box.pass(9_000), box.coil(false)),
    ],
    [
      "one-coil-per-group",
      (box) => (box.pulse(), box.pass(500), box.pulse({ compartment: 2 })),
      (box) => (box.coil(true), box.pulse({ compartment: 2 }), box.coil(false)),
    ],
    [
      "group-gap",
      (box) => (box.pulse(), box.pass(300), box.pulse({ compartment: 2 })),
      (box) => (box.pulse(), box.pass(50), box.pulse({ compartment: 2 })),
    ],
  ])("%s holds over the lawful and is broken by its own wrong", (monitor, lawful, wrong) => {
    expect(watched(lawful)).toEqual([]);
    expect(watched(wrong)).toContain(monitor);
  });
});

describe("what needs the journal", () => {
  interface Asked {
    readonly isLinked?: boolean;
    readonly lookCount?: number;
  }

  function journalOf(box: Box, isLinked = true): JournalMonitors {
    const pace = new Pace({ seed: 1, speed: 1, signal: undefined });
    const since = { sinceCursor: 0, sinceMs: 0, notes: {} };
    const scene = { scenario, installation: box.stand, pace, ...since };
    return new JournalMonitors(scene, () => isLinked);
  }

  async function judged(box: Box, { isLinked, lookCount = 3 }: Asked = {}) {
    const monitors = journalOf(box, isLinked);
    for (let look = 0; look < lookCount; look += 1) await monitors.look();
    return monitors.views();
  }

  const undecided = [null, null, null];
  const holdsOf = (views: readonly MonitorView[]) => views.map(({ isHeld }) => isHeld);

  it("a lawful visit breaks nothing, told once or twice over", async () => {
    const box = new Box();
    box.visit();
    expect(holdsOf(await judged(box))).toEqual([true, true, true]);
    box.pass(60_000);
    box.visit();
    expect(holdsOf(await judged(box))).toEqual([true, true, true]);
  });

  it("a coil that nobody intended is an opening without a record, and nothing else", async () => {
    const box = new Box();
    box.pulse();
    box.shut();
    const views = await judged(box);
    expect(brokenOf(views)).toEqual(["no-opening-without-record"]);
    expect(views[0]?.details).toEqual([expect.stringContaining("1 without record")]);
  });

  it("an order after its deadline is named, one within it is not", async () => {
    const late = new Box();
    late.intend();
    late.pass(4_000);
    late.order();
    late.pass(4_000);
    const views = await judged(late);
    expect(brokenOf(views)).toEqual(["unlock-deadline"]);
    expect(views[1]?.details).toEqual([expect.stringContaining("2000 ms after its deadline")]);
    const early = new Box();
    early.intend();
    early.pass(1_900);
    early.order();
    early.pass(4_000);
    expect(brokenOf(await judged(early))).toEqual([]);
  });

  it.each<readonly [string, (box: Box) => void]>([
    [
      "an opening that it leaves out",
      (box) => {
        box.stand.keepsRecord = false;
        box.visit();
      },
    ],
    ["a door that never moved", ({ stand }) => stand.center.tell({ kind: "DoorForced" })],
    [
      "a pulse that never was",
      ({ stand }) => stand.center.tell({ kind: "UnlockConcluded", fact: { outcome: "opened" } }),
    ],
    [
      "a parcel that nobody put in",
      ({ stand }) =>
        stand.center.tell({ kind: "ParcelDeposited", fact: { evidence: "presence-only" } }),
    ],
  ])("a journal lies by %s", async (_lie, tell) => {
    const box = new Box();
    box.visit();
    tell(box);
    expect(brokenOf(await judged(box))).toEqual(["journal-equals-history"]);
  });

  it.each<readonly [string, (box: Box) => void]>([
    ["is dead", ({ stand }) => (stand.journal.isRunning = false)],
    ["holds something back", ({ stand }) => (stand.journal.unsentCount = 1)],
    ["is unknown to the center", ({ stand }) => stand.center.gateways.clear()],
    [
      "has a center that is gone",
      ({ stand }) => (stand.center.events = () => Promise.reject(new Error("gone"))),
    ],
  ])("nothing is judged while a gateway %s", async (_what, happen) => {
    const box = new Box();
    box.pulse();
    box.shut();
    expect(holdsOf(await judged(box, { isLinked: false }))).toEqual(undecided);
    const monitors = journalOf(box);
    for (let look = 0; look < 3; look += 1) await monitors.look();
    expect(brokenOf(monitors.views())).toHaveLength(1);
    happen(box);
    await monitors.look();
    expect(holdsOf(monitors.views())).toEqual(undecided);
  });

  it("a difference is believed when it lasts, and forgotten when it heals", async () => {
    const box = new Box();
    box.order();
    box.pass(4_000);
    expect(brokenOf(await judged(box, { lookCount: 2 }))).toEqual([]);
    const monitors = journalOf(box);
    for (let look = 0; look < 3; look += 1) await monitors.look();
    expect(brokenOf(monitors.views())).toEqual(["unlock-deadline"]);
    box.intend(-3_000);
    await monitors.look();
    expect(holdsOf(monitors.views())).toEqual([true, true, true]);
  });
});
