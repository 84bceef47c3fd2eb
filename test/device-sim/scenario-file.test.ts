// Scenario files: the ones that come with the program are sound, and a wrong one names its line.

import { Fault } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
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

it("every scenario that comes with the program is sound and expects something", () => {
  const names = scenarioNames();
  expect(names.length).toBeGreaterThanOrEqual(7);
  for (const name of names) {
    const { steps } = loadScenario(name);
    expect(
      steps.some((step) => !isDeed(step)),
      name,
    ).toBe(true);
  }
});

it("reads names, numbers and lines", () => {
  const scenario = readScenario(sound, "x", "x.yaml");
  expect(scenario.parcels[0]?.number).toBe("3808980205");
  expect(scenario.gateways[0]?.boxes[0]).toMatchObject({ reader: "rdm6300" });
  expect(scenario.steps.map((step) => [step.verb, step.line])).toEqual([
    ["tap", 16],
    ["event", 17],
  ]);
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

const wrongs: readonly Wrong[] = [
  { why: "not YAML", from: "title: {", to: "title: {{", says: "x.yaml:" },
  {
    why: "an unknown key",
    from: "roles:",
    to: "rolls:",
    says: 'x.yaml:9: scenario: unknown key "rolls"',
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
