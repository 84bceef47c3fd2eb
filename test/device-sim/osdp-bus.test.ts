// OSDP readers on one pair of wires: each has its own session, and two of one address collide.

import { expect, it } from "vitest";
import { OsdpPeripheral } from "../../device-sim/devices/osdp-peripheral.ts";
import { SharedBus } from "../../device-sim/lines/shared-bus.ts";
import { ownKey, Panel } from "./osdp-panel.ts";

const poll = 0x60;

/** A panel whose own reader is closed, so that only readers on taps of the bus are left. */
function wired(addresses: readonly number[]) {
  const panel = new Panel();
  panel.reader.close();
  const { line, scheduler, stage } = panel;
  const bus = new SharedBus({ line, scheduler, seed: 1 });
  const readers = addresses.map(
    (address, at) =>
      new OsdpPeripheral({
        id: `reader-${at}`,
        address,
        key: ownKey,
        stage,
        line: bus.tap(),
        scheduler,
        seed: at,
      }),
  );
  return { panel, bus, readers };
}

it("hears the answers of its neighbors and stays silent", () => {
  const { panel, bus, readers } = wired([1, 2, 3]);
  for (const address of [1, 2, 3, 1, 2, 3]) {
    panel.address = address;
    panel.sequence = 0;
    expect(panel.ask(poll)).toMatchObject({ code: 0x40, address });
  }
  expect(readers.map((one) => one.replyCount)).toEqual([2, 2, 2]);
  expect(bus.collisionCount).toBe(0);
});

it("holds a secure channel of its own next to the others'", () => {
  const { panel, bus } = wired([1, 2]);
  const sessions = [1, 2].map((address) => {
    panel.address = address;
    panel.sequence = 0;
    expect(panel.secure(ownKey)).toBe(true);
    return { address, sequence: panel.sequence, session: panel.session };
  });
  for (let round = 0; round < 6; round += 1) {
    for (const one of sessions) {
      Object.assign(panel, one);
      expect(panel.ask(poll)).toMatchObject({ code: 0x40, isGenuine: true });
      one.sequence = panel.sequence;
    }
  }
  expect(bus.collisionCount).toBe(0);
});

it("two readers of one address talk over each other", () => {
  const { panel, bus } = wired([1, 1]);
  expect(panel.ask(poll)).toBeUndefined();
  expect(bus.collisionCount).toBeGreaterThan(0);
});
