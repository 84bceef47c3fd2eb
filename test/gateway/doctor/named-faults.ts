// Every fault the simulator can inject into a whole box, and what doctor calls it there.

import type { Cause } from "../../../gateway/doctor/causes.ts";

/** `none`: people and gateway live with it, so that there is nothing to name. */
export type Named = Cause | "none";

/** What a line is that loses answers: which of them depends on the moment it is looked at. */
const lossy = ["disturbed-line", "answers-lost", "no-answer"] as const;

/** By the names of scenarios; `same-address` is how a scenario is wired, not a step of it. */
export const namedFaults: Readonly<Record<string, readonly Named[]>> = {
  noise: ["disturbed-line"],
  "bit-flip": ["disturbed-line"],
  drop: lossy,
  duplicate: ["disturbed-line"],
  truncate: lossy,
  delay: lossy,
  // Gaps inside a frame tear it apart.
  jitter: ["garbled"],
  split: ["garbled"],
  // Of a receiver that was heard before, or never.
  "wrong-checksum": ["garbled", "disturbed-line"],
  "local-echo": ["echo"],
  "baud-mismatch": ["no-answer"],
  "swapped-wires": ["no-answer"],
  "stuck-busy": ["no-answer"],
  // Answers that overlap are no frame.
  "same-address": ["duplicate-address", "garbled"],

  "jammed-latch": ["jammed"],
  "held-door": ["door-held"],
  "worn-latch": ["door-unlatched"],
  "dead-beam": ["presence-dissents"],
  "dead-cell": ["weight-dissents"],
  "stuck-reed": ["never-opened"],
  bounce: ["contact-chatters"],
  "welded-relay": ["latched-late"],
  "force-door": ["door-forced"],

  "clear-replies": ["clear-text"],
  "claims-no-security": ["clear-text"],
  "wrong-key": ["wrong-key"],
  "replays-old": ["wrong-key"],
  "answers-late": ["duplicate-address"],
  busy: ["no-answer"],
  "swaps-serial": ["tamper-active"],
  "reader-tamper": ["tamper-active"],
  // A busy machine misses an answer of any reader.
  "checksum-only": ["weak-check", "answers-lost", "disturbed-line"],
  repeats: ["repeated"],

  frozen: ["copied-badge"],
  "wrong-file-key": ["forged-badge"],
  "wrong-meta-key": ["forged-badge"],

  "no-fix": ["no-fix"],
  "wrong-clock": ["wrong-satellite-time"],
  silent: ["no-answer"],
  unreachable: ["line-unreadable"],

  unplug: ["port-missing"],
  "board-power": ["no-answer"],
  supply: ["jammed"],
  mains: ["mains-lost"],
  battery: ["battery-low"],
  enclosure: ["tamper-active"],
  "cut-link": ["link-down"],
  "slow-link": ["link-slow"],
  "kill-gateway": ["not-running"],
  "step-clock": ["clock-stepped"],
  // One that filled up, and one that never had the room.
  "disk-full": ["disk-full", "journal-full"],
};

/** The section of docs/doctor.md that tells so. */
export function faultSection(): string {
  const rows = Object.entries(namedFaults).map(([fault, causes]) => {
    const names = causes.map((cause) => (cause === "none" ? "nothing is wrong" : `\`${cause}\``));
    return `| \`${fault}\` | ${names.join(", ")} |`;
  });
  return ["| Fault | Named |", "| --- | --- |", ...rows, ""].join("\n");
}
