// The badge reader contract for EM4100, PN532 and YRM100, each against a device of its data sheet.
import { Em4100Reader } from "../../../gateway/adapters/readers/em4100-reader.ts";
import { Pn532Reader } from "../../../gateway/adapters/readers/pn532-reader.ts";
import { Yrm100Reader } from "../../../gateway/adapters/readers/yrm100-reader.ts";
import { describeBadgeReader } from "./badge-reader-contract.ts";
import { Pn532FarEnd } from "./pn532-far-end.ts";
import { plainCard } from "./sun-card.ts";
import { Yrm100FarEnd } from "./yrm100-far-end.ts";

const awayMs = 3_000;

/** The frame of an RDM6300 for the number 00000000 and one more byte, its own check. */
function em4100Frame(last: number): number[] {
  const digits = last.toString(16).padStart(2, "0").toUpperCase();
  return [2, ...Buffer.from(`00000000${digits}${digits}`, "latin1"), 3];
}

describeBadgeReader({
  name: "an EM4100 reader",
  awayMs,
  numbers: ["00000000A1", "00000000B2"],
  hearsMany: true,
  make: (options) => new Em4100Reader({ ...options, awayMs }),
  device: (send, { timers }) => {
    let held: readonly number[] = [];
    // A held badge is repeated, as an RDM6300 does.
    const repeat = (): void => {
      timers.set("em4100 device", 20, repeat);
      for (const badge of held) send(em4100Frame(badge === 0 ? 0xa1 : 0xb2));
    };
    repeat();
    return {
      hear: () => {},
      hold: (...badges) => (held = badges),
      end: () => timers.clear("em4100 device"),
    };
  },
});

describeBadgeReader({
  name: "a PN532 reader",
  awayMs,
  numbers: ["04A1B2C3D4E5F6", "12345678"],
  hearsMany: false,
  make: (options) => new Pn532Reader({ ...options, awayMs, pollMs: 10 }),
  device: (send) => {
    const chip = new Pn532FarEnd(send);
    const cards = [
      plainCard(0x04, 0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6),
      plainCard(0x12, 0x34, 0x56, 0x78),
    ];
    return {
      hear: (bytes) => chip.hear(bytes),
      hold: (badge) => (chip.card = badge === undefined ? undefined : cards[badge]),
      end: () => {},
    };
  },
});

describeBadgeReader({
  name: "a YRM100 reader",
  awayMs,
  numbers: ["30751FEB705C5904E3D50D70", "E2800001"],
  hearsMany: true,
  // Away after four looks that missed it: on a real line looks take real time.
  make: (options) => new Yrm100Reader({ ...options, awayMs: 200, pollMs: 50 }),
  device: (send) => {
    const module = new Yrm100FarEnd(send);
    const tags = [
      {
        epc: [0x30, 0x75, 0x1f, 0xeb, 0x70, 0x5c, 0x59, 0x04, 0xe3, 0xd5, 0x0d, 0x70],
        rssiDbm: -50,
      },
      { epc: [0xe2, 0x80, 0x00, 0x01], rssiDbm: -50 },
    ];
    return {
      hear: (bytes) => module.hear(bytes),
      hold: (...badges) => (module.tags = tags.filter((_, at) => badges.includes(at))),
      end: () => {},
    };
  },
});
