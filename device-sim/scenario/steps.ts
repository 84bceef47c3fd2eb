// The verbs of a scenario as one table: what each does or expects, and which fields it takes.

import type { Ntag424Flaw } from "../devices/ntag424-card.ts";
import type { ByteFaultName } from "../faults/byte-faults.ts";
import type { MonitorName } from "../world/index.ts";
import type { Plain } from "./located.ts";
import type { Forgery } from "./forgeries.ts";
import type { Words } from "./plan.ts";
import type { ChangeWord, Method, WishWord } from "./wish-words.ts";

/**
 * Types of fields. References (person, parcel, box, gateway, device, group) must exist in the
 * scenario.
 */
export interface FieldTypes {
  person: string;
  parcel: string;
  /** Names of parcels, or of several alike. */
  parcels: readonly string[];
  people: readonly string[];
  box: string;
  gateway: string;
  device: string;
  /** A supply group. */
  group: string;
  part: "led" | "buzzer";
  text: string;
  kind: string;
  /** A kind of custody fact. */
  "fact-kind": string;
  "fact-kinds": readonly string[];
  texts: readonly string[];
  monitor: MonitorName;
  /** 1 to 64. */
  compartment: number;
  /** 0 to 600,000. */
  ms: number;
  /** Up to ten years either way. */
  "signed-ms": number;
  /** 0 to 1. */
  rate: number;
  count: number;
  flag: boolean;
  flaw: string;
  "card-flaw": Ntag424Flaw;
  layer: ByteFaultName;
  plain: Readonly<Record<string, Plain>>;
  wish: WishWord;
  change: ChangeWord;
  method: Method;
  forgery: Forgery;
  /** As the file of a program has it, which judges it. */
  mapping: Readonly<Record<string, unknown>>;
}
export type FieldType = keyof FieldTypes;

interface Verb {
  readonly required: Readonly<Record<string, FieldType>>;
  readonly optional: Readonly<Record<string, FieldType>>;
}

function verb<const R extends Verb["required"], const O extends Verb["optional"]>(
  required: R,
  optional: O,
): { readonly required: R; readonly optional: O } {
  return { required, optional };
}

const place = { box: "box", compartment: "compartment" } as const;

/** What people, faults and the sea do. */
export const deeds = {
  /** A person holds the badge to the reader of a box; `at-once` lets the next deed begin then. */
  tap: verb({ person: "person", box: "box" }, { "for-ms": "ms", "at-once": "flag" }),
  /** One after the other, without a pause between them but that for the reader. */
  "tap-together": verb({ people: "people", box: "box" }, {}),
  /** A parcel's tag is held to the reader of a box. */
  "show-parcel": verb({ parcel: "parcel", box: "box" }, {}),
  /** Each in turn. */
  "show-parcels": verb({ parcels: "parcels", box: "box" }, {}),
  /** Waits for the lock, then opens the door wide. */
  "open-door": verb(place, {}),
  "close-door": verb(place, {}),
  "force-door": verb(place, {}),
  put: verb({ parcel: "parcel", ...place }, {}),
  take: verb({ parcel: "parcel", ...place }, {}),
  /** A stack of parcels at once. */
  "put-all": verb({ parcels: "parcels", ...place }, {}),
  "take-all": verb({ parcels: "parcels", ...place }, {}),
  /** Show the parcel, tap, open, put, close. */
  deposit: verb({ person: "person", parcel: "parcel", ...place }, {}),
  /** Tap, open, take, close. */
  collect: verb({ person: "person", parcel: "parcel", ...place }, {}),
  wait: verb({ ms: "ms" }, {}),
  flaw: verb({ flaw: "flaw", on: "flag", ...place }, {}),
  /** A layer on a wire; rate 0 takes it away, and `for-ms` does so after a time. */
  "byte-fault": verb(
    { device: "device", layer: "layer", rate: "rate" },
    { "delay-ms": "ms", "for-ms": "ms" },
  ),
  /** A device misbehaves in one of its own ways, or stops to. */
  "device-flaw": verb({ device: "device", flaw: "text", on: "flag" }, {}),
  /** A card is a copy or a forgery from now on, or the genuine one again. */
  "card-flaw": verb({ person: "person", flaw: "card-flaw", on: "flag" }, {}),
  /** The case of the reader itself. */
  "reader-tamper": verb({ box: "box", open: "flag" }, {}),
  "press-keys": verb({ box: "box", keys: "text" }, {}),
  /** A touch on the screen of a box, in the words of its page: `deposit`, `answer`, `size` … */
  "press-screen": verb(
    { box: "box", act: "text" },
    { number: "text", answer: "text", size: "text" },
  ),
  /** On the screen: what the badges that follow are shown for. */
  "state-wish": verb(
    { box: "box", wish: "wish" },
    {
      method: "method",
      container: "parcel",
      sealTag: "text",
      isEnRoute: "flag",
      compartment: "compartment",
      reason: "text",
      explanation: "text",
      manifest: "text",
      voyage: "text",
    },
  ),
  /** On the screen, while the wish stands: parcels, counts, seal tags, or that it is not so. */
  "amend-wish": verb(
    { box: "box", word: "change" },
    { parcels: "parcels", count: "count", sealTag: "text", isBroken: "flag" },
  ),
  /** Somebody writes the check code of the screen down. */
  "note-code": verb({ box: "box" }, {}),
  /** The center issues a pickup code at this moment, and its digits are entered at the box. */
  "enter-pickup-code": verb({ box: "box", parcel: "parcel" }, { slip: "flag" }),
  /**
   * The same with a one-time code that holds until today, or until yesterday; `again` enters the
   * last one once more.
   */
  "enter-once-code": verb({ box: "box", action: "text" }, { again: "flag", yesterday: "flag" }),
  /** A grant on paper, signed at this moment, is held to the scanner; `smudged`: it was altered. */
  "show-grant": verb({ box: "box", grant: "mapping" }, { smudged: "flag" }),
  /**
   * A word of `driftbox command`, by that program; `answer` asks what it said. `at-once` lets
   * people act meanwhile; `once-code` means the one-time code that was entered last.
   */
  command: verb(
    { gateway: "gateway", word: "text" },
    {
      box: "box",
      compartment: "compartment",
      parcel: "parcel",
      issue: "count",
      sensor: "text",
      setting: "text",
      value: "text",
      "once-code": "flag",
      "within-ms": "ms",
      "at-once": "flag",
    },
  ),
  /** The network delivers the last command once more, byte for byte. */
  "repeat-command": verb({ gateway: "gateway" }, {}),
  /** Somebody sends the last command that came down, of this gateway or another, changed. */
  "forge-command": verb({ gateway: "gateway", forgery: "forgery" }, { of: "gateway" }),
  /** `driftbox manifest issue`, good for a day: what a voyage should find. */
  "publish-manifest": verb(
    { gateway: "gateway", manifest: "text", voyage: "text", parcels: "parcels" },
    {},
  ),
  /** `driftbox grant sign` and `publish`. */
  "publish-grant": verb({ gateway: "gateway", grant: "mapping" }, {}),
  "revoke-grant": verb({ gateway: "gateway", grant: "text" }, {}),
  /**
   * A new version of the policy, with other values of some keys, read by gateways that run; it was
   * signed so long ago, and expires so soon.
   */
  "switch-policy": verb(
    { gateway: "gateway", policy: "mapping" },
    { "hours-ago": "count", "expires-in-ms": "ms" },
  ),
  /** At once, or when the device has sent so many more bytes. */
  unplug: verb({ device: "device" }, { "after-bytes": "count" }),
  /** Under the name it had, or under another. */
  replug: verb({ device: "device" }, { as: "text" }),
  "board-power": verb({ device: "device", on: "flag" }, {}),
  /** A weak supply sags under one coil, and its boards reset. */
  supply: verb({ group: "group", weak: "flag" }, {}),
  mains: verb({ gateway: "gateway", on: "flag" }, {}),
  battery: verb({ gateway: "gateway", low: "flag" }, {}),
  /** The enclosure of a box, not its doors: its tamper switch sees it. */
  enclosure: verb({ box: "box", open: "flag" }, {}),
  /** The mechanical key of a lock is turned, which holds its bolt back, or turned back. */
  "turn-key": verb({ box: "box", compartment: "compartment", on: "flag" }, {}),
  "cut-link": verb({ gateway: "gateway" }, {}),
  "slow-link": verb({ gateway: "gateway", "delay-ms": "ms" }, {}),
  "restore-link": verb({ gateway: "gateway" }, {}),
  /** SIGKILL: no chance to write or say anything. */
  "kill-gateway": verb({ gateway: "gateway" }, {}),
  /** Moves the gateway's wall clock, as a bad clock or a careless hand would. */
  "step-clock": verb({ gateway: "gateway", "by-ms": "signed-ms" }, {}),
  /** Fills the disk of a gateway that has one of its own, or gives the space back. */
  "disk-full": verb({ gateway: "gateway", on: "flag" }, {}),
  /** Bytes in the middle of the journal of a gateway that does not run turn. */
  "wear-disk": verb({ gateway: "gateway" }, {}),
  /** The program alone, or with its machine: then it is another boot. */
  "start-gateway": verb({ gateway: "gateway" }, { "new-boot": "flag" }),
} as const satisfies Record<string, Verb>;

/** What must be seen, within a time. */
export const expectations = {
  /** An event at the center; `where` compares fields of its fact, a list by its length. */
  event: verb(
    { kind: "fact-kind" },
    {
      box: "box",
      compartment: "compartment",
      parcel: "parcel",
      person: "text",
      gateway: "gateway",
      late: "flag",
      count: "count",
      where: "plain",
      "within-ms": "ms",
    },
  ),
  /** So many such events at the center up to now, neither more nor fewer. */
  events: verb({ kind: "fact-kind", exactly: "count" }, { box: "box" }),
  /**
   * No such event up to now, by all that its gateways wrote: what cannot be delivered now is judged
   * at the end.
   */
  never: verb({ kinds: "fact-kinds" }, { box: "box", gateway: "gateway" }),
  parcel: verb(
    { parcel: "parcel", custodian: "text" },
    { box: "box", person: "text", "within-ms": "ms" },
  ),
  /** Door, lock and presence as the center shows them. */
  "box-state": verb(place, { where: "plain", "within-ms": "ms" }),
  trouble: verb({ box: "box", kind: "kind" }, { "within-ms": "ms" }),
  /** Where the center sees the ferry: where it is, or nowhere. */
  position: verb({ gateway: "gateway", known: "flag" }, { "within-ms": "ms" }),
  /** Every event of a gateway that was sent at once claims a time that is that of its arrival. */
  "times-hold": verb({ gateway: "gateway", "off-by-ms": "ms" }, {}),
  "gateway-status": verb({ gateway: "gateway", status: "text" }, { "within-ms": "ms" }),
  /**
   * What the screen of a box is shown, as its page reads it: name and fields of the screen, of the
   * newest check code on it, or of the view around it; a list is compared by its length.
   */
  screen: verb({ box: "box", name: "text" }, { where: "plain", "within-ms": "ms" }),
  /** What the program said became of the last command, as far as it is told here. */
  answer: verb({ state: "text" }, { outcome: "text", "within-ms": "ms" }),
  /** The event at the center of the check code that was written down last. */
  "noted-code": verb({ kind: "fact-kind" }, { parcel: "parcel", "within-ms": "ms" }),
  /** The world itself: the door as it stands. */
  door: verb({ ...place, open: "flag" }, { "within-ms": "ms" }),
  /** The world itself: whether the coil is on, and whether it has burnt. */
  coil: verb(place, { on: "flag", burnt: "flag", "within-ms": "ms" }),
  /** The world itself: what the lamp or the buzzer of a box shows. */
  signal: verb({ box: "box", part: "part", shows: "text" }, { "within-ms": "ms" }),
  /**
   * A monitor has found this so often, once unless told; a scenario that says so wanted it, and
   * does not fail by that many.
   */
  violation: verb(
    { monitor: "monitor" },
    { box: "box", compartment: "compartment", count: "count", "within-ms": "ms" },
  ),
  /**
   * The gateway's own doctor: the row names one of the causes, `none` where it is in order. `fault`
   * says for which fault of the simulator that is; `seen` begins what doctor has seen there, as the
   * state of a device does. Without a gateway the first one is asked.
   */
  doctor: verb(
    { fault: "text", row: "text", causes: "texts" },
    { gateway: "gateway", seen: "text", "within-ms": "ms" },
  ),
  /** The center holds every event of the gateway's journal: none missing, none twice, in order. */
  complete: verb({ gateway: "gateway" }, { "within-ms": "ms" }),
  /** Every link and seal of the gateway's journal verifies on a copy. */
  "chain-verifies": verb({ gateway: "gateway" }, {}),
} as const satisfies Record<string, Verb>;

export const verbs = { ...deeds, ...expectations };
export type VerbName = keyof typeof verbs;
export type DeedName = keyof typeof deeds;

type FieldsOf<V extends Verb> = {
  readonly [F in keyof V["required"]]: FieldTypes[V["required"][F]];
} & { readonly [F in keyof V["optional"]]?: FieldTypes[V["optional"][F]] };

/** One step: what to say, which verb, its fields, and the line it stands on. */
export type StepOf<K extends VerbName> = K extends VerbName
  ? {
      readonly verb: K;
      readonly line: number;
      readonly say: Words | undefined;
      readonly fields: FieldsOf<(typeof verbs)[K]>;
    }
  : never;
export type Step = StepOf<VerbName>;

export function isDeed(step: Step): step is StepOf<DeedName> {
  return Object.hasOwn(deeds, step.verb);
}
