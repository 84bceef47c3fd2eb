// What readers say: badges of persons and tags on parcels, and that no badge goes out as a parcel.

import { describe, expect, it } from "vitest";
import { parcelOf, startDevices } from "../../../gateway/app/devices.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { BadgeRead, BadgeReader, SymptomCounts } from "../../../gateway/ports/devices.ts";

class HandReader implements BadgeReader {
  readonly id = "reader-a";
  read: (number: string) => void = () => undefined;

  onRead(listener: (read: BadgeRead) => void): () => void {
    this.read = (number) => listener({ number, assurance: "identifier" });
    return () => (this.read = () => undefined);
  }

  onHealth = (): (() => void) => () => undefined;
  symptoms = (): SymptomCounts => ({});
  start(): void {}
  stop = (): Promise<void> => Promise.resolve();
}

function readerWith(badges: readonly string[]) {
  const reader = new HandReader();
  const inputs: Input[] = [];
  const wire = { reader, box: "box-a", tagPrefixes: ["7A"] } as const;
  const stop = startDevices({
    wiring: { readers: [wire], boards: [], doors: [] },
    offer: (input) => void inputs.push(input),
    badgeRefOf: (number) => `ref of ${number}`,
    isBadge: (badgeRef) => badges.includes(badgeRef),
  });
  return { reader, inputs, stop };
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
