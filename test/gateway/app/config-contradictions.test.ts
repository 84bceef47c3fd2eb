// Contradictions between parts of a configuration: two owners of one thing, words without meaning.

import { Fault } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { checkLineOffsets } from "../../../gateway/config/claims.ts";
import { configOf, type GatewayConfig } from "../../../gateway/config/config.ts";
import { parseTree } from "../../../gateway/config/tree.ts";

interface Pieces {
  readonly reader?: string;
  readonly boards?: readonly string[];
  readonly gpio?: string;
  readonly lock?: string;
  readonly second?: string;
  readonly signals?: string;
}

const cu16 = (id: string, port: string, address = 0): string =>
  `{ id: ${id}, driver: cu16, port: "${port}", address: ${address} }`;

function textOf(pieces: Pieces): string {
  const { boards = [cu16("lock-a", "tcp://127.0.0.1:4001")] } = pieces;
  return `site: ferry-12
gateway: ferry-12-a
data: ./data
uplink: { url: "mqtt://127.0.0.1:1883" }
readers: [{ ${pieces.reader ?? "id: reader-a, driver: em4100"}, port: /dev/ttyUSB0, box: box-a }]
gpio: ${pieces.gpio ?? "{ driver: chardev, chip: pinctrl-bcm2711 }"}
signals: ${pieces.signals ?? "[]"}
boards:
${boards.map((board) => `  - ${board}`).join("\n")}
boxes:
  - id: box-a
    kind: cabinet
    compartments:
      - { number: 1, lock: ${pieces.lock ?? "{ line: GPIO17 }"}, door: { line: GPIO5 } }
      - { number: 2, lock: ${pieces.second ?? "{ line: GPIO22 }"}, door: { line: GPIO6 } }
`;
}

function read(pieces: Pieces): GatewayConfig {
  return configOf(parseTree(textOf(pieces), "gateway.yaml"), "/etc/driftbox");
}

function said(act: () => unknown): string {
  try {
    act();
    return "accepted";
  } catch (error) {
    return error instanceof Fault ? `${error.code}: ${error.message}` : String(error);
  }
}

const pn532 = "id: reader-a, driver: pn532";
const tcp = "tcp://127.0.0.1:4001";

describe("the configuration refuses", () => {
  it.each<[string, Pieces, string]>([
    [
      "two locks on one line, by name and by offset",
      { second: '{ line: "17" }' },
      "gateway.yaml line 15: line 17 is used by the lock of box-a compartment 1 as GPIO17 and by " +
        "the lock of box-a compartment 2",
    ],
    [
      "an LED on the line of a lock",
      { signals: "[{ box: box-a, led: { line: 17 } }]" },
      "line 7: line 17 is used by the lock of box-a compartment 1 as GPIO17 and by the LED",
    ],
    [
      "a door on the line of a lock, with a zero before its offset",
      { second: '{ line: "05" }' },
      "line 15: line 05 is used by the door of box-a compartment 1 as GPIO5 and by the lock of",
    ],
    [
      "a pulse by a process through sysfs",
      { gpio: "{ driver: sysfs, chip: c }", second: "{ line: GPIO22, oneShot: process }" },
      "line 14: a lock on a line of gpio driver sysfs needs oneShot: hardware",
    ],
    [
      "a board with an id of GPIO locks",
      { boards: [cu16("gpio", tcp)] },
      "line 9: id gpio: position and names that begin with gpio are taken",
    ],
    ["a reader named position", { reader: "id: position, driver: em4100" }, "line 5: id position:"],
    [
      "one address twice behind two spellings of one serial server",
      { boards: [cu16("lock-a", tcp), cu16("lock-b", "tcp://localhost:4001")] },
      "line 10: lock-b has port tcp://localhost:4001 and lock-a tcp://127.0.0.1:4001, which is the",
    ],
    [
      "two spellings of one bus, which would be spoken to twice at once",
      { boards: [cu16("lock-a", tcp), cu16("lock-b", "tcp://127.0.0.1:04001", 1)] },
      "line 10: lock-b has port tcp://127.0.0.1:04001",
    ],
    [
      "a one-shot for a lock on a board",
      { lock: "{ board: lock-a, channel: 0, oneShot: hardware }" },
      "line 14: boxes[0].compartments[0].lock: activeLow and oneShot are for a lock on a line",
    ],
    [
      "a polarity for a lock on a board",
      { lock: "{ board: lock-a, channel: 0, activeLow: false }" },
      "activeLow and oneShot are for a lock on a line",
    ],
    [
      "keys of cards for a reader that only reads numbers",
      { reader: `${pn532}, mode: uid, metaKeyFile: ./m, cardKeyFile: ./c` },
      "line 5: reader reader-a: keys are for mode sun; mode uid proves nothing",
    ],
    [
      "a pulse in steps that the board does not have: the record would not be what the coil gets",
      {
        boards: [`{ id: lock-a, driver: modbus-relay, port: "${tcp}" }`],
        lock: "{ board: lock-a, channel: 0, pulseMs: 450 }",
      },
      "line 14: box-a compartment 1: pulseMs is 450: board lock-a counts in steps of 100 ms",
    ],
    [
      "one id for a reader and a board",
      { reader: "id: lock-a, driver: em4100" },
      "line 9: id lock-a is also that of another device, at gateway.yaml line 5",
    ],
    [
      "a key of cards for a reader with no mode",
      { reader: `${pn532}, cardKeyFile: ./c` },
      "keys are for mode sun",
    ],
  ])("%s", (_, pieces, told) => {
    expect(said(() => read(pieces))).toContain(told);
  });

  it("two boxes of one name, and none at all", () => {
    const second = "  - { id: box-a, kind: drop-box, compartments: [] }\n";
    const readText = (text: string): string =>
      said(() => configOf(parseTree(text, "gateway.yaml"), "/etc/driftbox"));
    expect(readText(textOf({}) + second)).toContain(
      "line 16: box box-a is also at gateway.yaml line 11; each needs its own id",
    );
    const none = textOf({}).replace(/boxes:[^]*/, "boxes: []\n");
    expect(readText(none)).toContain("line 10: boxes is a list: expected at least one box");
  });

  it("an alarm that comes before its warning", () => {
    const timing = "timing: { heldOpenWarnMs: 9000, heldOpenAlarmMs: 9000 }\n";
    const text = said(() => configOf(parseTree(textOf({}) + timing, "gateway.yaml"), "/etc"));
    expect(text).toContain("line 16: timing: heldOpenWarnMs must be below heldOpenAlarmMs");
  });

  it("more locks on lines than devices whose health is kept", () => {
    const box = (id: number, count: number): string => {
      const compartments = Array.from({ length: count }, (_, at) => {
        const line = id * 100 + at * 2;
        return `{ number: ${at + 1}, lock: { line: ${line} }, door: { line: ${line + 1} } }`;
      });
      return `  - { id: box-${id}, kind: cabinet, compartments: [${compartments.join(", ")}] }\n`;
    };
    const withLocks = (last: number): string =>
      `${textOf({})}${[1, 2, 3].map((id) => box(id, 32)).join("")}${box(4, last)}`;
    const readText = (text: string): string =>
      said(() => configOf(parseTree(text, "gateway.yaml"), "/etc/driftbox"));
    expect(readText(withLocks(27))).toBe("accepted");
    expect(readText(withLocks(28))).toContain(
      "line 14: 126 locks on lines; 125 can be beside the other devices",
    );
  });

  it("none of them where nothing contradicts", () => {
    expect(said(() => read({}))).toBe("accepted");
    const hardware = {
      lock: "{ line: 17, oneShot: hardware }",
      second: "{ line: 18, oneShot: hardware }",
    };
    expect(said(() => read({ gpio: "{ driver: sysfs, chip: c }", ...hardware }))).toBe("accepted");
    const twins = [cu16("lock-a", tcp), cu16("lock-b", tcp, 1)];
    expect(said(() => read({ boards: twins }))).toBe("accepted");
  });
});

describe("two names of one line of the chip", () => {
  const offsets = new Map([
    ["GPIO17", 17],
    ["SPI_CE1", 17],
    ["GPIO5", 5],
  ]);

  it("are refused at the start, naming both", () => {
    const config = read({ second: "{ line: SPI_CE1 }" });
    expect(said(() => checkLineOffsets(config, (line) => offsets.get(line)))).toBe(
      "config/value: gateway.yaml line 15: line SPI_CE1 is used by the lock of box-a compartment " +
        "1 as GPIO17 and by the lock of box-a compartment 2",
    );
  });

  it("are not looked for where the chip cannot be found", () => {
    const config = read({ second: "{ line: SPI_CE1 }" });
    const unfound = checkLineOffsets(config, () => undefined);
    expect([...unfound].toSorted()).toEqual([...new Set(unfound)].toSorted());
    expect(unfound).toEqual(expect.arrayContaining([...offsets.keys()]));
  });
});
