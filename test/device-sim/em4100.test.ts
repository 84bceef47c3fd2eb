// The EM4100 readers against the bytes of the reference, repeated and sent once.

import { expect, it } from "vitest";
import { em4100Frame } from "../../device-sim/devices/em4100.ts";
import { hex } from "./bytes.ts";
import { rig } from "./rig.ts";

const rdm6300 = "02 36 32 45 33 30 38 36 43 45 44 30 38 03";

it("writes the RDM6300 and ID-12LA frames of the reference", () => {
  expect(hex(em4100Frame("62E3086CED", "rdm6300"))).toBe(rdm6300);
  expect(hex(em4100Frame("62E3086CED", "id-12la"))).toBe(
    "02 36 32 45 33 30 38 36 43 45 44 30 38 0D 0A 03",
  );
  expect(hex(em4100Frame("62E3086CED", "clone"))).toBe("02 36 32 65 33 30 38 36 63 65 64 30 38 03");
});

it("refuses a number that is not ten hex digits", () => {
  expect(() => em4100Frame("62E308", "rdm6300")).toThrow("not an EM4100 number");
});

it("an RDM6300 repeats its frame while the transponder is in the field and then stops", () => {
  const { stage, scheduler, heardFromReader } = rig();
  stage.act({ kind: "present", reader: "reader-a", number: "62E3086CED", forMs: 300 });
  scheduler.advance(1_000);
  const frames = hex(heardFromReader()).match(new RegExp(rdm6300, "g")) ?? [];
  expect(frames.length).toBe(5);
  scheduler.advance(1_000);
  expect(heardFromReader()).toEqual([]);
});

it("an ID-12LA sends its frame once per presence", () => {
  const { stage, scheduler, heardFromReader } = rig({ style: "id-12la" });
  stage.act({ kind: "present", reader: "reader-a", number: "62E3086CED", forMs: 900 });
  scheduler.advance(2_000);
  expect(heardFromReader().length).toBe(16);
  stage.act({ kind: "present", reader: "reader-a", number: "62E3086CED", forMs: 100 });
  scheduler.advance(2_000);
  expect(heardFromReader().length).toBe(16);
});

it("another reader's transponder is not spoken", () => {
  const { stage, scheduler, heardFromReader } = rig();
  stage.act({ kind: "present", reader: "reader-b", number: "62E3086CED", forMs: 300 });
  scheduler.advance(1_000);
  expect(heardFromReader()).toEqual([]);
});
