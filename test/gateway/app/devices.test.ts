// What readers say: badges of persons and tags on parcels, and that no badge goes out as a parcel.

import { describe, expect, it } from "vitest";
import { DeviceBook } from "../../../gateway/app/devices/device-book.ts";
import { startDevices } from "../../../gateway/app/devices/devices.ts";
import { parcelOf } from "../../../gateway/app/devices/reader-listeners.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { BadgeRead, BadgeReader, SymptomCounts } from "../../../gateway/ports/devices.ts";

class HandReader implements BadgeReader {
  readonly id = "reader-a";
  show: (read: BadgeRead) => void = () => undefined;

  onRead(listener: (read: BadgeRead) => void): () => void {
    this.show = listener;
    return () => (this.show = () => undefined);
  }

  read(number: string): void {
    this.show({ number, assurance: "identifier" });
  }

  onHealth = (): (() => void) => () => undefined;
  symptoms = (): SymptomCounts => ({});
  start(): void {}
  stop = (): Promise<void> => Promise.resolve();
}

function readerWith(badges: readonly string[]) {
  const reader = new HandReader();
  const inputs: Input[] = [];
  const shown: string[] = [];
  let tear: (isTorn: boolean) => void = () => undefined;
  const onTamper = (listener: (isActive: boolean, detail: string) => void): (() => void) => {
    tear = (isTorn) => listener(isTorn, "torn off");
    return () => (tear = () => undefined);
  };
  const wire = { reader, box: "box-a", tagPrefixes: ["7A"], onTamper } as const;
  const stop = startDevices({
    wiring: { readers: [wire], boards: [], doors: [] },
    offer: (input) => void inputs.push(input),
    badgeRefOf: (number) => `ref of ${number}`,
    isBadge: (badgeRef) => badges.includes(badgeRef),
    show: (box, signal) => void shown.push(`${box} ${signal} before input ${inputs.length}`),
  });
  return { reader, inputs, shown, tear: (isTorn: boolean): void => tear(isTorn), stop };
}

describe("a reader", () => {
  it("gives the printed number of a tag, and only a reference of any other number", () => {
    const { reader, inputs } = readerWith([]);
    reader.read("7A00000064");
    reader.read("0F0184F07A");
    expect(inputs).toMatchObject([
      { kind: "TagPresented", parcel: "100", box: "box-a" },
      { kind: "BadgePresented", badgeRef: "ref of 0F0184F07A", box: "box-a" },
    ]);
  });

  it("takes a number of the policy for a badge although it begins like a tag", () => {
    const { reader, inputs } = readerWith(["ref of 7A00000064"]);
    reader.read("7A00000064");
    expect(inputs).toMatchObject([{ kind: "BadgePresented", badgeRef: "ref of 7A00000064" }]);
    expect(JSON.stringify(inputs)).not.toContain('"100"');
  });

  it("hands on what the medium proved, and that it failed to, never its number", () => {
    const { reader, inputs } = readerWith([]);
    reader.show({ number: "0F0184F07A", assurance: "counter-mac", counter: 7 });
    reader.show({ number: "0F0184F07A", assurance: "identifier", isForged: true });
    expect(inputs).toMatchObject([
      { badgeRef: "ref of 0F0184F07A", assurance: "counter-mac", counter: 7 },
      { badgeRef: "ref of 0F0184F07A", isForged: true },
    ]);
    expect(inputs[0]).not.toHaveProperty("number");
    expect(inputs[1]).not.toHaveProperty("counter");
  });

  it("never takes a forged medium for the tag of a parcel", () => {
    const { reader, inputs } = readerWith([]);
    reader.show({ number: "7A00000064", assurance: "identifier", isForged: true });
    expect(inputs).toMatchObject([{ kind: "BadgePresented", isForged: true }]);
  });

  it("is answered by a working signal before anything is decided", () => {
    const { reader, shown } = readerWith([]);
    reader.read("0F0184F07A");
    reader.read("7A00000064");
    expect(shown).toEqual(["box-a working before input 0", "box-a working before input 1"]);
  });

  it("that is torn off is tamper at its box", async () => {
    const { inputs, tear, stop } = readerWith([]);
    tear(true);
    const told = { kind: "TamperReported", sensor: "reader-a", box: "box-a", isActive: true };
    expect(inputs).toEqual([{ ...told, detail: "torn off" }]);
    await stop();
    tear(false);
    expect(inputs).toHaveLength(1);
  });

  it("that lost its own supply is on the health page, and mains power is not lost", () => {
    let tell: (isLost: boolean | undefined) => void = () => undefined;
    const onPower = (listener: typeof tell): (() => void) => {
      tell = listener;
      return () => undefined;
    };
    const reader = new HandReader();
    const wire = { reader, box: "box-a", tagPrefixes: [], onPower };
    const book = new DeviceBook({ readers: [wire], boards: [], doors: [] }, () => 0);
    const lines = [undefined, true, undefined].map((isLost) => {
      tell(isLost);
      return book.lines();
    });
    const levels = [undefined, false, undefined];
    expect(lines).toEqual(
      levels.map((isActive) => [{ id: "reader-a supply", isActive, restlessCount: 0 }]),
    );
  });

  it("is no longer listened to once devices are stopped", async () => {
    const { reader, inputs, stop } = readerWith([]);
    await stop();
    reader.read("0F0184F07A");
    expect(inputs).toEqual([]);
  });

  it("cannot tell tags apart that differ in the byte before the printed number", () => {
    expect(parcelOf("7A00000064")).toBe(parcelOf("7B00000064"));
  });
});
