// Scenario files: the ones that come with the program are sound, and a wrong one names its line.

import { Fault } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import { usualBoard, usualReader } from "../../device-sim/scenario/drivers.ts";
import type { Scenario } from "../../device-sim/scenario/plan.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
import { programKeys } from "../../device-sim/scenario/shown.ts";
import { isDeed } from "../../device-sim/scenario/steps.ts";

const sound = `title: { en: a, zh: b }
gateways:
  - site: pier-3
    gateway: pier-3-a
    boxes:
      - box: box-a
        kind: drop-box
        compartments: [{ compartment: 1 }]
roles:
  - { role: courier, rights: [{ box: box-a, can: [deposit] }] }
people:
  - { person: courier-07, badge: "0A001E4C27", role: courier }
parcels:
  - { parcel: papers, tag: "7AE3086CED", thicknessMm: 20 }
steps:
  - do: { tap: { person: courier-07, box: box-a } }
  - expect: { event: { kind: AccessGranted, box: box-a } }
`;

function faultOf(text: string): Fault {
  try {
    readScenario(text, "x", "x.yaml");
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("the scenario was accepted");
}

let read: readonly Scenario[] | undefined;

/** Those that come with the program, read once. */
function shipped(): readonly Scenario[] {
  read ??= scenarioNames().map((name) => loadScenario(name));
  return read;
}

it("every scenario that comes with the program is sound and expects something", () => {
  expect(shipped().length).toBeGreaterThanOrEqual(7);
  for (const { name, steps } of shipped()) {
    expect(
      steps.some((step) => !isDeed(step)),
      name,
    ).toBe(true);
  }
});

it("every service program has a scenario that shows it", () => {
  const shown = shipped().flatMap(({ shows }) => shows?.programs ?? []);
  expect(programKeys.filter((program) => !shown.includes(program))).toEqual([]);
});

it("reads names, numbers and lines", () => {
  const scenario = readScenario(sound, "x", "x.yaml");
  expect(scenario.parcels[0]?.number).toBe("3808980205");
  expect(scenario.gateways[0]?.boxes[0]).toMatchObject({
    reader: usualReader,
    board: usualBoard,
  });
  expect(scenario.steps.map((step) => [step.verb, step.line])).toEqual([
    ["tap", 16],
    ["event", 17],
  ]);
});

it("says which programs and failure modes it shows", () => {
  const shows = "shows: { programs: [A, E], failures: [door-jam] }\n";
  expect(readScenario(shows + sound, "x", "x.yaml").shows).toEqual({
    programs: ["A", "E"],
    failures: ["door-jam"],
  });
  expect(readScenario(sound, "x", "x.yaml").shows).toBeUndefined();
});

it("a scenario nobody has is named together with those there are", () => {
  expect(() => loadScenario("nothing")).toThrow('no scenario "nothing"; there are ');
});

interface Wrong {
  readonly why: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

it("a box may choose its reader and its board by driver, and boards may share a bus", () => {
  const text = sound.replace(
    "compartments: [{ compartment: 1 }]",
    `reader: { driver: em4100, style: clone }
        board: { driver: modbus-relay, bus: bus-a, address: 3, gateway: { localEcho: true } }
        compartments: [{ compartment: 8, door: input, supplyGroup: shared }]
      - box: box-b
        kind: cabinet
        reader: id-12la
        board: { driver: xor-8a80, bus: bus-a, channels: 12, feedbackPolarity: closed-is-00 }
        compartments: [{ compartment: 12, door: hook }]
      - { box: box-c, kind: cabinet, board: cu16, compartments: [{ compartment: 1 }] }`,
  );
  const [gateway] = readScenario(text, "x", "x.yaml").gateways;
  const [first, second, third] = gateway?.boxes ?? [];
  expect(first).toMatchObject({
    reader: { driver: "em4100", settings: { style: "clone" } },
    board: { driver: "modbus-relay", bus: "bus-a", address: 3, gateway: { localEcho: true } },
    compartments: [{ door: "input", presence: "none", supplyGroup: "shared" }],
  });
  expect(second?.board).toMatchObject({
    driver: "xor-8a80",
    address: 1,
    settings: { channels: 12, feedbackPolarity: "closed-is-00", reportsChanges: false },
  });
  expect(third?.board).toEqual(usualBoard);
});

/** A wrong box: its keys, and what the fault says. */
const wrongBoxes: readonly (readonly [keys: string, says: string])[] = [
  ["reader: { driver: osdp2 }", '"osdp2" is none of em4100'],
  ["reader: { driver: em4100, bus: x }", "shares no wires"],
  ["reader: { style: clone }", '"driver" is missing'],
  ["board: { driver: em4100 }", '"em4100" is none of cu16, modbus-relay, xor-8a80, gpio'],
  ["board: { driver: cu16, channels: 8 }", 'unknown key "channels"'],
  ["board: { driver: modbus-relay, address: 248 }", "expected a number from 1 to 247"],
  ["board: { driver: xor-8a80, channels: 9 }", "boards have 8, 12, 18"],
  ["board: modbus-relay, door: hook", "a modbus-relay has no hook"],
  ["board: cu16, door: input", "a cu16 has no input"],
  ["board: gpio, door: hook", "a gpio has no hook"],
  ["board: gpio, presence: infrared", "a gpio has no infrared input"],
  ["reader: { driver: yrm100 }", '"yrm100" is none of em4100, osdp, pn532'],
  ["tags: em4100", '"em4100" is none of yrm100'],
  ["board: xor-8a80, presence: infrared", "presence: a xor-8a80 has no infrared input"],
];

it.each(wrongBoxes)("%s is refused", (keys, says) => {
  const [device = "", part] = keys.split(/, (?=door|presence)/);
  const compartment = part === undefined ? "compartment: 1" : `compartment: 1, ${part}`;
  const box = `${device}\n        compartments: [{ ${compartment} }]`;
  expect(faultOf(sound.replace("compartments: [{ compartment: 1 }]", box)).message).toContain(says);
});

it("devices at two rates cannot share a bus, unless one is set to the other's", () => {
  const boards = (baud: string): string =>
    sound.replace(
      "compartments: [{ compartment: 1 }]",
      `board: { driver: cu16, bus: x${baud} }
        compartments: [{ compartment: 1 }]
      - box: box-b
        kind: cabinet
        board: { driver: modbus-relay, bus: x }
        compartments: [{ compartment: 1 }]`,
    );
  expect(faultOf(boards("")).message).toContain('bus "x": devices at 19200, 9600 baud');
  expect(() => readScenario(boards(", baud: 9600"), "x", "x.yaml")).not.toThrow();
});

const wrongs: readonly Wrong[] = [
  {
    why: "a kind of event that does not exist",
    from: "kind: AccessGranted",
    to: "kind: AccessGiven",
    says: "x.yaml:17: event.kind",
  },
  {
    why: "a kind that can never happen because it does not exist",
    from: "event: { kind: AccessGranted, box: box-a }",
    to: "never: { kinds: [DoorForced, DoorForce] }",
    says: "x.yaml:17: never.kinds",
  },
  {
    why: "a monitor that does not exist",
    from: "event: { kind: AccessGranted, box: box-a }",
    to: "violation: { monitor: coil-too-hot }",
    says: "x.yaml:17: violation.monitor",
  },
  { why: "not YAML", from: "title: {", to: "title: {{", says: "x.yaml:" },
  {
    why: "an unknown key",
    from: "roles:",
    to: "rolls:",
    says: 'x.yaml:9: scenario: unknown key "rolls"',
  },
  {
    why: "a program that nobody runs",
    from: "roles:",
    to: "shows: { programs: [Z] }\nroles:",
    says: 'x.yaml:9: shows.programs: "Z" is none of A, B, C, D, E, F',
  },
  {
    why: "a failure mode without a name",
    from: "roles:",
    to: "shows: { failures: [jam] }\nroles:",
    says: 'x.yaml:9: shows.failures: "jam" is none of door-jam',
  },
  {
    why: "an unknown verb",
    from: "do: { tap:",
    to: "do: { lick:",
    says: 'x.yaml:16: do: unknown verb "lick"',
  },
  {
    why: "a deed as expectation",
    from: "- do:",
    to: "- expect:",
    says: 'x.yaml:16: expect: unknown verb "tap"',
  },
  {
    why: "a missing field",
    from: "person: courier-07, box: box-a }",
    to: "box: box-a }",
    says: 'x.yaml:16: tap: "person" is missing',
  },
  {
    why: "an unknown field",
    from: "kind: AccessGranted,",
    to: "kind: AccessGranted, bx: 1,",
    says: 'x.yaml:17: event: unknown key "bx"',
  },
  {
    why: "somebody who is not there",
    from: "tap: { person: courier-07",
    to: "tap: { person: nobody",
    says: 'x.yaml:16: tap.person: "nobody" is none of courier-07',
  },
  {
    why: "a box that is not there",
    from: "[{ box: box-a, can",
    to: "[{ box: box-z, can",
    says: "x.yaml:10: box:",
  },
  {
    why: "a badge that is no number",
    from: "0A001E4C27",
    to: "0A001E4C2",
    says: "x.yaml:12: badge: expected ten hex digits",
  },
  {
    why: "a badge that looks like a tag",
    from: "0A001E4C27",
    to: "7A001E4C27",
    says: "x.yaml:12: badge: 7A begins",
  },
  {
    why: "a tag that looks like a badge",
    from: "7AE3086CED",
    to: "62E3086CED",
    says: "x.yaml:14: tag:",
  },
  {
    why: "a number out of range",
    from: "thicknessMm: 20",
    to: "thicknessMm: -1",
    says: "x.yaml:14: thicknessMm: expected a number",
  },
  { why: "a text that is a number", from: "kind: AccessGranted", to: "kind: 12", says: "quote it" },
  {
    why: "a flaw that the device cannot have",
    from: "do: { tap: { person: courier-07, box: box-a }",
    to: "do: { device-flaw: { device: reader-box-a, flaw: wrong-key, on: true }",
    says: 'x.yaml:16: device-flaw.flaw: "wrong-key" is none of',
  },
  {
    why: "two verbs at once",
    from: "tap: { person",
    to: "wait: { ms: 1 }, tap: { person",
    says: "expected one verb",
  },
  {
    why: "the same box twice",
    from: "compartments: [{ compartment: 1 }]",
    to: "compartments: []\n      - { box: box-a, kind: cabinet, compartments: [] }",
    says: 'box "box-a" is there twice',
  },
];

describe("a scenario with a mistake is refused by file, line and what was expected", () => {
  it.each(wrongs)("$why", ({ from, to, says }) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    const fault = faultOf(text);
    expect(fault.code).toBe("scenario/invalid");
    expect(fault.exitCode).toBe(65);
    expect(fault.message).toContain(says);
  });

  it("too large a file", () => {
    expect(faultOf(`${sound}# ${"x".repeat(300_000)}`).message).toContain("larger than");
  });
});
