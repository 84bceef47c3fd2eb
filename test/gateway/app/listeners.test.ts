// What UHF readers, scanners, board inputs and presence lines say to the core.

import { describe, expect, it } from "vitest";
import { listenToBoard, listenToPresence } from "../../../gateway/app/devices/board-listeners.ts";
import { listenToReader, listenToScanner } from "../../../gateway/app/devices/reader-listeners.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type {
  BadgeRead,
  BadgeReader,
  ChannelInputs,
  CodeScanner,
  InputLine,
  LockBoard,
} from "../../../gateway/ports/devices.ts";

const device = {
  id: "device-a",
  onHealth: () => () => undefined,
  symptoms: () => ({}),
  start: () => undefined,
  stop: () => Promise.resolve(),
};

function collected() {
  const inputs: Input[] = [];
  const parts = {
    offer: (input: Input) => void inputs.push(input),
    badgeRefOf: (number: string) => `ref of ${number}`,
    isBadge: (badgeRef: string) => badgeRef === "ref of E2000001",
  };
  return { inputs, parts };
}

describe("a reader of tags only", () => {
  it("never presents a badge, not even one that the policy knows", () => {
    const { inputs, parts } = collected();
    let read: (read: BadgeRead) => void = () => undefined;
    const reader: BadgeReader = {
      ...device,
      onRead: (listener) => {
        read = listener;
        return () => undefined;
      },
    };
    listenToReader(parts, { reader, box: "box-a", tagPrefixes: [], isTagsOnly: true });
    read({ number: "E20000000000000000000064", assurance: "identifier" });
    read({ number: "E2000001", assurance: "identifier" });
    expect(inputs).toEqual([{ kind: "TagSeen", reader: "device-a", box: "box-a", parcel: "100" }]);
  });
});

describe("a scanner of printed codes", () => {
  it("presents the parcel of a printed number and drops every other code", () => {
    const { inputs, parts } = collected();
    let scan: (text: string) => void = () => undefined;
    const scanner: CodeScanner = {
      ...device,
      onScan: (listener) => {
        scan = listener;
        return () => undefined;
      },
    };
    listenToScanner(parts, { scanner, box: "box-a" });
    for (const text of ["3808980205", "123", "https://example.test/1", "3808980205x"]) scan(text);
    expect(inputs).toEqual([
      { kind: "TagPresented", reader: "device-a", box: "box-a", parcel: "3808980205" },
    ]);
  });
});

describe("a board with door contacts on its inputs", () => {
  it("tells the door when it changed, and that it cannot be read", () => {
    const { inputs, parts } = collected();
    let report: (channel: number, inputs: ChannelInputs) => void = () => undefined;
    const board: LockBoard = {
      ...device,
      channelCount: 8,
      pulse: () => Promise.resolve({ outcome: "answered" }),
      onInputs: (listener) => {
        report = listener;
        return () => undefined;
      },
    };
    const wire = { channel: 2, box: "box-a", compartment: 3, hasInfrared: false };
    listenToBoard(parts.offer, { board, channels: [{ ...wire, hasDoorInput: true }] });
    const levels = { isHookClosed: undefined, isOccupied: undefined };
    for (const isDoorClosed of [true, true, false, undefined]) {
      report(2, { ...levels, isDoorClosed });
      report(1, { ...levels, isDoorClosed: true });
    }
    const doors = inputs.flatMap((input) => (input.kind === "DoorReported" ? [input.isOpen] : []));
    expect(doors).toEqual([false, true, undefined]);
  });
});

describe("a presence sensor on a line", () => {
  it("tells its level as presence in its compartment", () => {
    const { inputs, parts } = collected();
    let level: (isActive: boolean | undefined) => void = () => undefined;
    const line: InputLine = {
      id: "GPIO5",
      onLevel: (listener) => {
        level = listener;
        return () => undefined;
      },
      start: () => undefined,
      stop: () => Promise.resolve(),
    };
    listenToPresence(parts.offer, { line, box: "box-a", compartment: 1 });
    level(true);
    level(undefined);
    expect(inputs).toMatchObject([
      { kind: "PresenceReported", compartment: 1, isOccupied: true },
      { kind: "PresenceReported", compartment: 1, isOccupied: undefined },
    ]);
  });
});
