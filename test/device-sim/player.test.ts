// The player: deeds act on the world, expectations judge what is seen, monitors have the last word.

import { afterEach, expect, it } from "vitest";
import { playScenario, type PlayReport } from "../../device-sim/scenario/player.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
import { unwanted } from "../../device-sim/scenario/wanted.ts";
import { compartmentAt, type Violation } from "../../device-sim/world/index.ts";
import { standIn, type StandIn } from "./stand-in.ts";

const head = `title: { en: a, zh: b }
gateways:
  - site: pier-3
    gateway: pier-3-a
    boxes: [{ box: box-a, kind: drop-box, compartments: [{ compartment: 1 }] }]
people:
  - { person: courier, badge: "0A001E4C27" }
parcels:
  - { parcel: papers, tag: "7AE3086CED", thicknessMm: 20 }
steps:
`;
const spot = { box: "box-a", compartment: 1 };
const stands: StandIn[] = [];
/** How often a play asks for the events before its first step. */
const openingLooks = 3;

afterEach(() => {
  for (const stand of stands.splice(0)) stand.close();
});

/** Plays steps given as YAML flow mappings, one a line. */
async function play(
  steps: string,
  prepare: (stand: StandIn) => void = () => undefined,
): Promise<{ report: PlayReport; stand: StandIn; words: string[] }> {
  const listed = steps.trim().split("\n");
  const text = head + listed.map((step) => `  - ${step.trim()}\n`).join("");
  const scenario = readScenario(text, "x", "x.yaml");
  const stand = standIn(scenario);
  stands.push(stand);
  prepare(stand);
  const report = await playScenario(scenario, stand, { seed: 1, speed: 50, settleMaxMs: 0 });
  const words = report.steps.map((one) => (one.isOk ? "ok" : one.seen));
  return { report, stand, words };
}

it("a deposit leaves the parcel behind a shut door and a collection takes it out", async () => {
  const { report, stand, words } = await play(`
    do: { deposit: { person: courier, parcel: papers, box: box-a, compartment: 1 } }
    expect: { door: { box: box-a, compartment: 1, open: false } }
    do: { collect: { person: courier, parcel: papers, box: box-a, compartment: 1 } }
  `);
  expect(words).toEqual(["ok", "ok", "ok"]);
  expect(report.violations).toEqual([]);
  expect(compartmentAt(stand.stage.world, spot)).toMatchObject({ parcels: [], bolt: "engaged" });
});

it("an opening that nobody recorded fails the play", async () => {
  const { report, words } = await play(
    "do: { deposit: { person: courier, parcel: papers, box: box-a, compartment: 1 } }",
    (stand) => (stand.keepsRecord = false),
  );
  expect(words).toEqual(["ok"]);
  expect(report.isOk).toBe(false);
  const monitors = report.violations.map((one) => one.monitor);
  const alike = ["journal-equals-history", "unlock-deadline"];
  expect(monitors).toEqual(["no-opening-without-record", ...alike]);
});

it("what the world does not allow fails the step, and the story goes on", async () => {
  const { report, words } = await play(`
    do: { take: { parcel: papers, box: box-a, compartment: 1 } }
    do: { wait: { ms: 1 } }
  `);
  expect(words).toEqual(["takeParcel: parcel 3808980205 is not inside", "ok"]);
  expect(report.isOk).toBe(false);
});

it("an event is found by kind, place, parcel, lateness and fields of its fact", async () => {
  const { words } = await play(
    `
    expect: { event: { kind: DoorForced, box: box-a, where: { by: hand }, within-ms: 300 } }
    expect: { event: { kind: DoorForced, late: true, within-ms: 0 } }
    expect: { event: { kind: DoorForced, count: 2, within-ms: 0 } }
    expect: { event: { kind: ParcelDeposited, parcel: papers, within-ms: 0 } }
    expect: { never: { kinds: [DoorForced] } }
    expect: { never: { kinds: [LockFaulted] } }
  `,
    ({ center }) => {
      setTimeout(() => {
        center.tell({ kind: "DoorForced", fact: { by: "hand" } });
        center.tell({ kind: "ParcelDeposited", parcels: ["3808980205"] });
      }, 150);
    },
  );
  expect(words.map((word) => word.slice(0, 4))).toEqual(["ok", "none", "none", "ok", "#1 D", "ok"]);
});

it("events from before the play are neither credited nor blamed", async () => {
  const { words } = await play(
    `
    expect: { never: { kinds: [DoorForced] } }
    expect: { event: { kind: DoorForced, within-ms: 0 } }
  `,
    ({ center }) => center.tell({ kind: "DoorForced" }),
  );
  expect(words[0]).toBe("ok");
  expect(words[1]).toContain("none that fits");
});

it("complete means every sequence once, in order, nothing waiting and no gap", async () => {
  const complete = "expect: { complete: { gateway: pier-3-a, within-ms: 0 } }";
  expect((await play(complete)).words).toEqual(["ok"]);
  const twice = await play(complete, ({ center }) => center.tell({ kind: "Heartbeat", seq: 0 }));
  expect(twice.words[0]).toContain("event 1 has seq 0");
  const waiting = await play(complete, ({ center }) => {
    const gateway = center.gateways.get("pier-3-a");
    if (gateway !== undefined) center.gateways.set("pier-3-a", { ...gateway, outboxCount: 3 });
  });
  expect(waiting.words[0]).toContain("outbox 3");
  const hole = await play(complete, ({ center }) => center.tell({ kind: "Heartbeat", seq: 2 }));
  expect(hole.words[0]).toContain("event 1 has seq 2");
});

it("complete does not take the center's word: what only the journal has is missing", async () => {
  const complete = "expect: { complete: { gateway: pier-3-a, within-ms: 0 } }";
  const cut = await play(complete, ({ journal }) => (journal.unsentCount = 7));
  expect(cut.words[0]).toContain("7 records are not there");
  const unheard = await play(complete, ({ center }) => {
    const gateway = center.gateways.get("pier-3-a");
    if (gateway !== undefined) center.gateways.set("pier-3-a", { ...gateway, outboxCount: null });
  });
  expect(unheard.words[0]).toContain("outbox unknown");
});

it("a monitor that cannot judge is a violation, not agreement", async () => {
  const { report } = await play("do: { wait: { ms: 1 } }", ({ center }) => {
    // The play looks once to begin; whatever looks afterwards finds nobody.
    const events = center.events.bind(center);
    let lookCount = 0;
    center.events = () => {
      lookCount += 1;
      return lookCount <= openingLooks ? events() : Promise.reject(new Error("the center is gone"));
    };
  });
  const monitors = report.violations.map((one) => one.monitor);
  expect(monitors).toContain("monitor-failed");
  expect(report.isOk).toBe(false);
});

it("never is judged by all that was written: what a cut link holds back, at the end", async () => {
  const { report } = await play(
    `
    do: { cut-link: { gateway: pier-3-a } }
    expect: { never: { kinds: [DoorForced], gateway: pier-3-a } }
    do: { restore-link: { gateway: pier-3-a } }
  `,
    ({ journal, center, orders }) => {
      journal.unsentCount = 1;
      const events = center.events.bind(center);
      center.events = () => {
        if (orders.includes("restore") && journal.unsentCount > 0) {
          journal.unsentCount = 0;
          center.tell({ kind: "DoorForced" });
        }
        return events();
      };
    },
  );
  expect(report.steps.map((one) => one.isOk)).toEqual([true, true, true]);
  expect(report.steps[1]?.seen).toContain("pier-3-a is judged at the end");
  expect(report.violations.map((one) => one.monitor)).toContain("never-happens");
});

it("a violation that was expected forgives its own place and number, and no other", () => {
  const found = [1, 1, 2].map((compartment): Violation => {
    return { monitor: "coil-on-time", atMs: 0, detail: "", box: "box-a", compartment };
  });
  const left = (fields: string): readonly unknown[] => {
    const step = `  - expect: { violation: { monitor: coil-on-time${fields} } }\n`;
    const scenario = readScenario(head + step, "x", "x.yaml");
    return unwanted(found, scenario).map((one) => one.compartment);
  };
  expect(left("")).toEqual([1, 2]);
  expect(left(", count: 9")).toEqual([]);
  expect(left(", compartment: 2")).toEqual([1, 1]);
  expect(left(", box: box-a, compartment: 1, count: 2")).toEqual([2]);
});

it("a journal that does not verify fails its expectation with what the verifier said", async () => {
  const { words } = await play("expect: { chain-verifies: { gateway: pier-3-a } }");
  expect(words).toEqual(["seq 3: wrong seal"]);
});

it("orders to gateways, links, wires and boards reach them", async () => {
  const { stand, words } = await play(`
    do: { cut-link: { gateway: pier-3-a } }
    do: { slow-link: { gateway: pier-3-a, delay-ms: 40 } }
    do: { restore-link: { gateway: pier-3-a } }
    do: { kill-gateway: { gateway: pier-3-a } }
    do: { start-gateway: { gateway: pier-3-a } }
    do: { step-clock: { gateway: pier-3-a, by-ms: -3600000 } }
    do: { disk-full: { gateway: pier-3-a, on: true } }
    do: { disk-full: { gateway: pier-3-a, on: false } }
    do: { byte-fault: { device: lock-box-a, layer: noise, rate: 0.5 } }
    do: { unplug: { device: reader-box-a } }
    do: { board-power: { device: lock-box-a, on: false } }
  `);
  expect(words.every((word) => word === "ok")).toBe(true);
  const ofHost = ["clock -3600000", "disk full", "disk free"];
  expect(stand.orders).toEqual(["cut", "slow 40", "restore", "kill", "start", ...ofHost]);
  expect(stand.lines.get("lock-box-a")?.layers).toEqual(["noise"]);
  expect(stand.lines.get("reader-box-a")?.isPlugged).toBe(false);
  expect(stand.stage.world.darkBoards).toEqual(["lock-box-a"]);
});

const doctorStep = (causes: string, more = ""): string =>
  `expect: { doctor: { fault: x, row: power, causes: [${causes}]${more} } }`;
const powerRow = (cause: string | null) => [{ name: "power", cause, seen: "no mains" }];

it("doctor is asked again until its row names one of the causes", async () => {
  const { words, stand } = await play(doctorStep("battery-low, mains-lost"), (made) => {
    made.journal.doctorRows = [powerRow(null), powerRow("mains-lost"), powerRow(null)];
  });
  expect(words).toEqual(["ok"]);
  expect(stand.journal.doctorRows).toHaveLength(1);
});

it("doctor that names another cause, has seen something else or has no such row, fails the step", async () => {
  const { words } = await play(
    `${doctorStep("none", ", within-ms: 0")}
    ${doctorStep("mains-lost", ", within-ms: 0")}
    ${doctorStep("none", ", within-ms: 0")}
    ${doctorStep("mains-lost", ", seen: no mains, within-ms: 0")}
    ${doctorStep("mains-lost", ", seen: mains, within-ms: 0")}`,
    (made) => {
      const lost = powerRow("mains-lost");
      made.journal.doctorRows = [powerRow(null), powerRow("battery-low"), [], lost, lost];
    },
  );
  expect(words).toEqual([
    "ok",
    "power: battery-low; wrong are power: battery-low [no mains]",
    "power: no such row; wrong are ",
    "ok",
    "power: mains-lost; wrong are power: mains-lost [no mains]",
  ]);
});
