// What doctor makes of each fault of a wire or a device when only its driver is there.

import type { GpsFlaw } from "../../../device-sim/devices/gps-receiver.ts";
import type { Ntag424Flaw } from "../../../device-sim/devices/ntag424-card.ts";
import type { OsdpFlaw } from "../../../device-sim/devices/osdp-options.ts";
import type { ByteFaultName } from "../../../device-sim/faults/byte-faults.ts";
import type { Cause } from "../../../gateway/doctor/causes.ts";

/** `none`: the drivers live with it, so that there is nothing to name. */
export type Named = Cause | "none";

/** What a line is that loses its device now and then: named by the moment it is looked at. */
const lossy = ["answers-lost", "no-answer", "disturbed-line"] as const;
const damaged = ["disturbed-line", "garbled"] as const;

interface ByteFaultRow {
  readonly rate: number;
  readonly delayMs?: number;
  /** By the kind of device; physics cannot tell some of them apart, and the words say so. */
  readonly board: Named | readonly Named[];
  readonly osdp: Named;
  readonly em4100: Named;
  readonly nmea: Named;
}

/**
 * A device that is asked and does not understand the question is silent: another rate, swapped
 * wires, no power and a hanging device look the same. One that talks unasked is garbled.
 */
export const byteFaultRows: Readonly<Record<ByteFaultName, ByteFaultRow>> = {
  noise: {
    rate: 0.01,
    board: damaged,
    osdp: "disturbed-line",
    em4100: "disturbed-line",
    nmea: "disturbed-line",
  },
  "bit-flip": {
    rate: 0.01,
    board: damaged,
    osdp: "disturbed-line",
    em4100: "disturbed-line",
    nmea: "disturbed-line",
  },
  drop: {
    rate: 0.01,
    board: lossy,
    osdp: "disturbed-line",
    em4100: "disturbed-line",
    nmea: "disturbed-line",
  },
  duplicate: {
    rate: 0.01,
    board: damaged,
    osdp: "disturbed-line",
    em4100: "disturbed-line",
    nmea: "disturbed-line",
  },
  truncate: {
    rate: 0.1,
    board: lossy,
    osdp: "disturbed-line",
    em4100: "disturbed-line",
    nmea: "disturbed-line",
  },
  delay: {
    rate: 0.1,
    delayMs: 600,
    board: lossy,
    // A late answer looks like a second one.
    osdp: "duplicate-address",
    em4100: "none",
    nmea: "none",
  },
  jitter: { rate: 1, delayMs: 5, board: "none", osdp: "none", em4100: "none", nmea: "none" },
  split: { rate: 1, delayMs: 1, board: "none", osdp: "none", em4100: "none", nmea: "none" },
  "wrong-checksum": {
    rate: 1,
    board: "garbled",
    osdp: "garbled",
    em4100: "garbled",
    nmea: "disturbed-line",
  },
  "local-echo": { rate: 1, board: "echo", osdp: "echo", em4100: "none", nmea: "none" },
  "baud-mismatch": {
    rate: 1,
    board: "no-answer",
    osdp: "no-answer",
    em4100: "garbled",
    nmea: "garbled",
  },
  "swapped-wires": {
    rate: 1,
    board: "no-answer",
    osdp: "no-answer",
    em4100: "garbled",
    nmea: "garbled",
  },
  "stuck-busy": {
    rate: 1,
    board: "no-answer",
    osdp: "no-answer",
    em4100: "none",
    nmea: "no-answer",
  },
};

export const osdpFlawRows: Readonly<Record<OsdpFlaw, Named>> = {
  "clear-replies": "clear-text",
  "wrong-key": "wrong-key",
  "replays-old": "wrong-key",
  // A tamper of the box, not a fault of the line.
  "swaps-serial": "none",
  // A late answer looks like a second one.
  "answers-late": "duplicate-address",
  busy: "no-answer",
  "checksum-only": "weak-check",
  "claims-no-security": "clear-text",
};

/** A frozen card is judged by the core, which remembers counters: `badges`, `copied-badge`. */
export const cardFlawRows: Readonly<Record<Ntag424Flaw, Named>> = {
  frozen: "none",
  "wrong-meta-key": "forged-badge",
  "wrong-file-key": "forged-badge",
};

/** Without a page there is no fix to miss: `no-fix` and the clock are checked with a page. */
export const gpsFlawRows: Readonly<Record<GpsFlaw, Named>> = {
  "no-fix": "no-fix",
  "wrong-checksum": "garbled",
  "wrong-clock": "wrong-satellite-time",
  silent: "no-answer",
};
