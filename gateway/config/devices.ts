// Configuration of what is wired to a gateway: readers, boards, GPIO, position, power, signals.

import {
  choice,
  flag,
  integer,
  list,
  located,
  object,
  optional,
  text,
  variant,
} from "./readers.ts";
import { defaultTiming } from "../custody/layout.ts";

export const id = text(/^[A-Za-z0-9_-]{1,64}$/, "expected 1 to 64 of A-Z a-z 0-9 _ -");
export const absolutePath = text(/^\/[^\0]{1,4095}$/, "expected an absolute path");
export const filePath = text(/^[^\0]{1,4096}$/, "expected a path");
/** Name of a GPIO line, or its offset on the chip. */
export const lineName = text(/^[^\0\n]{1,31}$/, "expected the name or the offset of a line");

const port = located(
  text(
    /^(\/[^\0]{1,255}|tcp:\/\/[^\s:/]{1,255}:\d{1,5})$/,
    "expected a device path or tcp://host:port",
  ),
);
const tcpUrl = text(/^tcp:\/\/[^\s:/]{1,255}:\d{1,5}$/, "expected tcp://host:port");
const baud = (factory: number) => optional(integer(1_200, 921_600), factory);
/** A transceiver that hears itself: its own bytes are taken out of what arrives. */
const localEcho = optional(choice(["none", "strip"]), "none" as const);

const tagPrefixes = optional(
  list(text(/^[0-9A-Fa-f]{2,8}$/, "expected 2 to 8 hex digits"), 16),
  [],
);
const readerPlace = { id, port, box: located(id), tagPrefixes };

/** Speeds are those the devices leave the factory with. */
export const reader = variant("driver", {
  em4100: object({ driver: choice(["em4100"]), ...readerPlace, baud: baud(9_600) }),
  osdp: object({
    driver: choice(["osdp"]),
    ...readerPlace,
    baud: baud(9_600),
    localEcho,
    /** 0 to 126, as set on the reader. */
    address: optional(integer(0, 126), 0),
    /** False: a reader on a wire inside the box that cannot do better. Its wire can be tapped. */
    secure: optional(flag, true),
    /** From the end of an answer to the next question while nothing happens. */
    pollMs: optional(integer(20, 1_000), 25),
    /** A reader has this long to begin its answer; more behind a slow serial server. */
    replyMs: optional(integer(200, 2_000), 200),
  }),
  pn532: object({
    driver: choice(["pn532"]),
    ...readerPlace,
    baud: baud(115_200),
    /** Pause between two looks into the field. */
    pollMs: optional(integer(20, 2_000), 50),
    /** Unseen for this long a badge is away, and is a new tap when it comes back. */
    awayMs: optional(integer(200, 10_000), 600),
    /** uid = an identifier that anyone can copy; sun = NTAG 424 DNA with a rolling proof. */
    mode: optional(choice(["uid", "sun"]), "uid" as const),
    /** Hex file of the key that opens the mirrored number; for `sun`. */
    metaKeyFile: optional(filePath, undefined),
    /** Hex file of the master key from which each card's own key is diversified; for `sun`. */
    cardKeyFile: optional(filePath, undefined),
    /** What makes each card's key its own beside its UID (AN10922); absent: one key for all. */
    diversification: optional(
      object({
        applicationId: text(/^[0-9A-Fa-f]{6}$/, "expected 3 bytes in hex"),
        systemIdentifier: text(/^([0-9A-Fa-f]{2}){1,18}$/, "expected 1 to 18 bytes in hex"),
      }),
      undefined,
    ),
  }),
  yrm100: object({
    driver: choice(["yrm100"]),
    ...readerPlace,
    baud: baud(115_200),
    /** Weaker tags belong to a neighboring box. dBm. */
    rssiMinDbm: optional(integer(-128, 0), -60),
    /** Unheard for this long, and in as many looks as fit into it, a tag is away. */
    awayMs: optional(integer(500, 60_000), 10_000),
    /** Inventory rounds a poll: more find more tags in a full box. */
    rounds: optional(integer(1, 1_000), 1),
  }),
});

export const scanner = object({
  id,
  port,
  box: located(id),
  baud: baud(9_600),
  /** A pause this long ends a text; for a scanner that sends no line end, else leave it out. */
  gapMs: optional(integer(20, 1_000), undefined),
  /** The same text again within this time is one scan. */
  holdMs: optional(integer(100, 10_000), 1_500),
});

/** `pollMs`: time between two questions for the state of the locks; a full bus takes longer. */
const boardPlace = { id, port, localEcho, pollMs: optional(integer(50, 5_000), 200) };
/** Channels count from 0 to `channels` - 1. */
export const board = variant("driver", {
  cu16: object({
    driver: choice(["cu16"]),
    ...boardPlace,
    baud: baud(19_200),
    address: optional(integer(0, 15), 0),
    channels: optional(integer(1, 16), 16),
  }),
  "modbus-relay": object({
    driver: choice(["modbus-relay"]),
    ...boardPlace,
    baud: baud(9_600),
    address: optional(integer(1, 247), 1),
    channels: optional(integer(1, 32), 8),
    /** Level of the digital input while the door is closed. */
    doorClosedLevel: optional(choice(["on", "off"]), "on" as const),
  }),
  "xor-8a80": object({
    driver: choice(["xor-8a80"]),
    ...boardPlace,
    baud: baud(9_600),
    address: optional(integer(1, 31), 1),
    channels: optional(integer(1, 50), 8),
    /** The feedback byte of a closed lock: 0x11 or 0x00, which differs between makers. */
    closedFeedback: optional(choice(["11", "00"]), "11" as const),
    /** How long the board energizes a coil, measured or from its paper; it cannot be set. */
    boardPulseMs: integer(50, defaultTiming.pulseMaxMs),
  }),
});

const chip = text(/^[^\0\n]{1,31}$/, "expected the label of a chip, as gpioinfo prints it");
export const gpio = variant("driver", {
  chardev: object({ driver: choice(["chardev"]), chip }),
  sysfs: object({ driver: choice(["sysfs"]), chip }),
  sim: object({ driver: choice(["sim"]), url: tcpUrl }),
});

export const position = object({ driver: choice(["nmea"]), port, baud: baud(9_600) });

/** How an input line is read; of no meaning for inputs of a lock board. */
export const inputTuning = {
  /** A level counts after it stayed this long; 0 = at once. */
  debounceMs: optional(integer(0, 1_000), 30),
  /** Resistor inside the chip. */
  bias: optional(choice(["as-is", "disabled", "pull-up", "pull-down"]), "as-is" as const),
};

/** A two-state input. Active = mains present, battery low, enclosure open, key turned. */
export const input = located(
  object({ line: lineName, activeLow: optional(flag, false), ...inputTuning }),
);
export const power = object({
  mains: optional(input, undefined),
  batteryLow: optional(input, undefined),
});
export const tamper = object({ id, box: optional(located(id), undefined), input });

/** The page for the screens of all boxes, on loopback alone. */
export const kiosk = object({
  /** 0 = any free port. */
  port: optional(integer(0, 65_535), 8_088),
  /** Of the site, for people at the box; a policy may say another. */
  helpNumber: optional(
    text(/^[0-9+][0-9 -]{2,23}$/, "expected a telephone number of digits, spaces and hyphens"),
    "",
  ),
});

const output = located(object({ line: lineName, activeLow: optional(flag, false) }));
export const signals = object({
  box: located(id),
  led: optional(output, undefined),
  buzzer: optional(output, undefined),
});
