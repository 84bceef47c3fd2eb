// The UHF module against the frames of the reference, and what it reads through the walls.

import { fromHex } from "@driftbox/proto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import {
  epcCrc,
  scanYrm100,
  tagParameters,
  yrm100CommandMaxBytes,
  yrm100Frame,
  type Yrm100Tag,
} from "../../device-sim/devices/yrm100-frame.ts";
import {
  epcOf,
  rangeOfBox,
  type RangeOptions,
  type Yrm100Range,
} from "../../device-sim/devices/yrm100-range.ts";
import { yrm100BaudRate, Yrm100Reader } from "../../device-sim/devices/yrm100.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { buildWorld, type Parcel, type World } from "../../device-sim/world/index.ts";
import { bytes, hex } from "./bytes.ts";

const singlePoll = "BB 00 22 00 00 22 7E";
const multiPoll = "BB 00 27 00 03 22 27 10 83 7E";
const stop = "BB 00 28 00 00 28 7E";
const stopped = "BB 01 28 00 01 00 2A 7E";
const noTag = "BB 01 FF 00 01 15 16 7E";
const notified = "BB 02 22 00 11 C9 34 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 3A 76 EF 7E";
const epc = fromHex("30751FEB705C5904E3D50D70") ?? new Uint8Array();
const knownTag: Yrm100Tag = { epc, rssiDbm: -55 };

const at = (box: string) => ({ spot: { box, compartment: 1 } });

function worldWith(places: Readonly<Record<string, Parcel["at"]>>): World {
  const world = buildWorld({ seed: 1, compartments: [], parcels: [], people: [] });
  const parcels = Object.entries(places).map(([tag, place]) => ({
    number: tag,
    tag,
    thicknessMm: 5,
    isSeenByBeam: false,
    at: place,
  }));
  return { ...world, parcels };
}

function module(range: Yrm100Range) {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(worldWith({}), scheduler);
  const line = new MemoryLine({ name: "uhf", baudRate: yrm100BaudRate, scheduler });
  let heard: number[] = [];
  line.far.onBytes((chunk) => heard.push(...chunk));
  const reader = new Yrm100Reader({ id: "uhf-a", stage, line, scheduler, range });
  const ask = (frame: string | Uint8Array, withinMs = 50) => {
    heard = [];
    line.far.write(typeof frame === "string" ? bytes(frame) : frame);
    scheduler.advance(withinMs);
    return hex(heard);
  };
  return { stage, reader, ask };
}

const count = (text: string, part: string) => text.split(part).length - 1;

it("notifies the tag of the reference, with its strength and CRC", () => {
  expect(hex(yrm100Frame("notification", 0x22, tagParameters(knownTag)))).toBe(notified);
  expect(epcCrc([0x34, 0x00, ...epc])).toBe(0x3a76);
});

it("answers a single poll with one round: every tag, or the error of the reference", () => {
  expect(module(() => [knownTag]).ask(singlePoll)).toBe(notified);
  expect(module(() => []).ask(singlePoll)).toBe(noTag);
  expect(count(module(() => [knownTag, knownTag]).ask(singlePoll), notified)).toBe(2);
});

it("polls many times until stopped", () => {
  const { ask, reader } = module(() => [knownTag]);
  expect(count(ask(multiPoll, 205), notified)).toBe(10);
  expect(reader.roundsLeft).toBe(9_990);
  expect(ask(stop)).toBe(stopped);
  expect(ask(new Uint8Array(), 1_000)).toBe("");
});

it("tells no tag in every empty round and ends after the rounds ordered", () => {
  const { ask } = module(() => []);
  expect(count(ask("BB 00 27 00 03 22 00 03 4F 7E", 1_000), noTag)).toBe(3);
});

it("where there are too many tags, each gets its turn", () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    epc: epcOf(index.toString(16).padStart(24, "0")) ?? epc,
    rssiDbm: -50,
  }));
  const { ask } = module(() => many);
  const heard = ask("BB 00 27 00 03 22 00 02 4E 7E", 200);
  const frames = heard.split("BB 02 22 00 11 ").slice(1);
  const told = new Set(frames.map((one) => one.split(" ")[14]));
  expect(told.size).toBe(40);
  expect(frames.length).toBe(64);
});

it("reads its own box well, the neighbor's weakly, and nothing else", () => {
  const world = worldWith({
    "7A00000001": at("box-a"),
    "7A00000002": at("box-b"),
    "7A00000003": at("box-c"),
    "7A00000004": { person: "agent" },
    "7A00000005": "elsewhere",
    "7A00000006": at("box-a"),
  });
  const options: RangeOptions = { box: "box-a", neighbors: ["box-b"] };
  const range = rangeOfBox({ ...options, unreadable: new Set(["7A00000006"]) });
  const [own, next, ...others] = range(world);
  expect(others).toEqual([]);
  expect(hex(own?.epc ?? [])).toBe("00 00 00 00 00 00 00 7A 00 00 00 01");
  expect(Math.abs((own?.rssiDbm ?? 0) + 45)).toBeLessThanOrEqual(4);
  expect(Math.abs((next?.rssiDbm ?? 0) + 72)).toBeLessThanOrEqual(4);
});

it("tells its version, and an error to what it does not know", () => {
  const { ask } = module(() => []);
  expect(ask("BB 00 03 00 01 00 04 7E")).toContain("BB 01 03 00 0C 00 59 52 4D");
  expect(ask("BB 00 99 00 00 99 7E")).toBe("BB 01 FF 00 01 17 18 7E");
});

it("does not answer a command whose checksum, end or type is wrong", () => {
  const { ask } = module(() => [knownTag]);
  for (const frame of ["BB 00 22 00 00 23 7E", "BB 00 22 00 00 22 7F", "BB 01 22 00 00 23 7E"]) {
    expect(ask(frame)).toBe("");
  }
  expect(ask(singlePoll)).toBe(notified);
});

it("is silent without power and forgets its poll", () => {
  const { ask, stage } = module(() => [knownTag]);
  ask(multiPoll);
  stage.act({ kind: "powerBoard", board: "uhf-a", isOn: false });
  expect(ask(singlePoll)).toBe("");
  stage.act({ kind: "powerBoard", board: "uhf-a", isOn: true });
  expect(ask(new Uint8Array(), 200)).toBe("");
});

it("reads a command with header and end bytes inside, split anywhere", () => {
  const parameter = fc.oneof(fc.constantFrom(0x7e, 0xbb), fc.nat(255));
  fc.assert(
    fc.property(
      fc.nat(255),
      fc.array(parameter, { maxLength: 64 }),
      fc.nat(),
      (code, data, cut) => {
        const response = yrm100Frame("response", code, data);
        const wire = [...response];
        wire[1] = 0x00;
        wire[wire.length - 2] = ((response.at(-2) ?? 0) - 1) & 0xff;
        const first = scanYrm100(wire.slice(0, cut % wire.length));
        const second = scanYrm100([...first.rest, ...wire.slice(cut % wire.length)]);
        expect(first.commands).toEqual([]);
        expect(second.commands).toEqual([{ command: code, parameters: data }]);
      },
    ),
  );
});

it("survives any bytes within bounds, answers afterwards, and is silent once closed", () => {
  const piece = fc.oneof(fc.constantFrom(0xbb, 0x00, 0x22, 0x7e), fc.nat(255));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (noise) => {
      expect(scanYrm100(noise).rest.length).toBeLessThanOrEqual(yrm100CommandMaxBytes);
      const { ask, reader } = module(() => [knownTag]);
      ask(Uint8Array.from(noise), 500);
      ask(stop, 200);
      expect(ask(singlePoll)).toBe(notified);
      reader.close();
      expect(ask(singlePoll)).toBe("");
    }),
    { numRuns: 60 },
  );
});
