// Topics and identifiers of the vectors, one JSON string a line.

import { downwardTopics, upwardTopics } from "@driftbox/proto";

const long = "a".repeat(64);
const hex32 = "00112233445566778899aabbccddeeff";

const validTopics = [
  ...[...upwardTopics, ...downwardTopics].map((word) => `driftbox/v1/ferry-12/ferry-12-a/${word}`),
  "driftbox/v1/A/_/events",
  `driftbox/v1/${long}/${long}/hello`,
];

const invalidTopics = [
  "",
  "driftbox",
  "driftbox/v1/ferry-12/ferry-12-a",
  "driftbox/v1/ferry-12/ferry-12-a/",
  "driftbox/v1/ferry-12/ferry-12-a/event",
  "driftbox/v1/ferry-12/ferry-12-a/Events",
  "driftbox/v1/ferry-12/ferry-12-a/events/",
  "driftbox/v1/ferry-12/ferry-12-a/events/more",
  "/driftbox/v1/ferry-12/ferry-12-a/events",
  "driftbox/v2/ferry-12/ferry-12-a/events",
  "Driftbox/v1/ferry-12/ferry-12-a/events",
  "driftbox/v1//ferry-12-a/events",
  "driftbox/v1/ferry-12//events",
  "driftbox/v1/+/ferry-12-a/events",
  "driftbox/v1/ferry-12/#",
  "driftbox/v1/ferry-12/ferry-12-a/#",
  "driftbox/v1/ferry 12/ferry-12-a/events",
  "driftbox/v1/ferry.12/ferry-12-a/events",
  "driftbox/v1/渡轮/ferry-12-a/events",
  "driftbox/v1/ferry-12\u0000/ferry-12-a/events",
  "driftbox/v1/ferry-12/ferry-12-a/events\n",
  `driftbox/v1/${long}a/ferry-12-a/events`,
  "$SYS/broker/uptime",
];

const validNames = ["a", "Z", "0", "_", "-", "ferry-12", "FERRY_12", long];
const invalidNames = ["", " ", "a b", "a/b", "a+b", "#", "a.b", "渡", "a\n", "a\u0000", `${long}a`];
const invalidHex32 = ["", "0", hex32.toUpperCase(), `${hex32}0`, hex32.slice(1), "g".repeat(32)];

/** File name, comment, texts as JSON strings. */
export const names: readonly (readonly [string, string, readonly string[]])[] = (
  [
    ["topics_valid.txt", "Exact MQTT topics, each a JSON string.", validTopics],
    [
      "topics_invalid.txt",
      "Refused with wire/topic or wire/id, each a JSON string.",
      invalidTopics,
    ],
    ["names_valid.txt", "Names of sites and gateways, each a JSON string.", validNames],
    ["names_invalid.txt", "Refused with wire/id, each a JSON string.", invalidNames],
    [
      "ids_valid.txt",
      "Gateway ids and badge references, each a JSON string.",
      [hex32, "f".repeat(32)],
    ],
    ["ids_invalid.txt", "Refused with wire/id, each a JSON string.", invalidHex32],
  ] as const
).map(([name, comment, texts]) => [name, comment, texts.map((text) => JSON.stringify(text))]);
