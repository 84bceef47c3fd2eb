// The configuration: order of sources, what each mistake is called and where it stands.

import { Fault } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { configOf, type GatewayConfig } from "../../../gateway/config/config.ts";
import { overlayEnvironment, overlayFlags, parseTree } from "../../../gateway/config/tree.ts";
import { layoutOf } from "../../../gateway/compose.ts";

const good = `site: ferry-12
gateway: ferry-12-a
data: ./data
uplink: { url: "mqtt://127.0.0.1:1883" }
policy: { file: ./ferry-12.policy }
readers:
  - { id: reader-a, driver: em4100, port: /dev/ttyUSB0, box: box-a, tagPrefixes: ["7A"] }
boards:
  - { id: lock-a, driver: cu16, port: "tcp://127.0.0.1:4001", address: 0 }
gpio: { driver: sim, url: "tcp://127.0.0.1:4002" }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - number: 1
        lock: { board: lock-a, channel: 0, pulseMs: 500, supplyGroup: a }
        door: { line: door-a-1 }
        presence: { infrared: true }
      - number: 2
        lock: { board: lock-a, channel: 1 }
        door: { hook: true }
timing: { openWithinMs: 9000 }
`;

interface Sources {
  readonly environment?: Readonly<Record<string, string>>;
  readonly settings?: readonly string[];
}

function read(text: string, { environment = {}, settings = [] }: Sources = {}): GatewayConfig {
  const tree = parseTree(text, "gateway.yaml");
  overlayEnvironment(tree, environment);
  overlayFlags(tree, settings);
  return configOf(tree, "/etc/driftbox");
}

function faultOf(text: string, sources?: Sources): string {
  try {
    read(text, sources);
    return "accepted";
  } catch (error) {
    return error instanceof Fault ? `${error.code}: ${error.message}` : String(error);
  }
}

/** The good file with one piece replaced; the piece must be there. */
function changed(from: string, to: string): string {
  expect(good).toContain(from);
  return good.replace(from, to);
}

describe("the configuration", () => {
  it("reads the documented file, with paths relative to it", () => {
    const config = read(good);
    expect(config.data).toBe("/etc/driftbox/data");
    expect(config.policyFile).toBe("/etc/driftbox/ferry-12.policy");
    expect(config.timing).toMatchObject({ openWithinMs: 9_000, heldOpenWarnMs: 30_000 });
    const [first, second] = layoutOf(config).boxes[0]?.compartments ?? [];
    expect(first).toMatchObject({ number: 1, hasDoorContact: true, hasPresenceSensor: true });
    expect(second).toMatchObject({ pulseMs: 500, hasDoorContact: false, hasPresenceSensor: false });
  });

  it("prefers the file to defaults, the environment to the file, a flag to all", () => {
    const environment = {
      DRIFTBOX__UPLINK__KEEPALIVES: "30",
      DRIFTBOX__TIMING__OPENWITHINMS: "7000",
    };
    const fromEnvironment = read(good, { environment });
    expect(fromEnvironment.uplink.keepaliveS).toBe(30);
    expect(fromEnvironment.timing.openWithinMs).toBe(7_000);
    const settings = ["uplink.keepaliveS=20", "readers.0.port=tcp://10.0.0.1:7"];
    const fromFlag = read(good, { environment, settings });
    expect(fromFlag.uplink.keepaliveS).toBe(20);
    expect(fromFlag.readers[0]?.port.value).toBe("tcp://10.0.0.1:7");
  });

  it.each([
    [
      "readers:",
      "reeders:",
      'unknown-key: gateway.yaml line 6: unknown key "reeders"; did you mean readers?',
    ],
    [
      "openWithinMs",
      "openWithinMS",
      'line 22: unknown key "openWithinMS" in timing; did you mean openWithinMs?',
    ],
    [
      "pulseMs: 500",
      "pulseMs: 9000",
      "value: gateway.yaml line 16: boxes[0].compartments[0].lock.pulseMs is 9000",
    ],
    [
      "driver: cu16",
      "driver: cu17",
      'value: gateway.yaml line 9: boards[0].driver is "cu17": expected one of cu16',
    ],
    ["port: /dev/ttyUSB0, ", "", "value: gateway.yaml line 7: readers[0].port is missing"],
    [
      "channel: 1 }",
      "channel: 0 }",
      "line 20: lock-a channel 0 is used by box-a compartment 1 and by box-a compartment 2",
    ],
    [
      "board: lock-a, channel: 1",
      "board: lock-b, channel: 1",
      "line 20: box-a compartment 2: no board lock-b",
    ],
    [
      "gpio:",
      '  - { id: lock-b, driver: cu16, port: "tcp://127.0.0.1:4001", address: 1, baud: 9600 }\n' +
        "gpio:",
      "line 10: lock-b is at 9600 baud, lock-a at 19200 on one port tcp://127.0.0.1:4001",
    ],
    ["box: box-a,", "box: box-b,", "line 7: reader-a is at box box-b: no such box"],
    ['["7A"]', '["7"]', 'tagPrefixes[0] is "7": expected 2 to 8 hex digits'],
    ["channel: 1 }", "channel: 16 }", "board lock-a has channels 0 to 15, not 16"],
    ["board: lock-a, channel: 1", "channel: 1", "lock needs either board and channel, or line"],
    [
      "{ board: lock-a, channel: 1 }\n        door: { hook: true }",
      "{ line: door-a-1 }\n        door: { line: door-a-2 }",
      "line 20: line door-a-1 is used by the door of box-a compartment 1 and by the lock of box-a",
    ],
    [
      "{ hook: true }",
      "{ input: true }",
      "line 21: box-a compartment 2: a cu16 board has no input",
    ],
    ["{ infrared: true }", "{ infrared: true, line: GPIO5 }", "infrared or line, not both"],
    [
      "driver: em4100, port: /dev/ttyUSB0",
      'driver: em4100, port: "tcp://127.0.0.1:4001"',
      "line 9: lock-a and reader-a use the same port tcp://127.0.0.1:4001",
    ],
    [
      "driver: em4100, port: /dev/ttyUSB0",
      "driver: pn532, mode: sun, port: /dev/ttyUSB0",
      "line 7: reader reader-a: mode sun needs metaKeyFile and cardKeyFile",
    ],
    ["driver: em4100, port", "driver: osdp, address: 127, port", "readers[0].address is 127"],
    ["driver: em4100, port", "driver: em4100, address: 1, port", 'unknown key "address"'],
    ["driver: em4100, port", "port", "readers[0].driver is missing: expected one of em4100, osdp"],
    [
      "timing:",
      "tamper: [{ id: lid, box: box-a, input: { line: door-a-1 } }]\ntiming:",
      "line 22: line door-a-1 is used by the door of box-a compartment 1 and by tamper lid",
    ],
    ["number: 2", "number: 1", "line 20: box-a compartment 1 is there twice"],
    [
      "{ hook: true }",
      "{}",
      "line 21: box-a compartment 2: door needs one of line, hook: true, input: true",
    ],
    [
      'gpio: { driver: sim, url: "tcp://127.0.0.1:4002" }\n',
      "",
      "the door of box-a compartment 1: line door-a-1 needs gpio",
    ],
    ["mqtt://127.0.0.1:1883", "http://x", 'uplink.url is "http://x": expected mqtt://host:port'],
    [
      "mqtt://127.0.0.1:1883",
      "mqtt://ferry:s3cret@center",
      'uplink.url is "mqtt://…@center": expected mqtt://host:port',
    ],
    ["site: ferry-12\n", "site: ferry/12\n", 'line 1: site is "ferry/12": expected 1 to 64'],
    ["site: ferry-12\n", "", "gateway.yaml line 1: site is missing"],
    ["timing: {", "timing: [", "config/unreadable: gateway.yaml:"],
  ])("calls %s -> %s by its name and line", (from, to, told) => {
    expect(faultOf(changed(from, to))).toContain(told);
  });

  it("reads every driver with the settings it leaves the factory with", () => {
    const readers = `readers:
  - { id: a, driver: osdp, port: /dev/ttyUSB1, box: box-a }
  - { id: b, driver: osdp, port: /dev/ttyUSB1, box: box-a, address: 1 }
  - { id: c, driver: pn532, port: /dev/ttyUSB2, box: box-a }
  - { id: d, driver: yrm100, port: /dev/ttyUSB3, box: box-a }`;
    const rest = `position: { driver: nmea, port: /dev/ttyUSB4 }
power: { mains: { line: GPIO5 } }
timing:`;
    const config = read(changed("readers:", readers).replace("timing:", rest));
    expect(config.readers.map(({ driver, baud }) => [driver, baud])).toEqual([
      ["osdp", 9_600],
      ["osdp", 9_600],
      ["pn532", 115_200],
      ["yrm100", 115_200],
      ["em4100", 9_600],
    ]);
    expect(config.readers[0]).toMatchObject({ secure: true, address: 0 });
    expect(config.position).toMatchObject({ driver: "nmea", baud: 9_600 });
  });

  it.each([
    ["driver: em4100, port", "driver: pn532, pollMs: 19, port", "pollMs is 19", "20 to 2000"],
    ["driver: em4100, port", "driver: pn532, awayMs: 199, port", "awayMs is 199", "200 to 10000"],
    ["driver: em4100, port", "driver: osdp, pollMs: 19, port", "pollMs is 19", "20 to 1000"],
    ["driver: em4100, port", "driver: osdp, pollMs: 1001, port", "pollMs is 1001", "20 to 1000"],
    ["driver: em4100, port", "driver: osdp, replyMs: 199, port", "replyMs is 199", "200 to 2000"],
    ["driver: em4100, port", "driver: yrm100, awayMs: 499, port", "awayMs is 499", "500 to 60000"],
    ["driver: em4100, port", "driver: yrm100, rounds: 0, port", "rounds is 0", "1 to 1000"],
    ["driver: cu16, port", "driver: cu16, pollMs: 5001, port", "pollMs is 5001", "50 to 5000"],
    ["{ line: door-a-1 }", "{ line: door-a-1, debounceMs: 1001 }", "is 1001", "0 to 1000"],
    [
      "{ line: door-a-1 }",
      "{ line: door-a-1, bias: up }",
      'bias is "up"',
      "as-is, disabled, pull-up",
    ],
    [
      "boards:",
      "scanners: [{ id: s, port: /dev/ttyACM0, box: box-a, gapMs: 19 }]\nboards:",
      "gapMs is 19",
      "20 to 1000",
    ],
    [
      "boards:",
      "scanners: [{ id: s, port: /dev/ttyACM0, box: box-a, holdMs: 99 }]\nboards:",
      "holdMs is 99",
      "100 to 10000",
    ],
    [
      'gpio: { driver: sim, url: "tcp://127.0.0.1:4002" }',
      "gpio: { driver: sysfs, chip: c }\ntamper: [{ id: lid, input: { line: L, bias: pull-up } }]",
      "line 11: bias pull-up needs gpio driver chardev",
      "",
    ],
  ])("bounds the times of drivers: %s -> %s", (from, to, told, range) => {
    expect(faultOf(changed(from, to))).toContain(told);
    expect(faultOf(changed(from, to))).toContain(range);
  });

  it("has a default for every time of a driver", () => {
    const more = `readers:
  - { id: a, driver: osdp, port: /dev/ttyUSB1, box: box-a }
  - { id: c, driver: pn532, port: /dev/ttyUSB2, box: box-a }
  - { id: d, driver: yrm100, port: /dev/ttyUSB3, box: box-a }`;
    const rest = "scanners: [{ id: s, port: /dev/ttyACM0, box: box-a }]\nboards:";
    const config = read(changed("readers:", more).replace("boards:", rest));
    expect(config.readers).toMatchObject([
      { pollMs: 25, replyMs: 200 },
      { pollMs: 50, awayMs: 600 },
      { awayMs: 10_000, rounds: 1 },
      {},
    ]);
    expect(config.scanners).toMatchObject([{ gapMs: undefined, holdMs: 1_500 }]);
    expect(config.boards).toMatchObject([{ pollMs: 200 }]);
    const door = config.boxes[0]?.compartments[0]?.door.value;
    expect(door).toMatchObject({ debounceMs: 30, bias: "as-is" });
  });

  it("records the pulse that a board gives when it cannot be set", () => {
    const xor = (more: string): string =>
      changed("driver: cu16", `driver: xor-8a80${more}`)
        .replace("address: 0", "address: 1")
        .replace("{ infrared: true }", "{}");
    const [box] = layoutOf(read(xor(", boardPulseMs: 700"))).boxes;
    expect(box?.compartments.map(({ pulseMs }) => pulseMs)).toEqual([700, 700]);
    expect(faultOf(xor(""))).toContain("boards[0].boardPulseMs is missing");
  });

  it("lets boards share a port at one speed, said or by default", () => {
    const twin =
      '  - { id: lock-b, driver: cu16, port: "tcp://127.0.0.1:4001", address: 1, baud: 19200 }';
    expect(faultOf(changed("gpio:", `${twin}\ngpio:`))).toBe("accepted");
  });

  it("makes each lock on a line a board of its own, whose health is that lock's", () => {
    const from = "{ board: lock-a, channel: 1 }\n        door: { hook: true }";
    const lines = changed(from, "{ line: GPIO22 }\n        door: { line: door-a-2 }");
    const [first, second] = layoutOf(read(lines)).boxes[0]?.compartments ?? [];
    expect([first?.board, second?.board]).toEqual(["lock-a", "gpio/GPIO22"]);
  });

  it("says which variable or flag was wrong", () => {
    const environment = { DRIFTBOX__UPLINK__KEEPALIVE: "30" };
    expect(faultOf(good, { environment })).toContain(
      'config/unknown-key: environment DRIFTBOX__UPLINK__KEEPALIVE: unknown key "KEEPALIVE"',
    );
    expect(faultOf(good, { settings: ["uplink.keepaliveS=1"] })).toContain(
      "config/value: --set uplink.keepaliveS: uplink.keepaliveS is 1",
    );
    expect(faultOf(good, { settings: ["nonsense"] })).toContain("usage/invalid");
  });
});
